"""The picture of the coverage and the list behind each of its cells."""

import re

import pytest
from django.test import Client
from django.utils.translation import override

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.publish_catalogue import publish_catalogue
from muvofiq.records.queries.coverage import coverage_of
from muvofiq.standards.vocabulary import Group, Stage
from muvofiq.web.coverage_picture import picture_of
from muvofiq.web.labels_coverage import GROUPS, STAGES
from tests.records.small import REASON, VICTIMS, Desk, mission_of, person, requirements

pytestmark = pytest.mark.django_db
COVERAGE = "/missions/border/norms/coverage/"
LIST = "/missions/border/requirements/"
OTHER = "som-return"


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_page_can_be_read_in_every_language(browser: Client, language: str) -> None:
    browser.cookies["django_language"] = language
    assert browser.get(COVERAGE).status_code == 200


def test_without_a_scope_the_page_says_what_to_do_first(at: Desk, client: Client) -> None:
    mission_of(at.manager, slug="empty")
    client.force_login(at.manager)
    page = client.get("/missions/empty/norms/coverage/").text
    assert "nothing to show" in page
    assert "<svg" not in page


def test_the_numbers_of_picture_and_table_are_the_same_and_lead_to_the_list(at: Desk, browser: Client) -> None:
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0)
    page = browser.get(COVERAGE).text
    query = "group=trafficking-victims&amp;stage=identification"
    spoken = "victims of trafficking, identification: 3 in the scope, 1 judged, 1 fully met"
    assert page.count(f'href="{LIST}?{query}"') == 2
    assert page.count(f'aria-label="{spoken}"') == 2
    assert "3 / 1 / 1" in page
    assert "<title>" in page
    assert "4 / 4 requirements of the scope / of the catalogue" in words(page)


def test_what_the_scope_leaves_out_is_told_apart_from_silence(at: Desk, browser: Client) -> None:
    assert "none in the scope" not in browser.get(COVERAGE).text
    publish_catalogue(at.manager, requirements([OTHER]))
    (left,) = requirements([OTHER])
    page = browser.get(COVERAGE).text
    assert "smuggled migrants, return: none in the scope, 1 in the catalogue" in page
    assert "4 / 5 requirements of the scope / of the catalogue" in words(page)
    shown = browser.get(LIST, {"group": "smuggled", "stage": "return"}).text
    assert "1 requirement of the catalogue about this is not in the scope" in shown
    assert f'href="/missions/border/scope/?search={left.code}"' in shown


def test_the_list_shows_a_group_at_a_stage_and_leads_back_to_all(browser: Client) -> None:
    every = browser.get(LIST).text
    assert "Show all" not in every
    some = browser.get(LIST, {"group": "trafficking-victims", "stage": "identification"}).text
    assert 0 < some.count("data-card") < every.count("data-card") == 4
    assert "Group: victims of trafficking" in some
    assert "Stage: identification" in some
    assert "Show all</a>" in some
    none = browser.get(LIST, {"group": "own-nationals"}).text
    assert "No requirement of the scope fits this choice." in none
    assert browser.get(LIST, {"group": "nobody", "stage": "\x00"}).text.count("data-card") == 4


def test_every_group_and_stage_has_its_word() -> None:
    assert {*GROUPS} == set(Group)
    assert {*STAGES} == set(Stage)


def test_everything_is_drawn_inside_the_picture(at: Desk) -> None:
    picture = picture_of(coverage_of(at.mission))
    for line in picture.lines:
        assert all(y < picture.height for y, _ in line.lines)
        for cell in line.cells:
            assert cell.x + cell.width <= picture.width
            assert cell.y + picture.cell_height <= picture.height
            assert cell.full_width <= cell.judged_width <= cell.width


@pytest.mark.usefixtures("at")
def test_a_stranger_sees_nothing(client: Client) -> None:
    client.force_login(person())
    assert client.get(COVERAGE).status_code == 403


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_name_of_every_group_stands_in_the_picture_whole(at: Desk, language: str) -> None:
    with override(language):
        for line in picture_of(coverage_of(at.mission)).lines:
            assert " ".join(words for _, words in line.lines) == line.name
