"""A newer text lights up what rests on the older one; a person reads the difference and takes over what still holds."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, expect

from tests.browser.test_pages import hidden_width, in_language
from tests.browser.workbench import Workbench, press
from tests.paths import LAW_BOOK
from tests.records.sources import TREATY

QUOTED = "каждый сотрудник Пограничной стражи проходит курс по утверждённой программе"
REWORDED = "всякий сотрудник Пограничной стражи проходит курс по утверждённой программе"
SAME = "Отказать во въезде вправе только начальник пункта пропуска"
NORM = "identify every victim at its border"


@pytest.fixture(scope="module")
def mission(browser: Browser, workbench: Workbench, signed_in: StorageState) -> Iterator[str]:
    """A mission of its own, with the law book of the exercise; its address."""
    context = browser.new_context(storage_state=signed_in)
    page = context.new_page()
    page.goto(f"{workbench.address}/missions/new/exercise/")
    page.locator("main form button").first.click()
    page.wait_for_url("**/missions/workshop-*/**")
    yield page.url.split("/missions/")[0] + "/missions/" + page.url.split("/missions/")[1].split("/")[0]
    context.close()


def filed(page: Page, mission: str, file: Path, day: str, *, purpose: str = "") -> None:
    """Import a text as at a day."""
    page.goto(f"{mission}/acts/")
    page.get_by_label("File of the law").set_input_files(file)
    page.get_by_label("Text as at").fill(day)
    if purpose:
        page.locator("[name=purpose]").select_option(purpose)
    page.get_by_role("button", name="Read", exact=True).click()
    page.get_by_role("button", name="File it", exact=True).click()
    expect(page.get_by_text("Imported:")).to_be_visible()


def reworded(page: Page, mission: str, folder: Path) -> None:
    """Import the border law once more, with one sentence worded otherwise."""
    text = (LAW_BOOK / "border.ru.txt").read_text(encoding="utf-8")
    assert QUOTED in text
    file = folder / "border.2026.txt"
    file.write_text(text.replace(QUOTED, REWORDED), encoding="utf-8")
    filed(page, mission, file, "2026-01-15")


def requirements(page: Page, mission: str) -> list[str]:
    """Return the addresses of the first two requirements of the scope."""
    page.goto(f"{mission}/requirements/")
    links = page.locator("main table a[href*='/requirements/']").evaluate_all("all => all.map(one => one.href)")
    found = list(dict.fromkeys(one.partition("#")[0].partition("?")[0] for one in links))
    return [one for one in found if not one.endswith("/requirements/")][:2]


def accepted(page: Page, address: str, words: str, quoted: str = "") -> None:
    """Look for words in the laws, accept the first hit as an answer, and quote from it."""
    page.goto(f"{address}?search={words}")
    accept = page.get_by_role("button", name="Accept", exact=True)
    cards = page.locator("#answers article.card.accepted")
    before = cards.count()
    page.locator("article.card", has_text=words).filter(has=accept).first.locator(accept).click()
    expect(cards).to_have_count(before + 1)
    if quoted:
        quotes(page, words, quoted)


def quotes(page: Page, words: str, quoted: str) -> None:
    """Quote words on the card that has some words."""
    card = page.locator("#answers article.card.accepted", has_text=words).last
    if not card.locator("textarea[name=words]").is_visible():
        card.locator("summary", has_text="Quote").click()
    card.locator("textarea[name=words]").fill(quoted)
    card.get_by_role("button", name="Save the quotation").click()
    expect(page.locator("#answers blockquote", has_text=quoted)).to_be_visible()


def test_a_newer_text_lights_up_is_read_and_taken_over_until_nothing_is_left(
    page: Page, mission: str, tmp_path: Path
) -> None:
    first, second = requirements(page, mission)
    accepted(page, first, QUOTED, QUOTED)
    accepted(page, second, SAME, SAME)
    page.goto(f"{mission}/findings/sources/")
    expect(page.get_by_text("rests on the newest text on file")).to_be_visible()
    reworded(page, mission, tmp_path)
    page.goto(f"{mission}/findings/sources/")
    figures = page.locator(".figures strong")
    expect(figures.nth(0)).to_have_text("1")
    expect(figures.nth(1)).to_have_text("1")
    press(page, "j")
    expect(page.locator("table.sources tr[data-card]").first).to_be_focused()
    page.locator("tr", has_text="does not stand there").get_by_role("link", name="the difference").click()
    expect(page.locator("ins").first).to_have_text("всякий")
    page.go_back()
    press(page, "a")
    expect(page.get_by_text("Taken over to the newer text: 1 record.")).to_be_visible()
    expect(page.locator("table.sources tr[data-card]")).to_have_count(1)

    page.goto(first)
    touched = page.locator("#sources section")
    expect(touched).to_contain_text("does not stand there")
    expect(touched.locator("del")).to_have_text("каждый")
    press(page, "t")
    expect(page.get_by_text("This quotation stays on the older text")).to_be_visible()
    quotes(page, REWORDED, REWORDED)
    old = page.locator("#answers article.card", has=page.locator("blockquote", has_text=QUOTED))
    old.locator("blockquote").get_by_role("button", name="withdraw").click()
    expect(page.locator("#answers blockquote", has_text=QUOTED)).to_have_count(0)
    page.goto(f"{mission}/findings/sources/")
    page.get_by_role("button", name="Take over what reads the same").or_(page.locator("[name=sources]")).first.click()
    press(page, "s")
    expect(page.get_by_text("rests on the newest text on file")).to_be_visible()


def test_a_false_quotation_of_a_norm_is_refused_and_the_true_one_is_saved(
    page: Page, mission: str, tmp_path: Path
) -> None:
    file = tmp_path / "treaty.en.txt"
    file.write_text(TREATY, encoding="utf-8")
    filed(page, mission, file, "2014-07-15", purpose="standard")
    address = requirements(page, mission)[0]
    page.goto(address)
    press(page, "o")
    form = page.locator("#norm-quotations form").last
    unit = form.locator("option[value$='~art_2__para_1']").first.get_attribute("value")
    form.locator("select").select_option(unit)
    form.locator("textarea").fill("identify nobody at its border")
    form.get_by_role("button", name="Save the quotation of the norm").click()
    expect(page.locator("#norm-quotations [role=alert]")).to_contain_text("These words do not stand in")
    expect(page.locator("#norm-quotations textarea")).to_have_value("identify nobody at its border")
    form.locator("textarea").fill(NORM)
    form.get_by_role("button", name="Save the quotation of the norm").click()
    expect(page.locator("#norm-quotations blockquote")).to_contain_text(NORM)
    page.goto(address)
    expect(page.locator("#norm-quotations blockquote")).to_contain_text(NORM)


def test_the_list_of_acts_is_confirmed_by_keyboard(page: Page, mission: str) -> None:
    page.goto(f"{mission}/acts/")
    press(page, "c")
    page.wait_for_url("**/acts/complete/")
    press(page, "e")
    page.keyboard.type("The legal department confirmed the list.")
    page.keyboard.press("Tab")
    press(page, "s")
    expect(page.get_by_text("Confirmed as complete by")).to_be_visible()
    expect(page.locator("q")).to_contain_text("absent")
    press(page, "x")
    expect(page.locator("q")).to_contain_text("not found in these acts")


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_the_pages_of_sources_are_accessible_and_fit(
    desk: BrowserContext, page: Page, workbench: Workbench, mission: str, language: str, tmp_path: Path
) -> None:
    first = requirements(page, mission)[0]
    if language == "en":
        accepted(page, first, "Условия въезда печатаются в Сборнике", "Условия въезда печатаются в Сборнике")
        text = (LAW_BOOK / "border.ru.txt").read_text(encoding="utf-8")
        file = tmp_path / "border.2027.txt"
        file.write_text(
            text.replace("Условия въезда печатаются в Сборнике", "Условия въезда помещаются в Сборнике"),
            encoding="utf-8",
        )
        filed(page, mission, file, "2026-02-15")
    in_language(desk, workbench, language)
    for address in (f"{mission}/findings/sources/", f"{mission}/acts/complete/", first):
        page.goto(address)
        assert [one["id"] for one in Axe().run(page).response["violations"]] == [], address
        assert hidden_width(page) <= 0, address
        page.set_viewport_size({"width": 390, "height": 844})
        assert hidden_width(page) <= 0, address
        page.set_viewport_size({"width": 1280, "height": 720})
