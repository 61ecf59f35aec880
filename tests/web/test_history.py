"""The history is read in words, page by page, and says whether it is whole."""

import re
from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.test import Client

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.amend import amend
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.record_consent import record_consent
from muvofiq.records.actions.remove import remove
from muvofiq.records.actions.title_act import title_act
from muvofiq.records.chain import hash_of
from muvofiq.records.models import HistoryEntry
from muvofiq.records.queries.history_names import Names
from muvofiq.records.queries.history_page import Change, changes_of
from tests.records.advising import advised, amended
from tests.records.small import REASON, VICTIMS, Desk, catalogue, history, person

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


def told(browser: Client) -> str:
    """Return what the page says of the changes, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", unescape(browser.get(HISTORY).text)).split())


def test_units_are_cited_requirements_named_and_languages_written_out(at: Desk, browser: Client) -> None:
    row = amended(at, advised(at, requirement_ids=[VICTIMS])).recommendation
    amend(at.expert, row, act=at.edition.act, edition=at.edition, after="art_4__para_3", proposed="4. Она отвечает.")
    title_act(at.expert, at.mission, language="ru", title="О поправках")
    remove(at.expert, row.amendments.get(number=2))
    page = told(browser)
    title, asked = at.edition.act.title["ru"], catalogue().requirement(VICTIMS)
    for words in (
        f"unit: ст. 4 ч. 2 «{title}»",
        f"unit: new, behind ст. 4 ч. 3 «{title}»",
        f"rests on requirements: {asked.code} {asked.title['en']}",
        "text (English): ",
        "title of the draft act Russian",
        "amendment R1.2",
    ):
        assert words in page
    for raw in ("rests_on", f"{at.edition.name}~", "behind border", "text en", str(row.pk)[:8]):
        assert raw not in page


def test_a_day_is_written_as_other_days_are(at: Desk, browser: Client) -> None:
    record_consent(at.manager, at.mission, on=date(2026, 3, 6), by="Ministry")
    assert "on: 6 March 2026" in told(browser)


def test_a_unit_of_a_law_that_nobody_knows_keeps_its_address() -> None:
    assert Names({}, {}, {}).of_things("brd-law~art_1, thb-x") == "brd-law~art_1, thb-x"


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
        (
            {"losses": {"unit para_5": {"reason": "r", "by": "A"}, "unit para_6": {"reason": "r", "by": "B"}}},
            [Change("losses.unit", "", "r")],
        ),
        (
            {"removed": {"edition": "law-1", "eid": "art_1", "after": "", "clause": "c", "version": "2"}},
            [Change("removed.clause", "", "c"), Change("removed.unit", "", "law-1~art_1")],
        ),
        ({}, []),
    ],
)
def test_a_change_is_told_as_before_and_after(change: dict[str, object], said: list[Change]) -> None:
    assert list(changes_of(change)) == said
