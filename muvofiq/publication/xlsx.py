"""The table of concordance as an Excel workbook, ready to be filled in, filtered and printed."""

from io import BytesIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from muvofiq import __version__
from muvofiq.assessment.verdict import appearances
from muvofiq.publication.annexes import write_acts, write_guide, write_norms
from muvofiq.publication.columns import cell, columns
from muvofiq.publication.concordance import Concordance, Row
from muvofiq.publication.phrases import Phrases, phrases
from muvofiq.publication.sheet import LINE, Formats, fitted, formats_of, height, on_paper

HEAD_ROW = 4  # rows above hold title, notice and date


def write_concordance(table: Concordance, language: str) -> bytes:
    """Return the workbook: the table, the acts, the cited norms, and how to read it.

    Text is written as text, never as a formula or a link.
    """
    say = phrases("concordance", language)
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": say("title"), "comments": say("draft"), "author": f"Muvofiq {__version__}"})
    formats = formats_of(book)
    _table(book.add_worksheet(say("sheet_table")), table, say, formats)
    write_acts(book.add_worksheet(say("sheet_acts")), table, say, formats)
    write_norms(book.add_worksheet(say("sheet_norms")), table, say, formats)
    write_guide(book.add_worksheet(say("sheet_guide")), table, say, formats)
    book.close()
    return out.getvalue()


def _table(sheet: Worksheet, table: Concordance, say: Phrases, formats: Formats) -> None:
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
        sheet.set_row(row_at, height(texts, [width for _, width in names]))
        for at, ((name, _), text) in enumerate(zip(names, texts, strict=True)):
            sheet.write(row_at, at, text or None, formats[_look(name, row)])
        if row.answer:
            sheet.write_number(row_at, place, row.answer.place, formats[_look("place", row)])
    _fit_for_use(sheet, names, HEAD_ROW + len(table.rows), say, formats)


def _look(name: str, row: Row) -> str:
    """Return the name of the format: a strong line opens each requirement, what is said again is grey."""
    if name in {"code", "requirement"}:
        return "opening" if row.opens else "again"
    kind = "number" if name == "place" else "cell"
    return f"opening_{kind}" if row.opens else kind


def _fit_for_use(
    sheet: Worksheet, names: tuple[tuple[str, int], ...], last: int, say: Phrases, formats: Formats
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
    on_paper(sheet, pages_wide=2)
    sheet.repeat_rows(HEAD_ROW)
    sheet.repeat_columns(0, 1)
    sheet.set_footer(f"&L{say('title')}&C&P / &N&R&D")
    sheet.set_zoom(90)
