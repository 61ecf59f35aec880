"""What changes from one wording of a law to another: the words that stay, those removed and those added."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from rapidfuzz.distance import Indel, Opcode

# A word with its accents, hyphens and apostrophes («пункт-пропуска»), a line end, a run of blanks, or a single sign.
ACCENTED = r"\w[\w\u0300-\u036f]*"
TOKEN = re.compile(rf"{ACCENTED}(?:[-‑'’]{ACCENTED})*|\n|[^\S\n]+|[^\w\s]")

PARAGRAPH = re.compile(r"[^\n]*\n|[^\n]+")
SHARED = 0.15  # of the letters of the shorter wording; with less in common a wording counts as replaced


class Mark(StrEnum):
    """What happens to a stretch of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some text, and what happens to it."""

    kind: Mark
    text: str


def redline(old: str, new: str) -> tuple[Stretch, ...]:
    """Compare two wordings word by word; what is removed stands before what is added in its place.

    No word is ever split, and nothing is lost: ``old_text`` and ``new_text`` give both wordings back to the letter.

    >>> [f"{one.kind}: {one.text}" for one in redline("within five days", "within two days")]
    ['kept: within ', 'removed: five', 'added: two', 'kept:  days']
    """
    return tuple(_joined(_by_paragraph(old, new)))


def old_text(stretches: Sequence[Stretch]) -> str:
    """Return the wording before the change."""
    return "".join(one.text for one in stretches if one.kind is not Mark.ADDED)


def new_text(stretches: Sequence[Stretch]) -> str:
    """Return the wording after the change."""
    return "".join(one.text for one in stretches if one.kind is not Mark.REMOVED)


def _by_paragraph(old: str, new: str) -> Iterator[Stretch]:
    """Keep the paragraphs that are the same; compare what lies between them word by word."""
    before, after = PARAGRAPH.findall(old), PARAGRAPH.findall(new)
    for kept, together in groupby(_steps(before, after), lambda step: step.tag == "equal"):
        steps = list(together)
        removed = "".join(before[steps[0].src_start : steps[-1].src_end])
        added = "".join(after[steps[0].dest_start : steps[-1].dest_end])
        if kept:
            yield Stretch(Mark.KEPT, removed)
        else:
            yield from _by_word(removed, added)


def _by_word(old: str, new: str) -> list[Stretch]:
    """Compare by words; wordings that share too little are replaced whole, for chance words in common only confuse."""
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    stretches = [
        Stretch(Mark.KEPT, "".join(before[step.src_start : step.src_end]))
        if step.tag == "equal"
        else Stretch(Mark.REMOVED, "".join(before[step.src_start : step.src_end]))
        if step.tag == "delete"
        else Stretch(Mark.ADDED, "".join(after[step.dest_start : step.dest_end]))
        for step in _steps(before, after)
    ]
    common = sum(_letters(one.text) for one in stretches if one.kind is Mark.KEPT)
    if common < SHARED * min(_letters(old), _letters(new)):
        return [Stretch(Mark.REMOVED, old), Stretch(Mark.ADDED, new)]
    return _settled(stretches)


def _steps(old: list[str], new: list[str]) -> list[Opcode]:
    """Return the steps from one to the other; the pieces are compared by number, so that none is mistaken."""
    numbers: dict[str, int] = {}
    before, after = ([numbers.setdefault(piece, len(numbers)) for piece in pieces] for pieces in (old, new))
    return list(Indel.opcodes(before, after))


def _letters(text: str) -> int:
    return sum(not sign.isspace() for sign in text)


def _settled(stretches: list[Stretch]) -> list[Stretch]:
    """Let a lone blank between two changes change with them: «five working» for «two» is one change, not three."""
    settled: list[Stretch] = []
    for at, one in enumerate(stretches):
        between = one.kind is Mark.KEPT and 0 < at < len(stretches) - 1
        if between and one.text.isspace() and "\n" not in one.text:
            settled += (Stretch(Mark.REMOVED, one.text), Stretch(Mark.ADDED, one.text))
        else:
            settled.append(one)
    return settled


def _joined(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """Join neighbours: between two kept stretches stand at most one removed and one added, in this order."""
    for kept, together in groupby(stretches, lambda one: one.kind is Mark.KEPT):
        group = list(together)
        for kind in (Mark.KEPT,) if kept else (Mark.REMOVED, Mark.ADDED):
            text = "".join(one.text for one in group if one.kind is kind)
            if text:
                yield Stretch(kind, text)
