"""Each manner of asking weighs the signals in its own way."""

from collections import Counter

import pytest

from muvofiq.alignment.manner import Manner, manner_of, weights
from muvofiq.alignment.question import Question
from muvofiq.alignment.signals import SIGNALS
from muvofiq.tables import table
from tests.alignment.small import model

ROWS = table("alignment/weights.csv")
BOTH = {"ru": "граница", "en": "border"}
MODELS = (model("Граница", ""), model("Border", "", language="en"))
REQUIREMENT = Question("q", BOTH, {"ru": "застава"}, models=MODELS)
WITHOUT_MODELS = Question("q", BOTH, {"ru": "застава"})
TYPED = Question("q", {"ru": "граница"})
PROVISION = Question("q", {"ru": "граница"}, is_provision=True)
AROUND = {"place", "form", "instrument", "length"}  # what lies around an answer, and alone makes none
AT_HOME = {"words", "terms", "headings", "paragraphs", "model words"}  # signals that need one language


@pytest.mark.parametrize(
    ("question", "language", "manner"),
    [
        (REQUIREMENT, "ru", Manner.WORDED),
        (WITHOUT_MODELS, "ru", Manner.STATED),
        (TYPED, "ru", Manner.TEXT),
        (PROVISION, "ru", Manner.PROVISION),
        (REQUIREMENT, "kk", Manner.FOREIGN_WORDED),
        (REQUIREMENT, "zh", Manner.FOREIGN_WORDED),
        (WITHOUT_MODELS, "kk", Manner.FOREIGN_TEXT),
        (TYPED, "tg", Manner.FOREIGN_TEXT),
        (PROVISION, "tg", Manner.FOREIGN_PROVISION),
    ],
)
def test_the_manner_follows_from_what_is_asked_and_from_the_languages(
    question: Question, language: str, manner: Manner
) -> None:
    assert manner_of(question, language) is manner


@pytest.mark.parametrize(
    ("question", "language", "manner"),
    [
        (REQUIREMENT, "ru", Manner.STATED),
        (WITHOUT_MODELS, "ru", Manner.STATED),
        (TYPED, "ru", Manner.TEXT),
        (PROVISION, "ru", Manner.PROVISION),
        (REQUIREMENT, "kk", Manner.FOREIGN_TEXT),
    ],
)
def test_instruments_are_asked_by_the_statement_since_they_do_not_word_things_as_national_laws_do(
    question: Question, language: str, manner: Manner
) -> None:
    assert manner_of(question, language, is_standard=True) is manner


def test_model_articles_of_another_language_do_not_count() -> None:
    question = Question("q", BOTH, {"ru": "застава"}, models=MODELS[1:])
    assert manner_of(question, "ru") is Manner.STATED
    assert manner_of(question, "en") is Manner.WORDED


def test_every_manner_and_signal_of_the_table_is_known_and_stands_once() -> None:
    assert {row["manner"] for row in ROWS} == set(Manner)
    assert {row["signal"] for row in ROWS} <= set(SIGNALS)
    assert max(Counter((row["manner"], row["signal"]) for row in ROWS).values()) == 1


def test_every_signal_was_weighed_in_some_manner() -> None:
    assert {row["signal"] for row in ROWS} == set(SIGNALS)


def test_no_weight_is_negative() -> None:
    assert [row for row in ROWS if not float(row["weight"]) >= 0] == []


@pytest.mark.parametrize("manner", Manner)
def test_every_manner_weighs_words_or_meaning_and_leaves_out_what_has_no_weight(manner: Manner) -> None:
    assert weights(manner).keys() - AROUND
    assert all(weight > 0 for weight in weights(manner).values())


@pytest.mark.parametrize("manner", [one for one in Manner if one.startswith("foreign")])
def test_no_manner_weighs_words_where_the_languages_differ(manner: Manner) -> None:
    assert not AT_HOME & weights(manner).keys()


@pytest.mark.parametrize("manner", [one for one in Manner if "foreign" not in one])
def test_words_count_without_a_model_where_law_and_question_speak_one_language(manner: Manner) -> None:
    assert AT_HOME & weights(manner).keys()
