"""What looks like data on a person is seen in a free text, and the figures of lawyers are left alone."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.assessment.case import cases
from muvofiq.assessment.exercise import Exercise
from muvofiq.assessment.personal_data import Kind, found
from tests.paths import ROOT

with (ROOT / "tests" / "samples" / "personal_data.csv").open(encoding="utf-8") as file:
    ROWS = [(row["text"], row["kinds"]) for row in csv.DictReader(file)]


def test_the_table_has_enough_of_both() -> None:
    assert len(ROWS) >= 50
    assert sum(not kinds for _, kinds in ROWS) >= 20
    assert {kind for _, kinds in ROWS for kind in kinds.split(" | ")} >= {kind.value for kind in Kind}


@pytest.mark.parametrize(("text", "kinds"), ROWS)
def test_a_text_holds_what_a_reader_sees_in_it(text: str, kinds: str) -> None:
    sights = found(text)
    assert " | ".join(one.kind.value for one in sights) == kinds
    assert all(text[one.start :].startswith(one.words) for one in sights)


@pytest.mark.parametrize("language", ["ru", "tg", "en"])
def test_no_law_of_the_exercise_raises_an_alarm(language: str) -> None:
    for law in Exercise.named("workshop").laws(language).values():
        for _, unit, _ in law.articles():
            assert found(unit.words) == (), unit.words


def test_no_case_of_the_library_raises_an_alarm() -> None:
    for case in cases():
        for station in case.stations:
            for words in (*station.facts, *station.questions):
                assert not any(map(found, words.values())), words


@given(st.text(max_size=200))
def test_any_text_can_be_looked_through(text: str) -> None:
    ends = 0
    for one in found(text):
        assert one.words
        assert one.start >= ends
        ends = one.start + len(one.words)
