"""The table of concordance as an Excel workbook, ready to be filled in, filtered and printed."""

import math
from collections.abc import Sequence
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from muvofiq import __version__
from muvofiq.alignment.pool import WEIGHTS
from muvofiq.assessment.verdict import appearances
from muvofiq.publication.columns import cell, columns
from muvofiq.publication.concordance import Concordance, Row, count_articles
from muvofiq.publication.excerpt import OMISSION
from muvofiq.publication.phrases import Phrases, phrases

HEAD_ROW = 4  # rows above hold title, notice and date

CELL_LIMIT = 32_767  # characters
LINE = 13.0  # points from line to line


def write_concordance(table: Concordance, language: str) -> bytes:
    """Return the workbook. Sheets: the table, the acts, how to read. Text is written as text, never as a formula."""
    say = phrases("concordance", language)
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": say("title"), "comments": say("draft"), "author": f"Muvofiq {__version__}"})
    formats = _formats(book)
    _table(book.add_worksheet(say("sheet_table")), table, say, formats)
    _acts(book.add_worksheet(say("sheet_acts")), table, say, formats)
    _guide(book.add_worksheet(say("sheet_guide")), table, say, formats)
    book.close()
    return out.getvalue()


def _formats(book: xlsxwriter.Workbook) -> dict[str, Format]:
    cell = {"font_name": "Calibri", "font_size": 10, "text_wrap": True, "valign": "top", "border": 1}
    cell["border_color"] = "B8B8B8"
    formats = {
        "title": {"font_name": "Calibri", "font_size": 16, "bold": True},
        "notice": {"font_name": "Calibri", "font_size": 10, "bold": True, "font_color": "9A3412"},
        "plain": {"font_name": "Calibri", "font_size": 10},
        "head": {**cell, "bold": True, "bg_color": "26415E", "font_color": "FFFFFF", "valign": "vcenter"},
        "cell": cell,
        "opening": {**cell, "bold": True, "top": 2},
        "opening_cell": {**cell, "top": 2},
        "again": {**cell, "font_color": "8A8A8A"},
        "number": {**cell, "align": "right"},
        "opening_number": {**cell, "align": "right", "top": 2},
    }
    for verdict, appearance in appearances().items():
        formats[verdict] = {"bg_color": f"#{appearance.colour}"}
    return {name: book.add_format(properties) for name, properties in formats.items()}


def _table(sheet: Worksheet, table: Concordance, say: Phrases, formats: dict[str, Format]) -> None:
    names = columns(table)
    sheet.write_string(0, 0, say("title"), formats["title"])
    sheet.write_string(1, 0, say("draft"), formats["notice"])
    made = say("made", date=table.made_on.isoformat(), version=__version__)
    sheet.write_string(2, 0, "; ".join((made, *(act.title for act in table.acts))), formats["plain"])
    state = {"state": table.for_state.state, "date": table.for_state.on.isoformat()} if table.for_state else {}
    place = [name for name, _ in names].index("place")
    for at, (name, width) in enumerate(names):
        sheet.set_column(at, at, width)
        sheet.write_string(HEAD_ROW, at, say(name, **state), formats["head"])
    sheet.set_row(HEAD_ROW, 2 * LINE + 6)
    for row_at, row in enumerate(table.rows, HEAD_ROW + 1):
        texts = [fitted(cell(name, row, table, say)) for name, _ in names]
        sheet.set_row(row_at, _height(texts, [width for _, width in names]))
        for at, ((name, _), text) in enumerate(zip(names, texts, strict=True)):
            sheet.write(row_at, at, text or None, formats[_look(name, row)])
        if row.answer:
            sheet.write_number(row_at, place, row.answer.place, formats[_look("place", row)])
    _fit_for_use(sheet, names, HEAD_ROW + len(table.rows), say, formats)


def fitted(text: str) -> str:
    """Return a text that a cell of Excel can hold; what is cut off is marked (the library would drop it silently)."""
    return text if len(text) <= CELL_LIMIT else f"{text[: CELL_LIMIT - len(OMISSION) - 1]} {OMISSION}"


