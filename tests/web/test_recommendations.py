"""The recommendations: listed, written in the language of the page, moved on, and never overwritten unseen."""

import re

import pytest
from django.test import Client

from muvofiq.amendment.wording import wording_of
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.amend import amend
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.note_contribution import note_contribution
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.recommend import recommend
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.models import Recommendation
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.words import ContributionKind, RecommendationState, Role
from tests.records.small import UNIT, VICTIMS, Desk, accepted, desk, expert_in, no_entry, one_entry, person

pytestmark = pytest.mark.django_db

LIST = "/missions/border/recommendations/"
NEW = f"{LIST}new/"
ONE = f"{LIST}1/"
MOVE = f"{ONE}move/"


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


def typed(**changes: object) -> dict[str, object]:
    known = {"text": "Name two officers.", "reason": "Safer.", "kind": "amend", "written_in": "en", "version": 0}
    return known | changes


def recommended(at: Desk, **changes: object) -> Recommendation:
    known: dict[str, object] = {"text": {"en": "Name two officers."}, "reason": {"en": "Safer."}}
    return recommend(at.expert, at.mission, **(known | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_pages_can_be_read_empty_and_full(at: Desk, browser: Client, language: str) -> None:
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    accepted(at)
    assert browser.get(LIST).status_code == 200
    assert browser.get(NEW).status_code == 200
    recommended(at, is_key=True, priority="first", term="short", cure="law")
    assert "Name two officers." in browser.get(LIST).text
    assert browser.get(ONE).status_code == 200


def test_the_list_tells_on_what_each_rests(at: Desk, browser: Client) -> None:
    recommended(at)
    assert "rests on no contribution of an agency" in browser.get(LIST).text
    recommended(at, contribution_numbers=[1], finding_ids=[VICTIMS], is_key=True)
    page = browser.get(LIST).text
    assert ">C1</a> Border service" in page
    assert ">A09</a>" in page
    assert "★ key" in page


def test_the_list_names_the_units_that_each_amends(at: Desk, browser: Client) -> None:
    act = register_act(at.expert, at.mission, title={"en": "Law on guardians"})
    amend(at.expert, recommended(at), act=act, unit="article 7", proposed="A guardian is named within a day.")
    page = browser.get(LIST).text
    assert "article 7" in page
    assert "in words: no clause" in page


def test_the_address_chooses_requirement_and_unit(at: Desk, browser: Client) -> None:
    accepted(at)
    place = f"edition={at.edition.name}&eid={UNIT}"
    page = browser.get(f"{NEW}?requirement={VICTIMS}&{place}").text
    assert re.search(rf'name="findings" value="{VICTIMS}"[^>]* checked', page)
    assert "Begun from ст. 4 ч. 2" in page
    assert "Save and amend the unit" in page
    assert f"eid={UNIT}" in browser.get(NEW).text
    page = browser.get(f"{NEW}?requirement={VICTIMS}").text
    assert "Begin from a provision accepted for this requirement" in page
    assert browser.get(f"{NEW}?edition={at.edition.name}&eid=art_999").status_code == 404
    assert browser.get(f"{NEW}?edition=other&eid={UNIT}").status_code == 404


@pytest.mark.usefixtures("at")
def test_a_requirement_without_a_verdict_is_served_and_not_rested_on(browser: Client) -> None:
    page = browser.get(f"{NEW}?requirement=screening-interpretation").text
    assert re.search(r'name="requirements" value="screening-interpretation"[^>]* checked', page)
    assert not re.search(r'name="findings"[^>]* checked', page)


def test_a_recommendation_is_saved_with_all_that_was_chosen(at: Desk, browser: Client) -> None:
    agency, act = at.mission.agencies.get(), at.edition.act
    chosen = {"priority": "first", "term": "short", "cure": "law", "addressee": str(agency.pk)}
    rests = {"findings": [VICTIMS], "requirements": ["screening-interpretation"], "contributions": ["1"]}
    with one_entry(at.mission, at.expert, "recommend"):
        page = browser.post(NEW, typed(is_key="on", together=[str(act.pk)], **chosen, **rests))
    assert page.headers["Location"] == ONE
    row = at.mission.recommendations.get()
    assert (row.text, row.reason) == ({"en": "Name two officers."}, {"en": "Safer."})
    assert (row.kind, row.priority, row.term, row.cure) == ("amend", "first", "short", "law")
    assert (row.is_key, row.addressee, row.version, list(row.together.all())) == (True, agency, 1, [act])
    assert [one.number for one in row.contributions.all()] == [1]
    assert row.findings.get().requirement.requirement_id == VICTIMS
    assert row.requirements.get().requirement_id == "screening-interpretation"


def test_from_an_accepted_provision_one_goes_on_to_its_unit(at: Desk, browser: Client) -> None:
    place = {"edition": at.edition.name, "eid": UNIT}
    page = browser.post(NEW, typed(amend="1", **place))
    assert page.headers["Location"] == f"{ONE}amendments/new/?edition={at.edition.name}&eid={UNIT}"
    assert browser.post(NEW, typed(**place)).headers["Location"] == f"{LIST}2/"


def test_the_provisions_of_its_requirements_come_first_and_the_others_are_folded(at: Desk, browser: Client) -> None:
    accepted(at)
    accepted(at, requirement_id="screening-interpretation", eid="art_8")
    page = browser.get(f"{NEW}?requirement={VICTIMS}").text
    first, _, rest = page.partition("<details>")
    assert f"eid={UNIT}" in first
    assert "eid=art_8" not in first
    assert "eid=art_8" in rest


def test_once_it_is_saved_the_provisions_of_its_requirements_are_offered_until_they_are_amended(
    at: Desk, browser: Client
) -> None:
    accepted(at)
    row = recommended(at, finding_ids=[VICTIMS])
    offered = f"{ONE}amendments/new/?edition={at.edition.name}&amp;eid={UNIT}"
    assert offered in browser.get(ONE).text
    current = wording_of(unit_of(at.edition, UNIT))
    amend(at.expert, row, act=at.edition.act, edition=at.edition, eid=UNIT, proposed=f"{current} Их двое.")
    assert offered not in browser.get(ONE).text
    assert recommended(at).number == 2
    assert offered.replace("/1/", "/2/") not in browser.get(f"{LIST}2/").text


def test_what_is_ticked_stands_first(at: Desk, browser: Client) -> None:
    recommended(at, requirement_ids=["vul-early-screening"])
    page = browser.get(ONE).text
    names = re.findall(r'name="requirements" value="([^"]+)"', page)
    assert names[0] == "vul-early-screening"
    assert len(names) > 1


def test_a_recommendation_is_asked_for_once_more_before_it_goes(at: Desk, browser: Client) -> None:
    recommended(at)
    page = browser.get(ONE).text
    assert re.search(r'<details class="removing"><summary[^>]*>Remove this recommendation</summary>', page)
    assert "Yes, remove it" in page


def test_from_a_law_one_goes_on_with_its_edition_chosen(at: Desk, browser: Client) -> None:
    page = browser.post(NEW, typed(edition=at.edition.name), follow=True)
    assert f'<option value="{at.edition.name}" selected>' in page.text


@pytest.mark.parametrize(
    ("change", "status", "told"),
    [
        ({"text": " "}, 422, "the text of the recommendation"),
        ({"kind": ""}, 422, "required"),
        ({"kind": "other"}, 422, "Select a valid choice"),
        ({"term": "soon"}, 422, "Select a valid choice"),
        ({"findings": ["screening-interpretation"]}, 422, "Select a valid choice"),
        ({"requirements": ["nothing"]}, 422, "Select a valid choice"),
        ({"contributions": ["9"]}, 422, "Select a valid choice"),
        ({"together": ["x"]}, 422, "Select a valid choice"),
    ],
)
def test_a_bad_one_is_told_in_place_and_changes_nothing(
    at: Desk, browser: Client, change: dict[str, object], status: int, told: str
) -> None:
    with no_entry(at.mission):
        page = browser.post(NEW, typed(reason="Because it is safer.") | change)
    assert page.status_code == status
    assert told in page.text
    assert "Because it is safer." in page.text


def test_a_second_person_sees_both_versions_and_replaces_nothing(at: Desk, browser: Client) -> None:
    row = recommended(at)
    other = expert_in(at.mission, at.manager, name="Second Expert")
    theirs = {"en": "Name three officers."}
    recommend(other, at.mission, text=theirs, reason={"en": "Theirs."}, written=row, version=1)
    with no_entry(at.mission):
        page = browser.post(ONE, typed(text="Name four officers.", reason="Mine.", version=1))
    assert page.status_code == 409
    for text in ("Second Expert", "Name three officers.", "<ins>four</ins>", "Theirs.", "Mine.", 'class="difference"'):
        assert text in page.text
    assert '<input type="hidden" name="version" value="2">' in page.text
    assert browser.post(ONE, typed(text="Name four officers.", version=2)).status_code == 302
    assert at.mission.recommendations.get().text == {"en": "Name four officers."}


def test_an_error_of_another_kind_does_not_hide_that_somebody_saved_meanwhile(at: Desk, browser: Client) -> None:
    recommended(at, written=recommended(at), version=1)
    page = browser.post(ONE, typed(kind="", version=1))
    assert page.status_code == 422
    assert '<input type="hidden" name="version" value="1">' in page.text


def test_a_text_is_saved_in_the_language_in_which_it_was_typed(at: Desk, browser: Client) -> None:
    recommended(at)
    browser.cookies["muvofiq_content"] = "ru"
    page = browser.get(ONE).text
    assert "[en] Name two officers." in page
    assert "[en] Safer." in page
    assert 'name="written_in" value="ru"' in page
    browser.cookies["muvofiq_content"] = "en"  # chosen in another window meanwhile
    sent = typed(text="Назвать двух сотрудников.", reason="Надёжнее.", written_in="ru", version=1)
    assert browser.post(ONE, sent).status_code == 302
    row = at.mission.recommendations.get()
    assert row.text == {"en": "Name two officers.", "ru": "Назвать двух сотрудников."}
    assert row.reason == {"en": "Safer.", "ru": "Надёжнее."}


@pytest.mark.usefixtures("at")
def test_what_was_refused_stays_in_its_language(browser: Client) -> None:
    browser.cookies["muvofiq_content"] = "en"
    page = browser.post(NEW, typed(text="Назвать двух.", kind="", written_in="ru")).text
    assert 'name="written_in" value="ru"' in page
    assert "Назвать двух." in page


def test_a_recommendation_is_removed(at: Desk, browser: Client) -> None:
    recommended(at)
    assert browser.post(ONE, {"remove": "1"}).status_code == 302
    assert not at.mission.recommendations.exists()
    assert browser.get(ONE).status_code == 404


def test_it_goes_from_the_desk_to_a_colleague_and_to_the_agencies(at: Desk, browser: Client) -> None:
    row = recommended(at)
    page = browser.get(ONE).text
    assert 'value="checked"' in page
    assert 'value="agreed"' not in page
    for state in ("checked", "shown"):
        assert browser.post(MOVE, {"to": state, "seen": row.seen}).status_code == 302
    row.refresh_from_db()
    assert row.state == RecommendationState.SHOWN
    page = browser.get(ONE).text
    assert f"shown to the agencies: {at.expert.name}, " in page
    assert "take it back first" in page
    assert "Save the recommendation" not in page


@pytest.mark.parametrize(("state", "status"), [("agreed", 409), ("nowhere", 422), ("", 422)])
def test_a_step_that_none_goes_is_told(at: Desk, browser: Client, state: str, status: int) -> None:
    recommended(at)
    with no_entry(at.mission):
        page = browser.post(MOVE, {"to": state})
    assert page.status_code == status
    assert at.mission.recommendations.get().state == "draft"


def test_what_was_shown_is_not_rewritten_and_what_was_typed_stays(at: Desk, browser: Client) -> None:
    row = recommended(at)
    for state in ("checked", "shown"):
        browser.post(MOVE, {"to": state, "seen": row.seen})
    with no_entry(at.mission):
        page = browser.post(ONE, typed(text="Name four officers.", version=1))
    assert page.status_code == 409
    assert "Name four officers." in page.text
    assert "Take it back to «draft» first" in page.text


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
    page = client.get(ONE).text
    assert "Name two officers." in page
    assert "Save the recommendation" not in page
    assert "Amend it" not in page
    with no_entry(at.mission):
        for answer in (
            client.get(NEW),
            client.get(f"{ONE}amendments/new/"),
            client.post(NEW, typed()),
            client.post(ONE, typed(version=1)),
            client.post(ONE, {"remove": "1"}),
        ):
            assert answer.status_code == 403
            assert "You may not do this" in answer.text
