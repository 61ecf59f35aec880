"""The pages of the workshop exercise: the key in three steps, the travellers, and a fresh one for another group."""

import re

import pytest
from django.test import Client

from muvofiq.assessment.answer_key import Step
from muvofiq.records.actions.open_exercise import open_exercise
from muvofiq.records.actions.reveal_answer import reveal_answer
from muvofiq.records.models import Mission, Person
from muvofiq.records.words import Role
from tests.records.small import STARTS, desk, expert_in, facilitator

pytestmark = pytest.mark.django_db
PAGE = "/missions/workshop/exercise/"
REQUIREMENT = "/missions/workshop/requirements/som-carriers/"
WHY = "for every passenger without papers whatever the reason"


@pytest.fixture
def leader() -> Person:
    return facilitator()


@pytest.fixture
def workshop(leader: Person) -> Mission:
    return open_exercise(leader, "workshop", starts=STARTS)


@pytest.fixture
def browser(leader: Person, workshop: Mission, client: Client) -> Client:  # noqa: ARG001 (there must be one)
    client.force_login(leader)
    return client


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_page_shows_travellers_and_a_covered_key(browser: Client, language: str) -> None:
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    page = browser.get(PAGE)
    assert page.status_code == 200
    assert {"en": "The Torvin family", "ru": "Семья Торвин", "tg": "Оилаи Торвин"}[language] in page.text
    assert "0 / 60" in page.text
    assert ("соҳибзабон" in page.text) == (language == "tg")
    assert "[en]" not in page.text


def test_the_key_is_revealed_in_three_steps_and_covered_again(browser: Client) -> None:
    assert "art_8" not in browser.get(REQUIREMENT).text.split('id="key"')[1]
    for step, shown in ((1, "border-ru/#art_8"), (2, "not covered"), (3, WHY)):
        before = browser.get(REQUIREMENT).text
        assert shown not in before.split('id="key"')[1].split("</section>")[0]
        assert browser.post(f"{REQUIREMENT}key/", {"step": step}).status_code == 302
        assert shown in browser.get(REQUIREMENT).text
    assert "▼" in browser.get(PAGE).text
    browser.post(f"{REQUIREMENT}key/", {"step": 0})
    assert WHY not in browser.get(REQUIREMENT).text


def test_a_fragment_answers_the_button(browser: Client) -> None:
    answer = browser.post(f"{REQUIREMENT}key/", {"step": 3}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert answer.text.strip().startswith('<section id="key"')
    assert WHY in answer.text


def test_a_participant_sees_what_is_revealed_and_has_no_button(
    leader: Person, workshop: Mission, client: Client
) -> None:
    client.force_login(expert_in(workshop, leader, role=Role.NATIONAL_EXPERT))
    assert 'name="step"' not in client.get(REQUIREMENT).text
    refused = client.post(f"{REQUIREMENT}key/", {"step": 3}, headers={"HX-Request": "true"})
    assert refused.status_code == 403
    assert WHY not in refused.text
    reveal_answer(leader, workshop, "som-carriers", Step.VERDICT)
    assert WHY in client.get(REQUIREMENT).text


@pytest.mark.parametrize("step", ["", "4", "-1", "many"])
def test_a_step_that_there_is_not_changes_nothing(browser: Client, workshop: Mission, step: str) -> None:
    assert browser.post(f"{REQUIREMENT}key/", {"step": step}, headers={"HX-Request": "true"}).status_code == 422
    assert not workshop.reveals.exists()


def test_a_mission_that_is_no_exercise_has_no_key(client: Client) -> None:
    at = desk(slug="border")
    client.force_login(at.expert)
    page = client.get("/missions/border/requirements/identification-vot-duty/")
    assert 'id="key"' not in page.text
    assert "/missions/border/exercise/" not in page.text
    assert client.get("/missions/border/exercise/").status_code == 404


def test_another_group_gets_an_exercise_of_its_own(browser: Client) -> None:
    assert "/missions/new/exercise/" in browser.get("/").text
    form = browser.get("/missions/new/exercise/")
    assert re.search(r'<option value="workshop"', form.text)
    opened = browser.post("/missions/new/exercise/", {"name": "workshop", "starts": "2027-02-01"})
    assert opened.status_code == 302
    assert opened["Location"] == "/missions/workshop-2/"
    assert Mission.objects.get(slug="workshop-2").starts.isoformat() == "2027-02-01"


@pytest.mark.parametrize(
    "typed", [{"name": "dushanbe-2016", "starts": "2027-02-01"}, {"name": "workshop", "starts": ""}]
)
def test_a_wrong_form_opens_nothing(browser: Client, typed: dict[str, str]) -> None:
    before = Mission.objects.count()
    assert browser.post("/missions/new/exercise/", typed).status_code == 422
    assert Mission.objects.count() == before


def test_only_who_manages_programmes_opens_one(workshop: Mission, leader: Person, client: Client) -> None:
    client.force_login(expert_in(workshop, leader))
    assert "/missions/new/exercise/" not in client.get("/").text
    answer = client.post("/missions/new/exercise/", {"name": "workshop", "starts": "2027-02-01"})
    assert answer.status_code == 403


PAGES = ("", "requirements/", "requirements/som-carriers/", "scope/", "exercise/", "notes/", "recommendations/new/")


@pytest.mark.parametrize("path", PAGES)
def test_unconfirmed_tajik_is_marked_on_every_page_of_a_mission(browser: Client, path: str) -> None:
    mark = "The requirements in this language are not confirmed"
    for language in ("tg", "ru", "en"):
        browser.cookies["muvofiq_content"] = language
        assert (mark in browser.get(f"/missions/workshop/{path}").text) == (language == "tg")
