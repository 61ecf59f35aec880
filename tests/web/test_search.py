"""The page of the search: one form, cards that lead to the law, and empty states that say what to do."""

import re

import pytest
from django.test import Client

from muvofiq.records.queries import seeking
from muvofiq.records.words import Role
from muvofiq.web.views import search as views
from tests.alignment.small import LetterModel
from tests.records.small import Desk, expert_in, mission_of, person, tajik_twin

pytestmark = pytest.mark.django_db
SEARCH = "/missions/border/search/"


def page(browser: Client, **asked: str) -> str:
    answer = browser.get(SEARCH, asked)
    assert answer.status_code == 200
    return answer.text


def cards(text: str) -> list[str]:
    return re.findall(r'<article class="card".*?</article>', text, re.DOTALL)


def test_the_page_stands_in_the_bar_of_every_mission_page(browser: Client) -> None:
    assert f'<a href="{SEARCH}">Search</a>' in browser.get("/missions/border/").text
    assert f'<a href="{SEARCH}" aria-current="page">Search</a>' in page(browser)


def test_before_anything_is_typed_the_page_says_what_can_be_typed(browser: Client) -> None:
    text = page(browser)
    assert "What you can type" in text
    assert "Searched: 1 text of a law, 4 requirements of the scope" in text
    assert re.search(r'<input type="search" name="search"[^>]*data-key="/"[^>]*autofocus', text)
    assert cards(text) == []


def test_a_card_leads_to_the_unit_of_the_law_with_its_words_marked_and_says_why(browser: Client) -> None:
    card = cards(page(browser, search="переводчик", where="laws"))[0]
    assert re.search(r'<a href="/missions/border/acts/border-law-ru/#art_\w+" data-key="Enter"', card)
    assert "data-card" in card
    assert re.search(r"<mark>[Пп]ереводчик\w*</mark>", card)
    assert "Why: words: " in card
    assert "· ru" in card


def test_a_requirement_leads_to_its_page(browser: Client) -> None:
    text = page(browser, search="interpreter", where="requirements")
    assert '<a href="/missions/border/requirements/screening-interpretation/" data-key="Enter"' in cards(text)[0]
    assert "Provisions (" not in text


def test_a_cited_article_says_so_and_names_its_translation(at: Desk, browser: Client) -> None:
    tajik_twin(at.mission, at.expert, at.edition)
    card = cards(page(browser, search="статья 4"))[0]
    assert "by its number" in card
    assert '<a href="/missions/border/acts/border-law-tg/#art_4">м. 4 (tg)</a>' in card
    assert "Why" not in card


def test_the_page_says_that_words_and_thesaurus_search_alone(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "By words and thesaurus alone (Russian"
    assert said in page(browser, search="переводчик")
    monkeypatch.setattr(seeking, "find_reader", LetterModel)
    assert said in page(browser, search="переводчик"), "a page never reads a law"
    assert said not in page(browser, search="ст. 4")


def test_the_page_says_where_the_words_go_if_they_leave_this_computer(
    browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "What you type here is sent to the language model at example.org."
    assert said not in page(browser)
    monkeypatch.setattr(views, "reader_elsewhere", lambda: "example.org")
    assert said in page(browser)


def test_the_language_of_the_words_is_told_and_can_be_said(browser: Client) -> None:
    assert "Language of your words: Russian." in page(browser, search="переводчик")
    text = page(browser, search="переводчик", typed_in="tg")
    assert "Language of your words: Tajik." in text
    assert "If that is wrong" not in text


def test_nothing_found_says_what_to_do(browser: Client) -> None:
    text = page(browser, search="нетакогослова", kind="part")
    assert "Nothing was found for «нетакогослова»." in text
    assert "never of the whole law of a state" in text
    assert "Search without narrowing" in text
    assert re.search(r"<details open><summary>Narrow the search", text)
    assert "Search without narrowing" not in page(browser, search="нетакогослова")


def test_a_mission_without_laws_and_scope_says_what_is_missing(at: Desk, browser: Client) -> None:
    mission_of(at.manager, slug="empty")
    browser.force_login(at.manager)
    text = browser.get("/missions/empty/search/").text
    assert "There is nothing to search yet." in text
    assert 'href="/missions/empty/acts/">Import a law' in text
    assert 'href="/missions/empty/scope/">Choose the scope' in text
    assert "No text of a law is on file." in browser.get("/missions/empty/search/", {"search": "мост"}).text


def test_who_may_change_nothing_searches_but_is_not_told_to_import(at: Desk, browser: Client) -> None:
    empty = mission_of(at.manager, slug="empty")
    browser.force_login(expert_in(empty, at.manager, role=Role.OBSERVER))
    text = browser.get("/missions/empty/search/").text
    assert "There is nothing to search yet." in text
    assert "Import a law" not in text


@pytest.mark.usefixtures("at")
def test_a_stranger_does_not_search_a_mission(client: Client) -> None:
    client.force_login(person())
    assert client.get(SEARCH, {"search": "переводчик"}).status_code == 403
    assert client.get("/missions/nowhere/search/").status_code == 404


def test_more_results_are_offered_with_all_that_was_asked(browser: Client) -> None:
    text = page(browser, search="закон", where="laws", kind="article", top="2")
    assert len(cards(text)) == 2
    link = re.search(r'<a href="\?([^"]*)">Show more</a>', text)
    assert link
    assert {"kind=article", "where=laws", "top=22"} <= set(link[1].replace("&amp;", "&").split("&"))


@pytest.mark.parametrize("field", ["where", "act", "language", "kind", "on", "typed_in", "top"])
@pytest.mark.parametrize("value", ["x", "-1", "\x00", "9" * 30, "<script>"])
def test_what_is_no_filter_filters_nothing(browser: Client, field: str, value: str) -> None:
    assert cards(page(browser, search="переводчик", **{field: value}))


def test_a_text_that_is_too_long_is_told_in_place(browser: Client) -> None:
    text = page(browser, search="а" * 401)
    assert 'class="errorlist"' in text
    assert "What you can type" in text


@pytest.mark.parametrize("language", ["ru", "tg"])
def test_the_page_speaks_the_language_of_the_interface(browser: Client, language: str) -> None:
    browser.cookies["django_language"] = language
    text = page(browser, search="переводчик", kind="part")
    for english in ("Search", "Narrow", "Provisions", "Language of", "next result", "Why:", "all acts"):
        assert english not in text, english
