"""Where everything stands in the pictures of themes by verdicts and of law against practice."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from textwrap import wrap

from django.utils.translation import gettext

from muvofiq.assessment.heat_map import Count, Matrix
from muvofiq.assessment.verdict import Axis, Verdict, appearances, verdicts_on
from muvofiq.records.queries.finding_filters import Filters
from muvofiq.standards.requirement import Words, in_language
from muvofiq.web.finding_address import address_of
from muvofiq.web.languages import interface_language

LEFT, BAR, HIGH, RIGHT = 300, 620, 42, 60  # in units of the drawing: room for names, the longest bar, height of a line
NAME = 36  # letters of a name that fit on one line
READABLE = 18  # width of a stretch that has room for mark and number
SIDE, WIDE, DEEP, TOP = 244, 76, 34, 150  # the matrix: room for the words, size of a cell, room for the heads


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a bar, or a figure of its table: how many requirements of a theme have a verdict."""

    verdict: Verdict
    word: str
    mark: str
    fill: str
    number: int
    query: str
    x: int
    width: int

    @property
    def middle(self) -> int:
        """Where its mark stands."""
        return self.x + self.width // 2

    @property
    def text(self) -> str:
        """Mark and number, or the mark alone where there is no room."""
        return f"{self.mark}{self.number}" if self.width >= READABLE else self.mark


@dataclass(frozen=True, slots=True)
class Bar:
    """A theme: its name in at most two lines, its stretches, all its figures for the table, and where it is drawn."""

    name: str
    lines: tuple[tuple[int, str], ...]
    stretches: tuple[Stretch, ...]
    figures: tuple[Stretch, ...]
    count: Count
    query: str
    y: int
    end: int


@dataclass(frozen=True, slots=True)
class ThemePicture:
    """All themes under each other; the longest bar is that of the theme with most requirements."""

    bars: tuple[Bar, ...]
    heads: tuple[str, ...]
    total: Count
    height: int
    width: int = LEFT + BAR + RIGHT
    name_at: int = LEFT - 10


@dataclass(frozen=True, slots=True)
class Square:
    """A pair of verdicts: how many requirements have it, whether both are the same word, and the list behind it."""

    said: str
    number: int
    is_same: bool
    fill: str
    query: str
    x: int
    y: int

    @property
    def middle(self) -> int:
        """Where its number stands."""
        return self.x + WIDE // 2


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """A verdict on the law with every verdict on practice, and how many there are in all."""

    label: str
    y: int
    squares: tuple[Square, ...]
    total: int


@dataclass(frozen=True, slots=True)
class MatrixPicture:
    """The matrix: verdicts on the law from top to bottom, on practice from left to right."""

    lines: tuple[MatrixLine, ...]
    heads: tuple[tuple[int, str, int], ...]
    matrix: Matrix
    width: int
    height: int
    head: int = TOP - 8
    name_at: int = SIDE - 8
    cell_width: int = WIDE - 2
    cell_height: int = DEEP - 2


def theme_picture(themes: Mapping[str, Count], titles: Mapping[str, Words], total: Count, content: str) -> ThemePicture:
    """Lay the themes out, with the words of the verdicts in the language of the interface."""
    longest = max((one.scope for one in themes.values()), default=1)
    look, language = appearances(), interface_language()
    bars = []
    for at, (letter, count) in enumerate(themes.items()):
        name = f"{letter} {in_language(titles[letter], content)}" if letter in titles else letter
        figures = tuple(_stretches(letter, count, longest))
        y = at * HIGH + 4
        lines = tuple((y + (22 if len(name) <= NAME else 14) + 14 * row, text) for row, text in _two_lines(name))
        drawn = tuple(one for one in figures if one.number)
        end = LEFT + _share(count.scope, longest)
        bars.append(Bar(name, lines, drawn, figures, count, address_of(Filters(theme=letter)), y, end))
    heads = tuple(look[one].label(language) for one in verdicts_on(Axis.LAW))
    return ThemePicture(tuple(bars), heads, total, len(bars) * HIGH + 8)


def matrix_picture(matrix: Matrix) -> MatrixPicture:
    """Lay the matrix out, with the words in the language of the interface."""
    look, language = appearances(), interface_language()
    laws, done = verdicts_on(Axis.LAW), verdicts_on(Axis.PRACTICE)
    lines = []
    for row, law in enumerate(laws):
        y = TOP + row * DEEP
        squares = tuple(_square(matrix, law, one, SIDE + at * WIDE, y) for at, one in enumerate(done))
        lines.append(MatrixLine(look[law].label(language), y, squares, sum(one.number for one in squares)))
    heads = tuple(
        (SIDE + at * WIDE + WIDE // 2, look[one].practice_label(language), sum(matrix.at(law, one) for law in laws))
        for at, one in enumerate(done)
    )
    return MatrixPicture(tuple(lines), heads, matrix, SIDE + len(done) * WIDE + 130, TOP + len(laws) * DEEP + 4)


def _square(matrix: Matrix, law: Verdict, practice: Verdict, x: int, y: int) -> Square:
    look, language, number = appearances(), interface_language(), matrix.at(law, practice)
    words = {"law": look[law].words[language], "practice": look[practice].practice_words[language], "number": number}
    return Square(
        gettext("law: %(law)s, practice: %(practice)s: %(number)s") % words,
        number,
        law is practice and law is not Verdict.NOT_ASSESSED,
        look[law].colour if number else "FFFFFF",
        address_of(Filters(law=law, practice=practice)),
        x,
        y,
    )


def _stretches(letter: str, count: Count, longest: int) -> Iterator[Stretch]:
    look, language = appearances(), interface_language()
    verdicts = verdicts_on(Axis.LAW)
    numbers = [count.verdicts.get(one, 0) for one in verdicts]
    ends = [LEFT + _share(upto, longest) for upto in accumulate(numbers, initial=0)]
    for verdict, number, x, end in zip(verdicts, numbers, ends, ends[1:], strict=False):
        query = address_of(Filters(theme=letter, law=verdict))
        yield Stretch(
            verdict, look[verdict].words[language], look[verdict].mark, look[verdict].colour, number, query, x, end - x
        )


def _two_lines(name: str) -> Iterator[tuple[int, str]]:
    yield from enumerate(wrap(name, NAME, max_lines=2, placeholder=" …"))


def _share(part: int, whole: int) -> int:
    return round(BAR * part / whole) if whole else 0
