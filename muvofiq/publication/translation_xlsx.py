"""A sheet for translation as an Excel workbook, in which only the cells of the translator can be changed."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter
from openpyxl import load_workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from muvofiq import __version__
from muvofiq.publication.errors import NotASheet
from muvofiq.publication.phrases import phrases
from muvofiq.publication.sheet import CELL_LIMIT, Formats, fitted, formats_of, height, on_paper, write_heads
from muvofiq.publication.translation_sheet import Cells, Sheet, SheetHead, cells_of, fields_of, heads_of
from muvofiq.publication.translation_words import sentences
from muvofiq.publication.xlsx_extent import BROKEN, COLUMNS, ROWS, measure
from muvofiq.text.docx_package import DAMAGES

WIDTHS = (14, 16, 66, 66)  # characters
UNPACKED_LIMIT = 40_000_000  # bytes; the largest code known to us takes a tenth of that
CONTROL = re.compile("_x(00[01][0-9A-Fa-f])_")  # openpyxl leaves these, and reads the escaped ``_x005F_`` itself
ALLOWED = ("format_cells", "format_columns", "format_rows", "insert_rows", "delete_rows", "sort", "autofilter")


def write_translation_xlsx(sheet: Sheet, head: SheetHead, language: str) -> bytes:
    """Return the workbook. Text is written as text, never as a formula or a link; one too long for a cell is cut."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    title, *others = sentences(head, language)
    book.set_properties({"title": title, "author": f"Muvofiq {__version__}"})
    page = book.add_worksheet(phrases("translation", language)("translation"))
    formats = {**formats_of(book), **_own_formats(book)}
    page.write_string(0, 1, title, formats["title"])
    for at, sentence in enumerate(others, 1):
        page.merge_range(at, 1, at, 3, sentence, formats["sentence"])
        page.set_row(at, height([sentence], [sum(WIDTHS[1:])]))
    at = len(others) + 2
    for cells in fields_of(sheet, language):
        _write(page, at, cells, formats)
        if cells[0] == "muvofiq:machine":
            choice = [phrases("translation", language)(word) for word in ("yes", "no")]
            page.data_validation(at, 3, at, 3, {"validate": "list", "source": choice, "error_type": "warning"})
        at += 1
    write_heads(page, at + 1, list(zip(heads_of(language), WIDTHS, strict=True)), formats)
    for row, cells in enumerate(cells_of(sheet), at + 2):
        _write(page, row, cells, formats)
    page.freeze_panes(at + 2, 0)
    page.protect("", dict.fromkeys(ALLOWED, True))
    on_paper(page, pages_wide=1)
    page.repeat_rows(at + 1)
    book.close()
    return out.getvalue()


def read_translation_xlsx(data: bytes, name: str) -> list[list[str]]:
    """Return the rows of all sheets as texts; of a formula, what it gave. Raises NotASheet."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > UNPACKED_LIMIT:
                raise NotASheet(name)
            measure(archive, name)
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        return [[_text(value) for value in row] for page in book.worksheets for row in _rows(page)]
    except (*DAMAGES, TypeError, SyntaxError, BROKEN) as error:
        raise NotASheet(name) from error


def plain_text(text: str) -> str:
    r"""Return what a cell says: Excel writes signs that XML cannot hold by their number; no database holds a zero.

    >>> plain_text("a_x000D_b_x0000_")
    'a\rb'
    """
    return CONTROL.sub(lambda match: chr(int(match[1], 16)).strip("\0"), text)


def _own_formats(book: xlsxwriter.Workbook) -> dict[str, Format]:
    cell: dict[str, Any] = {"font_name": "Calibri", "font_size": 10, "text_wrap": True, "valign": "top", "border": 1}
    cell["border_color"] = "B8B8B8"
    looks: dict[str, dict[str, Any]] = {
        "mark": {**cell, "font_size": 6, "font_color": "595959"},
        "open": {**cell, "locked": False, "num_format": "@", "bg_color": "FFFBEA"},
        "sentence": {"font_name": "Calibri", "font_size": 10, "text_wrap": True, "valign": "top"},
    }
    return {name: book.add_format(look) for name, look in looks.items()}


def _write(page: Worksheet, row: int, cells: Cells, formats: Formats) -> None:
    """Write a row; a translation that no cell can hold is left out, so that it never comes back cut."""
    mark, unit, original, translation = cells
    translation = translation if len(translation) <= CELL_LIMIT else ""
    page.set_row(row, height((unit, original, translation), WIDTHS[1:]))
    page.write_string(row, 0, mark, formats["mark"])
    page.write_string(row, 1, unit, formats["cell"])
    page.write_string(row, 2, fitted(original), formats["cell"])
    if translation:
        page.write_string(row, 3, translation, formats["open"])
    else:
        page.write_blank(row, 3, None, formats["open"])


def _rows(page: Any) -> Iterator[Sequence[object]]:  # noqa: ANN401 of a library without types
    """Yield the rows in which something stands, as far as a sheet of ours can reach."""
    page.reset_dimensions()  # what a file says of its own size is not believed
    return filter(any, page.iter_rows(max_row=ROWS, max_col=COLUMNS, values_only=True))


def _text(value: object) -> str:
    """Return what stands in a cell."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else plain_text(str(value))
