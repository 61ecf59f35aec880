"""The norms: with what force each instrument speaks to the state, on which day, and why."""

from datetime import date

import pytest
from django.test import Client

from muvofiq.records.models import OwnInstrument
from muvofiq.records.queries.instruments import Wanted, instrument_list
from muvofiq.records.queries.norms import norms_of
from muvofiq.standards.standing import Force
from tests.records.small import VICTIMS, Desk

pytestmark = pytest.mark.django_db

NORMS = "/missions/border/norms/"
OWN = """\
id: river-treaty
title: {en: Treaty on the river crossing}
kind: bilateral
adopted: 2019-05-01
in_force: 2020-01-01
participation:
  TJ: {date: 2019-06-01, act: ratification, reservations: [{text: {en: Not for ferries.}, articles: art. 4}]}
states_covered: [TJ]
superseded_by: {instrument: eu-tj-pca, date: 2026-04-01}
editions:
  - {since: 2020-01-01, title: {en: as signed}}
  - {since: 2026-03-20, title: {en: as amended by the exchange of letters}}
"""


def brought(at: Desk, letter: str = OWN) -> OwnInstrument:
    return OwnInstrument.objects.create(
        mission=at.mission, letter=letter, written_by=at.expert, written_at="2026-03-01T00:00Z"
    )


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
@pytest.mark.parametrize("path", ["", "instruments/crc/", "instruments/dir-2011-36/", "instruments/river-treaty/"])
def test_the_pages_can_be_read(at: Desk, browser: Client, path: str, language: str) -> None:
    brought(at)
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    assert browser.get(f"{NORMS}{path}").status_code == 200


def test_the_list_shows_force_reason_and_how_often_an_instrument_is_cited(browser: Client) -> None:
    page = browser.get(NORMS, {"words": "trafficking protocol supplementing"}).text
    assert "binding treaty" in page
    assert "since 25 December 2003" in page
    assert "acceded: 8 July 2002" in page
    assert "As the law stood for Tajikistan on 2 March 2026." in page
    assert "UNTS" not in page
    assert "2237, 319" in page


@pytest.mark.parametrize(
    ("on", "words", "told"),
    [
        ("", "2024/1348", "adopted, not yet applied"),
        ("2026-06-12", "2024/1348", "EU benchmark"),
        ("2026-06-12", "2013/32", "no longer in force"),
        ("2016-06-01", "2024/1348", "not yet adopted"),
        ("2016-06-01", "2013/32", "applies since 20 July 2015"),
    ],
)
def test_another_day_shows_the_law_of_that_day(browser: Client, on: str, words: str, told: str) -> None:
    page = browser.get(NORMS, {"on": on, "words": words}).text
    assert told in page.partition("<tbody>")[2]


def test_what_took_over_is_named_and_marked_where_it_has_happened_since(browser: Client) -> None:
    page = browser.get(f"{NORMS}instruments/dir-2013-32/").text
    assert "Replaced by" in page
    assert "has taken over after this mission" in page
    later = browser.get(f"{NORMS}instruments/dir-2013-32/", {"on": "2026-07-01"}).text
    assert "has taken over" not in later
    assert "Replaces" in browser.get(f"{NORMS}instruments/reg-2024-1348/").text


@pytest.mark.parametrize("typed", [{"on": "x"}, {"on": "2026-13-40"}, {"force": "strong"}, {"words": "\x00" * 300}])
def test_a_filter_that_cannot_be_one_filters_nothing(at: Desk, browser: Client, typed: dict[str, str]) -> None:
    page = browser.get(NORMS, typed)
    assert page.status_code == 200
    assert page.context["found"].shown == page.context["found"].total
    assert page.context["on"] == at.mission.starts


@pytest.mark.parametrize("path", ["", "instruments/crc/"])
@pytest.mark.parametrize("typed", ["abc", "2016-13-45"])
def test_what_is_no_day_is_told_in_place_and_the_day_of_the_mission_is_shown(
    browser: Client, path: str, typed: str
) -> None:
    page = browser.get(f"{NORMS}{path}", {"on": typed}).text
    assert "This is no day. Shown is the first day of the mission." in page
    assert 'name="on" value="2026-03-02"' in page
    assert "This is no day" not in browser.get(f"{NORMS}{path}", {"on": ""}).text


def test_the_families_are_jumped_to_and_doubts_are_named_where_no_force_rests_on_them(browser: Client) -> None:
    page = browser.get(NORMS).text
    assert '<a href="#family-international-labour-organization">' in page
    assert "? note</span>" in browser.get(NORMS, {"words": "ilo-097"}).text
    assert "? not confirmed</span>" in browser.get(NORMS, {"words": "ilo-029"}).text


def test_an_instrument_of_the_mission_stands_in_a_family_of_its_own(at: Desk, browser: Client) -> None:
    brought(at)
    listed = instrument_list(at.mission, Wanted(date(2020, 6, 1)))
    assert listed.families[-1].is_own
    assert [row.instrument.id for row in listed.families[-1].rows] == ["river-treaty"]
    page = browser.get(f"{NORMS}instruments/river-treaty/").text
    for told in ("Treaty on the river crossing", "Not for ferries.", "as signed", "1 April 2026", "CIS or bilateral"):
        assert told in page
    assert "Instruments of this mission" in browser.get(NORMS).text


def test_an_instrument_that_nobody_knows_is_not_on_file(browser: Client) -> None:
    assert browser.get(f"{NORMS}instruments/nothing/").status_code == 404


def test_participation_is_told_state_by_state_with_effect_and_doubt(browser: Client) -> None:
    page = browser.get(f"{NORMS}instruments/som-protocol/").text
    parties = page.partition('id="parties"')[2]
    assert parties.index("Tajikistan") < parties.index("Afghanistan")
    assert "signature only" in parties
    assert "no party" in parties
    assert "4 March 2017" in parties
    assert "not confirmed" in parties


def test_the_page_names_the_requirements_that_cite_it_and_where(browser: Client) -> None:
    page = browser.get(f"{NORMS}instruments/coe-197/").text.partition('id="citing"')[2]
    assert f"/missions/border/requirements/{VICTIMS}/" in page
    assert "art. 10" in page


def test_the_norms_of_a_requirement_tell_force_edition_and_successor(at: Desk, browser: Client) -> None:
    saved = at.mission.scope.get(requirement__requirement_id="vul-early-screening").requirement
    norms = {one.instrument.id: one for one in norms_of(at.mission, saved)}
    old = norms["dir-2013-32"]
    assert old.standing.force is Force.EU_BENCHMARK
    assert old.succession
    assert old.succession.is_news
    plan = norms["unhcr-10pp"]
    assert plan.edition
    assert (str(plan.edition.since), plan.newer) == ("2016-12", None)
    page = browser.get("/missions/border/requirements/vul-early-screening/").text
    assert "has taken over after this mission" in page
    assert f"{NORMS}instruments/dir-2013-32/" in page


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31", "1990-02-29"])
@pytest.mark.parametrize("path", ["", "instruments/crc/", "instruments/osce-nrm/"])
def test_the_ends_of_the_calendar_are_no_failure(browser: Client, path: str, on: str) -> None:
    assert browser.get(f"{NORMS}{path}", {"on": on}).status_code == 200
    assert browser.post(f"{NORMS}{path}", {"on": on}).status_code == 200
