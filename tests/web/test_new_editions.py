"""Newer editions of requirements: seen before they are taken, and the verdicts that go along."""

import re
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.publish_catalogue import publish_catalogue
from muvofiq.records.queries.requirements import newest_editions, scoped
from muvofiq.records.words import Role
from muvofiq.standards.citation import Citation
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.revision import How, Part, compare
from muvofiq.web.labels_revision import CHANGES
from tests.records.small import (
    INTERPRETER,
    REASON,
    SCREENING,
    VICTIMS,
    Desk,
    accepted,
    catalogue,
    expert_in,
    no_entry,
    one_entry,
    person,
)

pytestmark = pytest.mark.django_db
PAGE = "/missions/border/norms/editions/"
REQUIREMENT = f"/missions/border/requirements/{VICTIMS}/"


def reworded() -> Requirement:
    """The requirement as a second edition might have it: another statement, and a norm that took another's place."""
    old = catalogue().requirement(VICTIMS)
    statement = {**old.statement, "en": "Officers must look for victims at every post."}
    citations = (*old.citations, Citation.parse("reg-2024-1348 art. 20"))
    return replace(old, statement=statement, citations=citations)


@pytest.fixture
def touched(at: Desk) -> Desk:
    """A mission with a verdict, and a newer edition of what it was judged by, and of one that nobody has judged."""
    accepted(at)
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=0)
    publish_catalogue(at.manager, [reworded(), replace(catalogue().requirement(SCREENING), title={"en": "Early look"})])
    return at


def values(at: Desk, *ids: str) -> list[str]:
    """Return what a person ticks who takes the newest editions of these."""
    newest = newest_editions(at.mission, ids)
    return [f"{name} {newest[name].pk}" for name in ids]


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_page_can_be_read_empty_and_full(at: Desk, browser: Client, language: str) -> None:
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    assert browser.get(PAGE).status_code == 200
    publish_catalogue(at.manager, [reworded()])
    page = browser.get(PAGE)
    assert page.status_code == 200
    assert "reg-2024-1348 art. 20" in page.text


def test_everything_is_told_before_anything_changes(touched: Desk, browser: Client) -> None:
    with no_entry(touched.mission):
        page = browser.get(PAGE).text
    for told in (
        "edition 1 → 2",
        "statement reworded",
        "norm added",
        "1 accepted provision",
        "look again",
        "marked until a person has looked at it",
        "title reworded",
        "Nobody has worked on it yet",
    ):
        assert told in page
    assert "<ins>" in page
    assert "<del>" in page


def test_ticking_all_none_or_only_the_harmless_saves_nothing(touched: Desk, browser: Client) -> None:
    with no_entry(touched.mission):
        pages = [browser.post(PAGE, {"pick": one}).text for one in ("all", "none", "kept")]
        counts = [len(re.findall(r'name="editions"[^>]* checked', page)) for page in pages]
    assert counts == [2, 0, 1]


def test_what_is_ticked_is_taken(touched: Desk, browser: Client) -> None:
    with one_entry(touched.mission, touched.expert, "take_edition"):
        page = browser.post(PAGE, {"save": "1", "editions": values(touched, VICTIMS)}, follow=True)
    assert "1 newer edition is taken. To be looked at again: A09." in page.text
    assert "Verdicts to be looked at again" in page.text
    assert scoped(touched.mission, VICTIMS).edition == 2
    assert scoped(touched.mission, SCREENING).edition == 1


@pytest.mark.parametrize("sent", [[], ["nonsense"], ["identification-vot-duty x"], ["\x00"], [" "]])
def test_a_bad_choice_is_told_in_place_and_changes_nothing(touched: Desk, browser: Client, sent: list[str]) -> None:
    with no_entry(touched.mission):
        page = browser.post(PAGE, {"save": "1", "editions": sent})
    assert page.status_code in {404, 409, 422}
    assert "What to do" in page.text


