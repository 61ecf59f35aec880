"""Where everything stands in the picture of the coverage; the template only draws it."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

from muvofiq.assessment.coverage import Coverage, Tally
from muvofiq.records.queries.finding_filters import Filters
from muvofiq.standards.vocabulary import Group, Stage
from muvofiq.web.finding_address import address_of
from muvofiq.web.labels_coverage import GROUPS, STAGES

LEFT, HEAD, WIDE, HIGH, RIGHT = 244, 128, 74, 36, 110  # in units of the drawing: room for names, and size of a cell
NAME = 29  # letters of a name that fit on one line, Cyrillic ones too
GAP = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its numbers, where it is drawn, how wide its bars are, and which list stands behind it."""

    tally: Tally
    stage: str
    query: str
    x: int
    y: int
    judged_width: int
    full_width: int

    @property
    def width(self) -> int:
        """How wide the cell is."""
        return WIDE - GAP

    @property
    def middle(self) -> int:
        """Where its number stands."""
        return self.x + WIDE // 2


@dataclass(frozen=True, slots=True)
class Line:
    """A group: its name in at most two lines, each with its place, its cells and its total."""

    name: str
    lines: tuple[tuple[int, str], ...]
    cells: tuple[Cell, ...]
    total: Tally


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole drawing, and the same numbers for the table beside it."""

    lines: tuple[Line, ...]
    heads: tuple[tuple[int, str, Tally], ...]
    total: Tally
    width: int = LEFT + len(Stage) * WIDE + RIGHT
    height: int = HEAD + len(Group) * HIGH + 4
    head: int = HEAD - 8
    name_at: int = LEFT - 8
    cell_height: int = HIGH - GAP


def picture_of(grid: Coverage) -> Picture:
    """Lay the grid out, with the names in the language of the interface."""
    heads = [
        (LEFT + at * WIDE + WIDE // 2, str(STAGES[stage]), tally)
        for at, (stage, tally) in enumerate(zip(Stage, grid.stages, strict=True))
    ]
    lines = []
    for at, row in enumerate(grid.rows):
        y, name = HEAD + at * HIGH, str(GROUPS[row.group])
        lines.append(Line(name, tuple(_written(name, y)), tuple(_cells(row.group, row.cells, y)), row.total))
    return Picture(tuple(lines), tuple(heads), grid.total)


def _written(name: str, y: int) -> Iterator[tuple[int, str]]:
    lines = wrap(name, NAME)[:2]
    first = y + HIGH // 2 + (4 if len(lines) == 1 else -2)
    yield from ((first + 13 * at, line) for at, line in enumerate(lines))


def _cells(group: Group, tallies: tuple[Tally, ...], y: int) -> Iterator[Cell]:
    for at, (stage, tally) in enumerate(zip(Stage, tallies, strict=True)):
        yield Cell(
            tally,
            str(STAGES[stage]),
            address_of(Filters(group=group, stage=stage)),
            LEFT + at * WIDE,
            y,
            _share(tally.judged, tally.scope),
            _share(tally.full, tally.scope),
        )


def _share(part: int, whole: int) -> int:
    return round((WIDE - GAP) * part / whole) if whole else 0
