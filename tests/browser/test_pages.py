"""Every page is accessible, fits a projector, and answers to the keyboard, in three languages."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.workbench import Workbench, press

IN_MISSION = (
    "",
    "acts/",
    "acts/register/",
    "acts/border-law-ru/",
    "acts/border-law-ru/translation/",
    "acts/border-law-ru/translation/art_4__para_2/pt/",
    "scope/",
    "requirements/",
    "requirements/identification-indicators/",
    "requirements/rdm-time-limits/?search=реадмиссия",
    "notes/",
    "notes/1/",
    "recommendations/",
    "recommendations/new/",
    "recommendations/1/",
    "recommendations/1/amendments/1/",
    "recommendations/act/",
    "documents/",
    "documents/facts/",
    "plan/",
    "plan/agencies/",
    "plan/sessions/",
    "people/",
    "history/",
    "norms/exchange/",
)
PAGES = (
    "/",
    "/account/",
    "/manual/assess/",
    "/manual/amend/",
    "/missions/new/",
    *(f"/missions/worked-example/{one}" for one in IN_MISSION),
    "/missions/dushanbe-2016/",
    "/missions/new/exercise/",
    "/missions/workshop/",
    "/missions/workshop/exercise/",
    "/missions/workshop/requirements/som-carriers/",
    "/missions/workshop/acts/trafficking-tg/",
    "/missions/workshop/acts/readmission-ru/beside/readmission-en/",
)


def in_language(desk: BrowserContext, workbench: Workbench, language: str) -> None:
    desk.add_cookies([{"name": "django_language", "value": language, "url": workbench.address}])


def hidden_width(page: Page) -> int:
    """Return by how many pixels the page is wider than the screen."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_and_fits_projector_and_telephone(
    desk: BrowserContext, page: Page, workbench: Workbench, path: str, language: str
) -> None:
    in_language(desk, workbench, language)
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    answer = page.goto(f"{workbench.address}{path}")
    assert answer
    assert answer.status == 200
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    assert hidden_width(page) <= 0
    page.set_viewport_size({"width": 390, "height": 844})
    assert hidden_width(page) <= 0
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1
    assert faults == []


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_parts_of_a_mission_stand_on_one_line_of_a_projector_and_are_folded_on_a_telephone(
    desk: BrowserContext, page: Page, workbench: Workbench, language: str
) -> None:
    in_language(desk, workbench, language)
    page.goto(f"{workbench.address}/missions/workshop/scope/")
    links, menu = page.locator(".mission-bar a"), page.locator(".mission-bar summary")
    assert len({links.nth(at).bounding_box()["y"] for at in range(links.count())}) == 1  # type: ignore[index]
    here = page.locator(".mission-bar [aria-current=page]")
    expect(here).to_be_visible()
    expect(menu).not_to_be_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    notice = page.locator(".strip .notice")
    for folded, opens in ((here, menu), (notice, page.locator(".strip summary"))):
        expect(folded).not_to_be_visible()
        opens.focus()
        press(page, "Enter")
        expect(folded).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    assert hidden_width(page) <= 0


def test_the_keys_go_from_requirement_to_requirement_and_list_themselves(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}/missions/worked-example/requirements/identification-indicators/")
    first = page.url
    press(page, "j")
    page.wait_for_url(lambda url: url != first)
    press(page, "k")
    page.wait_for_url(first)
    press(page, "?")
    keys = page.get_by_role("dialog")
    expect(keys).to_be_visible()
    expect(keys).to_contain_text("next requirement")
    press(page, "Escape")
    expect(keys).not_to_be_visible()
    press(page, "/")
    expect(page.locator("input[type=search]")).to_be_focused()


def test_the_key_of_the_exercise_is_revealed_by_the_keyboard_and_covered_again(
    page: Page, workbench: Workbench
) -> None:
    address = f"{workbench.address}/missions/workshop/requirements/rdm-own-nationals/"
    page.goto(address)
    key = page.locator("#key")
    expect(key).to_contain_text("Covered")
    for shown in ("ст. 15 ч. 2", "not covered", "contradicts"):
        expect(key).not_to_contain_text(shown)
        press(page, "x")
        expect(key).to_contain_text(shown)
    assert Axe().run(page).response["violations"] == []
    page.get_by_role("link", name="Key and travellers").click()
    expect(page.locator(".figures")).to_contain_text("1 / 60")
    page.goto(address)
    key.get_by_role("button", name="Cover again").click()
    expect(key).to_contain_text("Covered")


def test_a_page_can_be_used_by_the_tab_key_alone(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}/missions/worked-example/")
    press(page, "Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    press(page, "Enter")
    expect(page.locator("#main")).to_be_focused()


def test_the_link_of_the_first_run_works_once(page: Page, workbench: Workbench) -> None:
    page.goto(workbench.first_link)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("[role=alert]")).to_contain_text("does not work")


def test_a_stranger_is_led_to_the_sign_in_page(desk: BrowserContext, workbench: Workbench) -> None:
    desk.clear_cookies()
    page = desk.new_page()
    page.goto(f"{workbench.address}/missions/worked-example/")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_content_and_interface_have_languages_of_their_own(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}/missions/worked-example/")
    page.locator("form.content button[value=ru]").click()
    expect(page.get_by_role("heading", name="Findings")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Разобранный пример")
