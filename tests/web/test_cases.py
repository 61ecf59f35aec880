"""The pages of the walk-through: cases, stations, notes, and what the machine reads in the accepted provisions."""

import re

import pytest
from django.test import Client

from muvofiq.assessment.case import cases
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.ask_opinion import ask_opinion
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.quote import quote
from muvofiq.records.models import CaseNote
from muvofiq.records.words import Role
from tests.records.small import REASON, VICTIMS, WORDS, Desk, accepted, expert_in

pytestmark = pytest.mark.django_db
LIST = "/missions/border/findings/cases/"
GIRL = f"{LIST}girl-without-papers/"
NOTE = f"{GIRL}3/note/"
HTMX = {"HX-Request": "true"}
WITH_TIME = "art_12__para_1"


def judge(at: Desk, law: Verdict = Verdict.NOT_FOUND, **particulars: object) -> None:
    letter = Particulars(**particulars)  # type: ignore[arg-type]
    give_verdict(at.expert, at.mission, VICTIMS, law=law, reason=REASON, version=0, particulars=letter)


def station(page: str, number: int) -> str:
    return page.split(f'id="station-{number}"')[1].split("</section>", maxsplit=1)[0]


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_every_case_is_listed_and_can_be_walked_through(browser: Client, language: str) -> None:
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    page = browser.get(LIST)
    assert page.status_code == 200
    for one in cases():
        assert one.summary[language].strip() in page.text
        walked = browser.get(f"{LIST}{one.id}/")
        assert walked.status_code == 200
        assert walked.text.count("data-card") == len(one.stations)
        assert walked.text.count('<circle class="station') == len(one.stations)
        assert "[en]" not in walked.text.split('<div class="walk">')[1].split("</main>")[0]
        assert ("соҳибзабон" in walked.text) == (language == "tg")


def test_a_station_shows_verdict_citation_quotation_and_what_is_outside_the_scope(at: Desk, browser: Client) -> None:
    quote(at.expert, accepted(at), WORDS)
    judge(at)
    shown = station(browser.get(GIRL).text, 3)
    assert "not found in these acts" in shown
    assert WORDS in shown
    assert "ст. 4 ч. 2" in shown
    assert f"/missions/border/requirements/{VICTIMS}/" in shown
    assert "Outside the scope of this mission" in shown
    assert "/missions/border/scope/" in shown
    assert 'class="sign big gap"' in shown
    assert 'class="sign big gap"' not in station(browser.get(GIRL).text, 1)


def test_the_picture_and_its_table_tell_the_same(at: Desk, browser: Client) -> None:
    judge(at)
    page = browser.get(GIRL).text
    drawn = re.findall(r'<circle class="station (\w+)"', page)
    assert drawn.count("gap") == 1
    table = page.split('<table class="numbers">')[1].split("</table>")[0]
    rows = [re.findall(r"<td[^>]*>([^<]*)</td>", row) for row in table.split("<tr>")[2:]]
    assert ["○ gap" in row for row in rows] == [standing == "gap" for standing in drawn]
    assert [int(row[2]) for row in rows] == [sum(map(int, row[3:])) for row in rows]
    dots = re.findall(r'<circle class="dot (\w+)"', page)
    assert len(dots) == sum(int(row[2]) for row in rows)


def test_a_proposed_time_is_dashed_and_a_decided_one_solid(at: Desk, browser: Client) -> None:
    accepted(at, eid=WITH_TIME)
    proposed = station(browser.get(GIRL).text, 3)
    assert re.search(r'<span class="tag proposed"[^>]*>within 24 hours</span>', proposed)
    assert re.search(r"within 24 hours</span> <small>proposed: «[^»]+», [^<]+</small>", proposed)
    judge(at, Verdict.PARTIAL, time_limit={"en": "one day"}, authority={"en": "the shift"})
    decided = station(browser.get(GIRL).text, 3)
    assert '<strong class="settled">one day</strong>' in decided
    assert '<strong class="settled">the shift</strong>' in decided
    assert "within 24 hours" not in decided


def test_the_requirement_page_offers_time_and_authority_for_the_fields_of_the_verdict(
    at: Desk, browser: Client
) -> None:
    page = f"/missions/border/requirements/{VICTIMS}/"
    assert "data-fills" not in browser.get(page).text
    accepted(at, eid=WITH_TIME)
    text = browser.get(page).text
    assert 'data-fills="time_limit" data-value="within 24 hours"' in text
    assert 'data-fills="authority" data-value="officer on duty"' in text
    assert 'name="time_limit"' in text
    assert 'name="authority"' in text
    browser.cookies["muvofiq_content"] = "ru"
    assert 'data-value="в течение 24 часов"' in browser.get(page).text


