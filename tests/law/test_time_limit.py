"""In what time something is to be done is read from the words of a law; ages, punishments and beats are left alone."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.law.time_limit import Bound, TimeLimit, Unit, limits_in
from tests.paths import ROOT

with (ROOT / "tests" / "samples" / "time_limits.csv").open(encoding="utf-8") as file:
    ROWS = [(row["language"], row["text"], row["limits"]) for row in csv.DictReader(file)]
LIMITS = st.one_of(
    st.just(TimeLimit()), st.builds(TimeLimit, st.integers(1, 99_999), st.sampled_from(Unit), st.sampled_from(Bound))
)


def test_the_table_has_sentences_of_three_languages_with_and_without_a_limit() -> None:
    assert len(ROWS) >= 60
    for language in ("en", "ru", "tg"):
        assert sum(one == language and bool(limits) for one, _, limits in ROWS) >= 12
        assert sum(one == language and not limits for one, _, limits in ROWS) >= 6


@pytest.mark.parametrize(("language", "text", "limits"), ROWS)
def test_a_sentence_says_the_limits_that_a_reader_finds(language: str, text: str, limits: str) -> None:
    sights = limits_in(text, language)
    assert " | ".join(str(one.limit) for one in sights) == limits
    assert all(text[one.start : one.end] == one.words for one in sights)


@given(LIMITS)
def test_a_limit_comes_back_from_its_text(limit: TimeLimit) -> None:
    assert TimeLimit.parse(str(limit)) == limit


@pytest.mark.parametrize("text", ["", "72 hour", "at most 0 day", "at most 3 moons", "at most 3 days", "at once!"])
def test_anything_else_is_no_limit(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        TimeLimit.parse(text)


@given(LIMITS.filter(lambda one: one.amount < 1000), st.sampled_from(["en", "ru", "tg"]))
def test_what_is_said_is_read_again(limit: TimeLimit, language: str) -> None:
    said = limit.said(language)
    assert [one.limit for one in limits_in(said, language)] == [limit], said


def test_the_number_decides_the_form_of_the_word() -> None:
    said = {amount: TimeLimit(amount, Unit.WORKING_DAY).said("ru") for amount in (1, 2, 11, 21)}
    assert said == {
        1: "в течение 1 рабочего дня",
        2: "в течение 2 рабочих дней",
        11: "в течение 11 рабочих дней",
        21: "в течение 21 рабочего дня",
    }
    assert TimeLimit(1, Unit.HOUR, Bound.AT_LEAST).said("en") == "at least 1 hour"


def test_a_language_without_patterns_says_nothing() -> None:
    assert limits_in("dans un délai de 72 heures", "fr") == ()


@given(st.text(alphabet="в течение не позднее72(срок) дней\nчасов.,-", max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    for one in limits_in(text, "ru"):
        assert text[one.start : one.end] == one.words
