"""The register of the state and the clauses of a readmission agreement, as a person uses them in the browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_pages import hidden_width, in_language
from tests.browser.workbench import Workbench, press

DUSHANBE = "/missions/dushanbe-2016/"
PAGES = (
    f"{DUSHANBE}acts/state-register/",
    f"{DUSHANBE}norms/readmission/",
    "/missions/workshop/norms/readmission/",
    "/missions/workshop/acts/state-register/",
    f"{DUSHANBE}requirements/thb-nrm/",
)


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_and_fits_projector_and_telephone(
    desk: BrowserContext, page: Page, workbench: Workbench, path: str, language: str
) -> None:
    in_language(desk, workbench, language)
    answer = page.goto(f"{workbench.address}{path}")
    assert answer
    assert answer.status == 200
    page.evaluate("for (const folded of document.querySelectorAll('main details')) folded.open = true")
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    assert hidden_width(page) <= 0
    page.set_viewport_size({"width": 390, "height": 844})
    assert hidden_width(page) <= 0
    assert page.locator("h1").count() == 1


def test_a_requirement_tells_a_missing_act_which_is_then_taken_from_the_register(
    page: Page, workbench: Workbench
) -> None:
    page.goto(f"{workbench.address}{DUSHANBE}requirements/thb-nrm/")
    acts = page.locator("#acts-to-open")
    acts.locator("summary").click()
    missing = acts.locator("li", has_text="Complex of Measures on Carrying Out the Law of 2014")
    expect(missing).to_contain_text("not in the mission's register")
    expect(acts.locator("li", has_text="Law on Counteracting Trafficking")).to_contain_text("no text on file")
    acts.get_by_role("link", name="Register of acts of the state").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tajikistan")
    press(page, "/")
    page.keyboard.type("Complex of Measures")
    press(page, "Enter")
    row = page.locator("#act-trafficking-measures-2016")
    row.get_by_role("checkbox").check()
    page.get_by_role("button", name="Enter the ticked acts").click()
    expect(page.locator("#message")).to_contain_text("1 act is entered.")
    expect(page.locator("#act-trafficking-measures-2016")).to_contain_text("no text on file")
    page.goto(f"{workbench.address}{DUSHANBE}requirements/thb-nrm/")
    page.locator("#acts-to-open summary").click()
    expect(missing).to_contain_text("no text on file")


def test_the_law_of_the_day_stands_in_place_of_that_of_today(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{DUSHANBE}acts/state-register/")
    topic = page.locator("details", has_text="Statelessness").first
    topic.locator("summary").click()
    expect(topic).to_contain_text("Law on the Legal Status of Foreign Citizens in the Republic of Tajikistan")
    expect(topic).not_to_contain_text("and Stateless Persons in the Republic")
    later = page.locator("table", has=page.locator("#act-foreigners-2018"))
    expect(later.locator("#act-amnesty-2019")).to_be_visible()


def test_the_clauses_lead_to_the_requirements_and_to_the_agreement(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}/missions/workshop/norms/readmission/")
    costs = page.locator("#costs")
    expect(costs).to_contain_text("Says who pays")
    costs.get_by_role("link", name="D15").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("D15")
    page.go_back()
    expect(page.locator("main")).to_contain_text("Beside the clauses: units of «Agreement with the Republic of Selvana")
