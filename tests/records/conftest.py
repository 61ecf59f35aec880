"""A mission with one law on file."""

import pytest

from tests.records.small import Desk, desk


@pytest.fixture
def at() -> Desk:
    return desk(slug="border")
