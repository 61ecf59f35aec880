"""The recommendations: written beside the wording in force, compared, and never overwritten unseen."""

import re

import pytest
from django.test import Client

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.note_contribution import note_contribution
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.recommend import recommend
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.models import Recommendation
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.words import ContributionKind, Role
from tests.records.small import UNIT, VICTIMS, Desk, accepted, desk, expert_in, no_entry, one_entry, person

pytestmark = pytest.mark.django_db

LIST = "/missions/border/recommendations/"
NEW = f"{LIST}new/"


@pytest.fixture
def at() -> Desk:
    at = desk(slug="border")
    give_verdict(
        at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason={"en": "The duty is not complete."}, version=0
    )
    agency = plan_agency(at.expert, at.mission, name={"en": "Border service"})
    note_contribution(
        at.expert,
        at.mission,
        agency=agency,
        kind=ContributionKind.PROPOSAL,
        text={"en": "Two officers."},
        requirement_ids=[VICTIMS],
    )
    return at


def words(at: Desk) -> str:
    return unit_of(at.edition, UNIT).words


def typed(at: Desk, **changes: object) -> dict[str, object]:
    known = {"edition": at.edition.name, "eid": UNIT, "proposed": "Назначаются двое.", "reason": "Safer.", "version": 0}
    return known | changes


