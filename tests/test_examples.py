"""The examples in the code are run, so that they stay true."""

import doctest
import importlib
import pkgutil

import pytest

import muvofiq

MODULES = [one.name for one in pkgutil.walk_packages(muvofiq.__path__, "muvofiq.") if not one.name.endswith("__main__")]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_code_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
