"""The page of the quality checks, the state of a finding on its page, and findings that go on their way."""

import re
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from muvofiq.assessment.checks import checks
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import State
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.note_contribution import note_contribution
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.quote import quote
from muvofiq.records.models import Finding, Opinion
from muvofiq.records.words import ContributionKind, Role
from tests.records.small import (
    INDICATORS,
    INTERPRETER,
    REASON,
    VICTIMS,
    WORDS,
    Desk,
    accepted,
    expert_in,
    history,
    mission_of,
    person,
)

pytestmark = pytest.mark.django_db
CHECKS = "/missions/border/findings/checks/"
PAGE = f"/missions/border/requirements/{VICTIMS}/"
MOVE = f"{PAGE}move/"
LOOKED = Particulars(covered=(1,))  # what is met in full is so element by element


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def sound(at: Desk, requirement_id: str = VICTIMS) -> Finding:
    quote(at.expert, accepted(at, requirement_id=requirement_id), WORDS)
    return give_verdict(
        at.expert, at.mission, requirement_id, law=Verdict.FULL, reason=REASON, particulars=LOOKED, version=0
    )


def bare(at: Desk, requirement_id: str = INDICATORS) -> Finding:
    return give_verdict(
        at.expert, at.mission, requirement_id, law=Verdict.FULL, reason={}, particulars=LOOKED, version=0
    )


def owed(at: Desk, finding: Finding) -> Client:
    """The browser of somebody who owes a second opinion."""
    other = expert_in(at.mission, at.manager, role=Role.NATIONAL_EXPERT, name="Farrukh Odinaev")
    asked = {"asked_of": other, "asked_by": at.expert, "asked_at": finding.judged_at}
    Opinion.objects.create(mission=at.mission, requirement=finding.requirement, **asked)
    client = Client()
    client.force_login(other)
    return client


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_page_can_be_read_in_every_language(at: Desk, browser: Client, language: str) -> None:
    bare(at)
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    page = browser.get(CHECKS)
    assert page.status_code == 200
    assert checks()["verdict-without-evidence"].name(language) in page.text
    assert browser.get(f"/missions/border/requirements/{INDICATORS}/").status_code == 200


def test_before_anybody_has_judged_the_page_says_so(at: Desk, client: Client) -> None:
    mission_of(at.manager, slug="empty")
    client.force_login(at.manager)
    assert "Nobody has judged yet" in client.get("/missions/empty/findings/checks/").text


def test_what_was_found_leads_to_the_place_where_it_is_mended(at: Desk, browser: Client) -> None:
    bare(at)
    page = browser.get(CHECKS).text
    assert f'href="/missions/border/requirements/{INDICATORS}/#verdict-reason"' in page
    assert "1 / 1 findings with an error / findings looked at" in words(page)


def test_every_anchor_of_a_check_is_on_the_page_of_a_requirement(at: Desk, browser: Client) -> None:
    sound(at)
    page = browser.get(PAGE).text
    from_others = {"information-title"}  # there only once an agency has answered
    for one in checks().values():
        assert f'id="{one.anchor}"' in page or one.anchor in from_others, one.id


def test_the_table_that_moves_findings_is_told_above_all(at: Desk, browser: Client) -> None:
    bare(at)
    page = browser.get(CHECKS).text
    assert page.index('<a href="#way"') < page.index("<h2")
    assert 'id="way"' in page


def test_the_page_is_narrowed_to_a_severity_or_to_a_check(at: Desk, browser: Client) -> None:
    bare(at)
    name = checks()["verdict-without-reason"].name("en")
    other = checks()["elements-not-looked-at"].name("en")
    headings = re.compile(r"<h3 id=\"check-([a-z-]+)\"")
    errors = set(headings.findall(browser.get(CHECKS, {"severity": "error"}).text))
    assert errors == {"verdict-without-reason", "verdict-without-evidence"}
    page = browser.get(CHECKS, {"check": "elements-not-looked-at"}).text
    assert headings.findall(page) == ["elements-not-looked-at"]
    assert name in words(page)  # still to be chosen
    assert other in words(page)
    assert "Nothing of this was found" in browser.get(CHECKS, {"severity": "note"}).text
    assert len(headings.findall(browser.get(CHECKS, {"severity": "x", "check": "y"}).text)) > len(errors)


