"""A second edition is imported, and a person reads what changed, by mouse and by keyboard, in three languages."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_pages import hidden_width, in_language
from tests.browser.workbench import Workbench, press
from tests.paths import RUSSIAN
from tests.records.small import WORDS

ACTS = "/missions/worked-example/acts/"


@pytest.fixture
def second(page: Page, workbench: Workbench, tmp_path: Path) -> str:
    """Import the sample law with one part reworded and one principle added, as at a later day; return its name."""
    page.goto(f"{workbench.address}{ACTS}")
    if page.get_by_role("link", name="border-2021", exact=True).count():
        return "border-2021"
    text = RUSSIAN.read_text(encoding="utf-8")
    text = text.replace(WORDS, f"{WORDS} и переводчик")
    text = text.replace("– наилучшие интересы", "– никто не платит за проверку;\n– наилучшие интересы")
    file = tmp_path / "border.2021.txt"
    file.write_text(text, encoding="utf-8")
    page.get_by_label("File of the law").set_input_files(file)
    page.get_by_label("Text as at").fill("2021-05-01")
    page.get_by_role("button", name="Read", exact=True).click()
    page.get_by_role("button", name="File it", exact=True).click()
    expect(page.get_by_text("Imported: 29 articles")).to_be_visible()
    return "border-2021"


def test_what_changed_is_read_from_the_register_to_the_unit(page: Page, workbench: Workbench, second: str) -> None:
    page.goto(f"{workbench.address}{ACTS}")
    page.get_by_role("link", name="Compare the editions of Law on the State Border").click()
    expect(page.locator("tbody tr").first).to_contain_text("newest: matched and searched")
    page.get_by_role("button", name="Show the difference").click()
    expect(page.get_by_text("Proof: from this comparison both texts can be read again")).to_be_visible()
    expect(page.locator(".figures")).to_contain_text("1 added")
    changed = page.locator("[id='art_4__para_2']")
    expect(changed.locator("ins")).to_have_text(" и переводчик")
    expect(page.locator("[id='art_5']")).to_have_count(0)
    press(page, "j")
    expect(page.locator("[id='art_3__indent_5']")).to_be_focused()
    press(page, "j")
    expect(changed).to_be_focused()
    press(page, "Enter")
    page.wait_for_url(f"**{ACTS}{second}/#art_4__para_2")
    page.go_back()
    press(page, "w")
    expect(page.locator("[id='art_5']")).to_have_count(1)


@pytest.mark.usefixtures("second")
@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_pages_of_editions_are_accessible_and_fit(
    desk: BrowserContext, page: Page, workbench: Workbench, language: str
) -> None:
    in_language(desk, workbench, language)
    for path in ("border-law-ru/", "border-law-ru/difference/border-2021/"):
        page.goto(f"{workbench.address}{ACTS}{path}")
        fits(page)
    page.locator("a[href$='/editions/']").first.click()
    page.wait_for_url("**/editions/")
    fits(page)


def fits(page: Page) -> None:
    """See that a page is accessible, and as wide as a projector and a telephone."""
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    assert hidden_width(page) <= 0
    page.set_viewport_size({"width": 390, "height": 844})
    assert hidden_width(page) <= 0
    page.set_viewport_size({"width": 1280, "height": 720})
