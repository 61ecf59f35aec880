"""Where everything stands in the heat map of the findings; the template only draws it."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

from django.utils.translation import gettext

from muvofiq.assessment.heat_map import Count, HeatMap
from muvofiq.assessment.verdict import Verdict, appearances
from muvofiq.records.queries.finding_filters import Filters
from muvofiq.standards.vocabulary import Group, Stage
from muvofiq.web.finding_address import address_of
from muvofiq.web.labels_coverage import GROUPS, STAGES
from muvofiq.web.languages import interface_language

LEFT, HEAD, WIDE, HIGH, RIGHT = 244, 128, 74, 38, 110  # in units of the drawing: room for names, and size of a cell
NAME = 29  # letters of a name that fit on one line, Cyrillic ones too
MARKS = 3  # verdicts for which a cell has room
GAP = 2
MORE = " …"  # stands for the marks that have no room
WHITE = "FFFFFF"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its numbers, its colour, where it is drawn, and the list behind it.

    ``said`` tells all of it in words; ``all_marks`` has its verdicts by their marks, ``marks`` only the worst three.
    """

    count: Count
    said: str
    marks: str
    all_marks: str
    fill: str
    query: str
    x: int
    y: int
    width: int = WIDE - GAP
    height: int = HIGH - GAP

    @property
    def middle(self) -> int:
        """Where its number stands."""
        return self.x + WIDE // 2

    @property
    def worst(self) -> str:
        """The worst verdict by its mark, and how many have it; nothing where none is judged."""
        return marked(self.count, 1).removesuffix(MORE) if self.count.worst else ""


@dataclass(frozen=True, slots=True)
class Line:
    """A group: its name in at most two lines, each with its place, its cells, its total and the list behind that."""

    name: str
    lines: tuple[tuple[int, str], ...]
    cells: tuple[Cell, ...]
    total: Cell


@dataclass(frozen=True, slots=True)
class HeatPicture:
    """The whole drawing, and the same numbers for the table beside it."""

    lines: tuple[Line, ...]
    heads: tuple[tuple[int, str], ...]
    stages: tuple[Cell, ...]
    total: Cell
    uncovered: int
    width: int = LEFT + len(Stage) * WIDE + RIGHT
    height: int = HEAD + len(Group) * HIGH + 4
    head: int = HEAD - 8
    name_at: int = LEFT - 8


def heat_picture(heat: HeatMap) -> HeatPicture:
    """Lay the heat map out, with the words in the language of the interface."""
    heads = tuple((LEFT + at * WIDE + WIDE // 2, str(STAGES[stage])) for at, stage in enumerate(Stage))
    lines = []
    for at, row in enumerate(heat.rows):
        y, name = HEAD + at * HIGH, str(GROUPS[row.group])
        cells = tuple(_cell(count, row.group, stage, column, y) for column, (stage, count) in enumerate(_by(row.cells)))
        lines.append(Line(name, tuple(_written(name, y)), cells, _cell(row.total, row.group, None, len(Stage), y)))
    foot = HEAD + len(Group) * HIGH
    stages = tuple(_cell(count, None, stage, at, foot) for at, (stage, count) in enumerate(_by(heat.stages)))
    return HeatPicture(tuple(lines), heads, stages, _cell(heat.total, None, None, len(Stage), foot), heat.uncovered)


def marked(count: Count, most: int = MARKS) -> str:
    """Say the same in marks, the worst first; what has no room is told by three dots."""
    look = appearances()
    marks = [f"{look[one].mark}{number}" for one, number in count.verdicts.items()]
    return " ".join(marks[:most]) + (MORE if len(marks) > most else "")


def _said(count: Count, group: Group | None, stage: Stage | None) -> str:
    """Say what a cell is about, how many requirements it has, and how many of these have which verdict."""
    place = ", ".join(str(word) for word in (group and GROUPS[group], stage and STAGES[stage]) if word)
    if not count.scope:
        return gettext("%(place)s: no requirement of the scope") % {"place": place}
    look, language = appearances(), interface_language()
    told = ", ".join(f"{look[one].words[language]} {number}" for one, number in count.verdicts.items())
    said = gettext("%(place)s: %(number)s of the scope; %(told)s") % {
        "place": place,
        "number": count.scope,
        "told": told,
    }
    if not count.kept_back:
        return said
    return f"{said}; {gettext('%(number)s kept back from you') % {'number': count.kept_back}}"


def _by(counts: tuple[Count, ...]) -> Iterator[tuple[Stage, Count]]:
    yield from zip(Stage, counts, strict=True)


def _cell(count: Count, group: Group | None, stage: Stage | None, column: int, y: int) -> Cell:
    return Cell(
        count,
        _said(count, group, stage),
        marked(count),
        marked(count, len(Verdict)),
        appearances()[count.worst].colour if count.worst else WHITE,
        address_of(Filters(group=group, stage=stage)),
        LEFT + column * WIDE,
        y,
    )


def _written(name: str, y: int) -> Iterator[tuple[int, str]]:
    lines = wrap(name, NAME)[:2]
    first = y + HIGH // 2 + (4 if len(lines) == 1 else -2)
    yield from ((first + 13 * at, line) for at, line in enumerate(lines))
