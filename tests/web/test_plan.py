"""The plan of a mission: its agencies and its sessions are added, corrected and removed."""

import pytest
from django.test import Client

from muvofiq.records.actions.note_contribution import note_contribution
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.models import Agency
from muvofiq.records.words import ContributionKind, Role
from tests.records.small import Desk, expert_in, no_entry, one_entry, person

pytestmark = pytest.mark.django_db
AGENCIES, SESSIONS = "/missions/border/plan/agencies/", "/missions/border/plan/sessions/"
SESSION = {"kind": "round_table", "title": "Referral", "day": "2026-03-03", "starts": "", "ends": "", "save": ""}


@pytest.fixture
def agency(at: Desk) -> Agency:
    return plan_agency(at.expert, at.mission, name={"en": "Border service", "ru": "Пограничная служба"})


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
@pytest.mark.parametrize("path", [AGENCIES, SESSIONS])
def test_the_pages_can_be_read_empty_and_full(at: Desk, browser: Client, language: str, path: str) -> None:
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    assert 'class="empty"' in browser.get(path).text
    plan_agency(at.expert, at.mission, name={"en": "Border service", "ru": "Пограничная служба"})
    browser.post(SESSIONS, SESSION)
    page = browser.get(path)
    assert page.status_code == 200
    assert 'class="empty"' not in page.text


def test_an_agency_is_added_and_corrected_one_language_at_a_time(at: Desk, browser: Client, agency: Agency) -> None:
    with one_entry(at.mission, at.expert, "plan"):
        assert (
            browser.post(AGENCIES, {"name": "Guardians", "short": "G", "competence": "", "save": ""}).status_code == 302
        )
    browser.cookies["muvofiq_content"] = "tg"
    page = browser.get(f"{AGENCIES}{agency.pk}/").text
    assert "[ru] Пограничная служба" in page
    browser.post(f"{AGENCIES}{agency.pk}/", {"name": "Хадамот", "short": "", "competence": "", "save": ""})
    agency.refresh_from_db()
    assert agency.name == {"en": "Border service", "ru": "Пограничная служба", "tg": "Хадамот"}


def test_a_session_is_added_with_or_without_hours_and_corrected(at: Desk, browser: Client) -> None:
    assert browser.post(SESSIONS, SESSION).status_code == 302
    session = at.mission.sessions.get()
    assert (session.kind, session.title, session.starts) == ("round_table", {"en": "Referral"}, None)
    assert 'value="2026-03-03"' in browser.get(f"{SESSIONS}{session.pk}/").text
    browser.post(f"{SESSIONS}{session.pk}/", SESSION | {"starts": "09:00", "ends": "10:30"})
    assert "09:00–10:30" in browser.get(SESSIONS).text


@pytest.mark.parametrize(
    ("path", "typed", "told"),
    [
        (AGENCIES, {"name": " ", "save": ""}, "the name of the agency"),
        (SESSIONS, SESSION | {"title": ""}, "the title of the session"),
        (SESSIONS, SESSION | {"kind": "party"}, "Select a valid choice"),
        (SESSIONS, SESSION | {"day": "yesterday"}, "Enter a valid date"),
        (SESSIONS, SESSION | {"day": "2026-03-01"}, "lies before"),
        (SESSIONS, SESSION | {"starts": "10:00", "ends": "09:00"}, "lies before"),
    ],
)
def test_a_bad_entry_is_told_in_place(at: Desk, browser: Client, path: str, typed: dict[str, str], told: str) -> None:
    with no_entry(at.mission):
        page = browser.post(path, typed)
    assert page.status_code == 422
    assert told in page.text


def test_an_agency_is_removed_unless_something_rests_on_it(at: Desk, browser: Client, agency: Agency) -> None:
    other = plan_agency(at.expert, at.mission, name={"en": "Guardians"})
    note_contribution(
        at.expert, at.mission, agency=agency, kind=ContributionKind.PRACTICE, text={"en": "Nobody is trained."}
    )
    with no_entry(at.mission):
        page = browser.post(f"{AGENCIES}{agency.pk}/", {"remove": "1"})
    assert page.status_code == 422
    assert "cannot be removed" in page.text
    with one_entry(at.mission, at.expert, "plan"):
        assert browser.post(f"{AGENCIES}{other.pk}/", {"remove": "1"}).status_code == 302
    assert [one.pk for one in at.mission.agencies.all()] == [agency.pk]


def test_only_those_who_plan_see_the_form_and_can_use_it(at: Desk, client: Client, agency: Agency) -> None:
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER))
    assert "<textarea" not in client.get(AGENCIES).text
    for path, typed in (
        (AGENCIES, {"name": "Mine", "save": ""}),
        (f"{AGENCIES}{agency.pk}/", {"remove": "1"}),
        (SESSIONS, SESSION),
    ):
        with no_entry(at.mission):
            page = client.post(path, typed)
        assert page.status_code == 403
        assert "You may not do this" in page.text
    client.force_login(person())
    assert client.get(AGENCIES).status_code == 403


def test_a_row_of_another_mission_is_not_found(browser: Client) -> None:
    nobody = "00000000-0000-0000-0000-000000000000"
    assert browser.get(f"{AGENCIES}{nobody}/").status_code == 404
    assert browser.get(f"{SESSIONS}{nobody}/").status_code == 404


def test_the_mission_itself_is_corrected_one_language_at_a_time(at: Desk, browser: Client) -> None:
    at.mission.services = [{"name": {"en": "Guard", "ru": "Охрана"}, "state": "LV"}]
    at.mission.save()
    browser.cookies["muvofiq_content"] = "ru"
    assert "Охрана" in browser.get("/missions/border/plan/").text
    typed = {"title": "Возврат", "starts": "2026-03-02", "ends": "2026-03-06", "stage": "reported"}
    sent = {**typed, "services": "Охрана\nСлужба", "theme": "", "place": "", "phase": ""}
    assert browser.post("/missions/border/plan/", sent).status_code == 302
    at.mission.refresh_from_db()
    assert at.mission.title["ru"] == "Возврат"
    assert at.mission.title["en"]
    assert at.mission.status == "reported"
    assert at.mission.services == [
        {"name": {"en": "Guard", "ru": "Охрана"}, "state": "LV"},
        {"name": {"ru": "Служба"}},
    ]
    with no_entry(at.mission):
        bad = browser.post("/missions/border/plan/", {**sent, "ends": "2026-03-01"})
    assert bad.status_code == 422
    assert 'role="alert"' in bad.text
