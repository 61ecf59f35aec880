"""Tajik lines are told from those of other languages by their words."""

import pytest

from muvofiq.text.damage import FONTS, Damage
from muvofiq.text.tajik import may_be_tajik, spoken_in_tajik, tajik_lines
from tests.paths import LAW_BOOK, RUSSIAN
from tests.text.spoiling import UZBEK, in_font, own_lines, with_latin_letters, without_marks


def lines_of(name: str) -> list[str]:
    return [line for line in (LAW_BOOK / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def test_a_russian_law_is_told_without_the_word_list() -> None:
    assert not may_be_tajik(RUSSIAN.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("damage", [None, Damage.FONT_A, Damage.FONT_B, Damage.FONT_LATIN])
def test_a_tajik_law_is_worth_a_look_in_whatever_font(damage: Damage | None) -> None:
    assert may_be_tajik([in_font(line, damage) if damage else line for line in own_lines()])


def test_a_tajik_annex_of_a_long_russian_file_is_worth_a_look() -> None:
    assert may_be_tajik([*lines_of("trafficking.ru.txt"), *lines_of("trafficking.tg.txt")[:20]])


def test_the_lines_of_two_languages_that_stand_side_by_side_are_told_apart() -> None:
    tajik, russian = lines_of("trafficking.tg.txt"), lines_of("trafficking.ru.txt")
    mixed = [line for pair in zip(tajik, russian, strict=False) for line in pair]
    told = tajik_lines(mixed, spoken_in_tajik(mixed))
    assert sum(told[0::2]) > 0.97 * len(told[0::2])
    assert sum(told[1::2]) == 0


def test_a_line_without_marks_is_still_tajik() -> None:
    assert tajik_lines([without_marks("Ҳар шахс ҳуқуқ дорад, ки ба суд муроҷиат кунад.")], [True]) == [True]


def test_a_short_line_of_unknown_words_is_tajik_only_where_all_others_are() -> None:
    assert tajik_lines(["Моддан 5", "Ҳар шахс ҳуқуқ дорад."], [True, True]) == [True, True]
    assert tajik_lines(["Моддан 5", "Каждый человек имеет право."], [True, True]) == [False, False]
    assert tajik_lines(["Моддан 5", "Ҳар шахс ҳуқуқ дорад."], [True, False]) == [False, False]


@pytest.mark.parametrize("damage", [None, *FONTS])
def test_a_tajik_law_is_spoken_in_tajik_in_whatever_font(damage: Damage | None) -> None:
    assert all(spoken_in_tajik([in_font(line, damage) if damage else line for line in own_lines()]))


def test_a_tajik_law_whose_letters_are_latin_wherever_they_look_alike_is_spoken_in_tajik() -> None:
    lines = list(map(with_latin_letters, own_lines()))
    assert may_be_tajik(lines)
    assert all(spoken_in_tajik(lines))


def test_an_uzbek_law_is_not_spoken_in_tajik_nor_are_its_lines_in_a_tajik_law() -> None:
    assert not any(spoken_in_tajik(UZBEK))
    tajik = own_lines()
    spoken = spoken_in_tajik([*tajik, *UZBEK])
    assert all(spoken[: len(tajik)])
    assert sum(spoken[len(tajik) :]) < len(UZBEK) / 2


def test_a_line_with_no_small_word_is_of_the_language_around_it() -> None:
    assert spoken_in_tajik(["Моддаи 5. Мақомот", "Ҳар шахс аз рӯи қонун дар назди суд ҷавобгар аст."]) == [True, True]
    assert spoken_in_tajik(["5-модда. Аҳоли", *UZBEK])[0] is False


def test_a_word_of_a_neighbour_that_is_usual_in_tajik_tells_nothing() -> None:
    assert spoken_in_tajik(["Тартиби Қонуни мазкур"]) == [True]
