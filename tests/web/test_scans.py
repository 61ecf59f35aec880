"""Scans on the register page: asked for with the form, followed while they are read, finished or given up."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from muvofiq.records.models import Draft, Job, Scan
from muvofiq.records.words import Role
from muvofiq.web import forms_acts
from tests.records.scanning import PAGES, PICTURES, Scanner, scanner, worked
from tests.records.small import Desk, expert_in, no_entry
from tests.web.filing import file_again

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("one")]
ACTS = "/missions/border/acts/"
IMPORT = f"{ACTS}import/"


@pytest.fixture
def one(monkeypatch: pytest.MonkeyPatch) -> Scanner:
    monkeypatch.setattr(forms_acts, "installed_languages", lambda: ("eng", "osd", "rus"))
    return scanner(monkeypatch)


def ask(browser: Client, **typed: object) -> str:
    """Choose the pictures in the form and import them; return the page that is shown then."""
    file = SimpleUploadedFile("scan.pdf", PICTURES)
    form = {"file": file, "act": "new", "replaces": "", "as_of": "", "changes": "ask", "recognise": ["rus"]}
    return browser.post(IMPORT, form | typed, follow=True).text


def address(scan: Scan, page: str = "") -> str:
    return f"{ACTS}scans/{scan.pk}/{page}"


def test_the_languages_that_are_installed_can_be_chosen(browser: Client) -> None:
    page = browser.get(ACTS).text
    assert re.findall(r'name="recognise" value="(\w+)"', page) == ["rus", "eng"]
    assert "10 to 20 seconds a page" in page


def test_without_the_program_the_form_says_how_to_get_it(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms_acts, "installed_languages", lambda: ())
    page = browser.get(ACTS).text
    assert 'name="recognise"' not in page
    assert "tesseract-ocr-tgk" in page


def test_a_scan_is_kept_and_followed_until_it_can_be_reviewed(browser: Client) -> None:
    page = ask(browser)
    scan = Scan.objects.get()
    assert "«scan.pdf» is kept and will be recognised" in page
    assert "Scans being recognised" in page
    assert f'hx-get="{address(scan, "progress/")}"' in page
    Job.objects.filter(key=str(scan.pk)).update(state="running", stage="Recognising pages", done=1, total=2)
    assert "Recognising pages: 1 / 2" in browser.get(address(scan, "progress/")).text
    Job.objects.filter(key=str(scan.pk)).update(state="waiting")
    worked(scan)
    fragment = browser.get(address(scan, "progress/")).text
    assert "The scan is recognised." in fragment
    review = f"{ACTS}drafts/{Draft.objects.get().pk}/"
    assert f'href="{review}"' in fragment
    assert "hx-get" not in fragment
    assert "recognised from a picture, not proof-read" in browser.get(review).text
    file_again(browser, review)
    page = browser.get(ACTS).text
    assert "recognised from a picture, not proof-read" in page
    assert "Scans being recognised" not in page
    assert "recognised from a picture, not proof-read" in browser.get(f"{ACTS}scan/").text


def test_a_pdf_with_letters_is_read_at_once_even_if_languages_are_chosen(browser: Client, one: Scanner) -> None:
    one.pages = ()
    text = SimpleUploadedFile("law.txt", "Статья 1. А\nБ.".encode())
    assert "Review of «law.txt»" in ask(browser, file=text)
    assert not Scan.objects.exists()


def test_a_page_that_failed_can_be_tried_again(browser: Client, one: Scanner) -> None:
    one.broken = 1
    ask(browser)
    scan = Scan.objects.get()
    worked(scan)
    page = browser.get(ACTS).text
    assert "Page 1 of the scan could not be recognised." in page
    assert "Recognised pages: 0 of 2." in page
    one.broken = None
    assert "hx-get" in browser.post(address(scan), {"again": ""}, follow=True).text
    worked(scan)
    assert Draft.objects.filter(file_name="scan.pdf").exists()


def test_what_nobody_foresaw_is_told_too(browser: Client) -> None:
    ask(browser)
    Job.objects.filter(kind="recognise").update(state="failed", error="RuntimeError: the disk is full")
    page = browser.get(ACTS).text
    assert "The scan could not be recognised." in page
    assert "the disk is full" in page


def test_the_recognised_text_can_be_taken_away(browser: Client, one: Scanner) -> None:
    one.broken = 2
    ask(browser)
    scan = Scan.objects.get()
    worked(scan)
    answer = browser.get(address(scan, "text/"))
    assert answer["Content-Disposition"] == 'attachment; filename="scan.txt"'
    assert answer.text == "\n".join(PAGES[0])


def test_a_scan_is_given_up(browser: Client) -> None:
    ask(browser)
    scan = Scan.objects.get()
    page = browser.post(address(scan), {"give-up": ""}, follow=True).text
    assert "«scan.pdf» is given up" in page
    assert not Scan.objects.exists()
    assert "no longer here" in browser.get(address(scan, "progress/")).text
    assert browser.post(address(scan), {"give-up": ""}).status_code == 404
    assert browser.get(address(scan, "text/")).status_code == 404


def test_an_observer_follows_and_decides_nothing(at: Desk, browser: Client) -> None:
    ask(browser)
    scan = Scan.objects.get()
    browser.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER))
    page = browser.get(ACTS).text
    assert "scan.pdf" in page
    assert "Give the scan up" not in page
    with no_entry(at.mission):
        for button in ("again", "give-up"):
            assert browser.post(address(scan), {button: "", "act": "new"}).status_code == 403
