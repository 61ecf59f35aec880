"""Lines that a link or a page width has broken become whole paragraphs again, and no others."""

from muvofiq.law.paragraph import join_broken_lines
from muvofiq.text.plain import read_plain
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


def test_the_text_directly_below_an_articles_heading_is_not_drawn_into_the_heading() -> None:
    text = "Статья 1. Цель\nСлужба проверяет.\n\nСтатья 2. Срок\n– тридцать дней.\n\n"
    assert joined(text) == ["Статья 1. Цель", "Служба проверяет.", "Статья 2. Срок", "– тридцать дней."]


def test_a_broken_heading_is_joined() -> None:
    text = "Статья 1. Цель\nнастоящего Закона\n\nСтатья 2. СРОК\nРАССМОТРЕНИЯ\n\nСтатья 3\nСлужба\n\n"
    assert joined(text) == ["Статья 1. Цель настоящего Закона", "Статья 2. СРОК РАССМОТРЕНИЯ", "Статья 3 Служба"]
