"""Units of one kind are named with their numbers, in each case."""

from muvofiq.amendment.formulae import CASES
from muvofiq.amendment.unit_words import Link, joined, say_units, units_phrase
from muvofiq.law.kind import Kind


def test_units_are_named_by_numbers_that_are_given() -> None:
    links = [Link(Kind.POINT, "4"), Link(Kind.POINT, "5")]
    assert [units_phrase("ru", links).said(case) for case in CASES] == [
        "пункты 4 и 5",
        "пунктов 4 и 5",
        "пункты 4 и 5",
        "пунктами 4 и 5",
        "пунктах 4 и 5",
    ]


def test_three_numbers_that_follow_each_other_may_be_a_range() -> None:
    assert say_units("ru", Kind.PART, ["1", "2", "3"], "acc", is_range=True) == "части 1 – 3"
    assert say_units("ru", Kind.PART, ["1", "2", "3"], "acc") == "части 1, 2 и 3"
    assert say_units("en", Kind.INDENT, [2, 3, 4], "nom", is_range=True) == "the second to fourth subparagraphs"
    assert say_units("ru", Kind.PART, ["1", "2", "2(1)"], "acc", is_range=True) == "части 1, 2 и 2(1)"


def test_letters_stand_in_the_marks_of_the_language() -> None:
    said = [say_units(language, Kind.POINT, ["а"], "nom", is_followed=True) for language in ("ru", "tg", "en")]
    assert said == ["пункт «а»", "банди «а»-и", "point (а)"]


def test_a_list_is_joined_as_a_sentence_has_it() -> None:
    assert [joined(["1"], "tg"), joined(["1", "2", "3"], "tg")] == ["1", "1, 2 ва 3"]
