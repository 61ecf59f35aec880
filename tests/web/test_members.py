"""The people of a mission: they are invited, take roles and give them back, and get links that let them in once."""

import re
from datetime import date

import pytest
from django.test import Client

from muvofiq.records.actions.add_member import add_member
from muvofiq.records.actions.create_mission import create_mission
from muvofiq.records.actions.invite_member import invite_member, may_let_in, renew_link
from muvofiq.records.errors import NameTaken, NotOnFile
from muvofiq.records.models import Person
from muvofiq.records.words import Role
from tests.records.small import Desk, expert_in, no_entry, one_entry, person, refused

pytestmark = pytest.mark.django_db
PEOPLE = "/missions/border/people/"
NEW = {"do": "invite", "name": "Гулнора Раҳимова", "service": "Migration", "role": "national_expert", "username": ""}


@pytest.fixture
def browser(at: Desk, client: Client) -> Client:
    client.force_login(at.manager)
    return client


def link_in(page: str) -> str:
    found = re.search(r'value="(http://testserver/sign-in/[\w-]+/)"', page)
    return found[1] if found else ""


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_people_and_permissions_are_shown(browser: Client, language: str) -> None:
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    page = browser.get(PEOPLE)
    assert page.status_code == 200
    assert "Marta Ozola" in page.text
    assert page.text.count("✓") > 20


def test_a_new_person_is_invited_and_comes_in_by_the_link_once(at: Desk, browser: Client) -> None:
    page = browser.post(PEOPLE, NEW)
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    guest = Person.objects.get(name="Гулнора Раҳимова")
    assert (guest.username, guest.service) == ("гулнора-раҳимова", "Migration")
    assert [one.role for one in at.mission.members.filter(person=guest)] == ["national_expert"]
    address = link_in(page.text)
    assert link_in(browser.get(PEOPLE).text) == ""
    visitor = Client()
    assert visitor.post(address).status_code == 302
    assert visitor.get(PEOPLE).status_code == 200
    assert Client().post(address).status_code == 422


def test_the_same_name_twice_is_a_slip_and_two_people_of_one_name_get_two_user_names(at: Desk, browser: Client) -> None:
    Person.objects.create(username="ann", name="Ann")
    browser.post(PEOPLE, NEW | {"name": "Ann"})
    assert at.mission.members.filter(person__username="ann-2").exists()
    with no_entry(at.mission):
        page = browser.post(PEOPLE, NEW | {"name": "ann"})
    assert page.status_code == 422
    assert "already something called" in page.text


@pytest.mark.parametrize(
    ("typed", "told"), [({"name": " "}, "the name of the person"), ({"role": "king"}, "Select a valid choice")]
)
def test_a_bad_invitation_is_told_in_place(at: Desk, browser: Client, typed: dict[str, str], told: str) -> None:
    with no_entry(at.mission):
        page = browser.post(PEOPLE, NEW | typed)
    assert page.status_code == 422
    assert told in page.text
    assert "Migration" in page.text


def test_a_role_is_given_and_taken_back_but_the_last_manager_stays(at: Desk, browser: Client) -> None:
    member = at.mission.members.get(person=at.expert)
    with one_entry(at.mission, at.manager, "add_member"):
        assert browser.post(PEOPLE, {"do": "add-role", "member": member.pk, "role": "observer"}).status_code == 302
    with one_entry(at.mission, at.manager, "add_member"):
        assert browser.post(PEOPLE, {"do": "end-role", "member": member.pk}).status_code == 302
    assert [one.role for one in at.mission.members.filter(person=at.expert)] == ["observer"]
    last = at.mission.members.get(person=at.manager, role=Role.PROGRAMME_MANAGER.value)
    with no_entry(at.mission):
        page = browser.post(PEOPLE, {"do": "end-role", "member": last.pk})
    assert page.status_code == 422
    assert "cannot be removed" in page.text


def test_a_new_link_is_made_for_a_member_only(at: Desk, browser: Client) -> None:
    member = at.mission.members.get(person=at.expert)
    assert link_in(browser.post(PEOPLE, {"do": "link", "member": member.pk}).text)
    nobody = "00000000-0000-0000-0000-000000000000"
    with no_entry(at.mission):
        assert browser.post(PEOPLE, {"do": "link", "member": nobody}).status_code == 404
        assert browser.post(PEOPLE, {"do": "link", "member": "x"}).status_code == 422
    stranger = person()
    with refused(NotOnFile):
        renew_link(at.manager, at.mission, stranger)


def test_nobody_gets_into_another_mission_by_inviting_its_people(at: Desk, client: Client) -> None:
    chief = expert_in(at.mission, at.manager, role=Role.PROGRAMME_MANAGER, name="Chief")
    day = date(2026, 5, 4)
    elsewhere = create_mission(at.manager, title={"en": "Elsewhere"}, state="KZ", starts=day, ends=day)
    foreign = expert_in(elsewhere, at.manager, name="Foreign")
    assert (may_let_in(chief, at.expert), may_let_in(chief, foreign)) == (True, False)
    assert (may_let_in(chief, at.manager), may_let_in(at.manager, foreign)) == (False, True)
    client.force_login(chief)
    page = client.post(PEOPLE, NEW | {"username": foreign.username, "name": ""})
    assert page.status_code == 200
    assert link_in(page.text) == ""
    assert "cannot make a sign-in link" in page.text
    member = at.mission.members.get(person=foreign)
    with no_entry(at.mission):
        assert client.post(PEOPLE, {"do": "link", "member": member.pk}).status_code == 403
    add_member(at.manager, elsewhere, chief, Role.PROGRAMME_MANAGER)
    assert may_let_in(chief, foreign)


def test_a_known_person_with_the_same_role_is_not_added_again(at: Desk) -> None:
    _, token = invite_member(at.manager, at.mission, name="", username=at.expert.username, role=Role.OBSERVER)
    assert token
    with refused(NameTaken):
        invite_member(at.manager, at.mission, name="", username=at.expert.username, role=Role.OBSERVER)


def test_only_the_manager_changes_people(at: Desk, client: Client) -> None:
    client.force_login(at.expert)
    page = client.get(PEOPLE).text
    assert 'name="do"' not in page
    member = at.mission.members.get(person=at.manager, role=Role.PROGRAMME_MANAGER.value)
    for typed in (NEW, {"do": "end-role", "member": member.pk}, {"do": "link", "member": member.pk}):
        with no_entry(at.mission):
            assert client.post(PEOPLE, typed).status_code == 403
    client.force_login(person())
    assert client.get(PEOPLE).status_code == 403
