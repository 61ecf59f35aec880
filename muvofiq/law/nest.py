"""The paragraphs in a row become a tree: each unit goes into the nearest larger one that is open."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from muvofiq.law.grammar import Grammar
from muvofiq.law.headings import Piece
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.tree import Note, Provision

LISTED = frozenset({Kind.POINT, Kind.SUBPOINT})
# What may be the name of an annex: so many lines at most, none longer than so many signs; no sentence and no row.
NAMING = 6
NAME = 200
NO_NAME = re.compile(r"^[–—-]|\||[.;:,]$")


@dataclass(slots=True)
class Draft:
    """A unit while it is still being filled."""

    piece: Piece
    kind: Kind
    number: Number
    heading: str = ""
    text: str = ""
    children: list["Draft"] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    unproofed: bool = False
    is_cited_first: bool = False
    has_letters_below_points: bool = False
    indents: int = 0
    naming: int = NAMING

    def holds(self, kind: Kind, number: Number) -> bool:
        """Whether a unit of this kind and number may lie inside this one."""
        if self.kind is kind is Kind.SUBPOINT:
            return self.number.stem.isdigit() and number.stem.isalpha()  # «а)» below «1)» in acts without articles
        if self.kind is Kind.NOTE and kind is not Kind.INDENT:
            # A note of one sentence has no items of its own.
            return kind.depth > self.kind.depth and (not self.text or self.text[0].isdigit() or self.text[-1] == ":")
        return self.kind.depth < kind.depth

    def continues(self) -> bool:
        """Whether running text still belongs to this listed unit: only while the list it announced is open."""
        ended = bool(self.children) and self.children[-1].text.endswith(".")
        return self.is_cited_first or (self.text.endswith(":") and not ended)

    def holds_set_in(self, inset: int) -> bool:
        """Whether running text lies in this listed unit because it is set in further than the number of the unit."""
        return self.kind in LISTED and self.piece.inset < inset

    def is_named_by(self, text: str) -> bool:
        """Whether running text directly below is the name of this unit, or more of it."""
        if not self.kind.is_heading or self.children:
            return False
        if self.kind is Kind.ANNEX:
            return self.naming > 0 and len(text) < NAME and not NO_NAME.search(text)
        return not self.heading or text.isupper()

    def name(self, piece: Piece) -> None:
        """Take over a line of the name; below the capitals that name an annex stands one more line at most."""
        self.naming = 1 if piece.text.isupper() else self.naming - 1
        self.heading = f"{self.heading} {piece.text}".strip()
        self.notes.extend(piece.notes)
        self.unproofed |= piece.is_unproofed

    def finish(self, grammar: Grammar) -> Provision:
        """Return the finished unit with all below it."""
        children = tuple(child.finish(grammar) for child in self.children)
        heading, text, piece = self.heading, self.text, self.piece
        if self.kind is Kind.ARTICLE and not children and _says_repealed(heading, grammar):
            heading, text = "", heading  # «Статья 20. Утратила силу» has lost its heading
        unit = Provision(self.kind, self.number, piece.label, heading, text, piece.line, children, tuple(self.notes))
        is_repealed = _is_repealed(unit, grammar)
        return replace(unit, repealed=is_repealed, unproofed=self.unproofed, inset=piece.inset)


@dataclass(slots=True)
class Nest:
    """The tree so far, and the units that are open, largest first."""

    top: list[Draft] = field(default_factory=list)
    open: list[Draft] = field(default_factory=list)
    head: list[Piece] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        """Put the next paragraph where it belongs."""
        if piece.is_note:
            self._note(piece)
        elif piece.kind is None:
            self._running_text(piece)
        else:
            self._unit(piece, piece.kind)

    def _note(self, piece: Piece) -> None:
        around = [draft for draft in self.open if _takes_notes(draft) or piece.is_footnote]
        if around:
            around[-1].notes.append(Note(piece.text, piece.line))
        else:
            self.head.append(piece)

    def _unit(self, piece: Piece, kind: Kind) -> None:
        if kind is Kind.SUBPOINT:
            kind = self._lettered()
        number = piece.number
        if piece.decided:
            kind, number = piece.decided.kind or kind, piece.decided.number or number
        draft = Draft(piece, kind, number or Number("1"), notes=list(piece.notes), unproofed=piece.is_unproofed)
        if kind.depth <= Kind.ARTICLE.depth:
            draft.heading = piece.text
        else:
            draft.text = piece.text
        while self.open and not self.open[-1].holds(kind, draft.number):
            self.open.pop()
        draft.is_cited_first = kind is Kind.POINT and all(unit.kind.is_heading for unit in self.open)
        (self.open[-1].children if self.open else self.top).append(draft)
        self.open.append(draft)

    def _lettered(self) -> Kind:
        """Return what «а)» is: a subpoint below a point, and then in all of its article; else a point itself."""
        holder = next((draft for draft in self.open if draft.kind is Kind.ARTICLE), None)
        is_below_point = any(draft.piece.kind is Kind.POINT for draft in self.open)
        if holder and is_below_point:
            holder.has_letters_below_points = True
        return Kind.SUBPOINT if is_below_point or (holder and holder.has_letters_below_points) else Kind.POINT

    def _running_text(self, piece: Piece) -> None:
        while self.open and self.open[-1].kind in LISTED:
            if self.open[-1].continues() or self.open[-1].holds_set_in(piece.inset):
                break
            self.open.pop()
        if not self.open:
            self.head.append(piece)
            return
        parent = self.open[-1]
        if parent.is_named_by(piece.text):
            parent.name(piece)
            return
        parent.indents += 1
        counted = Number(str(parent.indents + bool(parent.text)))
        draft = Draft(piece, Kind.INDENT, counted, text=piece.text, notes=list(piece.notes))
        draft.unproofed = piece.is_unproofed
        parent.children.append(draft)


def _takes_notes(draft: Draft) -> bool:
    """Whether an editor's paragraph below a unit belongs to it: to an article, or to what is cited like one."""
    return draft.kind.depth <= Kind.ARTICLE.depth or draft.is_cited_first


def nest(pieces: Iterable[Piece], grammar: Grammar) -> tuple[tuple[Piece, ...], tuple[Provision, ...]]:
    """Return what stands before the first unit, and the tree. Reads: pieces. Writes: provisions."""
    result = Nest()
    for piece in pieces:
        result.add(piece)
    return tuple(result.head), tuple(draft.finish(grammar) for draft in result.top)


def _is_repealed(unit: Provision, grammar: Grammar) -> bool:
    """A unit is repealed if all that is left of it says so, or if only its heading is left and a note says so."""
    if unit.children:
        return all(child.repealed for child in unit.children) and (not unit.text or _says_repealed(unit.text, grammar))
    said_by_note = any(grammar.mark("repealed").search(note.text.casefold()) for note in unit.notes)
    if unit.text:
        only_named = bool(grammar.mark("name-of-unit").fullmatch(unit.text))  # «Часть. (Утратила силу ...)»
        return (said_by_note and only_named) or (len(unit.text) < 200 and _says_repealed(unit.text, grammar))
    return said_by_note or _says_repealed(unit.heading, grammar)


def _says_repealed(text: str, grammar: Grammar) -> bool:
    words = text.lstrip(" (–—-.")
    return any(grammar.mark("repealed").match(form) for form in (words, words.casefold()))
