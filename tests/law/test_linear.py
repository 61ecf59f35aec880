"""Reading a law costs twice as much for a law that is twice as long, and not four times: counted, not timed."""

from collections.abc import Callable

import pytest

from muvofiq.law.akoma_ntoso import read, write
from muvofiq.law.opening import open_laws
from tests.growth import COUNT, TIMES, grows_straight
from tests.invented import docx, page, pdf, rtf

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
