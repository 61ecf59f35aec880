"""The page on which catalogues and tables go out and come in."""

from io import BytesIO
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from muvofiq.publication.catalogue_xlsx import catalogue_document
from muvofiq.publication.table_file import read_tables
from muvofiq.records.actions.receive_table import receive_table
from muvofiq.records.models import ReceivedTable
from muvofiq.records.queries.exchange import Which, bundle_of
from muvofiq.records.words import Role
from muvofiq.standards.bundle import Bundle
from tests.publication.tables import EC, LIST, workbook
from tests.records.receiving import ABOUT, received, shown, taken, told_table
from tests.records.small import VICTIMS, Desk, expert_in, scope_in
from tests.standards.test_bundle import OURS

pytestmark = pytest.mark.django_db
PAGE = "/missions/border/norms/exchange/"
NEW = {"instrument": "", "id": "border-convention", "title": "Convention on borders", "kind": "regional_treaty"}


def sent(browser: Client, data: bytes | str = OURS, name: str = "ours.yaml") -> str:
    """Send a file and return the address of its page."""
    file = SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)
    answer = browser.post(PAGE, {"file": file})
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def page(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_offers_the_catalogue_and_shows_what_waits(at: Desk, browser: Client) -> None:
    received(at.expert, at.mission)
    text = page(browser, PAGE)
    assert f"{PAGE}scope.yaml" in text
    assert f"{PAGE}catalogue.xlsx" in text
    assert f"{PAGE}own.yaml" not in text
    assert "ours.yaml" in text


@pytest.mark.parametrize("which", ["scope", "catalogue"])
def test_the_files_hold_the_catalogue(at: Desk, browser: Client, which: str) -> None:
    bundle = bundle_of(at.mission, Which(which))
    answer = browser.get(f"{PAGE}{which}.yaml")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="border-{which}.yaml"'
    assert Bundle.parse(answer.content) == bundle
    answer = browser.get(f"{PAGE}{which}.xlsx")
    sheets = read_tables(answer.content, "x.xlsx")
    assert Bundle.of(catalogue_document(sheets, "x.xlsx")) == bundle


@pytest.mark.parametrize("name", ["own", "own.pdf", "all.yaml", ".yaml", "scope.xlsx.yaml"])
def test_another_file_is_not_there(browser: Client, name: str) -> None:
    assert browser.get(f"{PAGE}{name}").status_code == 404


def test_a_catalogue_is_sent_looked_at_and_taken(at: Desk, browser: Client) -> None:
    address = sent(browser)
    assert "The officer calls an interpreter." in page(browser, address)
    table = at.mission.received_tables.get()
    answer = browser.post(address, {"take": "1", "seen": shown(table).stamp, "into_scope": "on"})
    assert answer.headers["Location"] == reverse("standards", args=["border"])
    assert at.mission.own_requirements.count() == 1
    assert at.mission.scope.filter(requirement__requirement_id="border-convention-5").exists()


def test_a_signature_of_a_stranger_is_told_where_the_file_is_looked_at(browser: Client) -> None:
    signed = OURS + "    signed: {name: A. Stranger, date: 2026-11-01, languages: [en]}\n"
    assert "Signed in the file by A. Stranger" in page(browser, sent(browser, signed))


def test_what_is_on_file_already_offers_nothing_to_take(at: Desk, browser: Client) -> None:
    text = page(browser, sent(browser, str(bundle_of(at.mission, Which.SCOPE))))
    assert "Nothing to change" in text
    assert 'name="take"' not in text


def test_a_file_seen_otherwise_is_shown_again(at: Desk, browser: Client) -> None:
    answer = browser.post(sent(browser), {"take": "1", "seen": "old"})
    assert answer.status_code == 409
    assert "something else by now" in answer.content.decode()
    assert at.mission.own_requirements.count() == 0


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (OURS.replace("groups:", "group:"), "bad.yaml", "bad.yaml, line 14, requirements[0].group"),
        ("a: [", "bad.yaml", "not well-formed"),
        ("", "bad.yaml", "missing"),
        (workbook([("only", "")]), "bad.xlsx", "No table was found"),
        (b"PK\x03\x04", "bad.xlsx", "bad.xlsx"),
    ],
)
def test_a_bad_file_is_told_in_place_and_not_kept(browser: Client, data: bytes | str, name: str, says: str) -> None:
    file = SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)
    answer = browser.post(PAGE, {"file": file})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not ReceivedTable.objects.exists()


