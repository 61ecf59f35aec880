"""The life of a Tajik law in a mission: reviewed, filed, amended, translated, and stale in one unit."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.test_review import correct_heading, damaged
from tests.browser.test_seed_path import mission
from tests.browser.test_translations import filled_in
from tests.browser.workbench import Workbench

__all__ = ["damaged", "mission"]
TRANSLATION = "This law protects everybody at the border."
CHANGED, KEPT = "Хадамот шахсро огоҳ мекунад.", "Огоҳонидан"


@pytest.fixture
def later(damaged: Path, tmp_path: Path) -> Path:
    """A second edition of the damaged law: one sentence reworded, the rest as it was."""
    file = tmp_path / "later.tg.txt"
    file.write_text(damaged.read_text("utf-8").replace(CHANGED, f"{CHANGED[:-1]} дарҳол."), encoding="utf-8")
    return file


def read(page: Page, mission: str, file: Path, day: str) -> None:
    page.goto(f"{mission}acts/")
    page.get_by_label("File of the law").set_input_files(file)
    page.get_by_label("Text as at").first.fill(day)
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Review of")


def file_it(page: Page) -> str:
    page.get_by_role("button", name="File it", exact=True).click()
    expect(page.get_by_text("Imported: 12 articles")).to_be_visible()
    return page.url.split("#")[0]


def test_a_law_is_reviewed_filed_amended_translated_and_stale_in_one_unit(
    page: Page, workbench: Workbench, mission: str, damaged: Path, later: Path, tmp_path: Path
) -> None:
    read(page, mission, damaged, "2019-01-02")
    page.locator(".repairs > li", has_text="сархад").get_by_role("checkbox").click()
    expect(page.get_by_text("2 made, 1 refused")).to_be_visible()
    correct_heading(page)
    first = file_it(page)
    sheet = filled_in(page, f"{first}translation/?language=en", tmp_path, (CHANGED, KEPT), TRANSLATION)

    read(page, mission, later, "2024-01-03")
    correct_heading(page)
    second = file_it(page)
    page.goto(f"{first}difference/{second.rstrip('/').rpartition('/')[2]}/")
    expect(page.get_by_text("Proof: from this comparison both texts can be read again")).to_be_visible()
    expect(page.locator("ins", has_text="дарҳол")).to_be_visible()
    expect(page.locator("ins", has_text="сарҳад")).to_be_visible()
    assert Axe().run(page).response["violations"] == []

    page.goto(f"{first}translation/?language=en")
    page.get_by_label("File that came back").set_input_files(sheet)
    page.get_by_role("button", name="Look at it").click()
    expect(page.get_by_text("The original has changed since it was sent")).to_have_count(1)
    page.get_by_role("button", name="Take the translations").click()
    expect(page.get_by_text("2 translations are saved.")).to_be_visible()
    page.goto(f"{second}?beside=en")
    expect(page.locator(".tag.stale")).to_have_count(1)
    expect(page.locator("[id^='art_5-1__']").get_by_text("stale: the original has changed")).to_be_visible()
    expect(page.locator("[id='art_5-1'] > .translation").get_by_text(TRANSLATION)).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    page.goto(f"{second}?beside=")
