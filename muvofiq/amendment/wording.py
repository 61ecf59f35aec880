"""The wording of a unit as people read and type it, one paragraph a line, and the units of which it consists."""

from collections.abc import Sequence
from dataclasses import replace

from muvofiq.amendment.errors import Unreadable, WordingUnreadable
from muvofiq.amendment.wording_lines import Old, Told, joined_headings, old_units, tell_lines
from muvofiq.law.grammar import grammar_in
from muvofiq.law.headings import Piece
from muvofiq.law.kind import Kind
from muvofiq.law.nest import LISTED, Draft, Nest
from muvofiq.law.number import Number
from muvofiq.law.tree import Provision

DASHES = "-–—•"


def wording_of(unit: Provision) -> str:
    """Return a unit with all that lies in it as printed, one paragraph a line, numbers and headings included."""
    return "\n".join(unit.paragraphs())


def lines_of(words: str) -> tuple[str, ...]:
    """Return the lines of a wording as typed, without empty ones and without blanks at their ends."""
    return tuple(filter(None, map(str.strip, words.split("\n"))))


def typed(words: str) -> str:
    r"""Return a wording as it is taken up from people: one paragraph a line, with one plain blank between words.

    >>> typed("1. Мост\u00a0 открыт.\r\n\r\n2.\tПаром ходит. ")
    '1. Мост открыт.\n2. Паром ходит.'
    """
    return "\n".join(filter(None, (" ".join(line.split()) for line in words.splitlines())))


def insets_of(words: str) -> tuple[int, ...]:
    """Return for each line how far it is set in: the tabs before it."""
    return tuple(len(line) - len(line.lstrip("\t")) for line in words.split("\n") if line.strip())


def read_wording(words: str, language: str, *, kind: Kind, like: Sequence[Provision] = ()) -> tuple[Provision, ...]:
    """Return the units of a wording, the topmost of this kind; ``like`` are units it replaces or stands beside.

    A line that stands in ``like`` too stays what it was there, with its notes; a line with the same number stays that
    unit. What is new is told by its number, in the manner of ``like`` and of the language. Smaller units may stand
    beside those of the kind asked for, as points stand beside the indent that announces them.

    Nothing is lost: ``wording_of`` gives every line back, with a blank behind each number; the heading of an article
    that an amending act prints below its number stands behind it. Raises WordingUnreadable.
    """
    lines, insets = lines_of(words), insets_of(words)
    if not lines:
        raise WordingUnreadable("line 1", line=1, words="", reason=Unreadable.NO_WORDS)
    old = old_units(like)
    grammar = grammar_in(language)
    told = joined_headings(tell_lines(lines, grammar, kind, old), old)
    told = [replace(one, piece=replace(one.piece, inset=insets[one.piece.line])) for one in told]
    nest = _Nest(kind, old, told)
    units = [draft.finish(grammar) for draft in nest.drafts()]
    kept = {one.piece.line: old[one.old].unit for one in told if not one.is_new}
    return _counted(tuple(_as_kept(unit, kept) for unit in units), like)


class _Nest(Nest):
    """Puts each line where its unit lay before; a new one goes where reading a law would put it."""

    def __init__(self, kind: Kind, old: Sequence[Old], lines: Sequence[Told]) -> None:
        super().__init__()
        self.kind, self.old, self.lines = kind, old, lines
        self.place: dict[int, Told] = {one.piece.line: one for one in lines}

    def drafts(self) -> list[Draft]:
        """Return the topmost units."""
        for one in self.lines:
            draft = self._draft(one)
            around = self._around(one, draft)
            if around is None:
                continue
            del self.open[around + 1 :]
            siblings = self.open[-1].children if self.open else self.top
            if one.piece.kind is None:
                self._count(draft)
            siblings.append(draft)
            self.open.append(draft)
        return self.top

    def _draft(self, one: Told) -> Draft:
        piece = one.piece
        kind = piece.kind or Kind.INDENT
        draft = Draft(piece, kind, piece.number or Number("1"), one.heading, one.text, notes=list(piece.notes))
        draft.unproofed = piece.is_unproofed
        if kind is Kind.SUBPOINT and one.is_new and not self._has_points():
            draft.kind = self.kind if self.kind in LISTED else Kind.POINT
        return draft

    def _has_points(self) -> bool:
        """Whether a point is open, so that «а)» is a subpoint, or such letters were subpoints before."""
        is_below_point = any(one.kind is Kind.POINT for one in self.open)
        return is_below_point or any(one.unit.kind is Kind.SUBPOINT for one in self.old)

    def _around(self, one: Told, draft: Draft) -> int | None:
        """Return the place in ``open`` of the unit around a line, -1 for none; None for a name that was taken over."""
        before = self._where_it_lay(one)
        if before is not None:
            return before
        if one.piece.kind is None:
            return self._around_text(one.piece)
        at = len(self.open) - 1
        while at >= 0 and not self.open[at].holds(draft.kind, draft.number):
            at -= 1
        return at

    def _where_it_lay(self, one: Told) -> int | None:
        if one.is_new:
            return None
        around = self.old[one.old].around
        if around < 0:
            return -1 if all(self._was_there(draft) for draft in self.open) else None
        for at, draft in enumerate(self.open):
            if self.place[draft.piece.line].old == around:
                return at if all(self._was_there(below) for below in self.open[at + 1 :]) else None
        return None

    def _was_there(self, draft: Draft) -> bool:
        return not self.place[draft.piece.line].is_new

    def _around_text(self, piece: Piece) -> int | None:
        at = len(self.open) - 1
        if at >= 0 and self.open[at].kind is Kind.INDENT:
            goes_on = _has_dash(self.open[at].text) and _has_dash(piece.text)
            at -= 1
            if goes_on and not self.open[at + 1].piece.label:
                return at
        while at >= 0 and self.open[at].kind in LISTED:
            if self.open[at].continues() or self.open[at].holds_set_in(piece.inset):
                break
            at -= 1
        if at < 0 and self.open and self.open[0].kind in LISTED:
            at = 0  # a point that is worded for itself holds all that is printed below it
        if at >= 0 and self.open[at].is_named_by(piece.text):
            self.open[at].name(piece)
            return None
        return at

    def _count(self, draft: Draft) -> None:
        if self.open:
            parent = self.open[-1]
            parent.indents += 1
            draft.number = Number(str(parent.indents + bool(parent.text)))


def _as_kept(unit: Provision, kept: dict[int, Provision]) -> Provision:
    """Return a unit with the line and notes that it had; what was repealed is so still where nothing was changed."""
    children = tuple(_as_kept(child, kept) for child in unit.children)
    before = kept.get(unit.line)
    if before is None:
        return replace(unit, line=0, children=children)
    unit = replace(unit, line=before.line, children=children, notes=before.notes, unproofed=before.unproofed)
    return replace(unit, repealed=before.repealed) if wording_of(unit) == wording_of(before) else unit


def _counted(units: tuple[Provision, ...], like: Sequence[Provision]) -> tuple[Provision, ...]:
    """Count the topmost indents, from the number of the first one that they replace."""
    first = next((int(one.number.stem) for one in like if _is_counted(one) and one.number.stem.isdigit()), 1)
    counted: list[Provision] = []
    for unit in units:
        before = sum(map(_is_counted, counted))
        counted.append(replace(unit, number=Number(str(first + before))) if _is_counted(unit) else unit)
    return tuple(counted)


def _is_counted(unit: Provision) -> bool:
    return unit.kind is Kind.INDENT and not unit.label


def _has_dash(text: str) -> bool:
    return text[:1] in DASHES
