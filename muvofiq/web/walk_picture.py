"""Where everything stands in the picture of a walk-through; the template only draws it."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

from muvofiq.records.queries.cases import Stop, Walk
from muvofiq.standards.requirement import in_language
from muvofiq.web.labels_cases import OUTSIDE
from muvofiq.web.labels_coverage import STAGES

WIDE, MIDDLE, RADIUS, SMALL, STEP = 156, 44, 24, 6, 17  # in units of the drawing: a station, its circle, the dots below
DOTS, NAMES, LINE, LETTERS, LINES = 92, 124, 17, 17, 3  # where dots and names stand; letters of a line, lines of a name


@dataclass(frozen=True, slots=True)
class Dot:
    """A requirement below its station."""

    x: int
    standing: str


@dataclass(frozen=True, slots=True)
class Point:
    """A station: its circle, the dots of its requirements, its name and its stage in lines with their places."""

    stop: Stop
    x: int
    left: int
    standing: str
    dots: tuple[Dot, ...]
    lines: tuple[tuple[int, str], ...]
    stages: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole drawing."""

    points: tuple[Point, ...]
    width: int
    height: int
    middle: int = MIDDLE
    radius: int = RADIUS
    dots_at: int = DOTS
    small: int = SMALL
    wide: int = WIDE

    @property
    def ends(self) -> tuple[int, int]:
        """Where the line between the stations begins and ends."""
        return self.points[0].x, self.points[-1].x


def picture_of(walk: Walk, language: str) -> Picture:
    """Lay the stations out from left to right, with their names in the language of the contents."""
    points = tuple(_points(walk, language))
    lowest = max(one.stages[-1][0] for one in points)
    return Picture(points, WIDE * len(points), lowest + LINE // 2)


def _points(walk: Walk, language: str) -> Iterator[Point]:
    for at, stop in enumerate(walk.stops):
        middle = WIDE * at + WIDE // 2
        heading = wrap(in_language(stop.station.heading, language), LETTERS, max_lines=LINES, placeholder=" …")
        stage = wrap(str(STAGES[stop.station.stage]), LETTERS + 1)
        yield Point(
            stop,
            middle,
            WIDE * at,
            stop.standing.value,
            tuple(_dots(stop, middle)),
            tuple(_lines(heading, NAMES)),
            tuple(_lines(stage, NAMES + LINE * len(heading))),
        )


def _lines(words: list[str], first: int) -> Iterator[tuple[int, str]]:
    return ((first + LINE * at, line) for at, line in enumerate(words))


def _dots(stop: Stop, middle: int) -> Iterator[Dot]:
    first = middle - STEP * (len(stop.applied) - 1) // 2
    for at, one in enumerate(stop.applied):
        yield Dot(first + STEP * at, one.standing.value if one.standing else OUTSIDE)
