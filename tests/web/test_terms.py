"""The pages of the thesaurus: search, a concept with its proposals, exchange, and the glossary."""

import re
from io import BytesIO
from urllib.parse import urlencode

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from muvofiq.publication.skos_reading import MAX_BYTES, read_thesaurus
from muvofiq.records.actions.decide_term import decide_term
from muvofiq.records.actions.propose_term import propose_term
from muvofiq.records.models import TermProposal
from muvofiq.records.queries.released import terms_of
from muvofiq.records.words import Role, TermState
from tests.records.small import Desk, expert_in, no_entry, one_entry, person

pytestmark = pytest.mark.django_db
TERMS = "/missions/border/norms/terms/"
VICTIM, EXCHANGE, GLOSSARY = f"{TERMS}victim/", f"{TERMS}exchange/", f"{TERMS}glossary.docx"
NEW = "осебдида"


def proposed(at: Desk, **changes: object) -> TermProposal:
    asked = {"concept_id": "victim", "language": "tg", "word": NEW} | changes
    return propose_term(at.expert, at.mission, **asked)  # type: ignore[arg-type]


def rows(page: str) -> list[str]:
    return re.findall(r'<th scope="row"><a href="[^"]*/terms/([\w-]+)/"', page)


def decide(browser: Client, row: TermProposal, decision: str) -> HttpResponse:
    return browser.post(VICTIM, {"proposal": str(row.pk), "decision": decision})  # type: ignore[return-value]


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
@pytest.mark.parametrize("path", [TERMS, f"{TERMS}?which=missing", f"{TERMS}?facet=institutions", VICTIM, EXCHANGE])
def test_the_pages_can_be_read_in_every_language(at: Desk, browser: Client, language: str, path: str) -> None:
    proposed(at)
    proposed(at, concept_id="", word="саги сарҳадбон", broader="border")
    browser.cookies["django_language"] = browser.cookies["muvofiq_content"] = language
    page = browser.get(path)
    assert page.status_code == 200
    assert 'aria-current="page">' in page.text


def test_a_word_in_any_language_finds_its_concept_with_all_three(browser: Client) -> None:
    for word in ("переводчиками", "interpreter", "тарчумон"):
        page = browser.get(f"{TERMS}?{urlencode({'search': word})}").text
        assert "interpreter" in rows(page)
        assert "<strong>переводчик</strong>" in page
    assert "Spelt nearly alike" in browser.get(f"{TERMS}?search=interpretor").text
    assert "No concept fits" in browser.get(f"{TERMS}?search=qqqqqq").text


def test_what_is_missing_or_unconfirmed_is_marked(browser: Client) -> None:
    page = browser.get(f"{TERMS}?which=missing").text
    assert page.count(">missing</span>") == len(rows(page)) > 0
    assert 'aria-label="not confirmed yet"' in browser.get(f"{TERMS}?which=unconfirmed").text
    assert "(KZ, UZ)" in browser.get(f"{TERMS}?search=crossing-point").text


def test_a_word_is_proposed_and_shown_as_proposed(at: Desk, browser: Client) -> None:
    with one_entry(at.mission, at.expert, "propose_term"):
        page = browser.post(VICTIM, {"language": "tg", "word": NEW, "note": "heard in court"}, follow=True)
    assert page.redirect_chain == [(VICTIM, 302)]
    assert f'<span class="tag proposed">{NEW}<span class="unseen"> proposed</span></span>' in page.text
    assert "heard in court" in page.text
    assert "Proposed by Anna Horvat" in page.text
    assert rows(browser.get(f"{TERMS}?which=proposals").text) == ["victim"]


def test_a_concept_is_proposed_from_the_search(browser: Client) -> None:
    page = browser.post(TERMS, {"language": "en", "word": "Service dog", "broader": "border"}, follow=True)
    assert page.redirect_chain == [(f"{TERMS}service-dog/", 302)]
    assert "new, proposed" in page.text
    assert browser.post(TERMS, {"language": "en", "word": "Dog", "broader": "x"}).status_code == 422
    again = browser.post(TERMS, {"language": "en", "word": "Service dog", "broader": "border"})
    assert again.status_code == 422
    assert "was proposed for this concept before" in again.text
    row = TermProposal.objects.get()
    gone = browser.post(f"{TERMS}service-dog/", {"proposal": str(row.pk), "decision": "withdraw"})
    assert gone.headers["Location"] == TERMS


