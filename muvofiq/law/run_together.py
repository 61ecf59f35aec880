"""Points that a file has run together in one line begin lines of their own again."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from muvofiq.law.grammar import Grammar
from muvofiq.law.paragraph import Paragraph

BEGINNING = re.compile(r"(?P<number>\d{1,3})\)")
# Behind a stop or a note in brackets; a backslash is what is left of a line break.
INSIDE = re.compile(r"(?<=[:;)])\s+(?:\\\s*)?(?=(?P<number>\d{1,3})\)\s*[^\W\d_])")


def part_points(paragraphs: Iterable[Paragraph], grammar: Grammar) -> Iterator[Paragraph]:
    """Part «...: 1) one; 2) two; 3) three.» Reads and writes: paragraphs; only an unbroken row of numbers is parted."""
    for paragraph in paragraphs:
        text, last = paragraph.text, 0
        is_note = paragraph.is_footnote or grammar.mark("note").match(text)
        for start in [] if is_note else _beginnings(text):
            yield replace(paragraph, text=text[last:start].rstrip())
            last = start
        yield replace(paragraph, text=text[last:])


def _beginnings(text: str) -> list[int]:
    """Return where points begin inside the line: behind a colon from 1 on, or behind the point that begins the line."""
    own = BEGINNING.match(text)
    following = int(own["number"]) + 1 if own else 1
    found: list[int] = []
    for match in INSIDE.finditer(text):
        opens = following == 1 and text[match.start() - 1] == ":"
        if int(match["number"]) == following and (opens or (following > 1 and text[match.start() - 1] != ":")):
            found.append(match.end())
            following += 1
    return found if own or len(found) > 1 else []
