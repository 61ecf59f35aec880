"""A person reviews what was read in a law file: refuses a repair, corrects a heading, and files it."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.test_pages import hidden_width, in_language
from tests.browser.workbench import Workbench, press
from tests.paths import TAJIK

ACTS = "/missions/dushanbe-2016/acts/"


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """Our Tajik sample law with two words typed without their marks, a heading misspelt, and a raised figure lost."""
    text = TAJIK.read_text(encoding="utf-8")
    inserted = "Моддаи 51. Огоҳонидан\nХадамот шахсро огоҳ мекунад.\n\nМоддаи 6."
    spoilt_words = ((" сарҳад ", " сархад "), (" ҳуқуқ ", " хукук "), ("Моддаи 3.", "Моди 3."))
    for sound, spoilt in (*spoilt_words, ("Моддаи 6.", inserted)):
        assert sound in text
        text = text.replace(sound, spoilt, 1)
    path = tmp_path / "damaged.tg.txt"
    path.write_text(text, encoding="utf-8")
    return path


def read_in(page: Page, workbench: Workbench, file: Path) -> None:
    page.goto(f"{workbench.address}{ACTS}")
    page.get_by_label("File of the law").set_input_files(file)
    page.get_by_label("File it under").first.select_option("new")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Review of")


def correct_heading(page: Page) -> Locator:
    """Say that the misspelt heading begins article 3, and return its line."""
    line = page.locator(".lines > li", has_text="Моди 3.")
    page.locator(".units summary", has_text="Моддаи 2.").click()
    line.locator("summary").click()
    line.get_by_label("This line begins").select_option("article")
    line.get_by_label("Number").fill("3")
    line.get_by_role("button", name="Correct the line").click()
    expect(line).to_contain_text("corrected by hand")
    return line


def test_a_damaged_law_is_reviewed_and_filed(page: Page, workbench: Workbench, damaged: Path) -> None:
    read_in(page, workbench, damaged)
    assert Axe().run(page).response["violations"] == []
    kept, refused = page.locator(".repairs > li", has_text="хукук"), page.locator(".repairs > li", has_text="сархад")
    expect(kept.get_by_role("checkbox")).to_be_checked()
    expect(page.locator(".repairs > li", has_text="Моддаи 51")).to_contain_text("Моддаи 5¹")
    refused.get_by_role("checkbox").click()
    expect(refused).to_contain_text("refused by")
    expect(refused.get_by_role("checkbox")).not_to_be_checked()
    expect(page.get_by_text("2 made, 1 refused")).to_be_visible()

    expect(page.get_by_text("is 3 missing?")).to_be_visible()
    line = correct_heading(page)
    expect(line).to_be_focused()
    expect(line).to_be_in_viewport()
    expect(page.get_by_text("is 3 missing?")).to_have_count(0)
    expect(page.locator(".units summary", has_text="article 3").first).to_be_visible()
    assert Axe().run(page).response["violations"] == []

    page.get_by_role("button", name="File it", exact=True).click()
    expect(page.get_by_text("Imported: 12 articles")).to_be_visible()
    expect(page.locator("#art_3")).to_be_visible()
    expect(page.locator("#art_5-1")).to_contain_text("Моддаи 5¹")
    page.get_by_text("What was put right").click()
    expect(page.locator(".repaired")).to_contain_text("хукук")
    expect(page.locator(".repaired")).not_to_contain_text("сархад")
    assert Axe().run(page).response["violations"] == []
    page.goto(f"{workbench.address}{ACTS}")
    expect(page.get_by_text("Files under review")).to_have_count(0)


def test_a_review_is_done_by_the_keyboard(page: Page, workbench: Workbench, damaged: Path) -> None:
    read_in(page, workbench, damaged)
    press(page, "j")
    expect(page.locator(".repairs > li").first).to_be_focused()
    press(page, "r")
    expect(page.locator(".repairs > li").first).to_contain_text("refused by")
    press(page, "r")
    expect(page.locator(".repairs > li").first).not_to_contain_text("refused by")
    page.locator(".units > li").nth(1).focus()
    press(page, "j")
    press(page, "k")
    press(page, "e")
    expect(page.locator(".units > li").nth(1).locator(".lines")).to_be_visible()
    press(page, "x")
    expect(page.get_by_text("is given up")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_review_is_accessible_and_fits_projector_and_telephone(
    desk: BrowserContext, page: Page, workbench: Workbench, damaged: Path, language: str
) -> None:
    read_in(page, workbench, damaged)
    address = page.url
    in_language(desk, workbench, language)
    page.goto(f"{address}?open=16#line-16")
    assert Axe().run(page).response["violations"] == []
    assert hidden_width(page) <= 0
    page.set_viewport_size({"width": 390, "height": 844})
    assert hidden_width(page) <= 0
    assert page.locator("h1").count() == 1
