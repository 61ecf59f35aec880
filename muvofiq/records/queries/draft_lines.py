"""The lines of a file under review, each with the unit that begins on it, gathered by article and heading."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from muvofiq.law.kind import Kind
from muvofiq.law.review import Correction, Review
from muvofiq.law.tree import Law, Provision, is_cited_first
from muvofiq.records.models import HistoryEntry
from muvofiq.records.queries.draft_decisions import Decisions
from muvofiq.text.source import Source

FIRST_WORDS = 14


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of the file: its words, the units that begin on it, and what a person said of it.

    Running text begins no unit, or one that is only counted.
    """

    line: int
    text: str
    units: tuple[Provision, ...] = ()
    is_note: bool = False
    correction: Correction | None = None
    corrected_by: HistoryEntry | None = None

    @property
    def kind(self) -> Kind | None:
        """What kind of unit the line begins."""
        return None if not self.units or self.units[0].kind is Kind.INDENT else self.units[0].kind

    @property
    def number(self) -> str:
        """The number of that unit, in the spelling of the workbench."""
        return str(self.units[0].number) if self.kind else ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """An article or a heading with the lines down to the next one; without ``unit`` it stands around the units."""

    line: int
    unit: Provision | None
    eid: str = ""
    depth: int = 0
    lines: tuple[LineRow, ...] = ()
    is_behind: bool = False

    @property
    def corrected(self) -> int:
        """How many of its lines a person has corrected."""
        return sum(one.correction is not None for one in self.lines)

    @property
    def first_words(self) -> str:
        """The words with which its text begins."""
        text = self.unit.words if self.unit else " ".join(one.text for one in self.lines[:FIRST_WORDS])
        words = text.split(maxsplit=FIRST_WORDS)
        return " ".join([*words[:FIRST_WORDS], *(["…"] if len(words) > FIRST_WORDS else [])])


def stretches_of(law: Law, source: Source, decisions: Decisions, review: Review) -> tuple[Stretch, ...]:
    """Return all lines of a law by the article or heading in which they stand, in the order of print."""
    rows = list(_line_rows(law, source, decisions, review))
    behind = _rows_behind(law, rows)
    outline = sorted(outline_of(law), key=lambda one: one.line)
    at = [one.line for one in outline]
    gathered: list[list[LineRow]] = [[] for _ in range(len(outline) + 1)]
    for row in rows[: len(rows) - behind]:
        gathered[bisect_right(at, row.line)].append(row)
    head, *inside = gathered
    tail = rows[len(rows) - behind :]
    return (
        *([Stretch(head[0].line, None, lines=tuple(head))] if head else []),
        *(replace(one, lines=tuple(lines)) for one, lines in zip(outline, inside, strict=True)),
        *([Stretch(tail[0].line, None, lines=tuple(tail), is_behind=True)] if tail else []),
    )


def outline_of(law: Law) -> tuple[Stretch, ...]:
    """Return the articles and headings of a law without their lines, in the order of print."""
    return tuple(
        Stretch(unit.line, unit, address.eid, len(around))
        for address, unit, around in law.units()
        if unit.kind.is_heading or unit.kind is Kind.ARTICLE or is_cited_first(unit, around)
    )


def _line_rows(law: Law, source: Source, decisions: Decisions, review: Review) -> Iterator[LineRow]:
    units: dict[int, list[Provision]] = {}
    notes = {note.line for note in law.notes}
    for _, unit, _ in law.units():
        units.setdefault(unit.line, []).append(unit)
        notes.update(note.line for note in unit.notes)
    corrections = {one.line: one for one in review.corrections}
    for one in source.lines:
        begun = tuple(units.get(one.number, ()))
        yield LineRow(
            line=one.number,
            text=one.text,
            units=begun,
            is_note=one.number in notes and not begun,
            correction=corrections.get(one.number),
            corrected_by=decisions.of_lines.get(one.number) if one.number in corrections else None,
        )


def _rows_behind(law: Law, rows: Sequence[LineRow]) -> int:
    """Return how many of the last lines stand behind the law, as a signature does."""
    tail = _squeezed(" ".join(law.tail))
    count = 0
    for row in reversed(rows):
        if row.units or _squeezed(row.text) not in tail:
            break
        count += 1
    return count


def _squeezed(text: str) -> str:
    return "".join(text.split())
