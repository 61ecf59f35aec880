"""The page of the documents: what can be downloaded, what is missing, public sentences and consent."""

from io import BytesIO

import pytest
from django.test import Client
from docx import Document
from openpyxl import load_workbook

from muvofiq.publication.release import Part
from muvofiq.records.actions.enter_public_fact import enter_public_fact
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.models import PublicFact
from muvofiq.records.words import Role
from tests.records.advising import amended
from tests.records.small import STARTS, Desk, expert_in, mission_of, no_entry, one_entry, person

pytestmark = pytest.mark.django_db

PAGE = "/missions/border/documents/"
FACTS = f"{PAGE}facts/"
CONSENT = f"{PAGE}consent/"
LANGUAGES = ("en", "ru", "tg")


@pytest.fixture
def manager(at: Desk) -> Client:
    client = Client()
    client.force_login(at.manager)
    return client


def entered(at: Desk, *, words: int = 150, part: Part = Part.LEAD) -> PublicFact:
    text = " ".join(["border"] * words)
    return enter_public_fact(at.expert, at.mission, part=part, text=dict.fromkeys(LANGUAGES, text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_can_be_read_empty_and_full(at: Desk, browser: Client, language: str) -> None:
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    assert browser.get(PAGE).status_code == 200
    amended(at)
    fact = entered(at)
    for page in (PAGE, FACTS, f"{FACTS}{fact.pk}/"):
        assert browser.get(page).status_code == 200


def test_an_empty_mission_offers_nothing_to_download_and_says_what_comes_first(at: Desk, manager: Client) -> None:
    mission = mission_of(at.manager, slug="empty")
    page = manager.get(f"/missions/{mission.slug}/documents/").text
    assert "choose the scope first" in page
    assert "write a recommendation first" in page
    assert " download>" not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_document_is_sent_under_a_readable_name(at: Desk, browser: Client, language: str) -> None:
    amended(at)
    entered(at)
    page = browser.get(PAGE).text
    for name, kind in {
        f"concordance.{language}.xlsx": "spreadsheetml",
        f"comparative-table.{language}.docx": "wordprocessingml",
        f"press-release.{language}.docx": "wordprocessingml",
        f"press-release.{language}.txt": "text/plain",
    }.items():
        assert f"{PAGE}{name}" in page
        answer = browser.get(f"{PAGE}{name}")
        assert answer.status_code == 200
        assert kind in answer.headers["Content-Type"]
        assert answer.headers["Content-Disposition"] == f'attachment; filename="border-{name}"'


def test_the_documents_say_what_was_recorded(at: Desk, browser: Client) -> None:
    amended(at)
    entered(at)
    book = load_workbook(BytesIO(browser.get(f"{PAGE}concordance.en.xlsx").content))
    assert "DRAFT" in str(book.worksheets[0]["A2"].value)
    table = Document(BytesIO(browser.get(f"{PAGE}comparative-table.en.docx").content)).tables[0]
    assert [cell.text for cell in table.rows[1].cells][:2] == ["R1", "ст. 4 ч. 2"]
    text = browser.get(f"{PAGE}press-release.en.txt").content.decode()
    assert text.startswith("DRAFT")
    assert text.count("border") == 150


@pytest.mark.parametrize(
    ("name", "status", "told"),
    [
        ("comparative-table.en.docx", 422, "Write a recommendation"),
        ("press-release.en.docx", 422, "150 to 250"),
        ("press-release.en.txt", 422, "0 words"),
        ("press-release.en.pdf", 404, "press-release.en.pdf"),
        ("concordance.fr.xlsx", 404, "concordance.fr.xlsx"),
        ("concordance", 404, "concordance"),
        ("a.b.c.d", 404, "a.b.c.d"),
    ],
)
def test_an_impossible_document_says_what_to_do(browser: Client, name: str, status: int, told: str) -> None:
    answer = browser.get(f"{PAGE}{name}")
    assert answer.status_code == status
    assert told in answer.text


def test_without_scope_there_is_no_table_of_concordance(at: Desk, manager: Client) -> None:
    mission = mission_of(at.manager, slug="empty")
    answer = manager.get(f"/missions/{mission.slug}/documents/concordance.en.xlsx")
    assert answer.status_code == 422
    assert "Choose the scope" in answer.text


@pytest.mark.parametrize(
    ("words", "told"), [(149, "150 – 149 = 1"), (150, "ready"), (250, "ready"), (251, "251 – 250 = 1")]
)
def test_the_length_is_told_with_its_formula(at: Desk, browser: Client, words: int, told: str) -> None:
    entered(at, words=words)
    page = browser.get(PAGE).text
    assert f"{words} words" in page
    assert told in page
    assert (f"{PAGE}press-release.en.txt" in page) == (told == "ready")
    assert browser.get(f"{PAGE}press-release.en.txt").status_code == (200 if told == "ready" else 422)


def test_a_public_sentence_is_entered_corrected_and_removed(at: Desk, browser: Client) -> None:
    with one_entry(at.mission, at.expert, "enter_public_fact"):
        assert browser.post(FACTS, {"part": "lead", "text": "{agencies} agencies met."}).status_code == 302
    fact = at.mission.public_facts.get()
    assert "0 agencies met." in browser.get(PAGE).text
    browser.cookies["muvofiq_content"] = "ru"
    assert "[en] {agencies} agencies met." in browser.get(f"{FACTS}{fact.pk}/").text
    assert browser.post(f"{FACTS}{fact.pk}/", {"part": "aim", "text": "Цель."}).status_code == 302
    fact.refresh_from_db()
    assert (fact.part, fact.text) == ("aim", {"en": "{agencies} agencies met.", "ru": "Цель."})
    assert browser.post(f"{FACTS}{fact.pk}/", {"remove": "1"}).status_code == 302
    assert not at.mission.public_facts.exists()
    assert browser.get(f"{FACTS}{fact.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"part": "lead", "text": " "}, "the public sentence"),
        ({"part": "rumour", "text": "A sentence."}, "Select a valid choice"),
        ({"part": "lead", "text": "{ministers} came."}, "ministers"),
        ({"part": "lead", "text": "{judged came."}, "braces"),
    ],
)
def test_a_bad_sentence_is_told_in_place_and_changes_nothing(
    at: Desk, browser: Client, typed: dict[str, str], told: str
) -> None:
    with no_entry(at.mission):
        page = browser.post(FACTS, typed)
    assert page.status_code == 422
    assert told in page.text


def test_a_proposed_sentence_is_taken_over_into_the_form(at: Desk, browser: Client) -> None:
    plan_agency(at.expert, at.mission, name={"en": "Border service"})
    page = browser.get(PAGE).text
    assert "The discussion was attended by: Border service." in page
    assert 'class="card proposed"' in page
    number = [part.split('"')[0] for part in page.split("?proposal=")[1:]]
    pages = [browser.get(f"{FACTS}?proposal={one}").text for one in number]
    assert any("The discussion was attended by: Border service.</textarea>" in one for one in pages)
    assert not at.mission.public_facts.exists()
    assert browser.get(f"{FACTS}?proposal=99").status_code == 200


def test_a_sentence_that_cannot_be_filled_in_does_not_break_the_page(at: Desk, browser: Client) -> None:
    enter_public_fact(at.expert, at.mission, part=Part.LEAD, text={"en": "{broken"})
    page = browser.get(PAGE)
    assert page.status_code == 200
    assert "a figure cannot be filled in" in page.text
    assert browser.get(f"{PAGE}press-release.en.txt").status_code == 422


def test_the_programme_manager_records_the_consent_and_takes_it_back(at: Desk, manager: Client) -> None:
    entered(at)
    assert "Record the consent" in manager.get(PAGE).text
    with one_entry(at.mission, at.manager, "record_consent"):
        assert manager.post(CONSENT, {"on": "2026-03-06", "by": "Ministry"}).status_code == 302
    page = manager.get(PAGE).text
    assert "Ministry, 6 March 2026" in page
    assert not manager.get(f"{PAGE}press-release.en.txt").content.startswith(b"DRAFT")
    assert manager.post(CONSENT, {"take_back": "1"}).status_code == 302
    at.mission.refresh_from_db()
    assert (at.mission.consent_on, at.mission.consent_by) == (None, "")


@pytest.mark.parametrize("typed", [{"on": "", "by": "Ministry"}, {"on": "soon", "by": "M"}, {"on": "2026-03-06"}])
def test_a_bad_consent_is_told_in_place_and_changes_nothing(at: Desk, manager: Client, typed: dict[str, str]) -> None:
    with no_entry(at.mission):
        page = manager.post(CONSENT, typed)
    assert page.status_code == 422
    assert "Documents of the mission" in page.text


def test_only_the_programme_manager_records_consent(at: Desk, browser: Client) -> None:
    assert '<form method="post" action="/missions/border/documents/consent/"' not in browser.get(PAGE).text
    with no_entry(at.mission):
        for typed in ({"on": str(STARTS), "by": "Ministry"}, {"take_back": "1"}):
            page = browser.post(CONSENT, typed)
            assert page.status_code == 403
            assert "You may not do this" in page.text
    assert browser.get(CONSENT).status_code == 302


@pytest.mark.usefixtures("at")
def test_a_stranger_sees_nothing(client: Client) -> None:
    client.force_login(person())
    for page in (PAGE, FACTS, f"{PAGE}concordance.en.xlsx"):
        assert client.get(page).status_code == 403


def test_an_observer_reads_and_changes_nothing(at: Desk, client: Client) -> None:
    fact = entered(at)
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER))
    page = client.get(PAGE).text
    assert "Add a public sentence" not in page
    assert "Take over" not in page
    with no_entry(at.mission):
        for address, typed in {
            FACTS: {"part": "lead", "text": "A sentence."},
            f"{FACTS}{fact.pk}/": {"remove": "1"},
        }.items():
            answer = client.post(address, typed)
            assert answer.status_code == 403
            assert "You may not do this" in answer.text