@pytest.mark.parametrize(
    ("decision", "state", "is_first"),
    [("accept", "accepted", False), ("accept_first", "accepted", True), ("reject", "rejected", False)],
)
def test_a_proposal_is_decided_about(at: Desk, browser: Client, decision: str, state: str, is_first: bool) -> None:  # noqa: FBT001
    row = proposed(at)
    with one_entry(at.mission, at.expert, "decide_term"):
        decide(browser, row, decision)
    row.refresh_from_db()
    assert (row.state, row.is_preferred) == (state, is_first)
    assert (terms_of(at.mission).concept("victim").preferred("tg") == NEW) is is_first
    page = browser.get(VICTIM).text
    assert f"{state}: Anna Horvat" in page
    assert ("accepted by Anna Horvat, awaits a native lawyer" in page) is (state == "accepted")
    decide(browser, row, "reopen")
    assert TermProposal.objects.get().state == "proposed"
    decide(browser, row, "withdraw")
    assert not TermProposal.objects.exists()


def test_the_unconfirmed_word_can_be_proposed_as_confirmed_by_one_button(at: Desk, browser: Client) -> None:
    page = browser.get(VICTIM).text
    word = terms_of(at.mission).concept("victim").preferred("tg")
    assert f'<input type="hidden" name="word" value="{word}">' in page
    browser.post(VICTIM, {"language": "tg", "word": word, "is_preferred": "on"})
    assert TermProposal.objects.get().is_preferred
    assert 'type="hidden" name="word"' not in browser.get(VICTIM).text


def test_a_native_lawyer_confirms_a_word_that_another_accepted(at: Desk, browser: Client, client: Client) -> None:
    decide_term(at.expert, proposed(at), TermState.ACCEPTED)
    assert "Confirm the word" not in browser.get(VICTIM).text
    client.force_login(expert_in(at.mission, at.manager, name="Native Lawyer", role=Role.NATIONAL_EXPERT))
    assert "Confirm the word" in client.get(VICTIM).text
    decide(client, TermProposal.objects.get(), "accept")
    page = client.get(VICTIM).text
    assert "accepted: Native Lawyer" in page
    assert "awaits a native lawyer" not in page


def test_the_list_calls_a_concept_by_its_word(browser: Client) -> None:
    assert (
        '/terms/uac/" data-key="o" data-key-says="Open the concept">unaccompanied child</a>'
        in browser.get(f"{TERMS}?search=unaccompanied").text
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"language": "tg", "word": " "}, "required"),
        ({"language": "kk", "word": "x"}, "Select a valid choice"),
        ({"language": "ru", "word": "жертва"}, "already"),
        ({"language": "ru", "word": "x" * 201}, "at most 200"),
    ],
)
def test_a_bad_word_is_told_in_place(at: Desk, browser: Client, typed: dict[str, str], told: str) -> None:
    with no_entry(at.mission):
        page = browser.post(VICTIM, typed)
    assert page.status_code == 422
    assert told in page.text


def test_an_unknown_concept_and_an_unknown_proposal_are_not_found(browser: Client) -> None:
    assert browser.get(f"{TERMS}nothing/").status_code == 404
    page = browser.post(VICTIM, {"proposal": "00000000-0000-4000-8000-000000000000", "decision": "accept"})
    assert page.status_code == 404
    assert browser.post(VICTIM, {"proposal": "x", "decision": "accept"}).status_code == 422


def test_the_requirements_that_name_the_concept_are_linked(browser: Client) -> None:
    page = browser.get(f"{TERMS}interpreter/").text
    assert '<a href="/missions/border/requirements/screening-interpretation/">' in page


