"""Rows of a page come into reading order: the left column wholly, then the right one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from muvofiq.text.pdf_rows import Row, Run

ROWS = 4  # so many rows must stand on each side of a gutter
SIDE = 0.2  # the share of the width that the rows of a column take at least
ALIGNED = 0.5  # the share of the rows of a right column that begin where others begin
SAME_ROW = 0.8  # heights of the font
DEPTH = 40  # columns within columns, and stretches of them below one another
MOST = 60  # places where a column may begin; no page has so many
NEAR = 3.0  # points
DEEPEST = 40.0  # points that the rows of a point stand to the right of its number at most
GUTTER = 5.0  # points; narrower white strips part words, not columns


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that stand below one another; ``column`` names the column of the page they stand in, empty for its width."""

    column: tuple[int, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A white strip that ends at ``at``, between the rows ``first`` and ``last`` (without it)."""

    at: float
    first: int
    last: int


def in_reading_order(rows: Sequence[Row]) -> list[Block]:
    """Return the rows of a page, which come from its top to its foot, block by block as they are read."""
    return list(_blocks(rows, (), 0))


def _blocks(rows: Sequence[Row], column: tuple[int, ...], depth: int) -> Iterator[Block]:
    gutter = _widest_gutter(rows) if depth < DEPTH else None
    if gutter is None:
        if rows:
            yield Block(column, tuple(rows))
        return
    yield from _blocks(rows[: gutter.first], column, depth + 1)
    inside = rows[gutter.first : gutter.last]
    yield from _blocks(_side(inside, gutter.at, is_left=True), (*column, 0), depth + 1)
    yield from _blocks(_side(inside, gutter.at, is_left=False), (*column, 1), depth + 1)
    yield from _blocks(rows[gutter.last :], column, depth + 1)


def _side(rows: Sequence[Row], at: float, *, is_left: bool) -> list[Row]:
    halves = (tuple(run for run in row.runs if (run.left < at - NEAR) == is_left) for row in rows)
    return [Row(runs) for runs in halves if runs]


def _widest_gutter(rows: Sequence[Row]) -> _Gutter | None:
    """Return the gutter that the most rows pass, or none where the rows are no columns."""
    if len(rows) < ROWS:
        return None
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    width = right - left
    found = [
        gutter
        for at in _edges(rows, left + SIDE * width, right - SIDE * width)
        for gutter in _passing(rows, at)
        if _are_columns(rows[gutter.first : gutter.last], at, SIDE * width)
    ]
    return max(found, key=lambda gutter: gutter.last - gutter.first, default=None)


def _edges(rows: Sequence[Row], low: float, high: float) -> list[float]:
    """Return the places in the middle of a page where a column may begin.

    Enough rows begin there, or some do and enough further to the right, as below the number of a point.
    """
    begins = sorted(run.left for row in rows for run in row.runs if low < run.left < high)
    groups = [group[0] for group in sorted(_groups(begins), key=len, reverse=True)[:MOST]]
    hanging = [
        begin
        for begin, after in pairwise(begins)
        if after - begin <= NEAR and any(0 < group - begin < DEEPEST for group in groups)
    ]
    return sorted({*groups, *hanging[:MOST]})


def _groups(begins: Sequence[float]) -> list[list[float]]:
    """Return the places at which enough rows begin, from the left; places next to one another are one."""
    groups: list[list[float]] = []
    for begin in sorted(begins):
        if groups and begin - groups[-1][0] <= NEAR:
            groups[-1].append(begin)
        else:
            groups.append([begin])
    return [group for group in groups if len(group) >= ROWS]


def _passing(rows: Sequence[Row], at: float) -> Iterator[_Gutter]:
    """Give the stretches of rows through which a white strip at this place goes without touching a letter."""
    first = 0
    for index, row in enumerate(rows):
        if any(run.left < at - NEAR and run.right > at - GUTTER for run in row.runs):
            yield _Gutter(at, _start(rows, at, first, index), index)
            first = index + 1
    yield _Gutter(at, _start(rows, at, first, len(rows)), len(rows))


def _start(rows: Sequence[Row], at: float, first: int, last: int) -> int:
    """Leave out the rows above that stand on one side alone: they are read before both columns."""
    sides = [_sides(row, at) for row in rows[first:last]]
    begins = [next((index for index, side in enumerate(sides) if side[which]), len(sides)) for which in (0, 1)]
    start = first + max(begins)
    if first < start < last and rows[start - 1].base - rows[start].base < SAME_ROW * rows[start].size:
        return start - 1  # the rows of the two columns do not stand at the same heights
    return start


def _sides(row: Row, at: float) -> tuple[list[Run], list[Run]]:
    return [run for run in row.runs if run.left < at - NEAR], [run for run in row.runs if run.left >= at - NEAR]


def _are_columns(rows: Sequence[Row], at: float, narrowest: float) -> bool:
    """Tell whether running text stands on both sides of a gutter: enough rows, wide and aligned enough."""
    lefts = [runs for row in rows if (runs := _sides(row, at)[0])]
    rights = [runs for row in rows if (runs := _sides(row, at)[1])]
    if min(len(lefts), len(rights)) < ROWS:
        return False
    aligned = sum(map(len, _groups([runs[0].left for runs in rights])))
    return aligned >= ALIGNED * len(rights) and min(_width(lefts), _width(rights)) >= narrowest


def _width(rows: Sequence[Sequence[Run]]) -> float:
    """Return the width that half of the rows reach."""
    widths = sorted(max(run.right for run in runs) - runs[0].left for runs in rows)
    return widths[len(widths) // 2]
