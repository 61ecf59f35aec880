"""A number has one spelling here, however it is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.law.number import Number

LETTERS = "абвгдеёжзиклмнопрстуфхцчшщэюяғӣқӯҳҷabcxyz"
stems = st.integers(0, 99_999).map(str) | st.text(LETTERS, min_size=1, max_size=8)
numbers = st.builds(Number, stems, st.lists(st.integers(0, 9999), max_size=3).map(tuple))


@pytest.mark.parametrize(
    "spelling",
    [
        "130(1)",
        "130 (1)",
        "130-1",
        "130 - 1",
        "130–1",
        "130‑1",
        "130.1",
        "130¹",
        "130¹.",
        " 130-1. ",
        "130-¹",
        "130 1",
        "130 прим",
        "130прим",
    ],
)
def test_all_spellings_of_an_inserted_number_are_one_number(spelling: str) -> None:
    assert Number.parse(spelling) == Number("130", (1,))


@pytest.mark.parametrize(
    ("spelling", "printed", "eid"),
    [
        ("130", "130", "130"),
        ("007", "7", "7"),
        ("12.1-1", "12(1)(1)", "12-1-1"),
        ("130¹²", "130(12)", "130-12"),
        ("348¹¹-¹", "348(11)(1)", "348-11-1"),
        ("130 прим 2", "130(2)", "130-2"),
        ("2a", "2a", "2a"),
        ("2 bis", "2bis", "2bis"),
        ("XXIII1", "23(1)", "23-1"),
        ("а1", "а(1)", "а-1"),
        ("oʻ", "oʻ", "oʻ"),
        ("а", "а", "а"),
        ("а¹", "а(1)", "а-1"),
        ("ғ", "ғ", "ғ"),
        ("Общая", "общая", "общая"),
    ],
)
def test_a_number_is_printed_and_addressed(spelling: str, printed: str, eid: str) -> None:
    assert (str(Number.parse(spelling)), Number.parse(spelling).eid) == (printed, eid)


@pytest.mark.parametrize(
    ("roman", "arabic"),
    [
        ("I", "1"),
        ("IV", "4"),
        ("IX", "9"),
        ("XIV", "14"),
        ("XL", "40"),
        ("XCIX", "99"),
        ("II¹", "2(1)"),
        ("IV(1)", "4(1)"),
    ],
)
def test_roman_numbers_become_arabic(roman: str, arabic: str) -> None:
    assert str(Number.parse(roman)) == arabic


@pytest.mark.parametrize(
    ("look_alike", "arabic"), [("ІІІ", "3"), ("Х", "10"), ("ХІV", "14"), ("ІХ", "9"), ("ХС", "90")]
)
def test_cyrillic_look_alikes_of_roman_numbers_are_understood(look_alike: str, arabic: str) -> None:
    assert str(Number.parse(look_alike)) == arabic


@pytest.mark.parametrize("letter", ["х", "с", "i", "x", "v"])
def test_small_letters_are_letters_and_no_roman_numbers(letter: str) -> None:
    assert str(Number.parse(letter)) == letter


@pytest.mark.parametrize(
    "wrong", ["", " ", "-1", "(1)", "¹", "1(а)", "1 22", "1abc", "№ 5", "1--2", "1..", "прим 130", "½"]
)
def test_anything_else_is_refused_with_an_example(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"is no number of a legal unit\. Numbers are written 130, 130\(1\)"):
        Number.parse(wrong)


def test_numbers_stand_in_the_order_of_the_law() -> None:
    mixed = ["13", "12(2)", "2", "12", "12(1)", "10", "12(10)"]
    in_order = ["2", "10", "12", "12(1)", "12(2)", "12(10)", "13"]
    assert sorted(mixed, key=lambda one: Number.parse(one).order) == in_order


@given(numbers)
def test_reading_what_is_printed_gives_the_same_number(number: Number) -> None:
    assert Number.parse(str(number)) == number


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        assert str(Number.parse(text))
    except ValueError as error:
        assert "no number of a legal unit" in str(error)
