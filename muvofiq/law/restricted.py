"""A text «for official use», or a secret one, says so by a stamp above its first words; to speak of one is no stamp."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from muvofiq.law.grammar import SMALL, grammars
from muvofiq.law.tree import Law
from muvofiq.text.source import Reason, Source

MARK, SECRET, BEFORE, COPY = "restricted", "secret", "before-stamp", "copy-number"  # in the table of marks
FOR_OFFICIAL_USE = "for official use"  # what stands for the stamp where only a person says so
FIRST_LINES = 20  # of a file that is not built into a law yet
BROKEN_OVER = 3  # lines or cells, at most, over which a stamp is broken
CELLS = re.compile(r"\s*\|\s*|\t|\s{3,}")  # what stands between two cells of a table, or two columns of a page
SIGNS = r"[\W_]*+"  # brackets, dashes and the like around a stamp
PAGE = r"[^\d_]{0,20}[\d_][\W\d_]{0,12}"
TITLE = rf"[^\W\d_{SMALL}]{{2}}.*"  # in capitals, run together with the stamp


def restricted_mark(text: Source | Law) -> str:
    """Return the words that mark a text as one for official use, as they stand there; empty where none do.

    Looked through is what stands before the first unit, and what is printed above and below every page. The language
    of the stamp may be another than that of the text.
    """
    running = [one.text for one in text.left_out if one.reason is Reason.RUNNING_HEAD]
    return stamp_in(_first_lines(text)) or stamp_in(running)


def stamp_in(lines: Iterable[str]) -> str:
    """Return the first line or cell that is such a stamp and nothing else, or nothing; one broken over lines whole."""
    cells = [cell for line in lines for cell in CELLS.split(line) if cell]
    return next(filter(_stamp().fullmatch, _stretches(cells)), "")


def _stretches(cells: list[str]) -> Iterator[str]:
    """Yield each cell, then each with the next one, and so on: a stamp is as short as it can be."""
    for length in range(1, BROKEN_OVER + 1):
        yield from (" ".join(cells[at : at + length]) for at in range(len(cells) - length + 1))


def _first_lines(text: Source | Law) -> Iterable[str]:
    return (line.text for line in text.lines[:FIRST_LINES]) if isinstance(text, Source) else text.head


@cache
def _stamp() -> re.Pattern[str]:
    """Return how stamps look; behind the word for a secret no title, for titles begin with it themselves."""
    mark, secret, before, copy = (_in_any_language(name) for name in (MARK, SECRET, BEFORE, COPY))
    number = rf"(?:{copy}){SIGNS}"
    stamp = rf"(?:{mark}){SIGNS}(?:{number}|{PAGE}|{TITLE})?|(?:{secret}){SIGNS}(?:{number})?"
    return re.compile(rf"{SIGNS}(?:(?:{before}){SIGNS}|{number}){{0,2}}(?:{stamp})")


def _in_any_language(mark: str) -> str:
    return "|".join(grammar.marks[mark].pattern for grammar in grammars().values() if mark in grammar.marks)
