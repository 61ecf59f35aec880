"""A person's decisions on a file come back out of their letter, and the newest one on a line or a repair counts."""

import json

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


ENTRY = '{"refused": [], "corrections": [%s]}'


@pytest.mark.parametrize(
    "letter",
    [
        *("[]", "null", "5", '"{}"', "[" * 100_000, '{"corrections": 5, "refused": []}', '{"refused": "abc"}'),
        *('{"refused": [1], "corrections": []}', '{"refused": [{}], "corrections": []}', ENTRY % "{}", ENTRY % "5"),
        ENTRY % '{"line": "x", "kind": "", "number": ""}',
        ENTRY % '{"line": Infinity, "kind": "", "number": ""}',
        ENTRY % '{"line": 1, "kind": "dragon", "number": ""}',
        ENTRY % '{"line": 1, "kind": "article", "number": "ё?"}',
        ENTRY % '{"line": 1, "kind": "article", "number": null}',
        ENTRY % ('{"line": 1, "kind": "article", "number": "%s"}' % ("9" * 5000)),
    ],
    ids=lambda letter: letter[:70],
)
def test_a_letter_that_nobody_has_written_is_a_value_error(letter: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Review.parse(letter)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_whatever_stands_in_a_letter_it_is_read_or_a_value_error(value: object) -> None:
    for entry in (value, {"refused": value, "corrections": []}, {"refused": [], "corrections": value}):
        try:
            review = Review.parse(json.dumps(entry))
        except ValueError:
            continue
        assert Review.parse(str(review)) == review


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
