"""Marks come back where one word alone is meant, and only its certain letters where several may be."""

import pytest

from muvofiq.text.dropped_marks import restore_marks
from muvofiq.text.known_words import Rank, spellings
from muvofiq.text.phrase import Place

SURE = Rank.LISTED


def restored(word: str, *, is_bare: bool = False, place: Place = Place.OPEN) -> str | None:
    return restore_marks(word, spellings(word), is_bare=is_bare, place=place)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("катъ", "қатъ"), ("хавзаи", "ҳавзаи"), ("хуҷра", "ҳуҷра"), ("мукаррарнамудаи", "муқаррарнамудаи")],
)
def test_a_word_that_is_unknown_as_it_stands_gets_its_marks(word: str, meant: str) -> None:
    assert restored(word) == meant


def test_a_word_that_is_known_as_it_stands_stays_in_a_text_with_marks() -> None:
    assert restored("хар") is None
    assert restored("давлати", place=Place.LAST) is None


def test_in_a_text_bare_of_marks_the_better_known_word_is_meant() -> None:
    assert restored("хар", is_bare=True) == "ҳар"


def test_letters_on_which_the_words_do_not_agree_stay_without_marks() -> None:
    known = {"қушун": SURE, "қӯшун": SURE}
    assert restore_marks("кушун", known, is_bare=False, place=Place.OPEN) == "қушун"
    assert restore_marks("чол", {"чол": SURE, "ҷол": SURE}, is_bare=True, place=Place.OPEN) is None


def test_readings_that_are_not_equally_well_known_must_agree_too() -> None:
    known = {"харҷи": Rank.INFLECTED, "ҳарчи": Rank.LISTED}
    assert restore_marks("харчи", known, is_bare=False, place=Place.OPEN) is None
    assert restore_marks("харчи", known, is_bare=True, place=Place.OPEN) is None


def test_of_readings_that_differ_the_one_usual_word_is_meant() -> None:
    known = {"харҷи": Rank.INFLECTED, "ҳарчи": Rank.USUAL}
    assert restore_marks("харчи", known, is_bare=False, place=Place.OPEN) == "ҳарчи"
    assert restore_marks("харчи", known | {"харҷи": Rank.USUAL}, is_bare=False, place=Place.OPEN) is None


@pytest.mark.parametrize(("place", "meant"), [(Place.LAST, "ҳуқуқӣ"), (Place.OPEN, "ҳуқуқи"), (Place.TIED, "ҳуқуқи")])
def test_its_place_tells_whether_a_last_i_is_long(place: Place, meant: str) -> None:
    assert restored("хукуки", is_bare=True, place=place) == meant


def test_an_adjective_behind_the_word_it_belongs_to_is_told_by_its_use() -> None:
    known = {"ҳарбӣ": Rank.USUAL, "ҳарби": Rank.INFLECTED}
    assert restore_marks("харби", known, is_bare=True, place=Place.TIED) == "ҳарбӣ"
    assert restore_marks("харби", known, is_bare=True, place=Place.OPEN) == "ҳарби"


def test_an_unknown_word_stays() -> None:
    assert restored("гхкчиу") is None
