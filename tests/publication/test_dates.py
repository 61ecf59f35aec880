"""Days are written as each language writes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.publication.dates import written_day, written_period

JUNE = date(2016, 6, 1)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "1 June 2016"), ("ru", "1 июня 2016 года"), ("tg", "1 июни соли 2016")],
)
def test_a_day(language: str, expected: str) -> None:
    assert written_day(JUNE, language) == expected
    assert written_period(JUNE, JUNE, language) == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (date(2016, 6, 3), "1–3 июня 2016 года"),
        (date(2016, 7, 1), "1 июня – 1 июля 2016 года"),
        (date(2017, 6, 1), "1 июня 2016 года – 1 июня 2017 года"),
    ],
)
def test_a_period_says_nothing_twice(last: date, expected: str) -> None:
    assert written_period(JUNE, last, "ru") == expected


@given(st.dates(), st.dates(), st.sampled_from(["en", "ru", "tg"]))
def test_every_period_can_be_written_and_names_its_days(first: date, last: date, language: str) -> None:
    text = written_period(first, last, language)
    assert text.startswith(str(first.day))
    assert str(last.day) in text
    assert str(last.year) in text