def test_the_requirement_says_that_a_newer_edition_exists_and_that_its_verdict_was_carried(
    touched: Desk, browser: Client
) -> None:
    page = browser.get(REQUIREMENT).text
    assert "edition 2 exists" in page
    assert f"{PAGE}#{VICTIMS}" in page
    browser.post(PAGE, {"save": "1", "editions": values(touched, VICTIMS)})
    page = browser.get(REQUIREMENT).text
    assert "edition 2 exists" not in page
    assert "The verdict was given by edition 1 (Anna Horvat" in page
    assert "statement reworded, norm added" in page
    assert "The verdict stands" in page


def test_a_person_says_that_the_verdict_stands(touched: Desk, browser: Client) -> None:
    browser.post(PAGE, {"save": "1", "editions": values(touched, VICTIMS)})
    sent = {"confirm": VICTIMS, "version": "2", "edition": "2"}
    with one_entry(touched.mission, touched.expert, "give_verdict"):
        page = browser.post(PAGE, sent, follow=True)
    assert page.redirect_chain == [(REQUIREMENT, 302)]
    assert "It stands." in page.text
    with no_entry(touched.mission):
        assert browser.post(PAGE, sent).status_code == 404
        assert browser.post(PAGE, {"confirm": VICTIMS, "version": "x", "edition": "0"}).status_code == 422


def test_a_new_verdict_takes_the_banner_away_at_once(touched: Desk, browser: Client) -> None:
    browser.post(PAGE, {"save": "1", "editions": values(touched, VICTIMS)})
    sent = {"law": "full", "reason": "All is there.", "version": "2"}
    assert "The verdict was given by edition" in browser.get(f"{REQUIREMENT}?part=all").text
    assert browser.post(reverse("judge", args=["border", VICTIMS]), sent | {"auto": "1"}).status_code == 200
    part = browser.get(f"{REQUIREMENT}?part=all").text
    assert '<div id="new-edition">' in part
    assert "The verdict was given by edition" not in part


def test_an_observer_reads_and_takes_nothing(touched: Desk, client: Client) -> None:
    client.force_login(expert_in(touched.mission, touched.manager, role=Role.OBSERVER))
    assert 'name="editions"' not in client.get(PAGE).text
    with no_entry(touched.mission):
        assert client.post(PAGE, {"save": "1", "editions": values(touched, VICTIMS)}).status_code == 403


@pytest.mark.usefixtures("at")
def test_a_stranger_sees_nothing(client: Client) -> None:
    client.force_login(person())
    assert client.get(PAGE).status_code == 403


def test_every_change_that_can_be_found_has_its_words() -> None:
    one = catalogue().requirement(INTERPRETER)
    bare = replace(one, groups=(), stages=(), terms={}, citations=(), elements=(), code="A99", title={"en": "x"})
    found = {(c.part, c.how) for pair in ((one, bare), (bare, one), (one, reworded())) for c in compare(*pair).changes}
    assert found <= set(CHANGES)
    assert {part for part, _ in CHANGES} == set(Part)
    assert {how for _, how in CHANGES} == set(How)


def test_the_findings_mark_what_is_to_be_looked_at_again_and_show_it_alone(touched: Desk, browser: Client) -> None:
    listed = "/missions/border/requirements/"
    assert "look again" not in browser.get(listed).text
    assert "No requirement of the scope fits this choice." in browser.get(listed, {"look": "again"}).text
    browser.post(PAGE, {"save": "1", "editions": values(touched, VICTIMS)})
    whole, narrowed = browser.get(listed).text, browser.get(listed, {"look": "again"}).text
    assert whole.count('<span class="tag stale">look again</span>') == 1
    assert 'href="?look=again"' in whole
    assert (whole.count("data-card"), narrowed.count("data-card")) == (4, 1)
    assert browser.get(listed, {"look": "<x>"}).text.count("data-card") == 4
