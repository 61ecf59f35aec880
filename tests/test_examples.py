"""The examples in the code are run, so that they stay true."""

import doctest
import importlib
import pkgutil

import pytest

import benchmarks
import copies
import muvofiq

PACKAGES = (muvofiq, benchmarks, copies)
FOUND = (one.name for package in PACKAGES for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}."))
MODULES = [name for name in FOUND if not name.endswith("__main__")]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_code_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
