"""A person's decisions on a file come back out of their letter, and the newest one on a line or a repair counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.review import NOTHING, Correction, Review

NUMBERS = st.builds(
    lambda stem, inserted: Number(str(stem), tuple(inserted)),
    st.integers(1, 999),
    st.lists(st.integers(1, 99), max_size=2),
)
CORRECTIONS = st.builds(Correction, st.integers(1, 9999), st.none() | st.sampled_from(Kind), st.none() | NUMBERS)
REVIEWS = st.builds(
    Review,
    refused=st.frozensets(st.text(), max_size=3),
    corrections=st.lists(CORRECTIONS, max_size=4, unique_by=lambda one: one.line).map(
        lambda found: tuple(sorted(found, key=lambda one: one.line))
    ),
)


@given(REVIEWS)
def test_a_review_comes_back_out_of_its_letter(review: Review) -> None:
    assert Review.parse(str(review)) == review


def test_where_nothing_is_written_nothing_was_decided() -> None:
    assert Review.parse("") == NOTHING


def test_what_is_no_letter_is_refused() -> None:
    with pytest.raises(ValueError, match="property name"):
        Review.parse("{")


@given(REVIEWS, CORRECTIONS)
def test_the_newest_correction_of_a_line_counts_and_is_taken_back(review: Review, newest: Correction) -> None:
    corrected = review.corrected(newest)
    assert [one for one in corrected.corrections if one.line == newest.line] == [newest]
    assert corrected.without(newest.line) == review.without(newest.line)
    assert [one.line for one in corrected.corrections] == sorted(one.line for one in corrected.corrections)


@given(REVIEWS, st.text())
def test_a_repair_that_is_refused_and_made_after_all_is_as_if_nothing_was_said(review: Review, key: str) -> None:
    assert key in review.decided(refuse=[key]).refused
    assert review.decided(refuse=[key]).decided(make=[key]).refused == review.refused - {key}
