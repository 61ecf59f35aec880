"""The findings: a cell of a picture opens its list, requirements are shared out by the keyboard, lists are sent."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import load_workbook
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_pages import hidden_width, in_language
from tests.browser.workbench import Workbench, press

MISSION = "/missions/worked-example"
LIST = f"{MISSION}/requirements/"
PICTURES = f"{MISSION}/findings/pictures/"
PATHS = (
    LIST,
    f"{LIST}?law=partial&stage=identification&order=severity",
    f"{LIST}?words=nosuchwordanywhere",
    PICTURES,
    f"{MISSION}/left/",
    "/missions/workshop/findings/pictures/",
)


def test_a_cell_of_the_heat_map_opens_the_list_behind_it_and_a_chip_closes_it_again(
    page: Page, workbench: Workbench
) -> None:
    page.goto(f"{workbench.address}{PICTURES}")
    cell = page.locator("svg.picture").first.locator("a").first
    number = cell.locator(".count").text_content() or ""
    cell.click()
    page.wait_for_url(re.compile(r"/requirements/\?group=[\w-]+&stage=[\w-]+$"))
    rows = page.locator("tr[data-card]")
    expect(rows).to_have_count(int(number))
    expect(page.locator(".chip")).to_have_count(2)
    page.locator(".chip").first.click()
    page.wait_for_url(re.compile(r"/requirements/\?stage=[\w-]+$"))
    expect(page.locator(".chip")).to_have_count(1)
    page.get_by_role("link", name="Show all").click()
    expect(page.locator(".chip")).to_have_count(0)


def test_the_table_leads_where_the_picture_leads_by_the_keyboard(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{PICTURES}")
    link = page.locator("table.tallies").get_by_role("link").first
    link.focus()
    press(page, "Enter")
    page.wait_for_url(re.compile(r"/requirements/\?group=[\w-]+&stage=[\w-]+$"))


def test_a_choice_narrows_the_list_at_once(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{LIST}")
    every = page.locator("tr[data-card]").count()
    press(page, "f")
    page.get_by_label("What is left").select_option(index=1)
    page.wait_for_url(re.compile(r"[?&]look=[a-z]+"))
    expect(page.locator(".chip")).to_have_count(1)
    assert 0 < page.locator("tr[data-card]").count() <= every


def test_three_requirements_are_shared_out_by_the_keyboard_and_one_is_taken(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{LIST}")
    for _ in range(3):
        press(page, "j")
        press(page, "x")
    expect(page.locator("tr[data-card] input:checked")).to_have_count(3)
    press(page, "w")
    owner = page.locator("#assign select[name=owner]")
    expect(owner).to_be_focused()
    press(page, "Tab")
    press(page, "Enter")
    expect(page.locator("#message")).to_contain_text("Assigned: 3 requirements.")
    press(page, "a")
    page.wait_for_url(re.compile(r"\?owner="))
    expect(page.locator("tr[data-card]")).to_have_count(3)
    press(page, "a")
    page.wait_for_url(re.compile(r"/requirements/\??$"))
    taken = page.locator("tr[data-card]", has=page.locator("button[name=take]")).first
    taken.focus()
    press(page, "t")
    expect(page.locator("#message")).to_contain_text("Assigned: 1 requirement.")


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_list_leaves_the_projector_to_the_findings(
    desk: BrowserContext, page: Page, workbench: Workbench, language: str
) -> None:
    in_language(desk, workbench, language)
    page.goto(f"{workbench.address}{LIST}")
    top = page.locator("table.findings").bounding_box()
    assert top
    assert top["y"] < 440
    rows = page.locator("table.findings tbody tr").all()
    assert max(row.bounding_box()["height"] for row in rows) < 170  # type: ignore[index]


def test_the_list_of_keys_tells_all_of_them_and_fits_the_projector(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{LIST}")
    page.locator("tr[data-card] a").first.click()
    page.wait_for_url(re.compile(r"/requirements/[\w-]+/$"))
    press(page, "?")
    shown = page.locator("#keys [data-list] kbd").all_text_contents()
    assert {"n", "p", "q", "7", "Shift+7"} <= set(shown)
    assert len(shown) == len(set(shown))
    close = page.locator("#keys").get_by_role("button", name="Close").bounding_box()
    assert close
    assert close["y"] + close["height"] <= 720
    first = page.locator("#keys li").first.bounding_box()
    assert first
    assert {round(one.bounding_box()["x"]) for one in page.locator("#keys li").all()[:2]} != {round(first["x"])}  # type: ignore[index]
    assert page.locator("#keys .of-page").evaluate("one => one.scrollWidth - one.clientWidth") <= 0, "in two columns"


def test_the_focused_row_opens_by_enter(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{LIST}")
    press(page, "j")
    press(page, "j")
    press(page, "Enter")
    page.wait_for_url(re.compile(r"/requirements/[\w-]+/$"))


def test_the_list_and_the_pictures_leave_as_files(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{LIST}?law=partial")
    shown = page.locator("tr[data-card]").count()
    with page.expect_download() as caught:
        press(page, "e")
    assert caught.value.suggested_filename == "worked-example-findings.xlsx"
    sheet = load_workbook(BytesIO(Path(caught.value.path()).read_bytes())).active
    assert sheet
    codes = [str(row[0].value) for row in sheet.iter_rows() if re.fullmatch(r"[A-Z]\d\d", str(row[0].value))]
    assert len(codes) == shown > 0
    page.goto(f"{workbench.address}{PICTURES}")
    with page.expect_download() as caught:
        page.get_by_role("link", name="this picture as a file (SVG)").first.click()
    assert caught.value.suggested_filename == "worked-example-groups-by-stages.svg"


def test_the_home_page_finds_the_rest_of_what_is_left_by_itself(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{MISSION}/")
    rest = page.locator("#left-slow")
    expect(rest.get_by_role("link", name="Missing acts, newer editions")).to_have_count(0)
    expect(rest.locator("li").first).to_be_visible()


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
@pytest.mark.parametrize("path", PATHS)
def test_the_page_is_accessible_and_fits_projector_and_telephone(
    desk: BrowserContext, page: Page, workbench: Workbench, path: str, language: str
) -> None:
    in_language(desk, workbench, language)
    answer = page.goto(f"{workbench.address}{path}")
    assert answer
    assert answer.status == 200
    assert Axe().run(page).response["violations"] == []
    assert hidden_width(page) <= 0
    page.set_viewport_size({"width": 390, "height": 844})
    assert hidden_width(page) <= 0
    assert Axe().run(page).response["violations"] == []
    assert page.locator("h1").count() == 1
