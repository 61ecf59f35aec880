"""Lines that a link or a page width has broken become whole paragraphs again, and no others."""

import pytest

from muvofiq.law.paragraph import join_broken_lines
from muvofiq.text.plain import read_plain
from muvofiq.text.source import Line
from tests.law.small import RU


def joined(text: str) -> list[str]:
    return [paragraph.text for paragraph in join_broken_lines(read_plain(text.encode(), "a.txt").lines, RU)]


BROKEN = "Статья 1. Цель\n\nСлужба на основании\nстатьи\n5 Закона\n№ 15\n, проверяет («\nграница»\n).\n\n2. Палата\n\n"


def test_lines_broken_by_links_are_joined_where_blank_lines_part_the_paragraphs() -> None:
    text = "А\n\n" * 9 + BROKEN
    assert joined(text)[9:] == [
        "Статья 1. Цель",
        "Служба на основании статьи 5 Закона № 15, проверяет («граница»).",
        "2. Палата",
    ]


def test_a_joined_paragraph_stands_where_its_first_line_stood() -> None:
    lines = read_plain(("А\n\n" * 9 + BROKEN).encode(), "a.txt").lines
    assert [paragraph.line for paragraph in join_broken_lines(lines, RU)][9:] == [19, 21, 29]


def test_a_file_with_a_line_for_each_paragraph_is_left_alone() -> None:
    text = "Статья 1. Цель\nСлужба проверяет\nлиц;\nдокументы;\nвещи.\n\nСтатья 2. Срок"
    assert joined(text) == [line for line in text.split("\n") if line]


def test_a_file_with_a_blank_line_after_every_line_is_left_alone() -> None:
    assert joined("Статья 1\n\nслужба\n\nпроверяет") == ["Статья 1", "служба", "проверяет"]


def test_a_unit_or_an_editors_note_always_begins_a_paragraph() -> None:
    text = "А\n\n" * 9 + "Глава 1. Цель\nСтатья 1. Срок\n1. Служба:\n1) проверяет;\nа) лиц.\nСноска. Изменена\nзаконом."
    assert joined(text)[9:] == [
        *("Глава 1. Цель", "Статья 1. Срок", "1. Служба:", "1) проверяет;", "а) лиц.", "Сноска. Изменена законом."),
    ]


def test_a_sentence_below_a_paragraph_that_has_no_gap_above_it_is_a_paragraph_too() -> None:
    text = "А\n\n" * 9 + "1. Пропуск по документам.\n2. Лицо проверяется.\nПроверка длится час.\n\n"
    assert joined(text)[9:] == ["1. Пропуск по документам.", "2. Лицо проверяется.", "Проверка длится час."]


def test_the_text_directly_below_an_articles_heading_is_not_drawn_into_the_heading() -> None:
    text = "Статья 1. Цель\nСлужба проверяет.\n\nСтатья 2. Срок\n– тридцать дней.\n\n"
    assert joined(text) == ["Статья 1. Цель", "Служба проверяет.", "Статья 2. Срок", "– тридцать дней."]


def test_a_broken_heading_is_joined() -> None:
    text = "Статья 1. Цель\nнастоящего Закона\n\nСтатья 2. СРОК\nРАССМОТРЕНИЯ\n\nСтатья 3\nСлужба\n\n"
    assert joined(text) == ["Статья 1. Цель настоящего Закона", "Статья 2. СРОК РАССМОТРЕНИЯ", "Статья 3 Служба"]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("Статья", "5. Цель", "1. Служба"), ["Статья 5. Цель", "1. Служба"]),
        (("ГЛАВА", "IV", "Статья 5. Цель"), ["ГЛАВА IV", "Статья 5. Цель"]),
        (("Статья 5", "1. Служба"), ["Статья 5", "1. Служба"]),
        (("Глава 1", "Статья 5. Цель"), ["Глава 1", "Статья 5. Цель"]),
        (("суд", "5. Цель"), ["суд", "5. Цель"]),
    ],
)
def test_a_word_that_was_parted_from_its_number_is_joined_to_it(lines: tuple[str, ...], whole: list[str]) -> None:
    assert styled(*((line, "") for line in lines)) == whole


def styled(*lines: tuple[str, str]) -> list[str]:
    numbered = [Line(number, text, style=style) for number, (text, style) in enumerate(lines, 1)]
    return [paragraph.text for paragraph in join_broken_lines(numbered, RU)]


def test_a_heading_goes_on_in_a_line_of_its_own_style() -> None:
    assert styled(("Статья 1. Цель и", "H"), ("задачи Службы", "H"), ("1. Служба", "P")) == [
        *("Статья 1. Цель и задачи Службы", "1. Служба"),
    ]


def test_text_of_another_style_or_with_a_capital_is_no_part_of_a_heading() -> None:
    assert styled(("Статья 1. Цель", "H"), ("служба", "P")) == ["Статья 1. Цель", "служба"]
    assert styled(("Статья 1. Цель", "P"), ("Служба", "P")) == ["Статья 1. Цель", "Служба"]
    assert styled(("Статья 1. Цель", ""), ("служба", "")) == ["Статья 1. Цель", "служба"]


WRAPPED_RIGHT = (
    "Целью Службы является обеспечение защиты прав и свобод человека, в том числе прав на "
    "неприкосновенность частной жизни и убежище"
)
WRAPPED = """     Статья 2. Цель
     Целью Службы является обеспечение защиты
прав и свобод человека, в том числе прав на
неприкосновенность частной жизни и убежище
     1. Служба проверяет документы каждого, кто
переходит границу, и хранит о том сведения
"""


def test_lines_broken_by_the_width_of_a_page_are_joined_where_indents_part_the_paragraphs() -> None:
    assert joined(WRAPPED) == [
        "Статья 2. Цель",
        WRAPPED_RIGHT,
        "1. Служба проверяет документы каждого, кто переходит границу, и хранит о том сведения",
    ]
