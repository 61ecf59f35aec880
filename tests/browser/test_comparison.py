"""A law of another state is imported, matched, accepted and quoted by the keyboard, and goes out as a table."""

import re
from pathlib import Path

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_pages import hidden_width, in_language
from tests.browser.workbench import Workbench, press

MISSION = "/missions/workshop/"
REQUIREMENT = f"{MISSION}comparison/identification-vot-duty/"
LAW = """ACT OF THE INVENTED REPUBLIC
On the Identification of Victims at the Border

Article 1. Purpose
This Act governs how the border guard identifies victims of trafficking in human beings at the border.

Article 2. Duty to identify
1. An officer with reasonable grounds to believe that a person is a victim of trafficking shall identify the victim.
2. An interpreter is provided free of charge.

Article 3. Fees
The fee for a fishing licence is set by the council of the harbour.
"""


@pytest.fixture
def compared(page: Page, workbench: Workbench, tmp_path: Path) -> str:
    """Import the law as one of Latvia and wait until it is matched; return the address of a requirement."""
    page.goto(f"{workbench.address}{MISSION}acts/")
    if not page.get_by_role("heading", name="Laws to compare with: Latvia").count():
        file = tmp_path / "victims-act.txt"
        file.write_text(LAW, encoding="utf-8")
        page.get_by_label("File of the law").set_input_files(file)
        page.get_by_label("What it is to the mission").select_option(label="Latvia")
        page.get_by_role("button", name="Read", exact=True).click()
        expect(page.get_by_label("What it is to the mission")).to_have_value("comparator-LV")
        page.get_by_role("button", name="File it", exact=True).click()
        expect(page.get_by_text("A law to compare with: Latvia")).to_be_visible()
    page.goto(f"{workbench.address}{MISSION}comparison/")
    expect(page.locator("#matching progress")).to_have_count(0)
    return f"{workbench.address}{REQUIREMENT}"


def test_a_provision_is_accepted_and_quoted_by_the_keyboard_beside_national_law(page: Page, compared: str) -> None:
    page.goto(compared)
    column = page.locator("#law-LV")
    card = column.locator("[data-card]").first
    expect(card).to_contain_text("Art. 2")
    card.focus()
    press(page, "a")
    expect(column.locator(".card.accepted")).to_contain_text("accepted: Expert")
    words = column.locator(".card.accepted .law p").first
    words.evaluate(
        "one => { const range = document.createRange(); range.selectNodeContents(one);"
        " getSelection().removeAllRanges(); getSelection().addRange(range); }"
    )
    press(page, "q")
    field = column.locator(".card.accepted textarea")
    expect(field).to_be_focused()
    expect(field).to_have_value(re.compile("officer"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(column.locator("blockquote")).to_contain_text("quoted by Expert")
    first = page.url
    press(page, "j")
    page.wait_for_url(lambda url: url != first)
    press(page, "k")
    page.wait_for_url(first)
    expect(page.locator("#law-LV blockquote")).to_have_count(1)


def test_the_list_leads_to_the_requirement_and_to_the_table(page: Page, compared: str, tmp_path: Path) -> None:
    expect(page.get_by_role("columnheader", name="Latvia")).to_be_visible()
    press(page, "j")
    press(page, "Enter")
    page.wait_for_url("**/comparison/*/")
    page.go_back()
    with page.expect_download() as waited:
        press(page, "d")
    file = tmp_path / "table.xlsx"
    waited.value.save_as(file)
    heads = [cell.value for cell in openpyxl.load_workbook(file).worksheets[1][1]]
    assert "Latvia" in heads
    assert compared.endswith(REQUIREMENT)


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_pages_are_accessible_and_fit(
    desk: BrowserContext, page: Page, workbench: Workbench, compared: str, language: str
) -> None:
    in_language(desk, workbench, language)
    addresses = (compared, f"{workbench.address}{MISSION}comparison/", f"{workbench.address}{MISSION}acts/")
    empty = f"{workbench.address}/missions/dushanbe-2016/comparison/"
    for address in (*addresses, empty):
        page.set_viewport_size({"width": 1280, "height": 720})
        page.goto(address)
        assert [one["id"] for one in Axe().run(page).response["violations"]] == [], address
        assert hidden_width(page) <= 0, address
        page.set_viewport_size({"width": 390, "height": 844})
        assert hidden_width(page) <= 0, address
