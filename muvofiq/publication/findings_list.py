"""The list of findings as a person has chosen it on the screen, as an Excel workbook or as plain CSV."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from muvofiq import __version__
from muvofiq.assessment.scale import Priority, Severity, State, word
from muvofiq.assessment.verdict import Verdict, appearances
from muvofiq.publication.dates import written_day
from muvofiq.publication.listing import Listing, write_listing_csv, write_listing_xlsx
from muvofiq.publication.phrases import Phrases, phrases, unconfirmed

COLUMNS = (
    ("code", 7), ("requirement", 40), ("law", 24), ("practice", 24), ("elements", 12), ("state", 16), ("severity", 20),
    ("priority", 14), ("owner", 20), ("reason", 60), ("accepted", 11), ("proposed", 11), ("notes", 11),
)  # fmt: skip
FIGURES = frozenset({"accepted", "proposed", "notes"})


@dataclass(frozen=True, slots=True)
class Line:
    """One requirement of the list; ``law`` and ``practice`` are None where the finding is kept back from the reader.

    ``elements`` are the covered ones and all; ``state`` is None where nobody has judged.
    """

    code: str
    requirement: str
    law: Verdict | None
    practice: Verdict | None
    elements: tuple[int, int] | None
    state: State | None
    severity: Severity | None
    priority: Priority | None
    owner: str
    reason: str
    accepted: int
    proposed: int
    notes: int


@dataclass(frozen=True, slots=True)
class FindingsList:
    """What is printed: the lines in their order, of how many, and by which conditions they were chosen."""

    mission: str
    notices: tuple[str, ...]
    lines: tuple[Line, ...]
    scope: int
    chosen: str
    made_on: date


def write_list_xlsx(table: FindingsList, language: str) -> bytes:
    """Return the workbook. Text is written as text, never as a formula or a link."""
    return write_listing_xlsx(_listing(table, language))


def write_list_csv(table: FindingsList, language: str) -> bytes:
    """Return the lines as CSV in UTF-8, marked as such; a text that would pass for a formula gets an apostrophe."""
    return write_listing_csv(_listing(table, language))


def _listing(table: FindingsList, language: str) -> Listing:
    say = phrases("findings", language)
    return Listing(
        title=say("title"),
        sheet=say("sheet"),
        mission=table.mission,
        notices=table.notices,
        above=tuple(_above(table, say)),
        draft=say("draft"),
        columns=tuple((say(name), width) for name, width in COLUMNS),
        rows=tuple(tuple(_cells(line, say)) for line in table.lines),
        looks=tuple(tuple(_look(line, name) for name, _ in COLUMNS) for line in table.lines),
        pages_wide=2,
    )


def _look(line: Line, column: str) -> Verdict | None:
    """Return the verdict whose colour a cell has."""
    return {"law": line.law, "practice": line.practice}.get(column)


def _above(table: FindingsList, say: Phrases) -> Iterator[str]:
    yield say("draft")
    yield say("made", date=written_day(table.made_on, say.language), version=__version__)
    yield say("shown", shown=len(table.lines), scope=table.scope)
    if table.chosen:
        yield say("chosen", what=table.chosen)
    if unconfirmed("findings", say.language):
        yield phrases("paper", say.language)("unconfirmed")


def _cells(line: Line, say: Phrases) -> Sequence[str | int]:
    """Return what the columns say of a line, in their order."""
    law, done = line.law, line.practice
    look, language = appearances(), say.language
    words: dict[str, str | int] = {
        "law": say("kept_back") if law is None else look[law].label(language),
        "practice": say("kept_back") if done is None else look[done].practice_label(language),
        "elements": say("elements_of", covered=line.elements[0], all=line.elements[1]) if line.elements else "",
    }
    for name in ("state", "severity", "priority"):
        value = getattr(line, name)
        words[name] = word(value, language) if value else ""
    return [words[name] if name in words else getattr(line, name) for name, _ in COLUMNS]
