"""What the quality checks found, as an Excel workbook or as plain CSV, for those who mend it away from the screen."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO

import xlsxwriter

from muvofiq import __version__
from muvofiq.assessment.checks import Failure
from muvofiq.assessment.scale import State, word
from muvofiq.publication.dates import written_day
from muvofiq.publication.findings_list import FORMULA
from muvofiq.publication.phrases import Phrases, phrases, unconfirmed
from muvofiq.publication.sheet import fitted, formats_of, height, on_every_page, on_paper, write_heads

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
    say, out = phrases("checks", language), BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": say("title"), "comments": say("draft"), "author": f"Muvofiq {__version__}"})
    formats, sheet = formats_of(book), book.add_worksheet(say("title"))
    sheet.write_string(0, 0, fitted(f"{say('title')}: {table.mission}"), formats["title"])
    above = list(_above(table, say))
    for at, text in enumerate(above, 1):
        sheet.write_string(at, 0, fitted(text), formats["notice" if text in table.notices else "plain"])
    head = len(above) + 2
    write_heads(sheet, head, [(say(name), width) for name, width in COLUMNS], formats)
    for at, line in enumerate(table.lines, head + 1):
        cells = _cells(line, say)
        sheet.set_row(at, height(cells, [width for _, width in COLUMNS]))
        for column, text in enumerate(cells):
            sheet.write_string(at, column, fitted(text), formats["cell"])
    sheet.freeze_panes(head + 1, 2)
    sheet.autofilter(head, 0, head + len(table.lines), len(COLUMNS) - 1)
    sheet.repeat_rows(head)
    on_paper(sheet, pages_wide=1)
    on_every_page(sheet, table.notices)
    book.close()
    return out.getvalue()


def write_checks_csv(table: ChecksList, language: str) -> bytes:
    """Return the lines as CSV in UTF-8, marked as such; a text that would pass for a formula gets an apostrophe."""
    say, out = phrases("checks", language), StringIO()
    writer = csv.writer(out)
    writer.writerow([say(name) for name, _ in COLUMNS])
    for line in table.lines:
        writer.writerow([f"'{one}" if one.startswith(FORMULA) else one for one in _cells(line, say)])
    return out.getvalue().encode("utf-8-sig")


def _above(table: ChecksList, say: Phrases) -> Iterator[str]:
    yield from table.notices
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
