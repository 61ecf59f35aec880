"""Letters of another alphabet inside a Tajik word are read as what they stand for."""

from random import Random
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.text.known_words import ALPHABET
from muvofiq.text.look_alikes import read_look_alikes, readings_of


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("қapop", "қарор"),
        ("cap", "сар"),
        ("Маxлиси", "маҷлиси"),
        ("xона", "хона"),
        ("таuйири", "тағйири"),
        ("кeчидани", "кӯчидани"),
        ("К,онун", "қонун"),
        ("Ч,умх,урии", "ҷумҳурии"),
        ("ќисми", "қисми"),
        ("XУМҲРИИ", "ҷумҳурии"),
    ],
)
def test_a_word_is_read_as_the_one_known_word_that_it_may_be(printed: str, meant: str) -> None:
    assert read_look_alikes(printed) == meant


@pytest.mark.parametrize("word", ["қарор", "web", "COVID", "XXI", "a", "халк,давлат", "Қонун"])
def test_other_words_are_left_alone(word: str) -> None:
    assert read_look_alikes(word) is None


def test_letters_that_can_be_read_in_one_way_are_put_right_even_in_a_name() -> None:
    assert read_look_alikes("Зaлмиров") == "залмиров"


def test_a_name_that_can_be_read_in_two_ways_stays() -> None:
    assert read_look_alikes("Xебров") is None


def test_many_unknown_words_in_two_alphabets_take_little_time() -> None:
    pick = Random(1)  # noqa: S311
    words = {"".join(pick.choices("xeuaocpyҷбд", k=12)) + "ҷ" for _ in range(200)}
    begun = monotonic()
    for word in words:
        read_look_alikes(word)
    assert monotonic() - begun < 2


@given(st.text(alphabet=sorted(ALPHABET), min_size=1, max_size=12))
def test_a_word_in_our_letters_has_one_reading_and_needs_none(word: str) -> None:
    assert readings_of(word) == [word]
    assert read_look_alikes(word) is None