def test_columns_are_guessed_confirmed_and_taken(at: Desk, browser: Client) -> None:
    address = sent(browser, workbook(EC), "table.xlsx")
    text = page(browser, address)
    assert "A: Article of the convention" in text
    assert "What would happen" not in text
    guess = {
        f"column_{name}": at for name, at in {"unit": 0, "text": 1, "act": 2, "national_unit": 3, "degree": 5}.items()
    }
    said = {"say": "1", "layout": "ec", "sheet": "Sheet1", "head": "3", "language": "en", **NEW, **guess}
    assert browser.post(address, said).status_code == 302
    text = page(browser, address)
    assert "kept as words" in text
    assert "rows left out" in text
    table = at.mission.received_tables.get()
    browser.post(address, {"take": "1", "seen": shown(table).stamp})
    assert at.mission.table_links.count() == 4


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"column_unit": ""}, "required"),
        ({"id": "", "title": ""}, "which instrument"),
        ({"id": "Not an id"}, "does not have the right form"),
        ({"column_unit": "99"}, "Select a valid choice"),
        ({"kind": "nothing"}, "Select a valid choice"),
    ],
)
def test_wrong_words_about_the_columns_stay_in_the_form(browser: Client, changed: dict[str, str], says: str) -> None:
    address = sent(browser, workbook(EC), "table.xlsx")
    said = {"say": "1", "layout": "ec", "sheet": "Sheet1", "head": "3", "language": "en", **NEW, "column_unit": "0"}
    answer = browser.post(address, {**said, **changed})
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_another_layout_can_be_looked_at(browser: Client) -> None:
    address = sent(browser, workbook(LIST), "list.xlsx")
    assert 'name="column_citations"' in page(browser, address)
    assert 'name="column_degree"' in page(
        browser, f"{address}?{urlencode({'layout': 'mk', 'sheet': 'Sheet1', 'head': 1})}"
    )


@pytest.mark.parametrize("asked", [{"sheet": "none"}, {"head": "0"}, {"head": "99999"}, {"head": "²"}, {"layout": "x"}])
def test_no_question_about_a_table_fails(browser: Client, asked: dict[str, str]) -> None:
    address = sent(browser, workbook(EC), "table.xlsx")
    assert browser.get(address, asked).status_code < 500
    assert browser.post(address, {"say": "1", **asked}).status_code < 500


def test_a_file_is_given_up(browser: Client) -> None:
    answer = browser.post(sent(browser), {"give_up": "1"}, follow=True)
    assert "given up" in answer.content.decode()
    assert not ReceivedTable.objects.exists()


def test_a_requirement_shows_the_word_of_the_table_and_lets_it_be_accepted(at: Desk, browser: Client) -> None:
    taken(at.expert, told_table(at.expert, at.mission))
    name = "border-convention-article-3-1"
    scope_in(at.mission, at.expert, ids=[VICTIMS, name])
    address = reverse("requirement", args=["border", name])
    text = page(browser, address)
    assert "the table says" in text
    assert "«table.xlsx», row 6" in text
    browser.post(
        reverse("decide", args=["border", name]),
        {"edition": at.edition.name, "eid": "art_4__para_2", "decision": "accepted"},
    )
    assert at.mission.answers.filter(eid="art_4__para_2").exists()
    assert "Decided above." in page(browser, address)


def test_an_observer_reads_and_takes_nothing(at: Desk, client: Client) -> None:
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER, name="Observer"))
    assert 'type="file"' not in page(client, PAGE)
    file = SimpleUploadedFile("ours.yaml", OURS.encode())
    assert client.post(PAGE, {"file": file}).status_code == 403


def test_words_of_a_file_are_never_markup(browser: Client) -> None:
    evil = OURS.replace("Interpreter", "<script>alert(1)</script>")
    text = page(browser, sent(browser, evil, "<b>x.yaml"))
    assert "<script>alert" not in text
    assert "<b>x" not in text


def test_a_table_about_our_own_requirements_needs_no_instrument(at: Desk, browser: Client) -> None:
    data = browser.get("/missions/border/documents/concordance.en.xlsx").content
    text = page(browser, sent(browser, data, "concordance.xlsx"))
    assert 'name="column_code"' in text
    assert 'name="instrument"' not in text
    assert ABOUT["instrument"] not in text
    assert receive_table(at.expert, at.mission, data=BytesIO(data).getvalue(), file_name="x").layout == ""
