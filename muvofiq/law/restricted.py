"""A text «for official use» says so by a stamp above its first words; to speak of such texts is no stamp."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from muvofiq.law.grammar import SMALL, grammars
from muvofiq.law.tree import Law
from muvofiq.text.source import Reason, Source

MARK = "restricted"
FIRST_LINES = 20  # of a file that is not built into a law yet
# Around the stamp stand brackets, behind it the number of the copy or of the page, or the title in capitals.
STAMP = rf"[\W_]*(?:{{marks}})[\W_]*(?:[^\d_]{{{{0,20}}}}[\d_][\W\d_]{{{{0,12}}}}|[^\W\d_{SMALL}]{{{{2}}}}.*)?"


def restricted_mark(text: Source | Law) -> str:
    """Return the line that marks a text as one for official use, as it stands there; empty where none does.

    Looked through is what stands before the first unit, and what is printed above and below every page. The language
    of the stamp may be another than that of the text.
    """
    return stamp_in(_lines(text))


def stamp_in(lines: Iterable[str]) -> str:
    """Return the first of some lines that is such a stamp and nothing else, or nothing."""
    return next((line for line in lines if _stamp().fullmatch(line)), "")


def _lines(text: Source | Law) -> Iterator[str]:
    yield from (line.text for line in text.lines[:FIRST_LINES]) if isinstance(text, Source) else text.head
    yield from (one.text for one in text.left_out if one.reason is Reason.RUNNING_HEAD)


@cache
def _stamp() -> re.Pattern[str]:
    marks = "|".join(grammar.marks[MARK].pattern for grammar in grammars().values() if MARK in grammar.marks)
    return re.compile(STAMP.format(marks=marks))
