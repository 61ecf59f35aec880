"""A mission with one law on file, and the browser of its expert."""

import pytest
from django.test import Client

from tests.records.small import Desk, desk


@pytest.fixture
def at() -> Desk:
    return desk(slug="border")


@pytest.fixture
def browser(at: Desk, client: Client) -> Client:
    client.force_login(at.expert)
    return client
