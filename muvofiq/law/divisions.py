"""A line such as «ЧАСТЬ ПЕРВАЯ» begins a part of a code only above its units, never in a title or an article."""

from collections.abc import Iterable, Sequence

from muvofiq.law.annexes import as_text
from muvofiq.law.grammar import Grammar
from muvofiq.law.headings import Piece
from muvofiq.law.identity import dates_in
from muvofiq.law.kind import Kind

CAPITALS = "capitals"
NAMING = 4  # of so many lines consists the name of a division at most


def confirm_divisions(pieces: Sequence[Piece], grammar: Grammar) -> list[Piece]:
    """Turn divisions that are known by nothing but capitals into running text where none begins.

    Reads and writes: pieces. Below a division stand its name and editor's notes at most, and then a unit: where the act
    has articles, an article or a larger one.
    """
    marks = [unit.pattern for unit in grammar.units if unit.numbering == CAPITALS]
    has_articles = any(piece.kind is Kind.ARTICLE for piece in pieces)
    held = range(Kind.DIVISION.depth, (Kind.ARTICLE if has_articles else Kind.INDENT).depth + 1)
    confirmed = list(pieces)
    for at, piece in enumerate(pieces):
        is_capitals = piece.kind is Kind.DIVISION and not piece.decided
        is_doubtful = is_capitals and any(mark.match(piece.label) for mark in marks)
        if is_doubtful and not _is_above_units((pieces[place] for place in range(at + 1, len(pieces))), held, grammar):
            confirmed[at] = as_text(piece)
    return confirmed


def _is_above_units(below: Iterable[Piece], held: range, grammar: Grammar) -> bool:
    """Whether a unit of one of these depths comes next, behind a name and notes at most."""
    name: list[str] = []
    for piece in below:
        if piece.kind is not None:
            return piece.kind.depth in held and _is_name(name, grammar)
        if not piece.is_note:
            name.append(piece.text)
        if len(name) > NAMING:
            break
    return False


def _is_name(lines: Sequence[str], grammar: Grammar) -> bool:
    """Whether these lines may name a division: capitals, or one line that is no sentence and tells no date."""
    if all(line.isupper() for line in lines):
        return True
    return len(lines) == 1 and bool(grammar.mark("heading-line").match(lines[0])) and not dates_in(lines[0])
