"""How an expert brings a standard of the mission's own: file, drafts, own words, scope, judgement."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_pages import hidden_width, in_language
from tests.browser.workbench import Workbench, press
from tests.standards.convention import CONVENTION

MISSION = "/missions/worked-example/"
STANDARDS = f"{MISSION}norms/standards/"
TELEPHONE, PROJECTOR = {"width": 390, "height": 844}, {"width": 1280, "height": 720}


def look(page: Page) -> None:
    """Look at the page on a projector and on a telephone: accessible, and no wider than the screen."""
    for size in (TELEPHONE, PROJECTOR):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        found = Axe().run(page).response["violations"]
        assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
        assert hidden_width(page) <= 0


def file_as_standard(page: Page, workbench: Workbench, file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    page.goto(f"{workbench.address}{MISSION}acts/")
    page.get_by_label("File of the law").set_input_files(file)
    page.get_by_label("What it is to the mission").first.select_option("standard")
    page.get_by_label("File it under").first.select_option("new")
    page.get_by_role("button", name="Read", exact=True).click()
    page.get_by_role("button", name="File it", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(text.partition("\n")[0])


def choose_act(page: Page, title: str) -> None:
    acts = page.get_by_label("Act on file", exact=True)
    acts.select_option(acts.locator("option", has_text=title).get_attribute("value"))


def make_standard(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{STANDARDS}")
    look(page)
    choose_act(page, "CONVENTION ON GUESTS AT MOUNTAIN PASSES")
    page.get_by_label("Short name for citations").fill("crc")
    page.get_by_label("Full title").fill("Convention on Guests at Mountain Passes")
    page.get_by_role("button", name="Draft requirements from it").click()
    expect(page.get_by_role("alert")).to_contain_text("used twice")
    page.get_by_label("Short name for citations").fill("guests")
    page.get_by_role("button", name="Draft requirements from it").click()
    expect(page.get_by_text("13 drafts are proposed.")).to_be_visible()
    look(page)


def test_the_text_of_an_instrument_of_the_catalogue_is_known_by_its_title(
    page: Page, workbench: Workbench, tmp_path: Path
) -> None:
    title = "CONVENTION ON THE RIGHTS OF THE CHILD"
    text = CONVENTION.replace("CONVENTION ON GUESTS AT MOUNTAIN PASSES", title)
    file_as_standard(page, workbench, tmp_path / "children.txt", text)
    page.goto(f"{workbench.address}{STANDARDS}")
    page.get_by_label("Act on file", exact=True).select_option("")
    expect(page.get_by_label("Instrument of the catalogue")).to_have_value("")
    choose_act(page, title)
    expect(page.get_by_label("Instrument of the catalogue")).to_have_value("crc")
    expect(page.get_by_text("by the title of the act")).to_be_visible()
    look(page)
    page.get_by_role("button", name="Draft requirements from it").click()
    expect(page.get_by_text("13 drafts are proposed.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Convention on the Rights of the Child")
    look(page)
    page.get_by_role("link", name="what it is, and whom it binds").click()
    expect(page.get_by_text("Text on file")).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="Remove the instrument with its drafts").click()
    expect(page.get_by_text("Removed; the history keeps what it said.")).to_be_visible()


@pytest.fixture
def standard(page: Page, workbench: Workbench, tmp_path: Path) -> str:
    """The address of the convention's drafts; it is imported once."""
    page.goto(f"{workbench.address}{STANDARDS}")
    link = page.get_by_role("link", name="Convention on Guests at Mountain Passes")
    if not link.count():
        file_as_standard(page, workbench, tmp_path / "guests.txt", CONVENTION)
        make_standard(page, workbench)
        page.goto(f"{workbench.address}{STANDARDS}")
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Convention on Guests at Mountain Passes")
    return page.url


def test_a_convention_becomes_a_requirement_that_is_judged(page: Page, workbench: Workbench, standard: str) -> None:
    del standard
    card = page.get_by_role("article").filter(has_text="art. 3(1)").first
    card.get_by_role("link", name="art. 3(1)").click()
    expect(page.get_by_text("still stands in the instrument")).to_be_visible()
    page.get_by_label("Title").fill("Hearing of guests")
    page.get_by_label("What it requires").fill("A guest who may be a victim is heard at once.")
    page.get_by_label("Cited norms, one a line").fill("guest art. 3(1)")
    page.get_by_label("Title").focus()
    expect(page.locator("#checked")).to_contain_text("Did you mean 'guests'?")
    look(page)
    page.get_by_label("Cited norms, one a line").fill("guests art. 3(1)")
    page.get_by_label("Title").focus()
    expect(page.locator("#checked")).to_be_empty()
    page.get_by_label("Put it into the scope of the mission").check()
    page.get_by_role("button", name="Save and keep").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    look(page)
    page.goto(f"{workbench.address}{MISSION}requirements/guests-3-1/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hearing of guests")
    page.get_by_text("The norm's own words (1)").click()
    expect(page.get_by_text("in the presence of a guardian").last).to_be_visible()
    look(page)
    page.goto(f"{workbench.address}{MISSION}norms/requirements/guests-3-1/")
    page.get_by_label("Title").fill("Hearing of every guest")
    look(page)
    page.get_by_role("button", name="Save a new edition").click()
    expect(page.get_by_text("Saved as edition 2.")).to_be_visible()


def test_drafts_are_kept_and_dropped_by_the_keyboard(page: Page, standard: str) -> None:
    page.goto(f"{standard}?strength=shall+consider")
    cards = page.get_by_role("article")
    press(page, "j")
    expect(cards.nth(0)).to_be_focused()
    press(page, "a")
    expect(cards.nth(0)).to_contain_text("Kept as N")
    press(page, "j")
    press(page, "r")
    expect(cards.nth(1)).to_contain_text("dropped")
    press(page, "u")
    expect(cards.nth(1)).to_contain_text("proposed by the machine")
    look(page)


def test_all_duties_of_a_page_are_kept_after_a_look(page: Page, standard: str) -> None:
    page.goto(f"{standard}?strength=shall")
    page.get_by_text("open drafts of duties on this page").click()
    page.get_by_label("I have looked at them").check()
    page.get_by_role("button", name="Keep them").click()
    expect(page.get_by_text("drafts are decided")).to_be_visible()
    expect(page.get_by_text("open drafts of duties on this page")).to_have_count(0)


@pytest.mark.parametrize("language", ["ru", "tg"])
def test_the_pages_fit_in_every_language(
    desk: BrowserContext, page: Page, workbench: Workbench, standard: str, language: str
) -> None:
    in_language(desk, workbench, language)
    for address in (standard, f"{workbench.address}{STANDARDS}"):
        page.goto(address)
        look(page)
