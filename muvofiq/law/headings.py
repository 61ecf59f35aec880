"""Each paragraph is told what it begins: an article, a part, a point, an editor's note, or nothing new."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from muvofiq.law.grammar import Grammar
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.paragraph import Paragraph
from muvofiq.law.tree import Note


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph with what it begins. ``kind`` is None for running text.

    ``is_note`` marks an editor's paragraph or a footnote; a footnote belongs to the unit directly before it.
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
            yield replace(piece, is_unproofed=paragraph.is_unproofed, style=paragraph.style)
        next_too = False


def _unit(paragraph: Paragraph, grammar: Grammar) -> Piece:
    text, notes = _without_notes(paragraph, grammar)
    for unit in grammar.units:
        if match := unit.pattern.match(text):
            label, number = match["label"].strip(), match["number"]
            rest = text[match.end() :].strip()
            return Piece(paragraph.line, rest, unit.kind, Number.parse(number or "1"), label, notes)
    if not text and notes:
        return Piece(paragraph.line, paragraph.text, is_note=True)
    return Piece(paragraph.line, text, notes=notes)


def _without_notes(paragraph: Paragraph, grammar: Grammar) -> tuple[str, tuple[Note, ...]]:
    """Take the bracketed notes off the end of a paragraph; several may follow each other, and some are never closed."""
    start = end = 0
    for note in _notes(grammar.mark("note-at-end").pattern).finditer(paragraph.text):
        if note.start() > end or not end:
            start = note.start()
        end = note.end()
    if end < len(paragraph.text) or not end:
        return paragraph.text, ()
    return paragraph.text[:start].rstrip(), (Note(paragraph.text[start:].strip(), paragraph.line),)


@cache
def _notes(beginning: str) -> re.Pattern[str]:
    """Return the pattern of one bracketed note with the stops and blanks behind it; read once from left to right."""
    return re.compile(rf"\(\s*(?i:{beginning})(?:\([^()]*\)|[^()])*\)?[\s;,.]*")
