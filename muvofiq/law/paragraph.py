"""Broken lines become whole paragraphs again."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from muvofiq.law.grammar import Grammar
from muvofiq.law.kind import Kind
from muvofiq.text.page_width import is_broken_by_width
from muvofiq.text.source import Line

# A file sets its paragraphs off by blank lines where at least this share of its lines follows one
# (texts with a line for each paragraph lie below 0.2, copies of web pages with broken lines above 0.5).
GAPS = 0.4
WORD = 12  # a line of so few signs may be the word «Статья», parted from its number


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the file, the line on which it begins, and what the file says of that line."""

    line: int
    text: str
    style: str = ""
    is_footnote: bool = False
    is_unproofed: bool = False
    inset: int = 0


def join_broken_lines(lines: Sequence[Line], grammar: Grammar, begun: Collection[int] = ()) -> list[Paragraph]:
    """Join the lines that a link or a page width has broken.

    Reads: lines. Writes: paragraphs. Only in a file that sets paragraphs off by blank lines or indents is text joined;
    elsewhere only a number parted from «Статья», and a heading that its own style carries over to the next line. Else
    a line that begins a unit or a note of the editor always begins a paragraph, and so do the lines ``begun``.
    """
    gaps = sum(line.after_gap for line in lines)
    shows_gaps = GAPS * len(lines) <= gaps < len(lines) or is_broken_by_width(lines)
    paragraphs: list[Paragraph] = []
    is_tight = False
    for line in lines:
        last = paragraphs[-1] if paragraphs and line.number not in begun else None
        begins_sentence = is_tight and last is not None and _begins_sentence(last.text, line.text)
        if last and _goes_on(last, line, grammar, shows_gaps=shows_gaps and not begins_sentence):
            unproofed = last.is_unproofed or line.is_unproofed
            paragraphs[-1] = replace(last, text=_joined(last.text, line.text), is_unproofed=unproofed)
        else:
            paragraphs.append(_alone(line))
            is_tight = not line.after_gap
    return paragraphs


def _goes_on(last: Paragraph, line: Line, grammar: Grammar, *, shows_gaps: bool) -> bool:
    """Whether a line continues the paragraph before it."""
    if line.is_note or last.is_footnote:
        return False
    if len(last.text) <= WORD and _are_word_and_number(last.text, line.text, grammar):
        return True
    if shows_gaps and not line.after_gap:
        return not _begins_something(line.text, grammar) and not _ends_heading(last.text, line.text, grammar)
    is_styled_alike = bool(line.style) and line.style == last.style and line.text[0].islower()
    return is_styled_alike and _heading(last.text, grammar) is not None and not _begins_something(line.text, grammar)


def _begins_sentence(before: str, after: str) -> bool:
    """Tell whether a sentence ends and another begins; where paragraphs follow without a gap, a new one does too."""
    return before.endswith((".", ";", ":")) and after[0].isupper()


def _alone(line: Line) -> Paragraph:
    return Paragraph(line.number, line.text, line.style, line.is_note, line.is_unproofed, line.inset)


def _begins_something(text: str, grammar: Grammar) -> bool:
    notes = (grammar.mark("note"), grammar.mark("note-with-next"))
    return any(unit.pattern.match(text) for unit in grammar.units) or any(note.match(text) for note in notes)


def _are_word_and_number(word: str, number: str, grammar: Grammar) -> bool:
    """Tell whether two lines begin a large unit only together, as «Статья» and «5. Цель» do."""
    together = _begins_large_unit(_joined(word, number), grammar)
    return together and not _begins_large_unit(word, grammar) and not _begins_large_unit(number, grammar)


def _begins_large_unit(text: str, grammar: Grammar) -> bool:
    return any(unit.pattern.match(text) for unit in grammar.units if unit.kind.depth <= Kind.ARTICLE.depth)


def _ends_heading(before: str, after: str, grammar: Grammar) -> bool:
    """Tell whether ``before`` is the heading of an article and ``after`` the text directly below it."""
    heading = _heading(before, grammar)
    begins_sentence = (after[0].isupper() or after[0] in "–—-") and not after.isupper()
    return heading is not None and heading.end() < len(before) and begins_sentence


def _heading(text: str, grammar: Grammar) -> re.Match[str] | None:
    """Return where an article begins in a line that has its number and heading."""
    matches = (unit.pattern.match(text) for unit in grammar.units if unit.kind is Kind.ARTICLE)
    return next(filter(None, matches), None)


def _joined(before: str, after: str) -> str:
    return before + after if after[0] in ".,;:)»" or before[-1] in "(«" else f"{before} {after}"
