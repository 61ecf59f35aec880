"""Footnotes at the foot of a page are told from the law by their small print and by the mark that cites them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from muvofiq.text.pdf_rows import Row

SMALL_PRINT = 0.93  # of the size of the text
MARK = re.compile(r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\*{1,3})(?=[\s\w«\"(])")


@dataclass(frozen=True, slots=True)
class Footnote:
    """The rows of a footnote, the sign that cites it, and which row of the page (by its index) holds this sign."""

    mark: str
    rows: tuple[Row, ...]
    cited_by: int


def size_of_text(rows: Iterable[Row]) -> float:
    """Return the height of the font in which most of a file is printed; 0 without rows."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.size, 1)] += len(row.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def footnotes_of(rows: Sequence[Row], usual: float) -> tuple[int, list[Footnote]]:
    """Return how many rows of a page are no footnotes, and its footnotes.

    They are recognised only if all rows from the first of them on are small, and each mark is found above.
    """
    first = len(rows)
    while first and rows[first - 1].size < SMALL_PRINT * usual:
        first -= 1
    starts = [at for at in range(first, len(rows)) if MARK.match(rows[at].text)]
    if not starts or starts[0] == 0:
        return len(rows), []
    notes = []
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        found = MARK.match(rows[start].text)
        mark = found[0] if found else ""
        cited_by = next((at for at in range(starts[0]) if cites(mark).search(rows[at].text)), None)
        if cited_by is None:
            return len(rows), []
        notes.append(Footnote(mark, tuple(rows[start:end]), cited_by))
    return starts[0], notes


def cites(mark: str) -> re.Pattern[str]:
    """Return the pattern that finds a mark behind a word; a raised figure behind a figure is part of a number."""
    return re.compile(rf"(?<=[^\W\d_]|[»\")\].,;:!?]){re.escape(mark)}(?![⁰¹²³⁴⁵⁶⁷⁸⁹*])")
