"""Lists in brackets: whether «(1)», «(a)» and «(i)» are parts, points or subpoints follows from what stands around."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from muvofiq.law.grammar import Grammar
from muvofiq.law.headings import Piece
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number

FIRST = re.compile(r"(?P<dash>[—–-]?)(?P<item>\((?:a|i|1)\))\s+")
LEVELS = (Kind.POINT, Kind.SUBPOINT, Kind.INDENT)
ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii")


@dataclass(slots=True)
class Outline:
    """The ways of numbering that are open below one part, the outermost first, each with its last number and text."""

    ways: list[str] = field(default_factory=list)
    last: dict[str, str] = field(default_factory=dict)
    before: Piece | None = None
    are_parts: bool = False

    def kind(self, number: str, label: str) -> Kind:
        """Return what an item with this number is; as label of a part, «(1)» follows the heading of an article."""
        way = self._way(number, label)
        opens_article = self.before is not None and self.before.kind is Kind.ARTICLE and label == "(1)"
        if way == "(figure)" and (self.are_parts or opens_article):
            self.ways, self.last, self.are_parts = [], {}, True
            return Kind.PART
        if way in self.ways:
            del self.ways[self.ways.index(way) + 1 :]
        else:
            self.ways.append(way)
        self.last[way] = number
        return LEVELS[min(self.ways.index(way), len(LEVELS) - 1)]

    def _way(self, number: str, label: str) -> str:
        if number[0].isdecimal():
            return "(figure)" if label.startswith("(") else "figure)"
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


def tell_items(pieces: Iterable[Piece], grammar: Grammar) -> Iterator[Piece]:
    """Tell what the items of lists in brackets are. Reads: pieces. Writes: pieces, in the same order.

    Only languages whose table knows such items are touched; the others name each of their ways of numbering.
    Recitals, numbered «(1)» before the first article, are no items of a law.
    """
    found = [one for piece in pieces for one in _split(piece, grammar)]
    first = next((at for at, piece in enumerate(found) if piece.kind is Kind.ARTICLE), 0)
    outline = Outline()
    for at, piece in enumerate(found):
        item = _number(piece, grammar)
        if item and at < first and piece.label.startswith("(") and not piece.decided:
            yield replace(piece, kind=None, number=None, label="", text=f"{piece.label} {piece.text}".strip())
            continue
        told = replace(piece, kind=outline.kind(item, piece.label)) if item else piece
        if not item and piece.kind is not None and piece.kind.depth <= Kind.PART.depth:
            is_part = piece.kind is Kind.PART
            outline = Outline(are_parts=outline.are_parts and is_part)
        if not piece.is_note:
            outline.before = told
        yield told


def _split(piece: Piece, grammar: Grammar) -> Iterator[Piece]:
    """Part «1. (a) ...» into the part and its first point, and «Section 5.—(1) ...» alike."""
    holder = piece.kind in (Kind.ARTICLE, Kind.PART) or _number(piece, grammar)
    match = FIRST.match(piece.text) if holder and not piece.is_note else None
    if match is None or not grammar.mark("item").fullmatch(match["item"]):
        yield piece
        return
    yield replace(piece, label=f"{piece.label}{match['dash']}", text="", notes=())
    item = match["item"]
    number = Number(item.strip("()"))
    yield replace(piece, kind=Kind.POINT, label=item, number=number, text=piece.text[match.end() :], decided=None)


def _number(piece: Piece, grammar: Grammar) -> str:
    """Return the number of an item in brackets; empty for everything else."""
    if piece.kind is not Kind.POINT or piece.is_note:
        return ""
    match = grammar.mark("item").fullmatch(piece.label)
    return match["number"] if match else ""
