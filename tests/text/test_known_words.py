"""A Tajik word is known by the list, by its endings, or by its parts; and how it is spelled is a rule."""

import csv
import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.tables import table
from muvofiq.text.known_words import ALPHABET, Rank, adds_marks, fold, is_spelled, rank, spellings
from tests.paths import ROOT
from tests.text.spoiling import own_lines, without_marks, words

LETTERS = st.text(alphabet=sorted(ALPHABET), max_size=14)


@pytest.mark.parametrize(
    ("word", "how"),
    [
        ("ҳуқуқи", Rank.USUAL),  # often in our own texts
        ("ғалоғула", Rank.LISTED),
        ("варақаҳояшонро", Rank.INFLECTED),
        ("намегузаронидаанд", Rank.INFLECTED),
        ("ҳуҷҷатнигаҳдорӣ", Rank.COMPOUND),
        ("статья", Rank.UNKNOWN),
        ("хавза", Rank.UNKNOWN),
    ],
)
def test_a_word_is_known_as_well_as_the_list_the_endings_and_the_parts_tell(word: str, how: Rank) -> None:
    assert rank(word) == how


def test_all_known_spellings_of_a_word_that_lost_its_marks_are_found() -> None:
    assert set(spellings("хол")) == {"хол", "ҳол"}
    assert set(spellings("катъи")) == {"қатъи", "қатъӣ"}


def test_a_mark_that_stands_there_is_believed() -> None:
    assert "хол" not in spellings("ҳол")


def test_a_long_i_before_an_ending_is_written_short() -> None:
    assert rank("овоздиҳиро") >= Rank.INFLECTED
    assert rank("овоздиҳӣро") == Rank.UNKNOWN


def test_every_word_of_our_own_laws_is_known_but_names() -> None:
    unknown = Counter(word for line in own_lines() for word in words(line) if len(word) > 1 and not rank(word))
    assert unknown.total() < 0.01 * sum(len(words(line)) for line in own_lines()), unknown.most_common(20)


def test_the_list_holds_tajik_words_once_and_in_order() -> None:
    rows = [(row["word"], row["class"]) for row in table("words/stems.csv")]
    assert rows == sorted(set(rows))
    assert {kind for _, kind in rows} == {"n", "v", "p", "x"}
    letters = ALPHABET | {"-", "щ"}
    assert not [word for word, _ in rows if not letters.issuperset(word)]
    assert not [word for word, _ in rows if not is_spelled(word)]


def test_the_tables_of_words_have_no_row_twice() -> None:
    for path in sorted((ROOT / "muvofiq" / "library" / "words").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = Counter(map(tuple, csv.reader(file)))
        assert not [row for row, times in rows.items() if times > 1], path.name


@given(LETTERS)
def test_what_is_known_differs_in_marks_alone(word: str) -> None:
    for spelling in spellings(word):
        assert fold(spelling) == fold(word)
        assert adds_marks(word, spelling)
        assert is_spelled(spelling)


@given(LETTERS)
def test_folding_twice_changes_nothing_more(word: str) -> None:
    assert fold(fold(word)) == fold(word) == without_marks(word)


def test_a_chain_of_letters_longer_than_any_word_is_not_taken_apart() -> None:
    began = time.perf_counter()
    assert spellings("тар" + "ҷумар" * 60) == {}
    assert time.perf_counter() - began < 1
