"""A person searches all laws and requirements by the keyboard alone, in three languages."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_pages import hidden_width, in_language
from tests.browser.workbench import Workbench, press


def test_a_provision_is_found_and_opened_by_the_keyboard(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}/missions/workshop/")
    page.get_by_role("link", name="Search", exact=True).click()
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("переводчик")
    press(page, "Enter")
    cards = page.locator("[data-card]")
    expect(cards.first).to_contain_text("переводчик")
    assert Axe().run(page).response["violations"] == []
    press(page, "j")
    expect(cards.nth(0)).to_be_focused()
    press(page, "j")
    expect(cards.nth(1)).to_be_focused()
    press(page, "k")
    expect(cards.nth(0)).to_be_focused()
    press(page, "?")
    expect(page.get_by_role("dialog")).to_contain_text("next result")
    press(page, "Escape")
    press(page, "/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("переводчик")
    page.keyboard.type("ст. 12 ч. 2")  # the text is selected, so that typing replaces it
    press(page, "Enter")
    expect(cards.first).to_contain_text("by its number")
    press(page, "j")
    press(page, "Enter")
    page.wait_for_url(re.compile(r"/acts/[\w-]+/#art_12__para_2$"))
    expect(page.locator("#art_12__para_2")).to_be_in_viewport()


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
@pytest.mark.parametrize("asked", ["", "?search=жертва&kind=part", "?search=нетакогослова&language=tg"])
def test_the_page_is_accessible_and_fits_projector_and_telephone(
    desk: BrowserContext, page: Page, workbench: Workbench, asked: str, language: str
) -> None:
    in_language(desk, workbench, language)
    answer = page.goto(f"{workbench.address}/missions/workshop/search/{asked}")
    assert answer
    assert answer.status == 200
    assert Axe().run(page).response["violations"] == []
    assert hidden_width(page) <= 0
    page.set_viewport_size({"width": 390, "height": 844})
    assert hidden_width(page) <= 0
    assert page.locator("h1").count() == 1
