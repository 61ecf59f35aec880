"""Relations between requirements: listed, written by ticking elements, corrected, removed; what follows from them."""

import pytest
from django.test import Client

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.models import RequirementRelation
from muvofiq.records.words import Role
from muvofiq.standards.relation import Relation
from tests.records.small import (
    INDICATORS,
    INTERPRETER,
    REASON,
    VICTIMS,
    Desk,
    expert_in,
    no_entry,
    one_entry,
    person,
)

pytestmark = pytest.mark.django_db
PAGE = "/missions/border/norms/relations/"


def typed(**changes: object) -> dict[str, object]:
    return {
        "first": INTERPRETER,
        "second": VICTIMS,
        "kind": "intersects",
        "common": ["1 = 2", "2 = 1"],
        "reason": "Both help to understand a person.",
        "version": "0",
        "save": "1",
    } | changes


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_page_can_be_read(at: Desk, browser: Client, language: str) -> None:
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    page = browser.get(PAGE)
    assert page.status_code == 200
    assert "A09" in page.text
    assert browser.get(f"{PAGE}?first={INTERPRETER}&second={VICTIMS}").text.count('name="common"') == 30
    browser.post(PAGE, typed())
    row = at.mission.relations.get()
    assert browser.get(PAGE).status_code == 200
    assert browser.get(f"{PAGE}{row.pk}/").status_code == 200


@pytest.mark.usefixtures("at")
def test_relations_are_found_by_words(browser: Client) -> None:
    assert "A09" in browser.get(f"{PAGE}?search=A10").text
    assert "No relation has these words." in browser.get(f"{PAGE}?search=nothing-of-the-sort").text
    for query in ("first=x&second=y", f"first={VICTIMS}&second={VICTIMS}", "search=%00", f"first={VICTIMS}"):
        assert browser.get(f"{PAGE}?{query}").status_code == 200


def test_elements_are_ticked_and_a_relation_is_saved(at: Desk, browser: Client) -> None:
    with one_entry(at.mission, at.expert, "edit_standards"):
        assert browser.post(PAGE, typed()).status_code == 302
    relation = Relation.parse(at.mission.relations.get().letter)
    assert (relation.first, relation.second, relation.common) == (INTERPRETER, VICTIMS, ((1, 2), (2, 1)))
    assert relation.reason == {"en": "Both help to understand a person."}
    page = browser.get(PAGE).text
    assert "Both help to understand a person." in page
    assert "= free of charge" in page


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"kind": "equal"}, "its elements show &#x27;intersects&#x27;"),
        ({"kind": "x"}, "Select a valid choice"),
        ({"common": []}, "nothing in common"),
        ({"common": ["x", "1 = 99"]}, "no element 99"),
        ({"reason": " "}, "the reason of the relation"),
        ({"second": INTERPRETER}, "related to itself"),
        ({"second": "nothing"}, "the two requirements"),
        ({"version": "x"}, "Not saved"),
    ],
)
def test_a_bad_relation_is_told_in_place_and_what_was_ticked_stays(
    at: Desk, browser: Client, change: dict[str, object], told: str
) -> None:
    with no_entry(at.mission):
        page = browser.post(PAGE, typed(**change))
    assert page.status_code in {404, 422}
    assert told in page.text
    if change.get("kind"):
        assert 'value="1 = 2" checked' in page.text


def test_a_relation_of_the_catalogue_is_corrected_in_the_mission_alone(at: Desk, browser: Client) -> None:
    page = browser.get(f"{PAGE}?first={INDICATORS}&second={VICTIMS}").text
    assert "related already in the catalogue" in page
    assert 'value="2 = 3" checked' in page
    browser.post(PAGE, typed(first=INDICATORS, common=["2 = 3", "4 = 1"]))
    assert at.mission.relations.count() == 1
    assert "in the place of one of the catalogue" in browser.get(PAGE).text


def test_a_relation_is_corrected_without_losing_the_other_languages_and_removed(at: Desk, browser: Client) -> None:
    browser.post(PAGE, typed())
    row = at.mission.relations.get()
    browser.cookies["muvofiq_content"] = "ru"
    page = browser.get(f"{PAGE}{row.pk}/").text
    assert 'value="1 = 2" checked' in page
    sent = {"kind": "intersects", "common": ["1 = 2"], "reason": "По-русски.", "version": "1", "save": "1"}
    assert browser.post(f"{PAGE}{row.pk}/", sent).status_code == 302
    relation = Relation.parse(at.mission.relations.get().letter)
    assert (set(relation.reason), relation.common) == ({"en", "ru"}, ((1, 2),))
    with no_entry(at.mission):
        assert browser.post(f"{PAGE}{row.pk}/", sent).status_code == 409
    assert browser.post(f"{PAGE}{row.pk}/", {"remove": "1"}).status_code == 302
    assert not RequirementRelation.objects.exists()
    assert browser.get(f"{PAGE}{row.pk}/").status_code == 404


def test_the_page_of_a_requirement_shows_what_follows_from_a_related_verdict(at: Desk, browser: Client) -> None:
    give_verdict(at.expert, at.mission, INDICATORS, law=Verdict.FULL, reason=REASON, version=0)
    page = browser.get(f"/missions/border/requirements/{VICTIMS}/").text
    assert "derived, not judged" in page
    assert "overlaps with this requirement" in page
    assert "so here at least" in page
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.NOT_FOUND, reason=REASON, version=0)
    assert "does not agree with the verdict given here" in browser.get(f"/missions/border/requirements/{VICTIMS}/").text


def test_an_observer_reads_and_changes_nothing(at: Desk, browser: Client, client: Client) -> None:
    browser.post(PAGE, typed())
    row = at.mission.relations.get()
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER))
    assert "Save the relation" not in client.get(f"{PAGE}?first={INTERPRETER}&second={VICTIMS}").text
    with no_entry(at.mission):
        for sent in (typed(), typed(version="1")):
            assert client.post(PAGE, sent).status_code == 403
        assert client.post(f"{PAGE}{row.pk}/", {"remove": "1"}).status_code == 403


@pytest.mark.usefixtures("at")
def test_a_stranger_sees_nothing(client: Client) -> None:
    client.force_login(person())
    assert client.get(PAGE).status_code == 403
