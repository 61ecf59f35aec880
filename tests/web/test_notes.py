"""The discussion notes: taken in a row, found again, corrected, removed."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from muvofiq.records.actions.note_contribution import note_contribution
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.plan_session import plan_session
from muvofiq.records.models import Agency, Contribution, Session
from muvofiq.records.words import ContributionKind, Role, SessionKind
from tests.records.advising import advised
from tests.records.small import STARTS, VICTIMS, Desk, expert_in, no_entry, one_entry, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency(at: Desk) -> Agency:
    return plan_agency(at.expert, at.mission, name={"en": "Border service", "ru": "Пограничная служба"})


@pytest.fixture
def session(at: Desk) -> Session:
    return plan_session(
        at.expert, at.mission, kind=SessionKind.ROUND_TABLE, title={"en": "Referral & rights"}, day=STARTS
    )


def noted(at: Desk, agency: Agency, text: str = "Nobody is trained at night.") -> Contribution:
    return note_contribution(
        at.expert,
        at.mission,
        agency=agency,
        kind=ContributionKind.PRACTICE,
        text={"en": text},
        requirement_ids=[VICTIMS],
    )


def typed(agency: Agency, **changes: object) -> dict[str, object]:
    return {"agency": str(agency.pk), "kind": "practice", "text": "Two officers a shift."} | changes


NOTES = "/missions/border/notes/"


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_page_can_be_read_empty_and_full(at: Desk, agency: Agency, browser: Client, language: str) -> None:
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    assert browser.get(NOTES).status_code == 200
    noted(at, agency)
    page = browser.get(NOTES)
    assert page.status_code == 200
    assert "Nobody is trained at night." in page.text
    assert browser.get(f"{NOTES}1/").status_code == 200


def test_without_agencies_the_page_says_what_to_do_first(at: Desk, browser: Client) -> None:
    page = browser.get(NOTES).text
    assert reverse("agencies", args=[at.mission.slug]) in page
    assert "Save the note" not in page


def test_a_note_is_saved_in_the_language_of_the_contents(at: Desk, agency: Agency, browser: Client) -> None:
    browser.cookies["muvofiq_content"] = "ru"
    with one_entry(at.mission, at.expert, "note_contribution"):
        browser.post(NOTES, typed(agency, text="Два сотрудника.", requirements=[VICTIMS], public="on"))
    note = at.mission.contributions.get()
    assert (note.text, note.public, note.number) == ({"ru": "Два сотрудника."}, True, 1)
    assert [one.requirement_id for one in note.requirements.all()] == [VICTIMS]


def test_agency_and_session_stay_chosen_for_the_next_note(agency: Agency, session: Session, browser: Client) -> None:
    page = browser.post(NOTES, typed(agency, session=str(session.pk)), follow=True)
    assert page.redirect_chain == [(f"{NOTES}?after=1", 302)]
    for row in (agency, session):
        assert f'<option value="{row.pk}" selected>' in page.text
    assert re.search(r"<textarea[^>]* autofocus", page.text)
    assert "Two officers a shift." in page.text


def test_htmx_gets_the_minutes_alone(agency: Agency, browser: Client) -> None:
    page = browser.post(NOTES, typed(agency), headers={"HX-Request": "true"})
    assert page.status_code == 200
    assert "<html" not in page.text
    assert "Saved as C1." in page.text
    assert f'<option value="{agency.pk}" selected>' in page.text


def test_notes_are_found_by_agency_session_and_requirement(
    at: Desk, agency: Agency, session: Session, browser: Client
) -> None:
    noted(at, agency, "First.")
    other = plan_agency(at.expert, at.mission, name={"en": "Guardians"})
    note_contribution(
        at.expert, at.mission, agency=other, session=session, kind=ContributionKind.PROPOSAL, text={"en": "Second."}
    )
    for query in (f"agency={other.pk}", f"session={session.pk}"):
        page = browser.get(f"{NOTES}?{query}").text
        assert "Second." in page
        assert "First." not in page
    page = browser.get(f"{NOTES}?requirement={VICTIMS}").text
    assert "First." in page
    assert "Second." not in page
    assert re.search(rf'value="{VICTIMS}"[^>]* checked', page)
    assert browser.get(f"{NOTES}?agency=nonsense&requirement=nonsense").status_code == 200


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"text": " "}, "what the agency said"),
        ({"agency": ""}, "required"),
        ({"agency": "00000000-0000-0000-0000-000000000000"}, "Select a valid choice"),
        ({"kind": "vote"}, "Select a valid choice"),
        ({"requirements": ["brd-refusal-reasoned"]}, "Select a valid choice"),
    ],
)
def test_a_bad_note_is_told_in_place_and_changes_nothing(
    at: Desk, agency: Agency, browser: Client, change: dict[str, object], told: str
) -> None:
    with no_entry(at.mission):
        page = browser.post(NOTES, typed(agency, public="on") | change)
    assert page.status_code == 422
    assert told in page.text


def test_a_note_is_corrected_without_losing_the_other_languages(at: Desk, agency: Agency, browser: Client) -> None:
    noted(at, agency)
    browser.cookies["muvofiq_content"] = "ru"
    page = browser.get(f"{NOTES}1/").text
    assert "[en] Nobody is trained at night." in page
    assert browser.post(f"{NOTES}1/", typed(agency, text="Ночью никто не обучен.")).status_code == 302
    assert at.mission.contributions.get().text == {"en": "Nobody is trained at night.", "ru": "Ночью никто не обучен."}


def test_a_note_is_removed_unless_a_recommendation_rests_on_it(at: Desk, agency: Agency, browser: Client) -> None:
    noted(at, agency)
    noted(at, agency, "Second.")
    advised(at, contribution_numbers=[1])
    with no_entry(at.mission):
        page = browser.post(f"{NOTES}1/", {"remove": "1"})
    assert page.status_code == 422
    assert "R1" in page.text
    assert browser.post(f"{NOTES}2/", {"remove": "1"}).status_code == 302
    assert [one.number for one in at.mission.contributions.all()] == [1]


def test_what_is_not_there_is_not_found(browser: Client) -> None:
    assert browser.get(f"{NOTES}7/").status_code == 404


@pytest.mark.usefixtures("at")
def test_a_stranger_sees_nothing(client: Client) -> None:
    client.force_login(person())
    assert client.get(NOTES).status_code == 403


def test_an_observer_reads_and_changes_nothing(at: Desk, agency: Agency, client: Client) -> None:
    noted(at, agency)
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER))
    assert "Save the note" not in client.get(NOTES).text
    assert "Nobody is trained at night." in client.get(f"{NOTES}1/").text
    with no_entry(at.mission):
        for page in (
            client.post(NOTES, typed(agency)),
            client.post(f"{NOTES}1/", typed(agency)),
            client.post(f"{NOTES}1/", {"remove": "1"}),
        ):
            assert page.status_code == 403
            assert "You may not do this" in page.text


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_a_note_that_may_hold_data_on_a_person_is_saved_and_warned_of(
    agency: Agency, browser: Client, headers: dict[str, str]
) -> None:
    text = "Call the mother at +992 93 500 11 22."
    answer = browser.post(NOTES, typed(agency, text=text), headers=headers, follow=True)
    assert "telephone number (+992 93 500 11 22)" in answer.text
    assert Contribution.objects.get().text == {"en": text}
    assert "message warning" not in browser.post(NOTES, typed(agency), headers=headers, follow=True).text
    corrected = browser.post(f"{NOTES}2/", typed(agency, text="Write to a@example.org."), follow=True)
    assert "e-mail address (a@example.org)" in corrected.text
