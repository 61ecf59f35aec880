"""Reading a law costs twice as much for a law that is twice as long, and not four times: counted, not timed."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

import pytest

from muvofiq.law.akoma_ntoso import read, write
from muvofiq.law.opening import open_laws
from tests.invented import docx, page, pdf, rtf

if TYPE_CHECKING:
    from _typeshed import TraceFunction

TIMES = 4  # the longer law
SLACK = 1.3
SHAPES: dict[str, Callable[[int], list[str]]] = {
    "articles": lambda count: [
        line
        for at in range(1, count + 1)
        for line in (
            f"Статья {at}. Цель",
            "1. Застава принимает:",
            "1) днём;",
            "2) ночью.",
            "2. Отказ по части 1 статьи 1.",
        )
    ],
    "parts of one article": lambda count: [
        "Статья 1. Цель",
        *(f"{at}. Застава открыта." for at in range(1, 5 * count + 1)),
    ],
    "points of one part": lambda count: [
        "Статья 1. Цель",
        "1. Стража:",
        *(f"{at}) бодра;" for at in range(1, 5 * count + 1)),
    ],
    "running text of one article": lambda count: ["Статья 1. Цель", *("Застава открыта." for _ in range(5 * count))],
    "the same unit again and again": lambda count: ["Статья 1. Цель", *("1. Застава." for _ in range(5 * count))],
    "chapters": lambda count: [
        line for at in range(1, count + 1) for line in (f"Глава {at}. О заставе {at}", f"Статья {at}. Цель", "Слова.")
    ],
    "points of a decree": lambda count: [
        "ПОСТАНОВЛЕНИЕ",
        *(f"{at}. Утвердить правила." for at in range(1, 5 * count + 1)),
    ],
    "notes": lambda count: [
        "Статья 1. Цель",
        *(f"{at}. Застава. (Закон РВ от 02.01.2019 № {at})" for at in range(1, 2 * count + 1)),
    ],
    "lines without an article": lambda count: ["Статья 1. Цель", *("§" * 20 for _ in range(5 * count))],
}
MAKERS: dict[str, Callable[[list[str]], bytes]] = {
    "txt": lambda lines: "\n".join(lines).encode(),
    "docx": docx,
    "html": page,
    "pdf": lambda lines: pdf([lines[at : at + 40] for at in range(0, len(lines), 40)]),
    "rtf": rtf,
}
COUNT = 25


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python a piece of work goes through; the same on every computer."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> "TraceFunction":
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def grows_straight(work: Callable[[int], object]) -> None:
    """Ten times the law may cost a little more than ten times as much; with the square it would be a hundred times."""
    work(2)  # tables of the library are read once
    small, large, larger = (steps(lambda count=count: work(count)) for count in (COUNT, 2 * COUNT, TIMES * COUNT))  # type: ignore[misc]
    assert larger - large < SLACK * 2 * (large - small) + 1_000, (small, large, larger)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_reading_a_longer_law_costs_no_more_a_line(shape: Callable[[int], list[str]]) -> None:
    grows_straight(lambda count: open_laws("\n".join(shape(count)).encode(), "law.txt"))


@pytest.mark.parametrize("maker", MAKERS.values(), ids=MAKERS)
def test_every_reader_costs_no_more_a_line(maker: Callable[[list[str]], bytes]) -> None:
    files = {count: maker(SHAPES["articles"](count)) for count in (2, COUNT, 2 * COUNT, TIMES * COUNT)}
    grows_straight(lambda count: open_laws(files[count], "law"))


def test_writing_and_reading_akoma_ntoso_costs_no_more_a_line() -> None:
    laws = {
        count: open_laws("\n".join(SHAPES["articles"](count)).encode(), "law.txt")[0]
        for count in (2, COUNT, 2 * COUNT, TIMES * COUNT)
    }
    grows_straight(lambda count: read(write(laws[count])))


def test_the_square_would_be_found() -> None:
    with pytest.raises(AssertionError):
        grows_straight(lambda count: [0 for _ in range(5 * count) for _ in range(5 * count)])