def test_who_only_looks_on_sees_what_is_proposed_and_no_button(at: Desk, client: Client) -> None:
    accepted(at, eid=WITH_TIME)
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER))
    text = client.get(f"/missions/border/requirements/{VICTIMS}/").text
    assert "within 24 hours" in text
    assert "data-fills" not in text
    assert 'name="text"' not in client.get(GIRL).text


def test_what_is_kept_back_is_not_told_at_any_station(at: Desk, client: Client) -> None:
    judge(at, time_limit={"en": "never said"})
    other = expert_in(at.mission, at.manager, role=Role.NATIONAL_EXPERT)
    ask_opinion(at.manager, at.mission, [VICTIMS], other)
    client.force_login(other)
    for address in (LIST, GIRL):
        page = client.get(address).text
        assert "never said" not in page
        assert "not found in these acts" not in page
    assert "kept back" in station(client.get(GIRL).text, 3)


def test_a_note_is_saved_and_seen_at_its_station(at: Desk, browser: Client) -> None:
    answer = browser.post(NOTE, {"text": "Only men are on the shift.", "version": 0})
    assert answer.status_code == 302
    assert answer["Location"] == f"{GIRL}#station-3"
    assert "Only men are on the shift." in station(browser.get(GIRL).text, 3)
    assert at.expert.name in station(browser.get(GIRL).text, 3)
    browser.cookies["muvofiq_content"] = "ru"
    browser.post(NOTE, {"text": "В смене одни мужчины.", "version": 1})
    assert CaseNote.objects.get().text == {"en": "Only men are on the shift.", "ru": "В смене одни мужчины."}


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_note_with_data_on_a_person_is_saved_and_warned_of(browser: Client, headers: dict[str, str]) -> None:
    text = "Her passport is A1234567, call +992 93 500 11 22."
    answer = browser.post(NOTE, {"text": text, "version": 0}, headers=headers, follow=True)
    assert answer.status_code == 200
    assert CaseNote.objects.get().text == {"en": text}
    for words in ("number of a passport (A1234567)", "telephone number (+992 93 500 11 22)", "please take it out"):
        assert words in answer.text
    assert "number of a passport" not in browser.get(GIRL).text


@pytest.mark.parametrize("sent", [{}, {"auto": "1"}])
def test_a_reason_with_data_on_a_person_is_warned_of_as_long_as_it_holds_them(
    at: Desk, browser: Client, sent: dict[str, str]
) -> None:
    page = f"/missions/border/requirements/{VICTIMS}/"
    typed = {"law": "partial", "reason": "The mother answers at +992 93 500 11 22.", "version": 0} | sent
    warning = "telephone number (+992 93 500 11 22)"
    assert warning in browser.post(f"{page}verdict/", typed, follow=True).text
    assert at.mission.findings.get().reason == {"en": typed["reason"]}
    assert warning in browser.get(page).text
    browser.post(f"{page}verdict/", typed | {"reason": "The mother can be reached.", "version": 1})
    assert "message warning" not in browser.get(page).text


def test_a_note_without_such_data_is_not_warned_of(browser: Client) -> None:
    text = "Art. 12 part 3 of Law No. 1096 of 15.03.2019 sets 72 hours; Directive 2013/32/EU asks more."
    assert "message warning" not in browser.post(NOTE, {"text": text, "version": 0}, follow=True).text


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_second_editor_sees_both_notes_and_replaces_nothing(
    at: Desk, browser: Client, headers: dict[str, str]
) -> None:
    browser.post(NOTE, {"text": "First.", "version": 0})
    answer = browser.post(NOTE, {"text": "Second.", "version": 0}, headers=headers)
    assert answer.status_code == 409
    assert "First." in answer.text
    assert "Second." in answer.text.split("<textarea")[3 if not headers else 1]
    assert at.expert.name in answer.text
    assert CaseNote.objects.get().text == {"en": "First."}


def test_an_empty_first_note_is_refused_and_a_case_that_there_is_not_is_not_found(browser: Client) -> None:
    assert browser.post(NOTE, {"text": " ", "version": 0}).status_code == 422
    assert browser.post(f"{GIRL}99/note/", {"text": "x", "version": 0}).status_code == 404
    assert browser.post(f"{LIST}nobody/1/note/", {"text": "x", "version": 0}).status_code == 404
    assert browser.get(f"{LIST}nobody/").status_code == 404
    assert browser.get(NOTE).status_code == 405
    assert not CaseNote.objects.exists()


def test_an_observer_may_not_write_a_note(at: Desk, client: Client) -> None:
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER))
    assert client.post(NOTE, {"text": "x", "version": 0}).status_code == 403


def test_the_history_tells_the_note_in_words(browser: Client) -> None:
    browser.post(NOTE, {"text": "No bed.", "version": 0})
    page = browser.get("/missions/border/history/").text
    assert "note at a station of a case" in page
    assert "No bed." in page
