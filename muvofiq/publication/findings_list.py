"""The list of findings as a person has chosen it on the screen, as an Excel workbook or as plain CSV."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO

import xlsxwriter

from muvofiq import __version__
from muvofiq.assessment.scale import Priority, Severity, State, word
from muvofiq.assessment.verdict import Verdict, appearances
from muvofiq.publication.dates import written_day
from muvofiq.publication.phrases import Phrases, phrases, unconfirmed
from muvofiq.publication.sheet import fitted, formats_of, height, on_every_page, on_paper, write_heads

COLUMNS = (
    ("code", 7), ("requirement", 40), ("law", 24), ("practice", 24), ("elements", 12), ("state", 16), ("severity", 20),
    ("priority", 14), ("owner", 20), ("reason", 60), ("accepted", 11), ("proposed", 11), ("notes", 11),
)  # fmt: skip
FIGURES = frozenset({"accepted", "proposed", "notes"})
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # with these a spreadsheet takes the text of a CSV file for a formula


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
    say = phrases("findings", language)
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": say("title"), "comments": say("draft"), "author": f"Muvofiq {__version__}"})
    formats, sheet = formats_of(book), book.add_worksheet(say("sheet"))
    sheet.write_string(0, 0, fitted(f"{say('title')}: {table.mission}"), formats["title"])
    above = list(_above(table, say))
    for at, sentence in enumerate(above, 1):
        sheet.write_string(at, 0, fitted(sentence), formats["notice" if sentence in table.notices else "plain"])
    head = len(above) + 2
    write_heads(sheet, head, [(say(name), width) for name, width in COLUMNS], formats)
    for at, line in enumerate(table.lines, head + 1):
        cells = _cells(line, say)
        sheet.set_row(at, height([str(one) for one in cells], [width for _, width in COLUMNS]))
        for column, ((name, _), value) in enumerate(zip(COLUMNS, cells, strict=True)):
            if isinstance(value, int):
                sheet.write_number(at, column, value, formats["number"])
            else:
                verdict = {"law": line.law, "practice": line.practice}.get(name)
                sheet.write(at, column, fitted(value) or None, formats[verdict or "cell"])
    sheet.freeze_panes(head + 1, 2)
    sheet.autofilter(head, 0, head + len(table.lines), len(COLUMNS) - 1)
    sheet.repeat_rows(head)
    on_paper(sheet, pages_wide=2)
    on_every_page(sheet, table.notices)
    book.close()
    return out.getvalue()


def write_list_csv(table: FindingsList, language: str) -> bytes:
    """Return the lines as CSV in UTF-8, marked as such; a text that would pass for a formula gets an apostrophe."""
    say, out = phrases("findings", language), StringIO()
    writer = csv.writer(out)
    writer.writerow([say(name) for name, _ in COLUMNS])
    for line in table.lines:
        writer.writerow([f"'{one}" if str(one).startswith(FORMULA) else one for one in _cells(line, say)])
    return out.getvalue().encode("utf-8-sig")


def _above(table: FindingsList, say: Phrases) -> Iterator[str]:
    yield from table.notices
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
