"""A requirement is asked in the words of the law's language, as its model articles word it."""

from dataclasses import replace
from operator import mul

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.alignment.question import Question, asked_phrase, provision_phrase, question_of
from muvofiq.alignment.windows import OPENING, windows
from muvofiq.standards.model_article import model_articles
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.tables import table
from tests.alignment.small import model
from tests.standards.small import REQUIREMENT

ASKED_IN = table("languages/asked-in.csv")
LONG = st.builds(mul, st.text(max_size=20), st.integers(1, 3 * OPENING))
BORDER = Question("q", {"ru": "граница", "en": "border"}, {"ru": "застава", "en": "post"})


@pytest.fixture
def requirement() -> Requirement:
    return Requirement.parse(REQUIREMENT)


def test_title_and_statement_are_the_wording(requirement: Requirement) -> None:
    assert question_of(requirement).wording == {"en": "Legal aid for victims. Victims must get free legal aid."}


def test_a_language_with_a_title_but_no_statement_is_not_asked(requirement: Requirement) -> None:
    only_named = replace(requirement, title={**requirement.title, "ru": "Юридическая помощь жертвам"})
    assert set(question_of(only_named).wording) == {"en"}


def test_search_terms_are_kept_by_language(requirement: Requirement) -> None:
    terms = replace(requirement, terms={"ru": ("помощь", "адвокат"), "en": ("aid",)})
    assert question_of(terms).terms == {"ru": "помощь; адвокат", "en": "aid"}


def test_elements_are_searched_for_concepts_only(requirement: Requirement) -> None:
    question = question_of(requirement)
    assert all(words in question.around["en"] for words in ("Legal aid for victims", "legal aid", "aid is free"))
    assert "aid is free" not in question.wording["en"]


def test_the_model_articles_of_the_library_come_with_the_requirement(requirement: Requirement) -> None:
    assert question_of(requirement).models == model_articles()[requirement.id] != ()
    assert question_of(replace(requirement, id="unknown")).models == ()


def test_the_cited_instruments_are_known(requirement: Requirement) -> None:
    assert question_of(requirement).instruments == {"tip-protocol", "eura-ge"}


@pytest.mark.parametrize(
    ("wording", "language", "asked_in"),
    [
        (("en", "ru", "tg"), "tg", "tg"),
        (("en", "ru"), "ru", "ru"),
        (("en", "ru", "kk"), "kk", "kk"),
        (("en", "ru"), "kk", "ru"),
        (("en",), "kk", "en"),
        (("en", "ru"), "tg", "en"),
        (("ru", "en"), "zh", "en"),
        (("tg", "ru"), "zh", "tg"),
        ((), "tg", "tg"),
    ],
)
def test_a_law_is_asked_in_its_language_or_one_it_borrows_from_or_english_or_the_first(
    wording: tuple[str, ...], language: str, asked_in: str
) -> None:
    assert Question("q", dict.fromkeys(wording, "x")).language_for(language) == asked_in


def test_an_empty_wording_counts_as_none() -> None:
    assert Question("q", {"tg": "", "en": "border"}).language_for("tg") == "en"


def test_a_language_borrows_from_one_language_in_which_requirements_are_written_never_from_itself() -> None:
    assert len({row["language"] for row in ASKED_IN}) == len(ASKED_IN)
    assert [row for row in ASKED_IN if row["asked_in"] not in LANGUAGES or row["asked_in"] == row["language"]] == []


def test_wording_terms_and_model_articles_speak_the_same_language() -> None:
    question = replace(BORDER, models=(model("Border", "", language="en"), model("Граница", "")))
    assert (question.asked("kk"), question.looked_for("kk")) == ("граница", "застава")
    assert [one.heading for one in question.models_for("kk")] == ["Граница"]
    assert [one.heading for one in question.models_for("de")] == ["Border"]


def test_a_question_without_words_asks_nothing() -> None:
    assert (Question("q", {}).asked("tg"), Question("q", {}).looked_for("tg")) == ("", "")


def test_the_model_reads_wording_and_terms_as_questions_and_model_articles_as_provisions() -> None:
    question = replace(BORDER, models=(model("Граница", "охраняется"), model("Border", "", language="en")))
    assert list(question.phrases("ru")) == [
        ("query", "граница"),
        ("query", "застава"),
        ("passage", "Граница\nохраняется"),
    ]


def test_without_terms_and_models_the_model_reads_the_wording_alone() -> None:
    assert list(Question("q", {"ru": "граница"}).phrases("ru")) == [("query", "граница")]


def test_a_provision_is_read_as_a_question_and_as_a_provision() -> None:
    question = Question("q", {"ru": "граница"}, is_provision=True)
    assert list(question.phrases("ru")) == [("query", "граница"), ("passage", "граница")]


def test_a_provision_is_read_in_pieces_for_laws_of_another_language_only() -> None:
    text = "Граница охраняется. " * 60
    provision = Question("q", {"ru": text}, is_provision=True)
    assert [piece for _, piece in provision.pieces("tg")] == list(windows("", text))
    assert set(provision.pieces("tg")) <= set(provision.phrases("tg"))
    assert list(provision.pieces("ru")) == list(replace(provision, is_provision=False).pieces("tg")) == []


@given(
    text=LONG.filter(bool),
    language=st.sampled_from(["ru", "tg", "kk"]),
    is_provision=st.booleans(),
)
def test_the_model_never_has_to_read_more_than_an_opening(text: str, language: str, *, is_provision: bool) -> None:
    question = Question("q", {"ru": text}, {"ru": text}, models=(model(text, text),), is_provision=is_provision)
    assert all(len(phrase) <= OPENING for _, phrase in question.phrases(language))


@given(LONG)
def test_a_phrase_is_the_beginning_of_its_text(text: str) -> None:
    assert asked_phrase(text) == ("query", text[:OPENING])
    assert provision_phrase(text) == ("passage", text[:OPENING])
