"""A questionnaire goes out to an agency and comes back filled in: looked at, taken, seen beside the requirement."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from muvofiq.consultation.answer import Point
from tests.browser.test_seed_path import choose_scope, import_law, mission
from tests.browser.workbench import Workbench, press
from tests.paths import RUSSIAN
from tests.publication.filling import filled_docx, filled_xlsx

__all__ = ["mission"]
ACT = "О государственной границе и защите лиц, её пересекающих"
WORDS = "назначается сотрудник по работе с уязвимыми лицами"
SIZES = {"projector": (1280, 720), "telephone": (390, 844)}
OUTSIDE = """width => [...document.querySelectorAll('main *')]
    .filter(one => !one.closest('.scroll') && one.getBoundingClientRect().right > width + 1)
    .map(one => one.outerHTML.slice(0, 100))"""
LANGUAGES = ("en", "ru", "tg")
GIVEN = {Point.SAID: "да", Point.ACT: ACT, Point.ARTICLE: "ст. 4 ч. 2", Point.TEXT: WORDS}


@pytest.fixture
def asked(page: Page, mission: str) -> str:
    """Choose two questions with the keyboard and the mouse, add one, make the questionnaire; return its address."""
    import_law(page, mission, RUSSIAN)
    choose_scope(page, mission, "B")
    page.goto(f"{mission}findings/questionnaires/")
    form = page.locator("form[method=post]", has=page.locator("[name=ask]"))
    form.get_by_label("Agency", exact=True).select_option(label="Border Service")
    form.get_by_label("Russian", exact=True).check()
    form.get_by_label("Answer wished by").fill("2026-12-20")
    form.locator("[name=ask]").nth(0).check()
    form.locator("[name=ask]").nth(1).check()
    press(page, "s")
    page.get_by_label("Question in EN").first.fill("Which act names the service that identifies victims?")
    page.get_by_role("button", name="Add a question of your own").click()
    page.get_by_label("Requirement that it concerns").select_option(index=1)
    page.get_by_label("Question in RU").last.fill("Кто отвечает за перевод ночью?")
    expect(page.get_by_label("Question in EN").first).to_have_value(
        "Which act names the service that identifies victims?"
    )
    accessible(page)
    page.get_by_role("button", name="Make the questionnaire").click()
    expect(page.get_by_role("heading", name="Questionnaire 1: Border Service")).to_be_visible()
    return page.url


def accessible(page: Page) -> None:
    """Expect that the page has no hindrance and fits projector and telephone."""
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(OUTSIDE, width) == []
        assert Axe().run(page).response["violations"] == []
    page.set_viewport_size({"width": 1280, "height": 720})


def downloaded(page: Page, name: str, folder: Path) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    file = folder / "out"
    download.value.save_as(file)
    return file.read_bytes()


def look_at(page: Page, data: bytes, file: Path) -> None:
    file.write_bytes(data)
    page.get_by_label("Filled questionnaire").set_input_files(file)
    press(page, "b")
    expect(page.get_by_text("Nothing is saved yet.")).to_be_visible()


def test_a_questionnaire_goes_out_and_comes_back_and_its_answers_stand_beside_the_requirement(
    page: Page, asked: str, mission: str, tmp_path: Path
) -> None:
    word = downloaded(page, "Word, EN-RU", tmp_path)
    look_at(page, filled_docx(word, {"Q01": GIVEN, "Q02": {Point.SAID: "yes"}}), tmp_path / "answer.docx")
    expect(page.get_by_text("the words stand in the edition")).to_be_visible()
    expect(page.get_by_text("incomplete: act, article, text of the provision")).to_have_count(1)
    accessible(page)
    page.get_by_role("button", name="Take the answers").click()
    expect(page.get_by_text("2 answers are taken as information from the country.")).to_be_visible()
    accessible(page)
    excel = downloaded(page, "Excel, TG", tmp_path)
    look_at(
        page, filled_xlsx(excel, {"Q02": {Point.SAID: "не", Point.EXPLANATION: "Танзим нест."}}), tmp_path / "b.xlsx"
    )
    expect(page.get_by_text("differs from the answer on file, will replace it").last).to_be_visible()
    press(page, "s")
    expect(page.get_by_text("1 answer is taken as information from the country.")).to_be_visible()
    page.get_by_role("row", name="Q01").get_by_role("link").first.click()
    side = page.locator("section", has=page.get_by_role("heading", name="Information from the country"))
    expect(side.get_by_text("It is no verdict.")).to_be_visible()
    side.get_by_role("button", name="Accept as an answer").click()
    expect(page.locator("#answers .card.accepted")).to_have_count(1)
    page.reload()
    expect(side.get_by_text("Decided on this page.")).to_be_visible()
    assert Axe().run(page).response["violations"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_the_questionnaires_are_accessible_in_every_language(
    desk: BrowserContext, page: Page, workbench: Workbench, asked: str, language: str
) -> None:
    desk.add_cookies([{"name": "django_language", "value": language, "url": workbench.address}])
    for address in (asked, asked.removesuffix("1/")):
        page.goto(address)
        accessible(page)
