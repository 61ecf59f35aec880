"""The history is read in words, page by page, and says whether it is whole."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.remove import remove
from muvofiq.records.chain import hash_of
from muvofiq.records.models import HistoryEntry
from muvofiq.records.queries.history_page import Change, changes_of
from tests.records.small import REASON, VICTIMS, Desk, history, person

pytestmark = pytest.mark.django_db
HISTORY = "/missions/border/history/"


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_history_is_shown_with_names_and_words(at: Desk, browser: Client, language: str) -> None:
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    agency = plan_agency(at.expert, at.mission, name={"en": "Border service"})
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0)
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=1)
    page = browser.get(HISTORY)
    assert page.status_code == 200
    for words in ("Border service", "Anna Horvat", "<del>● ", "◐ "):
        assert words in page.text
    assert str(agency.pk) not in page.text
    remove(at.expert, agency)
    assert "Border service" in browser.get(HISTORY).text


def test_the_newest_stands_first_and_a_page_holds_a_hundred(at: Desk, browser: Client) -> None:
    last = history(at.mission)[-1]
    for at_number in range(last.sequence + 1, 151):
        entry = HistoryEntry(
            mission=at.mission, sequence=at_number, actor=at.expert, at=datetime.now(UTC), verb="plan", subject="scope"
        )
        entry.previous_hash = last.hash
        entry.hash = hash_of(entry)
        entry.save(force_insert=True)
        last = entry
    first, second = browser.get(HISTORY).text, browser.get(f"{HISTORY}?page=2").text
    assert first.count("<tr data-card") == 100
    assert second.count("<tr data-card") == 50
    assert "page 1 of 2" in first
    assert browser.get(f"{HISTORY}?page=nonsense").status_code == 200
    assert "The history is whole: its 150 entries" in first


def test_a_changed_entry_is_told(at: Desk, browser: Client) -> None:
    HistoryEntry.objects.filter(mission=at.mission, sequence=2).update(subject="something else")
    page = browser.get(HISTORY).text
    assert "damaged at entry 2" in page
    assert "whole:" not in page


def test_a_removed_entry_is_told(at: Desk, browser: Client) -> None:
    HistoryEntry.objects.filter(mission=at.mission, sequence=1).delete()
    assert "damaged at entry 2" in browser.get(HISTORY).text


def test_a_stranger_reads_no_history(at: Desk, client: Client) -> None:
    assert at.mission.slug == "border"
    client.force_login(person())
    assert client.get(HISTORY).status_code == 403


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"from": None, "to": "observer"}, [Change("", "", "observer")]),
        ({"from": "a", "to": None}, [Change("", "a", "")]),
        ({"from": ["a", "b"], "to": ["b", "c"]}, [Change("", "a", "c")]),
        ({"from": ["a"], "to": ["a"], "reason": {"en": "x"}}, [Change("reason.en", "", "x")]),
        (
            {"from": None, "to": {"unit": "5", "reason": {"en": "y"}}},
            [Change("unit", "", "5"), Change("reason.en", "", "y")],
        ),
        ({"public": True, "job": "hidden", "number": ""}, [Change("public", "", "✓")]),
        ({}, []),
    ],
)
def test_a_change_is_told_as_before_and_after(change: dict[str, object], said: list[Change]) -> None:
    assert list(changes_of(change)) == said
