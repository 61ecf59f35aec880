"""The pictures of the findings: the same numbers in picture and table, and the list behind each of them."""

import re
from io import BytesIO
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from django.test import Client
from django.utils.translation import override
from hypothesis import given

from muvofiq.assessment.heat_map import Standing, by_theme, count, heat_map, law_against_practice
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.web.heat_picture import heat_picture
from muvofiq.web.verdict_pictures import matrix_picture, theme_picture
from tests.assessment.standings import SCOPES
from tests.records.small import INTERPRETER, REASON, VICTIMS, Desk, mission_of, person

pytestmark = pytest.mark.django_db
PICTURES = "/missions/border/findings/pictures/"
LIST = "/missions/border/requirements/"
LETTER = 7  # units of the drawing that a letter takes, Cyrillic ones too
FILES = ("groups-by-stages.svg", "themes-by-verdicts.svg", "law-against-practice.svg")


@pytest.fixture
def worked(at: Desk) -> Desk:
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, practice=Verdict.FULL, reason=REASON, version=0)
    give_verdict(
        at.expert, at.mission, INTERPRETER, law=Verdict.PARTIAL, practice=Verdict.NO_DATA, reason=REASON, version=0
    )
    return at


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
@pytest.mark.usefixtures("worked")
def test_the_page_can_be_read_in_every_language(browser: Client, language: str) -> None:
    browser.cookies["django_language"] = language
    page = browser.get(PICTURES)
    assert page.status_code == 200
    assert page.text.count("<svg") == 3
    assert page.text.count("<desc") == 3


@pytest.mark.usefixtures("worked")
def test_picture_and_table_lead_to_the_same_list(browser: Client) -> None:
    page = browser.get(PICTURES).text
    for query, number in (
        ("group=trafficking-victims&amp;stage=identification", 3),
        ("theme=A&amp;law=full", 1),
        ("law=full&amp;practice=full", 1),
        ("law=not-assessed&amp;practice=not-assessed", 2),
    ):
        assert page.count(f'href="{LIST}?{query}"') == 2, query
        shown = browser.get(f"{LIST}?{query.replace('&amp;', '&')}").text
        assert shown.count("<tr data-card") == number, query
    assert "victims of trafficking, identification: 3 of the scope; partial 1, full 1, not assessed 1" in page
    assert "The same word on both: 1 of 2 requirements judged on the law and on practice." in page


@pytest.mark.parametrize("name", FILES)
@pytest.mark.usefixtures("worked")
def test_each_picture_leaves_as_a_file_of_its_own(browser: Client, name: str) -> None:
    answer = browser.get(f"{PICTURES}{name}")
    assert answer.headers["Content-Type"] == "image/svg+xml"
    root = ET.fromstring(answer.content)  # noqa: S314 (our own words)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert not list(root.iter("{http://www.w3.org/2000/svg}a")), "a file leads nowhere"
    assert root.find("{http://www.w3.org/2000/svg}title") is not None
    assert "{http://www.w3.org/2000/svg}style" in {one.tag for one in root}


@pytest.mark.usefixtures("worked")
def test_the_tables_leave_as_one_workbook(browser: Client) -> None:
    book = openpyxl.load_workbook(BytesIO(browser.get(f"{PICTURES}pictures.xlsx").content))
    assert book.sheetnames == ["Groups by stages", "Themes by verdicts", "Law against practice"]
    assert browser.get(f"{PICTURES}nothing.svg").status_code == 404


def test_without_a_scope_the_page_says_what_to_do_first(at: Desk, client: Client) -> None:
    mission_of(at.manager, slug="empty")
    client.force_login(at.manager)
    page = client.get("/missions/empty/findings/pictures/").text
    assert "nothing to show" in page
    assert "<svg" not in page
    assert client.get("/missions/empty/findings/pictures/groups-by-stages.svg").status_code == 404


@pytest.mark.usefixtures("at")
def test_a_stranger_sees_nothing(client: Client) -> None:
    client.force_login(person())
    assert client.get(PICTURES).status_code == 403
    assert client.get(f"{PICTURES}pictures.xlsx").status_code == 403


@given(SCOPES)
def test_everything_is_drawn_inside_its_picture_and_nothing_is_lost(scope: list[Standing]) -> None:
    heat, total = heat_picture(heat_map(scope)), count(scope)
    for line in heat.lines:
        for cell in line.cells:
            assert cell.x + cell.width <= heat.width
            assert cell.y + cell.height <= heat.height
    assert heat.total.count == total
    themes = theme_picture(by_theme(scope), {}, total, "en")
    for bar in themes.bars:
        assert sum(one.number for one in bar.figures) + bar.count.kept_back == bar.count.scope
        assert all(one.x + one.width <= bar.end <= themes.width for one in bar.stretches)
        assert all(one.width > 0 for one in bar.stretches), "no verdict is too few to be seen"
    matrix = matrix_picture(law_against_practice(scope))
    assert sum(line.total for line in matrix.lines) + matrix.matrix.kept_back == len(scope)
    assert sum(number for _, _, number in matrix.heads) == sum(line.total for line in matrix.lines)


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_name_of_every_group_stands_in_the_picture_whole(language: str) -> None:
    with override(language):
        for line in heat_picture(heat_map([])).lines:
            assert " ".join(said for _, said in line.lines) == line.name


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_words_of_the_verdicts_have_room_beside_the_matrix(language: str) -> None:
    with override(language):
        picture = matrix_picture(law_against_practice([]))
        assert all(len(line.label) * LETTER <= picture.name_at for line in picture.lines)
        assert all(len(name) * LETTER * 0.6 <= picture.head for _, name, _ in picture.heads)
        assert all(x + len(name) * LETTER * 0.8 <= picture.width for x, name, _ in picture.heads)


@pytest.mark.usefixtures("worked")
def test_the_home_page_shows_the_heat_map_and_what_is_left(browser: Client) -> None:
    page = browser.get("/missions/border/").text
    said = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert f'href="{LIST}?group=trafficking-victims&amp;stage=identification"' in page
    assert "2 requirements without a verdict" in said
    assert "2 verdicts without an accepted provision" in said
    assert "2 drafts that nobody has checked" in said
    for kind, number in (("verdict", 2), ("evidence", 2), ("check", 2)):
        assert f'href="{LIST}?look={kind}"' in page
        assert browser.get(LIST, {"look": kind}).text.count("<tr data-card") == number
    assert 'hx-get="/missions/border/left/"' in page
    alone = browser.get("/missions/border/left/")
    assert "<h1>What is left</h1>" in alone.text
    on_home, on_its_own = (
        " ".join(re.findall(rf"<ul{look}>(.*?)</ul>", at, re.DOTALL)[0].split())
        for at, look in ((page, ' class="left"'), (alone.text.partition("<h1>")[2], ""))
    )
    assert "2 requirements without a verdict" in on_its_own
    assert on_home == on_its_own, "the page has what the home page has, with the same numbers, and the rest below"
    assert alone.text.partition('id="keys"')[0].count("<h2 ") == 2
    part = browser.get("/missions/border/left/", headers={"HX-Request": "true"})
    assert "<h1>" not in part.text
    assert "<li>" in part.text
