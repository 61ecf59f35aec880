"""The scope is chosen from the whole catalogue, and only «save» saves it."""

import re
from dataclasses import replace

import pytest
from django.test import Client

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.publish_catalogue import publish_catalogue
from muvofiq.records.actions.publish_requirement import publish_requirement
from muvofiq.records.queries.requirements import requirement_of, scoped
from muvofiq.records.words import Role
from tests.records.small import (
    IDS,
    INTERPRETER,
    REASON,
    SCREENING,
    VICTIMS,
    Desk,
    catalogue,
    desk,
    expert_in,
    no_entry,
    one_entry,
    person,
)

pytestmark = pytest.mark.django_db
SCOPE = "/missions/border/scope/"
OUTSIDE = "brd-refusal-reasoned"


@pytest.fixture
def at() -> Desk:
    desk_ = desk(slug="border")
    publish_catalogue(desk_.manager, catalogue().requirements)
    return desk_


def ticked(page: str) -> set[str]:
    return set(re.findall(r'name="requirement" value="([\w-]+)"[^>]* checked', page))


def carried(page: str) -> set[str]:
    return set(re.findall(r'type="hidden" name="requirement" value="([\w-]+)"', page))


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_whole_catalogue_is_shown_with_its_force(browser: Client, language: str) -> None:
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    page = browser.get(SCOPE)
    assert page.status_code == 200
    assert page.text.count('type="checkbox" name="requirement"') == len(catalogue().requirements)
    assert ticked(page.text) == set(IDS)
    assert "EU benchmark" in page.text or language != "en"


def test_the_scope_is_saved_in_the_order_of_the_codes(at: Desk, browser: Client) -> None:
    chosen = [OUTSIDE, *reversed(IDS)]
    with one_entry(at.mission, at.expert, "choose_scope"):
        page = browser.post(SCOPE, {"requirement": chosen, "reason": "They matter.", "save": "1"})
    assert page.status_code == 302
    at.mission.refresh_from_db()
    saved = [one.requirement.requirement_id for one in at.mission.scope.select_related("requirement")]
    codes = [catalogue().requirement(name).code for name in saved]
    assert sorted(saved) == sorted(chosen)
    assert codes == sorted(codes)
    assert at.mission.scope_themes == sorted({code[0] for code in codes})
    assert at.mission.scope_reason == {"en": "They matter."}


def test_the_reason_in_another_language_stays(at: Desk, browser: Client) -> None:
    browser.cookies["muvofiq_content"] = "ru"
    browser.post(SCOPE, {"requirement": IDS, "reason": "Они важны.", "save": "1"})
    at.mission.refresh_from_db()
    assert at.mission.scope_reason == {"en": "These are the subject of the mission.", "ru": "Они важны."}


def test_a_theme_is_added_and_dropped_without_saving(at: Desk, browser: Client) -> None:
    theme = {one.id for one in catalogue().requirements if one.theme == "E"}
    with no_entry(at.mission):
        page = browser.post(SCOPE, {"requirement": IDS, "reason": "typed", "add_theme": "E"}).text
    assert ticked(page) == {*IDS, *theme}
    assert "typed" in page
    assert "not saved yet" in page
    with no_entry(at.mission):
        page = browser.post(SCOPE, {"requirement": [*IDS, *theme], "reason": "", "drop_theme": "E"}).text
    assert ticked(page) == set(IDS)


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_not_shown_stays_chosen(browser: Client, method: str) -> None:
    asked = {"theme": "E", "search": "refus", "requirement": [*IDS, OUTSIDE], "show": "1"}
    page = getattr(browser, method)(SCOPE, asked)
    assert page.status_code == 200
    assert OUTSIDE in page.text
    assert carried(page.text) == set(IDS)
    assert ticked(page.text) == ({OUTSIDE} if method == "post" else set())


def test_words_that_nothing_has_are_told(browser: Client) -> None:
    assert 'class="empty"' in browser.get(SCOPE, {"search": "xylophone"}).text


def test_a_requirement_with_a_verdict_cannot_be_left_out(at: Desk, browser: Client) -> None:
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0)
    assert "has a verdict" in browser.get(SCOPE).text
    with no_entry(at.mission):
        page = browser.post(SCOPE, {"requirement": [SCREENING], "reason": "Less.", "save": "1"})
    assert page.status_code == 422
    assert "their verdicts" in page.text
    assert ticked(page.text) == {SCREENING, VICTIMS}
    assert "Less." in page.text


@pytest.mark.parametrize(
    ("typed", "status", "told"),
    [
        ({"requirement": IDS, "reason": " "}, 422, "the reason of the choice"),
        ({"requirement": [], "reason": "None."}, 422, "at least one requirement"),
        ({"requirement": ["no-such-thing"], "reason": "Strange."}, 404, "no-such-thing"),
    ],
)
def test_a_bad_choice_is_told_in_place(
    at: Desk, browser: Client, typed: dict[str, object], status: int, told: str
) -> None:
    with no_entry(at.mission):
        page = browser.post(SCOPE, {**typed, "save": "1"})
    assert page.status_code == status
    assert told in page.text


def test_an_unusual_number_is_advised_against_and_not_refused(browser: Client) -> None:
    assert "usually judge 20 to 60" in browser.get(SCOPE).text
    enough = [one.id for one in catalogue().requirements[:30]]
    assert "usually judge" not in browser.post(SCOPE, {"requirement": enough, "reason": "", "show": "1"}).text
    assert browser.post(SCOPE, {"requirement": [INTERPRETER], "reason": "One.", "save": "1"}).status_code == 302


def test_the_count_alone_is_answered_while_ticking(browser: Client) -> None:
    page = browser.post(SCOPE, {"requirement": IDS[:3], "count": "1"}, headers={"HX-Request": "true"}).text
    assert "<strong>3</strong>" in page
    assert "<html" not in page


def test_an_observer_reads_and_cannot_choose(at: Desk, client: Client) -> None:
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER))
    page = client.get(SCOPE).text
    assert 'name="save"' not in page
    assert "disabled" in page
    with no_entry(at.mission):
        assert client.post(SCOPE, {"requirement": IDS, "reason": "Mine.", "save": "1"}).status_code == 403
    client.force_login(person())
    assert client.get(SCOPE).status_code == 403


def test_a_requirement_with_a_newer_edition_leads_to_what_it_changes(at: Desk, browser: Client) -> None:
    link = f'href="/missions/border/norms/editions/#{VICTIMS}"'
    assert link not in browser.get(SCOPE).text
    saved = scoped(at.mission, VICTIMS)
    better = replace(requirement_of(saved), title={"en": "Identify victims"})
    publish_requirement(at.manager, at.mission, better, based_on=saved.edition)
    assert link in browser.get(SCOPE).text
    assert link.replace(f"#{VICTIMS}", "") in browser.get("/missions/border/left/").text
