"""The table of concordance as an Excel workbook, ready to be filled in, filtered and printed."""

from io import BytesIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from muvofiq import __version__
from muvofiq.assessment.verdict import appearances
from muvofiq.publication.annexes import write_acts, write_count, write_guide, write_norms
from muvofiq.publication.columns import DEGREES, cell, columns, titles
from muvofiq.publication.concordance import Concordance, Row
from muvofiq.publication.phrases import Phrases, phrases
from muvofiq.publication.sheet import Formats, fitted, formats_of, height, on_every_page, on_paper, write_heads

HEAD_ROW = 4  # rows above hold title, notice and date; each further notice takes one row more


def write_concordance(table: Concordance, language: str) -> bytes:
    """Return the workbook: the table, the acts, the cited norms, and how to read it; for a mission also the count.

    Text is written as text, never as a formula or a link.
    """
    say = phrases("concordance", language)
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    properties = {"title": say("title"), "comments": _draft(table, say), "author": f"Muvofiq {__version__}"}
    book.set_properties(properties)
    formats = formats_of(book)
    _table(book.add_worksheet(say("sheet_table")), table, say, formats)
    if table.judged:
        write_count(book.add_worksheet(say("sheet_count")), table, say, formats)
    write_acts(book.add_worksheet(say("sheet_acts")), table, say, formats)
    write_norms(book.add_worksheet(say("sheet_norms")), table, say, formats)
    write_guide(book.add_worksheet(say("sheet_guide")), table, say, formats)
    book.close()
    return out.getvalue()


def _table(sheet: Worksheet, table: Concordance, say: Phrases, formats: Formats) -> None:
    names = columns(table)
    widths = [width for _, width in names]
    head = _write_head(sheet, table, say, formats)
    place = [name for name, _ in names].index("place")
    for row_at, row in enumerate(table.rows, head + 1):
        texts = [fitted(cell(name, row, table, say)) for name, _ in names]
        sheet.set_row(row_at, height(texts, widths))
        for at, ((name, _), text) in enumerate(zip(names, texts, strict=True)):
            sheet.write(row_at, at, text or None, formats[_look(name, row)])
        if row.answer and row.answer.place is not None:
            sheet.write_number(row_at, place, row.answer.place, formats[_look("place", row)])
    _fit_for_use(sheet, table, head, say, formats)


def _write_head(sheet: Worksheet, table: Concordance, say: Phrases, formats: Formats) -> int:
    """Write what stands above the rows, and return the row of the heads of the columns."""
    sheet.write_string(0, 0, say("title"), formats["title"])
    notices = (*map(fitted, table.notices), _draft(table, say))
    for at, notice in enumerate(notices, 1):
        sheet.write_string(at, 0, notice, formats["notice"])
    head = HEAD_ROW + len(table.notices)
    made = say("made", date=table.made_on.isoformat(), version=__version__)
    sheet.write_string(head - 2, 0, fitted(f"{made} {'; '.join(titles(table, say))}"), formats["plain"])
    state = {"state": table.for_state.state, "date": table.for_state.on.isoformat()} if table.for_state else {}
    write_heads(sheet, head, [(say(name, **state), width) for name, width in columns(table)], formats)
    return head


def _draft(table: Concordance, say: Phrases) -> str:
    return say("draft_judged" if table.judged else "draft")


def _look(name: str, row: Row) -> str:
    """Return the name of the format: a strong line opens each requirement, what is said again is grey."""
    if name in {"code", "requirement"}:
        return "opening" if row.opens else "again"
    kind = "number" if name == "place" else "cell"
    return f"opening_{kind}" if row.opens else kind


def _fit_for_use(sheet: Worksheet, table: Concordance, head: int, say: Phrases, formats: Formats) -> None:
    """Freeze the head, offer the degrees as a list with colour and mark, and make the sheet print on paper."""
    names = [name for name, _ in columns(table)]
    last = head + len(table.rows)
    labels = {verdict: appearance.label(say.language) for verdict, appearance in appearances().items()}
    sheet.freeze_panes(head + 1, 2)
    sheet.autofilter(head, 0, last, len(names) - 1)
    for degree in [at for at, name in enumerate(names) if name in DEGREES] if table.rows else []:
        sheet.data_validation(head + 1, degree, last, degree, {"validate": "list", "source": list(labels.values())})
        for verdict, label in labels.items():
            rule = {"type": "cell", "criteria": "==", "value": f'"{label}"', "format": formats[verdict]}
            sheet.conditional_format(head + 1, degree, last, degree, rule)
    on_paper(sheet, pages_wide=3 if table.judged else 2)
    sheet.repeat_rows(head)
    sheet.repeat_columns(0, 1)
    on_every_page(sheet, table.notices)
    sheet.set_footer(f"&L{say('title')}&C&P / &N&R&D")
    sheet.set_zoom(90)
