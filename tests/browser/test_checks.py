"""What the checks found is mended, and a finding goes from draft to disputed and back, by the keyboard alone."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_pages import hidden_width, in_language
from tests.browser.workbench import Workbench, press

MISSION = "/missions/worked-example/"
CHECKS = f"{MISSION}findings/checks/"
NAME = "screening-time-limit"
REQUIREMENT = f"{MISSION}requirements/{NAME}/"


def clean(page: Page) -> None:
    """See that a page is accessible, and as wide as a projector and a telephone."""
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    for width, height in ((390, 844), (1280, 720)):
        page.set_viewport_size({"width": width, "height": height})
        assert hidden_width(page) <= 0


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
@pytest.mark.parametrize("query", ["", "?severity=warning", "?check=nothing-judged", "?tick=draft"])
def test_the_page_of_the_checks_is_accessible_and_fits(
    desk: BrowserContext, page: Page, workbench: Workbench, query: str, language: str
) -> None:
    in_language(desk, workbench, language)
    page.goto(f"{workbench.address}{CHECKS}{query}")
    clean(page)
    in_language(desk, workbench, "en")


@pytest.fixture
def country(desk: BrowserContext, workbench: Workbench) -> Iterator[None]:
    """Let the person speak for the country as well, as on a laptop with one account."""
    people = desk.new_page()
    people.goto(f"{workbench.address}{MISSION}people/")
    people.get_by_label("One more role for").first.select_option("delegate")
    people.get_by_role("button", name="Give").first.click()
    back = people.get_by_role("button", name="Take the role of delegate from")
    expect(back).to_be_visible()
    yield
    back.click()
    people.close()


@pytest.mark.usefixtures("country")
def test_an_error_is_opened_mended_and_the_finding_goes_to_the_country_and_is_disputed(
    page: Page, workbench: Workbench
) -> None:
    page.goto(f"{workbench.address}{REQUIREMENT}#verdict-practice_source")
    page.locator("#verdict-practice-partial").check(force=True)
    page.get_by_role("button", name="Save the verdict").press("Enter")
    expect(page.locator("#state").get_by_role("button", name="Mark as checked")).to_be_disabled()
    page.goto(f"{workbench.address}{CHECKS}?check=practice-without-source")
    row = page.locator("li[data-card]").filter(has_text="A03")
    expect(row).to_be_visible()
    while not row.evaluate("one => one === document.activeElement"):
        press(page, "j")
    press(page, "o")
    page.wait_for_url(f"**{REQUIREMENT}#verdict-practice_source")
    state = page.locator("#state")
    expect(state).to_contain_text("draft")
    expect(state.get_by_role("button", name="Mark as checked")).to_be_disabled()
    expect(state).to_contain_text("A verdict on practice without a source")
    page.locator("#verdict-practice_source").fill("Told at the round table.")
    page.get_by_role("button", name="Save the verdict").press("Enter")
    expect(state.get_by_role("button", name="Mark as checked")).to_be_enabled()
    press(page, "Shift+C")
    expect(state.locator(".tag")).to_have_text("checked")
    expect(page.locator("#quality")).to_contain_text("Judged and checked by the same person")
    clean(page)
    press(page, "Shift+S")
    expect(state.locator(".tag")).to_have_text("shown to the country")
    press(page, "Shift+X")
    page.get_by_label("Why it is disputed").fill("The order of 2019 answers.")
    clean(page)
    state.get_by_role("button", name="Disputed by the country").press("Enter")
    expect(state.locator(".tag")).to_have_text("disputed")
    expect(state).to_contain_text("The order of 2019 answers.")
    press(page, "Shift+B")
    expect(state.locator(".tag")).to_have_text("draft")


def test_what_has_no_error_is_ticked_and_taken_on_by_the_keyboard(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{CHECKS}?tick=draft#way")
    ticked = page.locator("input[name=ticked]:checked")
    count = ticked.count()
    assert count > 1
    press(page, "Shift+C")
    expect(page.locator("#message")).to_contain_text(f"Taken on: {count} findings.")
    press(page, "2")
    expect(ticked).to_have_count(count)
    press(page, "Shift+B")
    expect(page.locator("#message")).to_contain_text(f"Taken on: {count} findings.")


def test_who_may_move_what_is_on_the_page_of_the_people(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{MISSION}people/")
    expect(page.get_by_role("heading", name="Who may take a finding from which state to which")).to_be_visible()
    clean(page)
