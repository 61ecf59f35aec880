"""What a machine misread in a picture is put right where one known word alone is so close."""

import pytest

from muvofiq.text.known_words import Rank
from muvofiq.text.misread import read_rightly


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Моддан", "моддаи"),
        ("гузаронндани", "гузаронидани"),
        ("қаӣд", "қайд"),
        ("ни", "ин"),
        ("ирифта", "гирифта"),
        ("крнуни", "қонуни"),
        ("намояндда", "намоянда"),
    ],
)
def test_a_misread_word_is_read_rightly(read: str, printed: str) -> None:
    assert read_rightly(read, is_name=False) == printed


def test_what_may_be_a_name_is_not_filled_up() -> None:
    assert read_rightly("ирифта", is_name=True) is None


@pytest.mark.parametrize("word", ["ждлорп", "фщк", "статьянинг"])
def test_a_word_that_is_near_to_nothing_stays(word: str) -> None:
    assert read_rightly(word, is_name=False) is None


def test_where_two_words_are_as_near_none_is_taken() -> None:
    known = {"банда": {"банда": Rank.USUAL}, "бинда": {"бинда": Rank.USUAL}}
    assert read_rightly("бнда", is_name=False, known=lambda word, _: known.get(word, {})) is None


def test_the_ends_of_a_word_are_not_filled_up() -> None:
    assert (
        read_rightly(
            "қабулкардае",
            is_name=False,
            known=lambda word, _: {"қабулкардаем": Rank.USUAL} if word == "қабулкардаем" else {},
        )
        is None
    )
