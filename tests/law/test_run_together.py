"""Points that stand in one line become lines of their own, and brackets in a sentence do not."""

import pytest

from muvofiq.law.paragraph import Paragraph
from muvofiq.law.run_together import part_points
from tests.law.small import RU, law, outline


def parted(text: str) -> list[str]:
    return [paragraph.text for paragraph in part_points([Paragraph(7, text)], RU)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Служба: 1) лиц; 2) вещи; 3) скот.", ["Служба:", "1) лиц;", "2) вещи;", "3) скот."]),
        ("4) лиц; 5) вещи; 6) скот.", ["4) лиц;", "5) вещи;", "6) скот."]),
        ("9)лиц; 10)вещи.", ["9)лиц;", "10)вещи."]),
        ("1) лиц; (ЗРВ от 30.05.17 г., №14) \\ 2) вещи;", ["1) лиц; (ЗРВ от 30.05.17 г., №14) \\", "2) вещи;"]),
    ],
)
def test_an_unbroken_row_of_points_is_parted(text: str, parts: list[str]) -> None:
    assert parted(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Служба: 1) лиц.",
        "Служба: 2) лиц; 3) вещи.",
        "4) лиц; 6) вещи.",
        "Служба 1) лиц 2) вещи.",
        "Указанных в пунктах 1), 2) и 3) лиц",
        "Сноска. Изменены: 1) слова; 2) знаки.",
    ],
)
def test_what_is_no_row_stays_one_line(text: str) -> None:
    assert parted(text) == [text]


def test_all_parts_stand_on_the_line_of_the_file() -> None:
    assert {paragraph.line for paragraph in part_points([Paragraph(7, "А: 1) б; 2) в.")], RU)} == {7}


def test_the_points_can_be_cited() -> None:
    assert outline(law("Статья 1. А\nСлужба: 1) лиц; 2) вещи.").provisions) == [
        *("article 1: А", "  indent 1: Служба:", "  point 1: лиц;", "  point 2: вещи."),
    ]
