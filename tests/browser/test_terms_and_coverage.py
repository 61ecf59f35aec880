"""A term is found, proposed and accepted; the thesaurus goes out and in; a cell of the picture opens its list."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_pages import hidden_width, in_language
from tests.browser.workbench import Workbench, press

MISSION = "/missions/workshop"
TERMS = f"{MISSION}/norms/terms/"
PATHS = (
    "coverage/",
    "terms/",
    "terms/?search=жертва",
    "terms/?search=нетакогослова",
    "terms/?which=missing",
    "terms/victim/",
    "terms/exchange/",
)


def test_a_russian_word_leads_to_a_concept_whose_tajik_word_is_proposed_and_accepted(
    page: Page, workbench: Workbench
) -> None:
    page.goto(f"{workbench.address}{TERMS}")
    press(page, "/")
    page.keyboard.type("переводчику")
    press(page, "Enter")
    rows = page.locator("tr[data-card]")
    expect(rows.first).to_contain_text("interpreter")
    press(page, "j")
    press(page, "o")
    page.wait_for_url(re.compile(r"/terms/interpreter/$"))
    page.locator("#word-language").select_option("tg")
    page.get_by_role("textbox", name="Word", exact=True).fill("забондон")
    page.get_by_role("button", name="Propose", exact=True).click()
    card = page.get_by_role("article", name="забондон")
    expect(card).to_contain_text("proposed")
    assert Axe().run(page).response["violations"] == []
    card.get_by_role("button", name="Accept as a synonym").click()
    expect(card).to_contain_text("accepted")
    expect(card.get_by_role("button", name="Accept as a synonym")).to_have_count(0)
    page.goto(f"{workbench.address}{TERMS}?search=забондонҳо")
    expect(rows.first).to_contain_text("interpreter")


def test_the_glossary_is_downloaded(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{TERMS}")
    with page.expect_download() as caught:
        page.get_by_role("listitem").filter(has_text="by the alphabet").get_by_role("link", name="RU").click()
    assert caught.value.suggested_filename == "workshop-glossary.ru.docx"
    assert Path(caught.value.path()).read_bytes().startswith(b"PK")


def test_the_thesaurus_goes_out_and_comes_in_and_is_withdrawn(page: Page, workbench: Workbench, tmp_path: Path) -> None:
    page.goto(f"{workbench.address}{TERMS}exchange/")
    with page.expect_download() as caught:
        page.get_by_role("link", name="Download as SKOS (Turtle)").click()
    sent = Path(caught.value.path()).read_text("utf-8")
    file = tmp_path / "richer.ttl"
    file.write_text(f'{sent}\nconcept:visa skos:altLabel "entry sticker"@en .\n', "utf-8")
    page.get_by_label("Thesaurus in SKOS").set_input_files(file)
    page.get_by_role("button", name="Take its words as proposals").click()
    expect(page.locator("#message")).to_contain_text("Words proposed: 1, new concepts: 0.")
    page.get_by_role("button", name="Withdraw all of them").click()
    expect(page.locator("#message")).to_contain_text("Withdrawn: 1 proposal.")
    file.write_text("no turtle at all", "utf-8")
    page.get_by_label("Thesaurus in SKOS").set_input_files(file)
    page.get_by_role("button", name="Take its words as proposals").click()
    expect(page.get_by_role("alert")).to_contain_text("richer.ttl, line 1")


def test_a_cell_of_the_picture_opens_the_list_behind_it(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{MISSION}/norms/coverage/")
    cell = page.locator("svg.heat a", has=page.locator("rect.open, rect.begun, rect.judged")).first
    number = cell.locator(".count").text_content() or ""
    cell.click()
    page.wait_for_url(re.compile(r"/requirements/\?group=[\w-]+&stage=[\w-]+$"))
    expect(page.locator("tr[data-card]")).to_have_count(int(number))
    page.get_by_role("link", name="Show all").click()
    expect(page.locator("tr[data-card]")).to_have_count(60)


def test_a_cell_that_the_scope_leaves_out_leads_to_the_choice(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{MISSION}/norms/coverage/")
    page.locator("table.numbers").get_by_role("link", name=re.compile("none in the scope")).first.click()
    expect(page.locator("main")).to_contain_text("not in the scope")
    page.locator("details[open] a").first.click()
    page.wait_for_url(re.compile(r"/scope/\?search="))


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
@pytest.mark.parametrize("path", PATHS)
def test_the_page_is_accessible_and_fits_projector_and_telephone(
    desk: BrowserContext, page: Page, workbench: Workbench, path: str, language: str
) -> None:
    in_language(desk, workbench, language)
    answer = page.goto(f"{workbench.address}{MISSION}/norms/{path}")
    assert answer
    assert answer.status == 200
    assert Axe().run(page).response["violations"] == []
    assert hidden_width(page) <= 0
    page.set_viewport_size({"width": 390, "height": 844})
    assert hidden_width(page) <= 0
    assert Axe().run(page).response["violations"] == []
    assert page.locator("h1").count() == 1
