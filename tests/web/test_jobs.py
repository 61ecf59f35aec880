"""The progress of a matching on every page that shows it."""

import pytest
from django.test import Client

from muvofiq.records.actions.request_matching import request_matching
from muvofiq.records.models import Job
from muvofiq.text.errors import EmptyFile
from tests.records.small import Desk, desk

pytestmark = pytest.mark.django_db
PROGRESS = "/missions/border/matching/progress/"


@pytest.fixture
def at(client: Client) -> Desk:
    found = desk(slug="border")
    client.force_login(found.expert)
    return found


def failed(at: Desk, **result: object) -> None:
    mission, person = at.mission, at.expert
    request_matching(person, mission)
    Job.objects.filter(mission=mission).update(state="failed", error="it broke", result=result)


def test_a_failure_that_we_know_is_told_in_the_language_of_the_reader(at: Desk, client: Client) -> None:
    failed(at, error=EmptyFile.__name__, where="law.txt", values={"size": 7})
    client.cookies["django_language"] = "ru"
    page = client.get(PROGRESS).text
    assert "Файл пуст" in page
    assert "it broke" not in page


def test_any_other_failure_is_told_as_it_came(at: Desk, client: Client) -> None:
    failed(at)
    assert "it broke" in client.get(PROGRESS).text