def test_the_page_of_a_requirement_shows_state_and_checks(at: Desk, browser: Client) -> None:
    bare(at, VICTIMS)
    page = browser.get(PAGE).text
    assert "draft" in page.partition('id="state"')[2][:400]
    assert 'id="check-verdict-without-reason"' in page
    assert re.search(r"<button[^>]*disabled[^>]*>Mark as checked", page)
    assert "In the way" in page


def test_a_finding_is_moved_on_its_page_and_the_history_tells_it_in_words(at: Desk, browser: Client) -> None:
    sound(at)
    assert browser.post(MOVE, {"to": "checked", "version": 1}).status_code == 302
    page = browser.get(PAGE).text
    assert "checked" in page.partition('id="state"')[2][:400]
    assert "Anna Horvat" in page.partition('id="state"')[2][:600]
    told = words(browser.get("/missions/border/history/").text)
    assert "move a finding to another state" in told


def test_an_error_in_the_way_is_told_where_it_happened(at: Desk, browser: Client) -> None:
    bare(at, VICTIMS)
    answer = browser.post(MOVE, {"to": "checked", "version": 1})
    assert answer.status_code == 422
    told = words(answer.text)
    assert "cannot become «checked» yet" in told
    assert "A verdict without a reason, A verdict without a provision" in told
    browser.cookies["django_language"] = "ru"
    assert checks()["verdict-without-reason"].name("ru") in browser.post(MOVE, {"to": "checked", "version": 1}).text


def test_a_move_that_is_none_and_a_verdict_of_before_are_conflicts(at: Desk, browser: Client) -> None:
    sound(at)
    assert browser.post(MOVE, {"to": "shown", "version": 1}).status_code == 409
    assert browser.post(MOVE, {"to": "checked", "version": 7}).status_code == 409
    assert browser.post(MOVE, {"to": "somewhere", "version": 1}).status_code == 422
    assert Finding.objects.get().state == State.DRAFT.value


def test_a_delegate_sees_the_moves_of_the_country_and_disputes_with_a_reason(at: Desk, client: Client) -> None:
    Finding.objects.filter(pk=sound(at).pk).update(state=State.SHOWN.value)
    client.force_login(expert_in(at.mission, at.manager, role=Role.DELEGATE))
    page = client.get(PAGE).text
    assert "Agreed with the country" in page
    assert "No longer shown" not in page
    answer = client.post(MOVE, {"to": "disputed", "version": 1, "why": ""})
    assert answer.status_code == 422
    assert "why it is disputed" in answer.text
    assert client.post(MOVE, {"to": "disputed", "version": 1, "why": "The order of 2019."}).status_code == 302
    assert "The order of 2019." in client.get(PAGE).text


def test_an_observer_sees_the_state_and_no_button(at: Desk, client: Client) -> None:
    sound(at)
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER))
    page = client.get(PAGE).text
    assert 'id="state"' in page
    assert MOVE not in page
    assert 'name="ticked"' not in client.get(CHECKS).text
    assert client.post(MOVE, {"to": "checked", "version": 1}).status_code == 403


def test_ticked_findings_go_on_at_once_and_the_others_say_what_is_in_the_way(at: Desk, browser: Client) -> None:
    sound(at)
    sound(at, INTERPRETER)
    bare(at)
    ticked = [f"{name} 1" for name in (VICTIMS, INTERPRETER, INDICATORS)]
    page = browser.post(CHECKS, {"to": "checked", "ticked": ticked}, follow=True).text
    assert "Taken on: 2 findings." in page
    assert "cannot become «checked» yet." in page
    assert sorted(Finding.objects.values_list("state", flat=True)) == ["checked", "checked", "draft"]
    assert history(at.mission)[-1].verb == "move_finding"


