"""How every sheet of our workbooks looks: formats, heights of rows, lists with a frozen head, and paper."""

import math
from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from muvofiq.assessment.verdict import appearances
from muvofiq.publication.excerpt import OMISSION

CELL_LIMIT = 32_767  # characters
HEADER_LIMIT = 240  # characters
LINE = 13.0  # points from line to line
Formats = dict[str, Format]


def formats_of(book: xlsxwriter.Workbook) -> Formats:
    """Return the formats of a workbook by name; those of the degrees bear the name of the verdict."""
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
        "again": {**cell, "font_color": "595959"},
        "number": {**cell, "align": "right"},
        "opening_number": {**cell, "align": "right", "top": 2},
    }
    for verdict, appearance in appearances().items():
        formats[verdict] = {"bg_color": f"#{appearance.colour}"}
    return {name: book.add_format(properties) for name, properties in formats.items()}


def fitted(text: str) -> str:
    """Return a text that a cell of Excel can hold; what is cut off is marked (the library would drop it silently)."""
    return text if len(text) <= CELL_LIMIT else f"{text[: CELL_LIMIT - len(OMISSION) - 1]} {OMISSION}"


def height(texts: Sequence[str], widths: Sequence[int]) -> float:
    """Return the height in points that shows the longest cell whole; Excel allows at most 409.

    Programs that open a workbook do not all measure wrapped text themselves, so we do, a little generously.
    """
    lines = (
        sum(math.ceil(max(len(paragraph), 1) / (1.05 * width)) for paragraph in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    )
    return min(LINE * max(lines) + 4, 409)


def write_list(
    sheet: Worksheet, heads: Sequence[tuple[str, int]], rows: Sequence[Sequence[str | int]], formats: Formats
) -> None:
    """Write a plain list: heads with their widths in characters, then rows of texts and figures."""
    widths = [width for _, width in heads]
    write_heads(sheet, 0, heads, formats)
    for at, row in enumerate(rows, 1):
        sheet.set_row(at, height([str(value) for value in row], widths))
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(at, column, value, formats["number"])
            else:
                sheet.write(at, column, fitted(value) or None, formats["cell"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    on_paper(sheet, pages_wide=1)


def write_heads(sheet: Worksheet, row: int, heads: Sequence[tuple[str, int]], formats: Formats) -> None:
    """Write the heads of the columns, set the widths, and make the row high enough for the longest head."""
    for at, (head, width) in enumerate(heads):
        sheet.set_column(at, at, width)
        sheet.write_string(row, at, head, formats["head"])
    room = [max(width - 2, 1) for _, width in heads]  # bold letters and the arrow of the filter take some
    sheet.set_row(row, max(2 * LINE + 6, height([head for head, _ in heads], room)))


def on_every_page(sheet: Worksheet, notices: Sequence[str]) -> None:
    """Print notices above every page; what Excel has no room for there is cut with a mark."""
    text = " ".join(notices).replace("&", "&&")
    if text:
        short = text if len(text) <= HEADER_LIMIT else f"{text[:HEADER_LIMIT].rstrip('&')} {OMISSION}"
        sheet.set_header(f"&L&8 {short}")


def on_paper(sheet: Worksheet, *, pages_wide: int) -> None:
    """Make a sheet print across so many pages in landscape, A4 for one and A3 for more."""
    sheet.set_landscape()
    sheet.set_paper(9 if pages_wide == 1 else 8)
    sheet.fit_to_pages(pages_wide, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
