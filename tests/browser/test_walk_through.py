"""A case is walked through by the keyboard alone; a note is warned of, and replaced only by who has seen it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_pages import hidden_width, in_language
from tests.browser.workbench import Workbench, press

CASES = "/missions/worked-example/findings/cases/"
GIRL = f"{CASES}girl-without-papers/"


def faults(page: Page) -> list[tuple[str, list[str]]]:
    found = Axe().run(page).response["violations"]
    return [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
@pytest.mark.parametrize("path", [CASES, GIRL, f"{CASES}young-man-back-from-work/"])
def test_cases_are_accessible_and_fit_projector_and_telephone(
    desk: BrowserContext, page: Page, workbench: Workbench, path: str, language: str
) -> None:
    in_language(desk, workbench, language)
    page.goto(f"{workbench.address}{path}")
    assert faults(page) == []
    assert hidden_width(page) <= 0
    page.set_viewport_size({"width": 390, "height": 844})
    assert hidden_width(page) <= 0
    assert page.locator("h1").count() == 1


def test_a_case_is_walked_through_by_the_keyboard_and_noted_with_a_warning(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{CASES}")
    press(page, "j")
    press(page, "o")
    page.wait_for_url(f"**{GIRL}")
    stations = page.locator("section.station")
    expect(stations).to_have_count(6)
    press(page, "j")
    expect(stations.nth(0)).to_be_focused()
    press(page, "j")
    expect(stations.nth(1)).to_be_focused()
    press(page, "j")
    press(page, "k")
    expect(stations.nth(1)).to_be_focused()

    press(page, "e")
    expect(page.locator("#text-2")).to_be_focused()
    page.keyboard.type("She says her passport was A1234567.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    note = page.locator("#note-2")
    expect(note).to_contain_text("Saved.")
    expect(note.get_by_role("alert")).to_contain_text("number of a passport (A1234567)")
    assert faults(page) == []

    page.locator("#text-2").fill("She says that she had a passport.")
    page.locator("#save-2").click()
    expect(note.get_by_role("alert")).to_have_count(0)
    page.reload()
    expect(page.locator("#text-2")).to_have_value("She says that she had a passport.")
    expect(page.locator("#text-1")).to_have_value("")


def test_two_people_on_one_note_see_the_difference(page: Page, desk: BrowserContext, workbench: Workbench) -> None:
    other = desk.new_page()
    for one in (page, other):
        one.goto(f"{workbench.address}{CASES}woman-in-the-lorry/")
    page.locator("#text-4").fill("The company is not named.")
    page.locator("#save-4").click()
    expect(page.locator("#note-4")).to_contain_text("Saved.")
    other.locator("#text-4").fill("Nobody answers for the lorry.")
    other.locator("#save-4").click()
    note = other.locator("#note-4")
    expect(note).to_contain_text("Saved meanwhile")
    expect(note).to_contain_text("The company is not named.")
    expect(other.locator("#text-4")).to_have_value("Nobody answers for the lorry.")
    assert faults(other) == []
    page.reload()
    expect(page.locator("#text-4")).to_have_value("The company is not named.")
    other.locator("#save-4").click()
    expect(note).to_contain_text("Saved.")
    page.reload()
    expect(page.locator("#text-4")).to_have_value("Nobody answers for the lorry.")


def test_a_station_of_the_picture_leads_to_its_answers(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{GIRL}")
    page.get_by_role("link", name="3. A conversation in the office").first.click()
    expect(page.locator("#station-3")).to_be_in_viewport()
    page.get_by_role("link", name="2. How old is she?").last.click()
    expect(page.locator("#station-2")).to_be_in_viewport()


def test_a_time_limit_read_in_an_accepted_provision_goes_into_the_verdict(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}/missions/worked-example/requirements/identification-vot-duty/?search=12")
    card = page.locator("#found [data-card]").first
    card.focus()
    press(page, "a")
    page.wait_for_load_state()
    page.reload()
    expect(page.locator("#limits")).to_contain_text("proposed")
    proposed = page.locator("#limits [data-fills=time_limit]").first
    value = proposed.get_attribute("data-value")
    field = page.locator("#verdict [name=time_limit]")
    before = field.input_value()
    press(page, "Shift+T")
    expect(field).to_be_focused()
    expect(field).to_have_value(f"{before}; {value}" if before else f"{value}")
    assert faults(page) == []