def test_all_that_can_go_on_from_a_state_are_ticked_at_once(at: Desk, browser: Client) -> None:
    sound(at)
    bare(at)
    assert 'href="?tick=draft#way"' in browser.get(CHECKS).text
    page = browser.get(CHECKS, {"tick": "draft"}).text
    assert re.findall(r'name="ticked" value="([^"]+)"[^>]*checked', page) == [f"{VICTIMS} 1"]
    assert not re.search(r'name="ticked"[^>]*checked', browser.get(CHECKS, {"tick": "shown"}).text)


def test_where_none_goes_on_the_ticks_stay(at: Desk, browser: Client) -> None:
    sound(at)
    sound(at, INTERPRETER)
    answer = browser.post(CHECKS, {"to": "shown", "ticked": [f"{VICTIMS} 1", f"{INTERPRETER} 1"]})
    assert answer.status_code == 422
    assert "None of the chosen findings could become «shown to the country»" in answer.text
    assert len(re.findall(r'name="ticked"[^>]*checked', answer.text)) == 2
    assert browser.post(CHECKS, {"to": "checked"}).status_code == 422
    assert browser.post(CHECKS, {"to": "checked", "ticked": [VICTIMS, " 1", "x ²"]}).status_code == 422


def test_who_owes_a_second_opinion_is_told_nothing_and_learns_how_much_is_left_out(at: Desk) -> None:
    blind = owed(at, bare(at))
    page = blind.get(CHECKS).text
    assert "no finding yet that you may see" in page
    assert f"/requirements/{INDICATORS}/" not in page.partition("<main")[2]
    requirement = blind.get(f"/missions/border/requirements/{INDICATORS}/").text
    assert 'id="quality"' not in requirement
    assert 'id="state"' not in requirement
    sound(at)
    assert "1 requirement is left out" in blind.get(CHECKS).text
    assert checks()["verdict-without-evidence"].name("en") not in blind.get(f"{CHECKS}checks.csv").content.decode()


def test_what_was_found_leaves_as_a_workbook_and_as_csv(at: Desk, browser: Client) -> None:
    bare(at)
    answer = browser.get(f"{CHECKS}checks.xlsx")
    assert 'filename="border-checks.xlsx"' in answer["Content-Disposition"]
    rows = list(load_workbook(BytesIO(answer.content))["Quality checks"].iter_rows(values_only=True))
    assert any("A verdict without a provision" in row for row in rows)
    text = browser.get(f"{CHECKS}checks.csv").content.decode("utf-8-sig")
    assert "A verdict without a reason" in text
    assert browser.get(f"{CHECKS}checks.pdf").status_code == 404
    browser.cookies["muvofiq_content"] = "ru"
    assert "Оценка без обоснования" in browser.get(f"{CHECKS}checks.csv").content.decode("utf-8-sig")


def test_an_objection_since_the_verdict_is_a_warning_once_it_is_about_to_be_shown(at: Desk, browser: Client) -> None:
    Finding.objects.filter(pk=sound(at).pk).update(state=State.CHECKED.value)
    agency = plan_agency(at.expert, at.mission, name={"en": "Border Agency"})
    note_contribution(
        at.expert,
        at.mission,
        agency=agency,
        kind=ContributionKind.OBJECTION,
        text={"en": "The order says otherwise."},
        requirement_ids=[VICTIMS],
    )
    assert "Objections of agencies since the verdict: 1" in words(browser.get(PAGE).text)


def test_people_see_who_may_move_what(browser: Client) -> None:
    page = browser.get("/missions/border/people/").text
    assert "Who may take a finding from which state to which" in page
    assert page.count("shown to the country") == 5


def test_a_stranger_sees_nothing_and_moves_nothing(at: Desk, client: Client) -> None:
    sound(at)
    client.force_login(person())
    assert client.get(CHECKS).status_code == 403
    assert client.post(CHECKS, {"to": "checked", "ticked": f"{VICTIMS} 1"}).status_code == 403
    assert client.post(MOVE, {"to": "checked", "version": 1}).status_code == 403
