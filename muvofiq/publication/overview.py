"""The pictures of the findings as sheets: groups by stages, themes by verdicts, law against practice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from muvofiq import __version__
from muvofiq.assessment.heat_map import Count, HeatMap, Matrix, Standing, by_theme, heat_map, law_against_practice
from muvofiq.assessment.verdict import Axis, Verdict, appearances, verdicts_on
from muvofiq.publication.dates import written_day
from muvofiq.publication.phrases import Phrases, phrases, unconfirmed
from muvofiq.publication.sheet import Formats, fitted, formats_of, height, on_every_page, on_paper, write_heads
from muvofiq.standards.requirement import Words, in_language
from muvofiq.standards.vocabulary import Stage

ABOVE = 110  # characters of a sentence above the table on one line
NAME, CELL, TOTAL = 44, 13, 24  # widths in characters


@dataclass(frozen=True, slots=True)
class Overview:
    """The three pictures as numbers; ``titles`` are those of the themes by their letters."""

    heat: HeatMap
    themes: Mapping[str, Count]
    matrix: Matrix
    titles: Mapping[str, Words]

    @classmethod
    def of(cls, rows: Sequence[Standing], titles: Mapping[str, Words]) -> "Overview":
        """Count the requirements of a scope."""
        return cls(heat_map(rows), by_theme(rows), law_against_practice(rows), titles)


def write_overview_file(
    overview: Overview, language: str, *, notices: tuple[str, ...], title: str, made_on: date
) -> bytes:
    """Return a workbook with the three sheets."""
    say = phrases("overview", language)
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": f"{say('title')}: {title}", "author": f"Muvofiq {__version__}"})
    made = say("made", date=written_day(made_on, language), version=__version__)
    write_overview(book, overview, formats_of(book), language, (f"{title}. {made}", *notices))
    book.close()
    return out.getvalue()


def write_overview(
    book: xlsxwriter.Workbook, overview: Overview, formats: Formats, language: str, notices: Sequence[str] = ()
) -> None:
    """Add the three sheets to a workbook; ``notices`` stand above each table and on every page of paper."""
    say = phrases("overview", language)
    for name, write in (("sheet_groups", _groups), ("sheet_themes", _themes), ("sheet_practice", _practice)):
        sheet = book.add_worksheet(say(name))
        write(sheet, overview, say, formats, [*notices, *_numbers(overview.heat.total, say)])
        on_paper(sheet, pages_wide=1)
        on_every_page(sheet, notices)


def _numbers(total: Count, say: Phrases) -> Iterator[str]:
    """Yield the two numbers that stand with every picture, each with its formula, and what is kept back."""
    label = appearances()[Verdict.FULL].label(say.language)
    yield say("judged", judged=total.judged, scope=total.scope)
    yield say("full", full=total.full, judged=total.judged, scope=total.scope, label=label)
    if total.kept_back:
        yield say("kept_back", count=total.kept_back)
    yield say("no_score")
    if unconfirmed("overview", say.language):
        yield phrases("paper", say.language)("unconfirmed")


def _above(sheet: Worksheet, sentences: Sequence[str], formats: Formats) -> int:
    """Write sentences above a table and return the row of its heads."""
    for at, sentence in enumerate(sentences):
        sheet.set_row(at, height([sentence], [ABOVE]))
        sheet.merge_range(at, 0, at, 6, fitted(sentence), formats["cell"])
    return len(sentences) + 1


def _groups(sheet: Worksheet, overview: Overview, say: Phrases, formats: Formats, above: list[str]) -> None:
    head = _above(sheet, [*above, say("groups_formula")], formats)
    stages = [(say(f"stage {one.name.lower()}"), CELL) for one in Stage]
    write_heads(sheet, head, [(say("group"), NAME), *stages, (say("total"), TOTAL)], formats)
    lines = [(say(f"group {row.group.name.lower()}"), (*row.cells, row.total)) for row in overview.heat.rows]
    lines.append((say("total"), (*overview.heat.stages, overview.heat.total)))
    for at, (name, cells) in enumerate(lines):
        _line(sheet, head + 1 + 2 * at, name, cells, formats)
    sheet.freeze_panes(head + 1, 1)


def _line(sheet: Worksheet, at: int, name: str, cells: Sequence[Count], formats: Formats) -> None:
    """Write a group in two rows: how many requirements there are, as numbers; under these the verdicts by marks."""
    marks = [_marks(cell) for cell in cells]
    sheet.set_row(at, height([name], [NAME]))
    sheet.set_row(at + 1, height(marks, [*[CELL] * (len(marks) - 1), TOTAL]))
    sheet.write_string(at, 0, name, formats["cell"])
    sheet.write_blank(at + 1, 0, None, formats["cell"])
    for column, (cell, text) in enumerate(zip(cells, marks, strict=True), 1):
        look = cell.worst or ("number" if cell.scope else "again")
        sheet.write_number(at, column, cell.scope, formats[look])
        sheet.write_string(at + 1, column, text, formats[cell.worst or "cell"])


def _themes(sheet: Worksheet, overview: Overview, say: Phrases, formats: Formats, above: list[str]) -> None:
    head = _above(sheet, [*above, say("themes_formula")], formats)
    look = appearances()
    verdicts = verdicts_on(Axis.LAW)
    heads = [(look[one].label(say.language), CELL) for one in verdicts]
    write_heads(sheet, head, [(say("theme"), NAME), *heads, (say("total"), CELL)], formats)
    lines = [(_theme(letter, overview, say), row) for letter, row in overview.themes.items()]
    lines.append((say("total"), overview.heat.total))
    for at, (name, row) in enumerate(lines, head + 1):
        sheet.set_row(at, height([name], [NAME]))
        sheet.write_string(at, 0, name, formats["cell"])
        for column, verdict in enumerate(verdicts, 1):
            number = row.verdicts.get(verdict, 0)
            sheet.write_number(at, column, number, formats[verdict if number else "number"])
        sheet.write_number(at, len(verdicts) + 1, row.scope, formats["number"])
    sheet.freeze_panes(head + 1, 1)


def _practice(sheet: Worksheet, overview: Overview, say: Phrases, formats: Formats, above: list[str]) -> None:
    matrix, look = overview.matrix, appearances()
    head = _above(sheet, [*above, say("practice_formula", same=matrix.same, both=matrix.both)], formats)
    laws, done = verdicts_on(Axis.LAW), verdicts_on(Axis.PRACTICE)
    heads = [(look[one].practice_label(say.language), CELL) for one in done]
    write_heads(sheet, head, [(say("law_practice"), NAME), *heads, (say("total"), CELL)], formats)
    for at, law in enumerate(laws, head + 1):
        sheet.write_string(at, 0, look[law].label(say.language), formats["cell"])
        numbers = [matrix.at(law, one) for one in done]
        for column, (practice, number) in enumerate(zip(done, numbers, strict=True), 1):
            sheet.write_number(at, column, number, formats[law if number and law is practice else "number"])
        sheet.write_number(at, len(done) + 1, sum(numbers), formats["number"])
    sheet.freeze_panes(head + 1, 1)


def _marks(cell: Count) -> str:
    """Return the verdicts of a cell by their marks, the worst first."""
    look = appearances()
    return " ".join(f"{look[one].mark}{number}" for one, number in cell.verdicts.items())


def _theme(letter: str, overview: Overview, say: Phrases) -> str:
    title = overview.titles.get(letter)
    return f"{letter} {in_language(title, say.language)}" if title else letter
