"""The signs of a page become printed rows, in which raised figures stay raised."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from muvofiq.text.pdf_file import BLANK as BLANK_SIGN
from muvofiq.text.pdf_file import Sign
from muvofiq.text.superscripts import raise_figures

# All in heights of the font.
BLANK = 0.25  # two letters further apart have a blank between them, even where the file has none
WIDE = 0.8  # a gap that may part two columns
OTHER_LINE = 0.5  # a sign so much higher or lower stands on another line
SAME_LINE = 0.25
RAISED = 0.15  # ink of a figure that ends so much above the line
SMALL = 0.85
BESIDE = 2.0
FEW = 12  # signs of a piece that is raised, or that stands alone


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a printed row without a wide gap, in points; ``base`` is the height of the line it stands on."""

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool


@dataclass(frozen=True, slots=True)
class Row:
    """All pieces that stand side by side on one line, from the left to the right."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The whole row, its pieces parted by a blank."""
        return " ".join(run.text for run in self.runs)

    @property
    def left(self) -> float:
        """Where the row begins."""
        return self.runs[0].left

    @property
    def right(self) -> float:
        """Where the row ends."""
        return max(run.right for run in self.runs)

    @property
    def base(self) -> float:
        """The height of the line on which the row stands."""
        return self.runs[0].base

    @property
    def size(self) -> float:
        """The height of the largest font."""
        return max(run.size for run in self.runs)

    @property
    def is_bold(self) -> bool:
        """Whether the whole row is printed in bold."""
        return all(run.is_bold for run in self.runs)


@dataclass(slots=True)
class _Line:
    """A row while it is being gathered."""

    base: float
    size: float
    pieces: list[list[Sign]]

    def takes(self, base: float, size: float, piece: list[Sign]) -> bool:
        """Tell whether a piece stands on this line, or is raised above it, small and beside its words."""
        if abs(self.base - base) <= SAME_LINE * min(size, self.size):
            return True
        is_raised = 0 < base - self.base < OTHER_LINE * self.size and size < SMALL * self.size
        near = BESIDE * self.size
        return is_raised and any(
            _are_near(other, piece, near) or _are_near(piece, other, near) for other in self.pieces
        )


def rows_of(signs: Sequence[Sign]) -> list[Row]:
    """Return the rows of a page from the top to the bottom."""
    lines: list[_Line] = []
    small = []
    pieces = sorted(_measured(signs), key=lambda found: -found[0])
    usual = median(size for _, size, _ in pieces) if pieces else 0.0
    for base, size, piece in pieces:
        if len(piece) <= FEW and (size < SMALL * usual or all(sign.text.isdigit() for sign in piece)):
            small.append((base, size, piece))
        elif lines and lines[-1].takes(base, size, piece):
            lines[-1].pieces.append(piece)
        else:
            lines.append(_Line(base, size, [piece]))
    for base, size, piece in small:
        line = next((line for line in lines if line.takes(base, size, piece)), None)
        if line:
            line.pieces.append(piece)
        else:
            lines.append(_Line(base, size, [piece]))
    return sorted(map(_row, lines), key=lambda row: -row.base)


def _measured(signs: Sequence[Sign]) -> Iterator[tuple[float, float, list[Sign]]]:
    """Give each piece with the height of its line and the size of its font: those of most of its signs."""
    for piece in _pieces(signs):
        places: Counter[tuple[float, float]] = Counter()
        for (base, size), count in Counter([(sign.base, sign.size) for sign in piece]).items():
            places[round(base, 1), round(size, 1)] += count
        (base, size), _ = places.most_common(1)[0]
        yield base, size, piece


def _pieces(signs: Sequence[Sign]) -> Iterator[list[Sign]]:
    """Part the signs where the line changes or a wide gap stands; a blank goes before the sign that follows it."""
    piece: list[Sign] = []
    is_blank = False
    last: Sign | None = None
    for sign in signs:
        if sign is BLANK_SIGN or sign.text.isspace():
            is_blank = True
            continue
        if last and _parts(last, sign):
            yield piece
            piece, last = [], None
        if last and (is_blank or sign.left - last.right > BLANK * max(sign.size, last.size)):
            piece.append(Sign(" " + sign.text, *sign[1:]))
        else:
            piece.append(sign)
        is_blank, last = False, sign
    if piece:
        yield piece


def _parts(last: Sign, sign: Sign) -> bool:
    size = max(last.size, sign.size)
    gap = sign.left - last.right
    return gap > WIDE * size or sign.left < last.left - BLANK * size or abs(last.base - sign.base) > OTHER_LINE * size


def _are_near(before: list[Sign], after: list[Sign], distance: float) -> bool:
    return abs(after[0].left - before[-1].right) < distance


def _row(line: _Line) -> Row:
    """Put the pieces side by side; those that touch, as a raised figure does, are one."""
    joined: list[list[Sign]] = []
    for piece in sorted(line.pieces, key=lambda piece: piece[0].left):
        if joined and _are_near(joined[-1], piece, SAME_LINE * line.size):
            joined[-1] += piece
        else:
            joined.append(list(piece))
    return Row(tuple(_run(piece, line) for piece in joined))


def _run(piece: list[Sign], line: _Line) -> Run:
    base, raised = line.base, RAISED * line.size
    text = "".join([raise_figures(sign.text) if sign.foot - base > raised else sign.text for sign in piece])
    right = max([sign.right for sign in piece])
    is_bold = piece[0].is_bold and piece[-1].is_bold
    return Run(" ".join(text.split()), piece[0].left, right, base, line.size, is_bold)
