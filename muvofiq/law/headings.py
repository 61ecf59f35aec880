"""Each paragraph is told what it begins: an article, a part, a point, an editor's note, or nothing new."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from muvofiq.law.grammar import Grammar
from muvofiq.law.identity import dates_at
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.paragraph import Paragraph
from muvofiq.law.review import Correction
from muvofiq.law.tree import Note

UNCLOSED = 150  # letters of two notes such as «(в редакции Закона ... от 28.12.2012 г. № 919», and no more


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph with what it begins. ``kind`` is None for running text.

    ``is_note`` marks an editor's paragraph or a footnote; a footnote belongs to the unit directly before it.
    ``is_roman`` marks «II. ...», which begins a chapter only in acts without articles. ``decided`` is what a person
    said of the paragraph: no later stage makes anything else of it, but all go on to see what was recognised.
    """

    line: int
    text: str
    kind: Kind | None = None
    number: Number | None = None
    label: str = ""
    notes: tuple[Note, ...] = ()
    is_note: bool = False
    is_footnote: bool = False
    is_unproofed: bool = False
    style: str = ""
    inset: int = 0
    is_roman: bool = False
    decided: Correction | None = None

    @property
    def begins(self) -> Kind | None:
        """The kind of unit that begins here: what a person decided, else what was recognised."""
        return self.decided.kind if self.decided else self.kind

    @property
    def is_decided_unit(self) -> bool:
        """Whether a person said that a unit begins here."""
        return self.decided is not None and self.decided.kind is not None


def recognise(paragraphs: Iterable[Paragraph], grammar: Grammar) -> Iterator[Piece]:
    """Tell what each paragraph begins. Reads: paragraphs. Writes: pieces, in the same order, nothing left out."""
    next_too = False
    for paragraph in paragraphs:
        if paragraph.is_footnote:
            yield Piece(paragraph.line, paragraph.text, is_note=True, is_footnote=True)
            continue
        starts_note = bool(grammar.mark("note-with-next").match(paragraph.text))
        if starts_note or grammar.mark("note").match(paragraph.text):
            next_too = starts_note and paragraph.text.rstrip().endswith("!")
            yield Piece(paragraph.line, paragraph.text, is_note=True)
            continue
        piece = _unit(paragraph, grammar)
        if next_too and piece.kind is None:
            yield Piece(paragraph.line, paragraph.text, is_note=True)
        else:
            is_unproofed, style, inset = paragraph.is_unproofed, paragraph.style, paragraph.inset
            yield replace(piece, is_unproofed=is_unproofed, style=style, inset=inset)
        next_too = False


def _unit(paragraph: Paragraph, grammar: Grammar) -> Piece:
    text, notes = _without_notes(paragraph, grammar)
    printed = f"{text} " if notes else text  # «3. (Часть утратила силу ...)»: the number has nothing behind it
    for unit in grammar.units:
        if match := unit.pattern.match(printed):
            label, number = match["label"].strip(), match["number"]
            rest = printed[match.end() :].strip()
            is_roman = unit.numbering == "roman-stop"
            return Piece(paragraph.line, rest, unit.kind, grammar.number(number or ""), label, notes, is_roman=is_roman)
    if not text and notes:
        return Piece(paragraph.line, paragraph.text, is_note=True)
    return Piece(paragraph.line, text, notes=notes)


def _without_notes(paragraph: Paragraph, grammar: Grammar) -> tuple[str, tuple[Note, ...]]:
    """Take the bracketed notes out of a paragraph; at its end several may follow each other, some never closed."""
    text, line = paragraph.text, paragraph.line
    found = [note for note in _notes(grammar.mark("note-at-end").pattern).finditer(text) if _is_whole(note)]
    end = len(text)
    while found and found[-1].end() == end:
        end = found.pop().start()
    inside = [note for note in found if _stands_for_itself(note)]
    words, last = "", 0
    for note in inside:
        words, last = words + text[last : note.start()].rstrip(), note.start() + len(_bracket(note))
    words = (words + text[last:end]).strip() if end < len(text) else words + text[last:]
    notes = (*map(_bracket, inside), text[end:].strip())
    return words.lstrip() if inside else words, tuple(Note(note, line) for note in notes if note)


def _stands_for_itself(note: re.Match[str]) -> bool:
    """Tell a note inside a paragraph from a citation: it is closed, dated, and stands at the seam of two sentences."""
    before, behind = note.string[: note.start()], note.string[note.end() :]
    stops = note.group()[len(_bracket(note)) :].strip()
    at_seam = not before.strip() or bool(stops) or not behind[:1].islower()
    return _bracket(note).endswith(")") and at_seam and any(dates_at(_bracket(note)))


def _is_whole(note: re.Match[str]) -> bool:
    """A bracket that nobody closed must be short: else it would take the words of the law behind it along."""
    return note.group().count("(") <= note.group().count(")") or len(note.group()) < UNCLOSED


def _bracket(note: re.Match[str]) -> str:
    return note.group().rstrip(" ;,.\t\n\r")


@cache
def _notes(beginning: str) -> re.Pattern[str]:
    """Return the pattern of one bracketed note with the stops and blanks behind it; read once from left to right."""
    return re.compile(rf"\(\s*(?i:{beginning})(?:\([^()]*\)|[^()])*\)?[\s;,.]*")
