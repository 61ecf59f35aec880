"""Broken lines become whole paragraphs again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from muvofiq.law.grammar import Grammar
from muvofiq.law.kind import Kind
from muvofiq.text.source import Line

# A file sets its paragraphs off by blank lines where at least this share of its lines follows one
# (texts with a line for each paragraph lie below 0.2, copies of web pages with broken lines above 0.5).
GAPS = 0.4


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the file, the line on which it begins, and what the file says of that line."""

    line: int
    text: str
    style: str = ""
    is_footnote: bool = False
    is_unproofed: bool = False


def join_broken_lines(lines: Sequence[Line], grammar: Grammar) -> list[Paragraph]:
    """Join the lines that a link or a page width has broken.

    Reads: lines. Writes: paragraphs. Only a file that sets paragraphs off by blank lines is touched; a line that
    begins a unit or a note of the editor always begins a paragraph.
    """
    gaps = sum(line.after_gap for line in lines)
    if gaps < GAPS * len(lines) or gaps == len(lines):
        return [_alone(line) for line in lines]
    paragraphs: list[Paragraph] = []
    for line in lines:
        last = paragraphs[-1] if paragraphs and not line.after_gap else None
        if (
            last
            and not line.is_note
            and not last.is_footnote
            and not _begins_something(line.text, grammar)
            and not _ends_heading(last.text, line.text, grammar)
        ):
            unproofed = last.is_unproofed or line.is_unproofed
            paragraphs[-1] = replace(last, text=_joined(last.text, line.text), is_unproofed=unproofed)
        else:
            paragraphs.append(_alone(line))
    return paragraphs


def _alone(line: Line) -> Paragraph:
    return Paragraph(line.number, line.text, line.style, line.is_note, line.is_unproofed)


def _begins_something(text: str, grammar: Grammar) -> bool:
    notes = (grammar.mark("note"), grammar.mark("note-with-next"))
    return any(unit.pattern.match(text) for unit in grammar.units) or any(note.match(text) for note in notes)


def _ends_heading(before: str, after: str, grammar: Grammar) -> bool:
    """Tell whether ``before`` is the heading of an article and ``after`` the text directly below it."""
    matches = (unit.pattern.match(before) for unit in grammar.units if unit.kind is Kind.ARTICLE)
    heading = next(filter(None, matches), None)
    begins_sentence = (after[0].isupper() or after[0] in "–—-") and not after.isupper()
    return heading is not None and heading.end() < len(before) and begins_sentence


def _joined(before: str, after: str) -> str:
    return before + after if after[0] in ".,;:)»" or before[-1] in "(«" else f"{before} {after}"