def test_the_thesaurus_leaves_as_skos_with_accepted_words(at: Desk, browser: Client) -> None:
    decide_term(at.expert, proposed(at), TermState.ACCEPTED)
    proposed(at, word="мазлум")
    answer = browser.get(f"{EXCHANGE}?file=ttl")
    assert answer.headers["Content-Type"].startswith("text/turtle")
    assert "border-thesaurus.ttl" in answer.headers["Content-Disposition"]
    labels = {one.id: one.labels for one in read_thesaurus(answer.content, "x").concepts}
    assert NEW in labels["victim"]["tg"]
    assert "мазлум" not in answer.content.decode()
    assert "мазлум" in browser.get(f"{EXCHANGE}?file=ttl&proposals=1").content.decode()


def taken(browser: Client, data: bytes, name: str = "theirs.ttl") -> HttpResponse:
    return browser.post(EXCHANGE, {"file": SimpleUploadedFile(name, data)}, follow=True)  # type: ignore[return-value]


THEIRS = (
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    '<http://example.org/1> a skos:Concept ; skos:prefLabel "victim"@en ; skos:altLabel "осебдида"@tg, "құрбан"@kk .'
).encode()


def test_a_thesaurus_comes_in_as_proposals_and_can_be_withdrawn(browser: Client) -> None:
    page = taken(browser, THEIRS)
    assert "Words proposed: 1, new concepts: 0." in page.text
    row = TermProposal.objects.get()
    assert (row.concept_id, row.word, row.state, row.source) == ("victim", NEW, "proposed", "theirs.ttl")
    assert "from the file theirs.ttl" in browser.get(VICTIM).text
    page = browser.post(EXCHANGE, {"source": "theirs.ttl"}, follow=True)  # type: ignore[assignment]
    assert "Withdrawn: 1 proposal." in page.text
    assert not TermProposal.objects.exists()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "No concept was found"),
        (b"PK\x03\x04 no turtle", "cannot be read as a thesaurus"),
        (THEIRS + b"\n<x> <y> ;;", "line 3"),
        (b"#" * (MAX_BYTES + 5), "too large"),
    ],
)
def test_a_bad_file_is_told_and_nothing_of_it_is_taken(at: Desk, browser: Client, data: bytes, told: str) -> None:
    with no_entry(at.mission):
        page = taken(browser, data)
    assert page.status_code == 422
    assert told in page.text


def test_the_glossary_is_sent_in_the_language_that_was_asked_for(browser: Client) -> None:
    answer = browser.get(GLOSSARY, {"language": "ru", "order": "facet"})
    assert 'filename="border-glossary.ru.docx"' in answer.headers["Content-Disposition"]
    table = docx.Document(BytesIO(answer.content)).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Русский", "Английский", "Таджикский"]
    assert any(row.cells[1].text == "interpreter" for row in table.rows)
    browser.cookies["muvofiq_content"] = "tg"
    assert "glossary.tg.docx" in browser.get(GLOSSARY, {"language": "zz"}).headers["Content-Disposition"]
    for code in ("en", "ru", "tg"):
        assert f"glossary.docx?language={code}" in browser.get(TERMS).text


def test_a_delegate_proposes_and_an_observer_only_reads(at: Desk, client: Client) -> None:
    row = proposed(at)
    client.force_login(expert_in(at.mission, at.manager, role=Role.DELEGATE))
    page = client.get(VICTIM).text
    assert "Propose a word" in page
    assert "Accept as a synonym" not in page
    assert decide(client, row, "accept").status_code == 403
    client.force_login(expert_in(at.mission, at.manager, role=Role.OBSERVER))
    assert "Propose a word" not in client.get(VICTIM).text
    assert "Take a thesaurus in" not in client.get(EXCHANGE).text
    with no_entry(at.mission):
        for answer in (
            client.post(VICTIM, {"language": "tg", "word": "мазлум"}),
            client.post(TERMS, {"language": "en", "word": "Dog", "broader": "border"}),
            taken(client, THEIRS),
        ):
            assert answer.status_code == 403


@pytest.mark.parametrize("path", [TERMS, VICTIM, EXCHANGE, GLOSSARY])
@pytest.mark.usefixtures("at")
def test_a_stranger_sees_nothing(client: Client, path: str) -> None:
    client.force_login(person())
    assert client.get(path).status_code == 403
