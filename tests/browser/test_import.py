"""What a person does with a file that asks a question first: a Word file with pending corrections, and a scan."""

import base64
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from muvofiq.text.ocr import installed_languages
from tests.browser.workbench import Workbench
from tests.cli.test_parse import word_with_changes

ACTS = "/missions/dushanbe-2016/acts/"
PAGES = (
    ("ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ", "О беженцах", "Статья 1. Цель закона", "Закон защищает беженцев на границе."),
    ("Статья 2. Переводчик", "1. Переводчик предоставляется бесплатно.", "2. Опрос проводится отдельно."),
)


def pictures_of(browser: Browser, path: Path) -> Path:
    """Print two pages of a law, photograph them, and save the photographs as a PDF."""
    page = browser.new_page(viewport={"width": 1240, "height": 1754})
    pictures = []
    for lines in PAGES:
        page.set_content(f"<body style='font: 34px serif; margin: 120px'>{''.join(f'<p>{one}</p>' for one in lines)}")
        pictures.append(base64.b64encode(page.screenshot()).decode())
    images = "".join(f"<img style='width: 100%' src='data:image/png;base64,{one}'>" for one in pictures)
    page.set_content(f"<style>@page {{ margin: 0 }} body {{ margin: 0 }}</style>{images}")
    page.pdf(path=path, width="1240px", height="1754px")
    page.close()
    return path


def choose(page: Page, workbench: Workbench, file: Path) -> None:
    page.goto(f"{workbench.address}{ACTS}")
    page.get_by_label("File of the law").set_input_files(file)
    page.get_by_label("File it under").first.select_option("new")


def test_pending_corrections_are_asked_for_in_place(page: Page, workbench: Workbench, tmp_path: Path) -> None:
    file = word_with_changes(tmp_path / "refugees.docx")
    choose(page, workbench, file)
    page.get_by_label("Text as at").fill("2016-06-01")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_text("corrections that nobody has accepted or rejected")).to_be_visible()
    expect(page.get_by_label("Text as at")).to_have_value("2016-06-01")
    page.get_by_label("Pending corrections in a Word file").select_option("accepted")
    page.get_by_label("File of the law").set_input_files(file)
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_label("Text as at")).to_have_value("2016-06-01")
    page.get_by_role("button", name="File it", exact=True).click()
    expect(page.get_by_text("Закон защищает беженцев и мигрантов")).to_be_visible()


def test_while_a_file_is_read_the_page_shows_that_it_is_at_work(page: Page, workbench: Workbench) -> None:
    page.goto(f"{workbench.address}{ACTS}")
    at_work = page.get_by_text("The file is being read")
    expect(at_work).to_be_hidden()
    page.locator("form[data-busy]").dispatch_event("submit")  # as the click does, without leaving the page
    expect(at_work).to_be_visible()


@pytest.mark.skipif("rus" not in installed_languages(), reason="tesseract with Russian is not installed")
def test_a_scan_is_recognised_while_the_person_looks_on(
    page: Page, browser: Browser, workbench: Workbench, tmp_path: Path
) -> None:
    choose(page, workbench, pictures_of(browser, tmp_path / "scan.pdf"))
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_text("its pages are pictures")).to_be_visible()
    expect(page.get_by_label("File it under").first).to_have_value("new")
    page.get_by_label("Russian").check()
    page.get_by_label("File of the law").set_input_files(tmp_path / "scan.pdf")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("heading", name="Scans being recognised")).to_be_visible()
    link = page.get_by_text("The scan is recognised and imported").get_by_role("link")
    expect(link).to_be_visible()
    link.click()
    expect(page.get_by_text("recognised from a picture, not proof-read").first).to_be_visible()
    expect(page.get_by_role("heading", name="Статья 2. Переводчик")).to_be_visible()