def _look(name: str, row: Row) -> str:
    """Return the name of the format: a strong line opens each requirement, what is said again is grey."""
    if name in {"code", "requirement"}:
        return "opening" if row.opens else "again"
    kind = "number" if name == "place" else "cell"
    return f"opening_{kind}" if row.opens else kind


def _height(texts: Sequence[str], widths: Sequence[int]) -> float:
    """Return the height in points that shows the longest cell whole; Excel allows at most 409.

    Programs that open a workbook do not all measure wrapped text themselves, so we do, a little generously.
    """
    lines = (
        sum(math.ceil(max(len(paragraph), 1) / (1.05 * width)) for paragraph in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    )
    return min(LINE * max(lines) + 4, 409)


def _fit_for_use(
    sheet: Worksheet, names: tuple[tuple[str, int], ...], last: int, say: Phrases, formats: dict[str, Format]
) -> None:
    """Freeze the head, offer the degrees as a list with colour and mark, and make the sheet print on paper."""
    degree = next(at for at, (name, _) in enumerate(names) if name == "degree")
    labels = {verdict: appearance.label(say.language) for verdict, appearance in appearances().items()}
    sheet.freeze_panes(HEAD_ROW + 1, 2)
    sheet.autofilter(HEAD_ROW, 0, last, len(names) - 1)
    sheet.data_validation(HEAD_ROW + 1, degree, last, degree, {"validate": "list", "source": list(labels.values())})
    for verdict, label in labels.items():
        rule = {"type": "cell", "criteria": "==", "value": f'"{label}"', "format": formats[verdict]}
        sheet.conditional_format(HEAD_ROW + 1, degree, last, degree, rule)
    sheet.set_landscape()
    sheet.set_paper(8)  # A3; a requirement takes two sheets side by side
    sheet.fit_to_pages(2, 0)
    sheet.repeat_rows(HEAD_ROW)
    sheet.repeat_columns(0, 1)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.set_footer(f"&L{say('title')}&C&P / &N&R&D")
    sheet.set_zoom(90)


def _acts(sheet: Worksheet, table: Concordance, say: Phrases, formats: dict[str, Format]) -> None:
    heads = ("acts_file", "acts_title", "acts_language", "acts_articles", "acts_repealed", "acts_hash", "acts_remarks")
    for at, (name, width) in enumerate(zip(heads, (26, 60, 10, 12, 12, 40, 50), strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, say(name), formats["head"])
    for row, act in enumerate(table.acts, 1):
        remarks = "\n".join(map(str, act.remarks))
        counts = (count_articles(act, repealed=False), count_articles(act, repealed=True))
        for at, text in ((0, act.name), (1, act.title), (2, act.language), (5, act.sha256), (6, remarks)):
            sheet.write_string(row, at, text, formats["cell"])
        for at, count in enumerate(counts, 3):
            sheet.write_number(row, at, count, formats["number"])
    sheet.freeze_panes(1, 0)


def _guide(sheet: Worksheet, table: Concordance, say: Phrases, formats: dict[str, Format]) -> None:
    sheet.set_column(0, 0, 110)
    drafts = sum(requirement.signed is None for requirement in table.requirements)
    model = say("guide_model", model=table.model) if table.model else say("guide_no_model")
    weights = ", ".join(
        f"{say(name)} {weight:g}" for name, weight in WEIGHTS.items() if name != "meaning" or table.model
    )
    lines = [
        say("guide_proposed"),
        say("guide_nothing"),
        model,
        say("guide_place", weights=weights),
        say("guide_drafts", drafts=drafts, count=len(table.requirements)),
        *([say("guide_force")] if table.for_state else []),
        say("guide_adviser"),
    ]
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line, formats["cell"])
    for row, (verdict, appearance) in enumerate(appearances().items(), len(lines) + 1):
        sheet.write_string(row, 0, appearance.label(say.language), formats[verdict])
