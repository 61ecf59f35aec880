"""Where the rows of a column usually begin and end, which tells what is indented and what is short."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from muvofiq.text.pdf_labels import begins_with_label
from muvofiq.text.pdf_rows import Row

NEAR = 2.0  # points
USUAL = 0.1  # the share of rows that begin at the edge of a column at least
FULL = 0.95  # of the rows end before the right edge, or on it
INDENT = 0.7  # heights of the font
LONG = 3.0  # heights of the font that a long row ends before the right edge, at most
EVEN = 0.3  # heights of the font
JUSTIFIED = 0.8
DEEPEST = 8.0  # heights of the font; what stands further to the right is no beginning of a paragraph
ENOUGH = 30  # rows from which left and right pages are measured apart


Kind = tuple[int, int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Frame:
    """The edges of a column in points.

    ``is_indented`` tells whether the first rows of paragraphs are indented, ``is_justified`` whether all rows but the
    last end at the right edge.
    """

    left: float
    right: float
    is_indented: bool
    is_justified: bool

    def indents(self, row: Row) -> bool:
        """Tell whether a row begins further to the right than the column."""
        return row.left > self.left + INDENT * row.size

    def centres(self, row: Row) -> bool:
        """Tell whether a row stands in the middle of the column."""
        before, after = row.left - self.left, self.right - row.right
        return before > 2 * row.size and abs(before - after) < row.size


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: its page from 1, its column, whether the page was recognised by a machine, its reading."""

    page: int
    height: float
    column: tuple[int, ...]
    is_recognised: bool = False
    reading: int = 0

    @property
    def kind(self) -> Kind:
        """Columns of one kind share their edges."""
        return (self.page if self.is_recognised else 0), round(self.height), self.column


def frames_of(rows: Sequence[tuple[Row, Place]]) -> list[Frame]:
    """Return for each row the frame of its column; left and right pages of a book may have other margins."""
    members: dict[tuple[Kind, int | None], list[Row]] = defaultdict(list)
    for row, place in rows:
        members[place.kind, None].append(row)
        members[place.kind, place.page % 2].append(row)
    frames = {key: _frame(found) for key, found in members.items() if key[1] is None or len(found) >= ENOUGH}
    return [frames.get((place.kind, place.page % 2)) or frames[place.kind, None] for _, place in rows]


def _frame(rows: Sequence[Row]) -> Frame:
    begins = Counter(round(row.left / NEAR) for row in rows)
    usual = [at for at in begins if begins[at] + begins[at + 1] >= USUAL * len(rows)]
    first = min(usual or begins)
    left = min(row.left for row in rows if round(row.left / NEAR) >= first)
    rights = sorted(row.right for row in rows)
    right = rights[min(int(FULL * len(rights)), len(rights) - 1)]
    return Frame(left, right, _is_indented(rows, left), _is_justified(rows, right))


def _is_justified(rows: Sequence[Row], right: float) -> bool:
    """Tell whether nearly all of the rows that are long end at the same place."""
    distances = [(right - row.right) / row.size for row in rows]
    long = [distance for distance in distances if distance < LONG]
    return len(long) >= ENOUGH and sum(distance < EVEN for distance in long) > JUSTIFIED * len(long)


def _is_indented(rows: Sequence[Row], left: float) -> bool:
    """Tell whether sentences go on further to the left than they begin, and not below the number of a point."""
    places = [(row.left - left) / row.size for row in rows]
    firsts = hanging = 0
    for at in range(1, len(rows)):
        if rows[at].text[0].islower() and not begins_with_label(rows[at].text):
            firsts += places[at] <= INDENT < places[at - 1] < DEEPEST
            hanging += places[at - 1] <= INDENT < places[at] and begins_with_label(rows[at - 1].text)
    return firsts > hanging
