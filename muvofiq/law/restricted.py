"""A text «for official use», or a secret one, says so by a stamp above its first words; to speak of one is no stamp."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile

from muvofiq.law.grammar import CAPITALS, SMALL, grammars
from muvofiq.law.kind import Kind
from muvofiq.law.tree import Law
from muvofiq.text.old_fonts import fonts
from muvofiq.text.source import Reason, Source

# In the table of marks: the stamp itself, and what may stand before it, behind it and below it.
MARK, SECRET, BY_NUMBER = "restricted", "secret", "restricted-number"
BEFORE, COPY, BEHIND, BELOW = "before-stamp", "copy-number", "behind-stamp", "below-stamp"
FOR_OFFICIAL_USE = "for official use"  # what stands for the stamp where only a person says so
FIRST_LINES = 20  # of a file that is not built into a law yet, or of an annex
BROKEN_OVER = 3  # lines or cells, at most, over which a stamp is broken
CELLS = re.compile(r"\s*\|\s*|\t|\s{3,}")  # what stands between two cells of a table, or two columns of a page
SHORT = 200  # letters of a stamp, at most, that a font may have spoilt
SIGNS = r"[\W_]*+"  # brackets, dashes and the like around a stamp
PAGE = r"[^\d_]{0,20}[\d_][\W\d_]{0,12}"
TITLE = rf"[^\W\d_{SMALL}]{{2}}.*"  # in capitals, run together with the stamp
NAME = r"[^|;:№]{0,120}?"  # of the act whose number is that of a restricted one


def restricted_mark(text: Source | Law) -> str:
    """Return the words that mark a text as one for official use; empty where none do. Spaced letters are closed up.

    Looked through is what stands before the first unit, in the signature, above an annex and at its head, and what is
    printed above and below every page. The language of the stamp may be another than that of the text.
    """
    running = [one.text for one in text.left_out if one.reason is Reason.RUNNING_HEAD]
    if isinstance(text, Source):
        return stamp_in(line.text for line in text.lines[:FIRST_LINES]) or stamp_in(running)
    places = (text.head, text.tail, running, *_annexes(text))
    return next(filter(None, map(stamp_in, places)), "") or _in_headings(text)


def stamp_in(lines: Iterable[str]) -> str:
    """Return the first line or cell that is such a stamp and nothing else, or nothing; one broken over lines whole.

    A stamp in the letters of an old font is one too.
    """
    cells = [cell for line in lines for cell in _cells(line)]
    return next(filter(_is_stamp, _stretches(cells)), "")


def _is_stamp(cell: str) -> bool:
    shown = (font.undo(cell) for font in fonts()) if len(cell) < SHORT else ()
    return any(map(_stamp().fullmatch, (cell, *shown)))


def _cells(line: str) -> Iterator[str]:
    """Yield the cells of a line; where letters are spaced, three blanks stand between words and not between cells."""
    if all(len(word) == 1 for word in line.split()):
        yield " ".join("".join(word.split()) for word in re.split(r"\s{2,}", line))
        return
    yield from filter(None, CELLS.split(line))


def _stretches(cells: Sequence[str]) -> Iterator[str]:
    """Yield each cell, then each with the next one, and so on: a stamp is as short as it can be."""
    for length in range(1, BROKEN_OVER + 1):
        yield from (" ".join(cells[at : at + length]) for at in range(len(cells) - length + 1))


def _annexes(law: Law) -> Iterator[list[str]]:
    """Yield for each annex the line above it, its heading, and its lines before the first numbered unit."""
    above = ""
    for _, unit, _ in law.units():
        if unit.kind is Kind.ANNEX:
            yield [above]
            lines = takewhile(lambda child: child.kind is Kind.INDENT, unit.children)
            yield [unit.heading, unit.text, *(child.text for child in lines)][:FIRST_LINES]
        above = unit.text


def _in_headings(law: Law) -> str:
    """Return the stamp that a file has run together with the heading of an annex, or nothing."""
    headings = (unit.heading for _, unit, _ in law.units() if unit.kind is Kind.ANNEX)
    found = (_within_heading().match(heading) for heading in headings)
    return next((match["stamp"] for match in found if match), "")


@cache
def _stamp() -> re.Pattern[str]:
    """Return how stamps look; behind the word for a secret no title, for titles begin with it themselves."""
    mark, secret, number, before, copy, behind, below = map(
        _in_any_language, (MARK, SECRET, BY_NUMBER, BEFORE, COPY, BEHIND, BELOW)
    )
    count = rf"(?:{copy}){SIGNS}"
    further = rf"(?:(?:{behind}){SIGNS})?"
    stamp = rf"(?:{mark}){SIGNS}(?:{count}{further}|{further}|{PAGE}|{TITLE}|(?:{below}).*)"
    return re.compile(
        rf"{SIGNS}(?:(?:{before}){SIGNS}|{count}){{0,2}}(?:{stamp}|(?:{secret}){SIGNS}(?:{count})?{further})"
        rf"|{NAME}(?:{number}){SIGNS}"
    )


@cache
def _within_heading() -> re.Pattern[str]:
    """Return how a stamp begins a heading, or stands in it before the word that names a document."""
    mark, below = map(_in_any_language, (MARK, BELOW))
    return re.compile(
        rf"(?:(?P<further>[^«\"“„|]{{1,200}}?\s))?(?P<stamp>{mark}){SIGNS}(?:{below}|(?(further)(?!)|(?=[{CAPITALS}])))"
    )


def _in_any_language(mark: str) -> str:
    return "|".join(grammar.marks[mark].pattern for grammar in grammars().values() if mark in grammar.marks)