def recommended(at: Desk, **changes: object) -> Recommendation:
    known: dict[str, object] = {"proposed": "Назначаются двое.", "reason": {"en": "Safer."}}
    return recommend(at.expert, at.mission, act=at.edition.act, edition=at.edition, eid=UNIT, **(known | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_pages_can_be_read_empty_and_full(at: Desk, browser: Client, language: str) -> None:
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    accepted(at)
    assert browser.get(LIST).status_code == 200
    assert browser.get(NEW).status_code == 200
    recommended(at, is_key=True)
    assert "ст. 4 ч. 2" in browser.get(LIST).text
    assert browser.get(f"{LIST}1/").status_code == 200


def test_the_list_tells_on_what_each_rests(at: Desk, browser: Client) -> None:
    recommended(at)
    assert "rests on no contribution of an agency" in browser.get(LIST).text
    recommended(at, contribution_numbers=[1], finding_ids=[VICTIMS], is_key=True)
    page = browser.get(LIST).text
    assert ">C1</a> Border service" in page
    assert ">A09</a>" in page
    assert "★ key" in page


def test_the_address_chooses_unit_and_requirement(at: Desk, browser: Client) -> None:
    accepted(at)
    page = browser.get(f"{NEW}?requirement={VICTIMS}&edition={at.edition.name}&eid={UNIT}").text
    assert page.count(words(at)) >= 2  # in force, and as the beginning of the proposal
    assert re.search(rf'value="{VICTIMS}"[^>]* checked', page)
    assert "Nothing yet" in page
    assert f"eid={UNIT}" in browser.get(NEW).text
    assert browser.get(f"{NEW}?edition={at.edition.name}&eid=art_999").status_code == 404
    assert browser.get(f"{NEW}?edition=other&eid={UNIT}").status_code == 404


def test_a_recommendation_is_saved_with_the_wording_of_the_edition(at: Desk, browser: Client) -> None:
    agency = at.mission.agencies.get()
    with one_entry(at.mission, at.expert, "recommend"):
        page = browser.post(
            NEW,
            typed(at, findings=[VICTIMS], contributions=["1"], is_key="on", addressee=str(agency.pk), current="forged"),
        )
    assert page.headers["Location"] == f"{LIST}1/"
    row = at.mission.recommendations.get()
    assert (row.current, row.proposed, row.reason) == (words(at), "Назначаются двое.", {"en": "Safer."})
    assert (row.is_key, row.addressee, row.act, row.version) == (True, agency, at.edition.act, 1)
    assert [one.number for one in row.contributions.all()] == [1]
    assert row.findings.get().requirement.requirement_id == VICTIMS


def test_a_unit_can_be_cited_as_lawyers_cite_it(at: Desk, browser: Client) -> None:
    assert browser.post(NEW, typed(at, eid="Ст. 4 ч.2")).status_code == 302
    assert at.mission.recommendations.get().eid == UNIT


def test_a_new_unit_and_an_act_without_text(at: Desk, browser: Client) -> None:
    act = register_act(at.expert, at.mission, title={"en": "Law on guardians"})
    assert browser.post(NEW, typed(at, eid="", unit="article 4(1), new")).status_code == 302
    assert browser.post(NEW, typed(at, edition=f"act:{act.pk}", eid="article 7")).status_code == 302
    new, without = at.mission.recommendations.all()
    assert (new.edition, new.eid, new.unit, new.current) == (at.edition, "", "article 4(1), new", "")
    assert (without.act, without.edition, without.unit, without.eid) == (act, None, "article 7", "")
    for number in (1, 2):
        assert browser.get(f"{LIST}{number}/").status_code == 200


def test_only_a_wording_that_was_seen_can_be_deleted(at: Desk, browser: Client) -> None:
    with no_entry(at.mission):
        page = browser.post(NEW, typed(at, proposed=""))
    assert page.status_code == 422
    assert words(at) in page.text
    assert browser.post(NEW, typed(at, proposed="", shown=f"{at.edition.name}~{UNIT}")).status_code == 302
    assert at.mission.recommendations.get().proposed == ""
    assert "delete the unit" in browser.get(LIST).text


@pytest.mark.parametrize(
    ("change", "status", "told"),
    [
        ({"reason": " "}, 422, "the reason of the recommendation"),
        ({"edition": ""}, 422, "required"),
        ({"edition": "other"}, 422, "Select a valid choice"),
        ({"eid": "art_999"}, 404, "art_999"),
        ({"eid": ""}, 422, "the unit"),
        ({"findings": ["screening-interpretation"]}, 422, "Select a valid choice"),
        ({"contributions": ["9"]}, 422, "Select a valid choice"),
    ],
)
def test_a_bad_one_is_told_in_place_and_changes_nothing(
    at: Desk, browser: Client, change: dict[str, object], status: int, told: str
) -> None:
    with no_entry(at.mission):
        page = browser.post(NEW, typed(at) | change)
    assert page.status_code == status
    assert told in page.text
    assert "Назначаются двое." in page.text


def test_a_preview_shows_the_changes_and_saves_nothing(at: Desk, browser: Client) -> None:
    changed = words(at).replace("пятидесяти", "тридцати")
    shown = f"{at.edition.name}~{UNIT}"
    with no_entry(at.mission):
        page = browser.post(NEW, typed(at, preview="1", proposed=changed, shown=shown, findings=[VICTIMS]))
    assert page.status_code == 200
    assert "<del>пятидесяти</del><ins>тридцати</ins>" in page.text
    assert re.search(rf'value="{VICTIMS}"[^>]* checked', page.text)


def test_a_newly_chosen_unit_begins_with_its_own_words(at: Desk, browser: Client) -> None:
    asked = typed(at, preview="1", proposed="")
    page = browser.post(NEW, asked, headers={"HX-Request": "true", "HX-Target": "wording"})
    assert "<html" not in page.text
    assert page.text.count(words(at)) >= 2
    other = typed(at, preview="1", eid="art_4__para_3", proposed=words(at), shown=f"{at.edition.name}~{UNIT}")
    page = browser.post(NEW, other, headers={"HX-Request": "true", "HX-Target": "wording"})
    assert words(at) not in page.text
    assert unit_of(at.edition, "art_4__para_3").words in page.text
    mine = typed(at, preview="1", eid="art_4__para_3", proposed="Mine.", shown=f"{at.edition.name}~{UNIT}")
    page = browser.post(NEW, mine, headers={"HX-Request": "true", "HX-Target": "redline"})
    assert "<ins>Mine</ins>" in page.text
    assert "<textarea" not in page.text


def test_a_wrong_unit_is_told_in_the_fragment(at: Desk, browser: Client) -> None:
    asked = typed(at, preview="1", eid="art_999")
    page = browser.post(NEW, asked, headers={"HX-Request": "true", "HX-Target": "wording"})
    assert page.status_code == 404
    assert "art_999" in page.text
    assert "Назначаются двое." in page.text


def test_a_second_person_sees_both_versions_and_replaces_nothing(at: Desk, browser: Client) -> None:
    row = recommended(at)
    other = expert_in(at.mission, at.manager, name="Second Expert")
    recommend(
        other,
        at.mission,
        act=at.edition.act,
        edition=at.edition,
        eid=UNIT,
        proposed="Назначаются трое.",
        reason={"en": "Theirs."},
        written=row,
        version=1,
    )
    with no_entry(at.mission):
        page = browser.post(f"{LIST}1/", typed(at, proposed="Назначаются четверо.", reason="Mine.", version=1))
    assert page.status_code == 409
    for text in ("Second Expert", "Назначаются трое.", "<ins>четверо</ins>", "Theirs.", "Mine.", 'class="difference"'):
        assert text in page.text
    assert '<input type="hidden" name="version" value="2">' in page.text
    again = typed(at, proposed="Назначаются четверо.", reason="Mine.", version=2)
    assert browser.post(f"{LIST}1/", again).status_code == 302
    assert at.mission.recommendations.get().proposed == "Назначаются четверо."


def test_an_error_of_another_kind_does_not_hide_that_somebody_saved_meanwhile(at: Desk, browser: Client) -> None:
    row = recommended(at)
    recommended(at, written=row, version=1)
    page = browser.post(f"{LIST}1/", typed(at, reason="", edition="", version=1))
    assert page.status_code == 422
    assert '<input type="hidden" name="version" value="1">' in page.text


def test_a_correction_keeps_the_reason_in_other_languages(at: Desk, browser: Client) -> None:
    recommended(at)
    browser.cookies["muvofiq_content"] = "ru"
    assert "[en] Safer." in browser.get(f"{LIST}1/").text
    assert browser.post(f"{LIST}1/", typed(at, reason="Надёжнее.", version=1)).status_code == 302
    assert at.mission.recommendations.get().reason == {"en": "Safer.", "ru": "Надёжнее."}


def test_a_recommendation_is_removed(at: Desk, browser: Client) -> None:
    recommended(at)
    assert browser.post(f"{LIST}1/", {"remove": "1"}).status_code == 302
    assert not at.mission.recommendations.exists()
    assert browser.get(f"{LIST}1/").status_code == 404


@pytest.mark.usefixtures("at")
def test_a_stranger_sees_nothing(client: Client) -> None:
    client.force_login(person())
    for page in (LIST, NEW):
        assert client.get(page).status_code == 403


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.DELEGATE])
def test_who_does_not_write_them_reads_them(at: Desk, client: Client, role: Role) -> None:
    recommended(at)
    client.force_login(expert_in(at.mission, at.manager, role=role))
    assert "Write a recommendation" not in client.get(LIST).text
    page = client.get(f"{LIST}1/").text
    assert "Назначаются двое." in page
    assert "Save the recommendation" not in page
    with no_entry(at.mission):
        for answer in (
            client.post(NEW, typed(at)),
            client.post(f"{LIST}1/", typed(at, version=1)),
            client.post(f"{LIST}1/", {"remove": "1"}),
        ):
            assert answer.status_code == 403
            assert "You may not do this" in answer.text
