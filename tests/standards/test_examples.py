import doctest
import importlib
import pkgutil

import pytest

from muvofiq import standards

MODULES = [module.name for module in pkgutil.iter_modules(standards.__path__, "muvofiq.standards.")]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_code_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
