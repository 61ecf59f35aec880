"""The table of concordance as an Excel workbook, ready to be filled in, filtered and printed."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from muvofiq import __version__
from muvofiq.assessment.verdict import Axis, verdicts_on
from muvofiq.publication.annexes import drafts_told, write_acts, write_count, write_guide, write_norms
from muvofiq.publication.columns import DEGREES, cell, columns, label_on, titles
from muvofiq.publication.concordance import Concordance, Row
from muvofiq.publication.overview import write_overview
from muvofiq.publication.phrases import Phrases, phrases
from muvofiq.publication.sheet import Formats, fitted, formats_of, height, on_every_page, on_paper, write_heads
from muvofiq.standards.state import state_name

Shown = Sequence[tuple[str, int]]  # columns with their widths
PAGE = 240  # characters across a page that can still be read
HEAD_ROW = 4  # rows above hold title, notice and date; each further notice takes one row more


def write_concordance(table: Concordance, language: str) -> bytes:
    """Return the workbook: the table, the acts, the cited norms, and how to read it; for a mission also the pictures.

    Text is written as text, never as a formula or a link.
    """
    say = phrases("concordance", language)
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    properties = {"title": say("title"), "comments": _draft(table, say), "author": f"Muvofiq {__version__}"}
    book.set_properties(properties)
    formats = formats_of(book)
    front = book.add_worksheet(say("sheet_table"))
    if table.judged:
        write_count(book.add_worksheet(say("sheet_count")), table, say, formats)
    if table.overview:
        write_overview(book, table.overview, formats, language, table.notices)
    write_acts(book.add_worksheet(say("sheet_acts")), table, say, formats)
    write_norms(book.add_worksheet(say("sheet_norms")), table, say, formats)
    places = write_guide(book.add_worksheet(say("sheet_guide")), table, say, formats)
    _table(front, table, places, say, formats)
    book.close()
    return out.getvalue()


def _table(sheet: Worksheet, table: Concordance, places: Mapping[Axis, str], say: Phrases, formats: Formats) -> None:
    shown = columns(table, say)
    widths = [width for _, width in shown]
    head = _write_head(sheet, table, shown, say, formats)
    place = [name for name, _ in shown].index("place")
    for row_at, row in enumerate(table.rows, head + 1):
        texts = [fitted(cell(name, row, table, say)) for name, _ in shown]
        sheet.set_row(row_at, height(texts, widths))
        for at, ((name, _), text) in enumerate(zip(shown, texts, strict=True)):
            sheet.write(row_at, at, text or None, formats[_look(name, row)])
        if row.answer and row.answer.place is not None:
            sheet.write_number(row_at, place, row.answer.place, formats[_look("place", row)])
    for at, axis in [(at, DEGREES[name]) for at, (name, _) in enumerate(shown) if name in DEGREES and table.rows]:
        rows = head + 1, at, head + len(table.rows), at
        sheet.data_validation(*rows, {"validate": "list", "source": places[axis]})
        for verdict in verdicts_on(axis):
            label = f'"{label_on(axis, verdict, say.language)}"'
            rule = {"type": "cell", "criteria": "==", "value": label, "format": formats[verdict]}
            sheet.conditional_format(*rows, rule)
    _fit_for_use(sheet, table, head, widths, say)


def _write_head(sheet: Worksheet, table: Concordance, shown: Shown, say: Phrases, formats: Formats) -> int:
    """Write what stands above the rows, and return the row of the heads of the columns."""
    sheet.write_string(0, 0, say("title"), formats["title"])
    notices = (*map(fitted, table.notices), _draft(table, say))
    for at, notice in enumerate(notices, 1):
        sheet.write_string(at, 0, notice, formats["notice"])
    head = HEAD_ROW + len(table.notices)
    made = say("made", date=table.made_on.isoformat(), version=__version__)
    sheet.write_string(head - 2, 0, fitted(f"{made} {'; '.join(titles(table, say))}"), formats["plain"])
    meant = table.for_state
    state = {"state": state_name(meant.state, say.language), "date": meant.on.isoformat()} if meant else {}
    write_heads(sheet, head, [(say(name, **state), width) for name, width in shown], formats)
    return head


def _draft(table: Concordance, say: Phrases) -> str:
    """Say that this is a draft and, for a mission, how many verdicts nobody has checked."""
    if not table.judged:
        return say("draft")
    return " ".join((say("draft_judged"), *drafts_told(table, say)))


def _look(name: str, row: Row) -> str:
    """Return the name of the format: a strong line opens each requirement, what is said again is grey."""
    if name in {"code", "requirement"}:
        return "opening" if row.opens else "again"
    kind = "number" if name == "place" else "cell"
    return f"opening_{kind}" if row.opens else kind


def _fit_for_use(sheet: Worksheet, table: Concordance, head: int, widths: Sequence[int], say: Phrases) -> None:
    """Freeze the head, and make the sheet print on paper: what is not confirmed is said on every page."""
    sheet.freeze_panes(head + 1, 2)
    sheet.autofilter(head, 0, head + len(table.rows), len(widths) - 1)
    on_paper(sheet, pages_wide=max(2, round(sum(widths) / PAGE)))
    sheet.repeat_rows(head)
    sheet.repeat_columns(0, 1)
    on_every_page(sheet, table.notices)
    sheet.set_footer(f"&L&8{'. '.join((say('title'), *drafts_told(table, say)))}&C&P / &N&R&D")
    sheet.set_zoom(90)
