"""What the quality checks found, as an Excel workbook or as plain CSV, for those who mend it away from the screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from muvofiq import __version__
from muvofiq.assessment.checks import Failure
from muvofiq.assessment.scale import State, word
from muvofiq.publication.dates import written_day
from muvofiq.publication.listing import Listing, write_listing_csv, write_listing_xlsx
from muvofiq.publication.phrases import Phrases, phrases, unconfirmed

COLUMNS = (
    ("code", 7), ("requirement", 40), ("state", 16), ("severity", 12), ("found", 46), ("why", 46), ("remedy", 46),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """What one check found in the finding on one requirement."""

    code: str
    requirement: str
    state: State
    failure: Failure


@dataclass(frozen=True, slots=True)
class ChecksList:
    """What is printed: the lines by their requirements, of how many findings; ``kept`` are kept from the reader."""

    mission: str
    notices: tuple[str, ...]
    lines: tuple[Found, ...]
    findings: int
    kept: int
    made_on: date


def write_checks_xlsx(table: ChecksList, language: str) -> bytes:
    """Return the workbook. Text is written as text, never as a formula or a link."""
    return write_listing_xlsx(_listing(table, language))


def write_checks_csv(table: ChecksList, language: str) -> bytes:
    """Return the lines as CSV in UTF-8, marked as such; a text that would pass for a formula gets an apostrophe."""
    return write_listing_csv(_listing(table, language))


def _listing(table: ChecksList, language: str) -> Listing:
    say = phrases("checks", language)
    return Listing(
        title=say("title"),
        sheet=say("title"),
        mission=table.mission,
        notices=table.notices,
        above=tuple(_above(table, say)),
        draft=say("draft"),
        columns=tuple((say(name), width) for name, width in COLUMNS),
        rows=tuple(tuple(_cells(line, say)) for line in table.lines),
    )


def _above(table: ChecksList, say: Phrases) -> Iterator[str]:
    yield say("draft")
    yield say("made", date=written_day(table.made_on, say.language), version=__version__)
    yield say("looked", findings=table.findings)
    if table.kept:
        yield say("kept", count=table.kept)
    if unconfirmed("checks", say.language):
        yield phrases("paper", say.language)("unconfirmed")


def _cells(line: Found, say: Phrases) -> list[str]:
    failure, language = line.failure, say.language
    return [
        line.code,
        line.requirement,
        word(line.state, language),
        say(failure.check.severity.value),
        failure.message(language),
        failure.why(language),
        failure.remedy(language),
    ]
