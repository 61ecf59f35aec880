"""A quotation is found where it stands letter for letter, and nowhere else."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.law.build import build_law
from muvofiq.law.quoting import stretch
from muvofiq.text.read import read_bytes
from tests.paths import RUSSIAN, TAJIK

TEXT = "1) every person\nhas the\u00a0right  to an interpreter;\n2) free of charge."
BLANKS = st.sampled_from([" ", "  ", "\n", "\t", "\u00a0", "\r\n "])


@cache
def units() -> tuple[str, ...]:
    """Return the words of all units of the two sample laws."""
    laws = [build_law(read_bytes(path.read_bytes(), path.name)) for path in (RUSSIAN, TAJIK)]
    return tuple(unit.words for law in laws for _, unit, _ in law.units() if unit.words.strip())


@st.composite
def stretches(draw: st.DrawFn) -> tuple[str, str]:
    """Draw the words of a unit, and a stretch of them that is not blank."""
    text = draw(st.sampled_from(units()))
    begin = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(begin + 1, len(text)))
    return text, text[begin:end] if text[begin:end].strip() else text


def test_words_are_given_back_as_they_are_printed() -> None:
    assert stretch("every person has the right to", TEXT) == "every person\nhas the\u00a0right  to"


@pytest.mark.parametrize(
    "words", ["every person  has", " every person\thas ", "every\nperson has", "every\u00a0person\r\nhas"]
)
def test_only_blanks_may_differ(words: str) -> None:
    assert stretch(words, TEXT) == "every person\nhas"


@pytest.mark.parametrize(
    "words",
    [
        "each person has",  # another word
        "every persom has",  # one letter
        "Every person has",  # a capital
        "every person has a right",
        "every person had",
        "person every has",  # another order
        "everyperson has",  # a blank too few
        "every per son has",  # a blank too many
        "every person, has",
        "every person … right",  # something left out
    ],
)
def test_what_differs_otherwise_is_no_quotation(words: str) -> None:
    assert stretch(words, TEXT) is None


@pytest.mark.parametrize("words", ["", " ", "\n\t\u00a0"])
def test_blanks_alone_are_no_quotation(words: str) -> None:
    assert stretch(words, TEXT) is None
    assert stretch(words, "") is None


def test_signs_that_mean_something_to_patterns_are_signs_like_others() -> None:
    assert stretch("1) (a.b)* [c]? \\d", "see 1)  (a.b)*\n[c]? \\d.") == "1)  (a.b)*\n[c]? \\d"
    assert stretch("a.c", "abc") is None


def test_of_several_places_the_first_is_taken() -> None:
    assert stretch("the border", "the\nborder and the border") == "the\nborder"


@pytest.mark.usefixtures("quick")
def test_a_long_text_of_blanks_does_not_stop_the_work() -> None:
    assert stretch("a b c", "a" + " " * 200_000 + "b") is None
    assert stretch("x " * 5_000, "x " * 4_999) is None


@given(stretches())
def test_every_stretch_of_a_law_is_found_as_printed(drawn: tuple[str, str]) -> None:
    text, words = drawn
    found = stretch(words, text)
    assert found is not None
    assert found in text
    assert found.split() == words.split()
    assert words.strip() in text


@given(stretches(), st.lists(BLANKS, min_size=1))
def test_whatever_a_screen_does_with_blanks_the_printed_words_are_found(
    drawn: tuple[str, str], blanks: list[str]
) -> None:
    text, words = drawn
    parts = words.split()
    shown = "".join(part + blanks[at % len(blanks)] for at, part in enumerate(parts))
    assert stretch(shown, text) == stretch(words, text)


@given(stretches(), st.data())
def test_with_one_letter_changed_a_stretch_is_not_found_unless_it_stands_elsewhere(
    drawn: tuple[str, str], data: st.DataObject
) -> None:
    text, words = drawn
    at = data.draw(st.integers(0, len(words) - 1).filter(lambda place: not words[place].isspace()))
    changed = words[:at] + ("ы" if words[at] != "ы" else "і") + words[at + 1 :]
    found = stretch(changed, text)
    assert found is None or (found in text and found.split() == changed.split())


@given(st.text(min_size=1), st.text())
def test_any_words_within_any_text_are_found(words: str, around: str) -> None:
    found = stretch(words, around + words + around)
    assert (found is None) == (not words.split())
    assert found is None or found.split() == words.split()
