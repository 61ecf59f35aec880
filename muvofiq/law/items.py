"""Lists in brackets: whether «(1)», «(a)» and «(i)» are parts, points or subpoints follows from what stands around."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from muvofiq.law.headings import Piece
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number

ITEM = re.compile(r"(?P<open>\(?)(?P<number>\d{1,3}|[a-z]{1,5})[^()]{0,12}\)")
FIRST = re.compile(r"(?P<item>\((?:a|i|1)\))\s+")
LEVELS = (Kind.POINT, Kind.SUBPOINT, Kind.INDENT)
ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii")


@dataclass(slots=True)
class Outline:
    """The ways of numbering that are open below one part, the outermost first, each with its last number and text."""

    ways: list[str] = field(default_factory=list)
    last: dict[str, str] = field(default_factory=dict)
    before: Piece | None = None
    are_parts: bool = False

    def kind(self, number: str) -> Kind:
        """Return what an item with this number is."""
        way = self._way(number)
        opens_article = self.before is not None and self.before.kind is Kind.ARTICLE and number == "1"
        if way == "figure" and (self.are_parts or opens_article):
            self.ways, self.last, self.are_parts = [], {}, True
            return Kind.PART
        if way in self.ways:
            del self.ways[self.ways.index(way) + 1 :]
        else:
            self.ways.append(way)
        self.last[way] = number
        return LEVELS[min(self.ways.index(way), len(LEVELS) - 1)]

    def _way(self, number: str) -> str:
        if number.isdecimal():
            return "figure"
        if number not in ROMANS or (number == self._next_letter() and not self._announces()):
            return "letter"
        if len(number) == 1 and number != "i" and not self._is_next_roman(number):
            return "letter"
        return "roman"

    def _next_letter(self) -> str:
        last = self.last.get("letter", "") if "letter" in self.ways else ""
        return chr(ord(last) + 1) if len(last) == 1 and last != "z" else ""

    def _is_next_roman(self, number: str) -> bool:
        last = self.last.get("roman", "") if "roman" in self.ways else ""
        return last in ROMANS[:-1] and ROMANS[ROMANS.index(last) + 1] == number

    def _announces(self) -> bool:
        """Tell whether the item just read announces a list of its own."""
        return self.before is not None and self.before.text.endswith(":")


def tell_items(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Tell what the items of lists in brackets are. Reads: pieces. Writes: pieces, in the same order.

    Recitals, numbered «(1)» before the first article, are no items of a law.
    """
    found = [one for piece in pieces for one in _split(piece)]
    first = next((at for at, piece in enumerate(found) if piece.kind is Kind.ARTICLE), 0)
    outline = Outline()
    for at, piece in enumerate(found):
        item = _number(piece)
        if item and at < first and piece.label.startswith("("):
            yield replace(piece, kind=None, number=None, label="", text=f"{piece.label} {piece.text}".strip())
            continue
        told = replace(piece, kind=outline.kind(item)) if item else piece
        if not item and piece.kind is not None and piece.kind.depth <= Kind.PART.depth:
            is_part = piece.kind is Kind.PART
            outline = Outline(are_parts=outline.are_parts and is_part)
        if not piece.is_note:
            outline.before = told
        yield told


def _split(piece: Piece) -> Iterator[Piece]:
    """Part «1. (a) ...» into the part and its first point."""
    match = FIRST.match(piece.text) if piece.kind in (Kind.PART, Kind.POINT) and not piece.is_note else None
    if match is None or (piece.kind is Kind.POINT and not _number(piece)):
        yield piece
        return
    yield replace(piece, text="", notes=())
    item = match["item"]
    number = Number(item.strip("()"))
    yield replace(piece, kind=Kind.POINT, label=item, number=number, text=piece.text[match.end() :])


def _number(piece: Piece) -> str:
    """Return the number of an item in brackets; empty for everything else."""
    if piece.kind is not Kind.POINT or piece.is_note:
        return ""
    match = ITEM.fullmatch(piece.label)
    return match["number"] if match else ""
