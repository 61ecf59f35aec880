"""The norms in a browser: the list of instruments and one of them, on the day of the mission and on another."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.workbench import Workbench, press

NORMS = "/missions/dushanbe-2016/norms/"
PATHS = (
    NORMS,
    f"{NORMS}?words=nothing+at+all",
    f"{NORMS}instruments/dir-2011-36/?on=2026-11-01",
    f"{NORMS}instruments/tip-protocol/",
)


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
@pytest.mark.parametrize("path", PATHS)
def test_the_norms_are_accessible_and_fit_projector_and_telephone(
    desk: BrowserContext, page: Page, workbench: Workbench, path: str, language: str
) -> None:
    desk.add_cookies([{"name": "django_language", "value": language, "url": workbench.address}])
    answer = page.goto(f"{workbench.address}{path}")
    assert answer
    assert answer.status == 200
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    for width, height in ((1280, 720), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert page.locator("h1").count() == 1


def test_the_law_of_another_day_is_two_clicks_away(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{NORMS}")
    press(page, "/")
    expect(page.get_by_label("Words of the title, or an identifier")).to_be_focused()
    page.keyboard.type("2024/1348")
    page.keyboard.press("Enter")
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("not yet adopted")
    page.get_by_label("The law as on the day").fill("2026-06-12")
    page.get_by_role("button", name="Show").click()
    expect(rows).to_contain_text("EU benchmark")
    rows.get_by_role("link").first.click()
    expect(page.locator("main")).to_contain_text("As the law stood for Tajikistan on 12 June 2026.")
    expect(page.locator("main")).to_contain_text("Replaces")
    page.get_by_role("link", name="Back to the first day of the mission").click()
    expect(page.locator("main")).to_contain_text("adopted only later: 14 May 2024")


def test_a_norm_leads_from_the_requirement_to_its_instrument_and_back(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}/missions/dushanbe-2016/requirements/identification-indicators/")
    page.get_by_text("Cited norms").click()
    page.get_by_role("link", name="Directive 2011/36/EU on preventing").click()
    page.wait_for_url("**/norms/instruments/dir-2011-36/")
    expect(page.locator("h1")).to_contain_text("Directive 2011/36/EU")
    page.get_by_role("link", name="Approved indicators and interview form").click()
    page.wait_for_url("**/requirements/identification-indicators/")
