"""The shelf of good practice as a national expert uses it: narrowed, added to, seen beside the requirement."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_pages import hidden_width, in_language
from tests.browser.workbench import Workbench, press

SHELF = "/missions/worked-example/practice/"


def faults(page: Page) -> list[tuple[str, list[str]]]:
    found = Axe().run(page).response["violations"]
    return [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
@pytest.mark.parametrize("path", [SHELF, f"{SHELF}?by=requirement&state=PT", f"{SHELF}new/"])
def test_shelf_and_form_are_accessible_and_fit_projector_and_telephone(
    desk: BrowserContext, page: Page, workbench: Workbench, path: str, language: str
) -> None:
    in_language(desk, workbench, language)
    page.goto(f"{workbench.address}{path}")
    for one in page.locator("details").all():
        one.evaluate("element => element.open = true")
    assert faults(page) == []
    assert hidden_width(page) <= 0
    page.set_viewport_size({"width": 390, "height": 844})
    assert hidden_width(page) <= 0
    assert page.locator("h1").count() == 1


def test_a_practice_is_found_written_down_and_seen_beside_its_requirement(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{SHELF}")
    count = page.locator("main form [role=status]")
    expect(count).to_contain_text("practices")
    page.get_by_label("Of which state").select_option("LV")
    page.get_by_label("Words").fill("ombudsman")
    press(page, "Enter")
    expect(count).to_contain_text("1 practice")
    card = page.locator("article.card")
    expect(card).to_contain_text("not confirmed")
    expect(card).to_contain_text("Immigration Law")

    press(page, "w")
    expect(page.get_by_role("heading", name="Write down a practice")).to_be_visible()
    page.get_by_label("Title").fill("Interpreter by telephone")
    page.get_by_label("What is done, in your own words").fill("At night an interpreter answers the telephone.")
    page.get_by_label("Since").fill("2025-11")
    box = page.locator("fieldset.checks input[type=checkbox]").first
    box.check()
    requirement = box.get_attribute("value")
    page.get_by_text("Criticism by courts, monitors and others").click()
    page.get_by_label("Who criticised it").first.fill("An invented monitor")
    page.get_by_label("What was criticised").first.fill("The line is often busy.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Interpreter by telephone")).to_be_visible()
    assert faults(page) == []

    page.goto(f"{workbench.address}/missions/worked-example/requirements/{requirement}/")
    summary = page.locator("summary", has_text="Good practice")
    expect(summary).to_contain_text("(")
    summary.click()
    expect(page.locator("#main")).to_contain_text("Interpreter by telephone")
    page.get_by_role("link", name="On the shelf").click()
    own = page.locator("section[aria-labelledby=own] article.card")
    expect(own).to_contain_text("Criticised by An invented monitor")
    expect(own).to_contain_text("The line is often busy.")
    assert faults(page) == []
