"""A table that somebody sends, in an Excel or a Word file, as plain rows of texts; nothing in it is believed."""

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

from lxml import etree
from openpyxl import load_workbook

from muvofiq.publication.errors import NotATable, TableTooLarge
from muvofiq.publication.translation_xlsx import UNPACKED_LIMIT, plain_text
from muvofiq.publication.xlsx_extent import BROKEN, ROWS, measure
from muvofiq.text.choices import Changes
from muvofiq.text.docx_changes import resolve
from muvofiq.text.docx_package import DAMAGES, W, read_parts
from muvofiq.text.docx_styles import Styles
from muvofiq.text.docx_words import words_of
from muvofiq.text.errors import ReadingError

COLUMNS = 80  # the widest table known to us has a third of that


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet, or a table of a document: its name, and its rows from the first on, empty ones too."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def read_tables(data: bytes, name: str) -> tuple[RawSheet, ...]:
    """Return all sheets of a workbook, or all tables of a document; raises NotATable, TableTooLarge."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > UNPACKED_LIMIT:
                raise NotATable(name)
            if any(part.startswith("xl/") for part in archive.namelist()):
                measure(archive, name, columns=COLUMNS, too_large=TableTooLarge)
                return _of_workbook(data)
        return _of_document(data, name)
    except (*DAMAGES, TypeError, SyntaxError, BROKEN, ReadingError) as error:
        raise NotATable(name) from error


def _of_workbook(data: bytes) -> tuple[RawSheet, ...]:
    book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    return tuple(RawSheet(page.title, _trimmed(_rows(page))) for page in book.worksheets)


def _rows(page: Any) -> Iterator[list[str]]:  # noqa: ANN401 of a library without types
    page.reset_dimensions()  # what a file says of its own size is not believed
    for row in page.iter_rows(max_row=ROWS, max_col=COLUMNS, values_only=True):
        yield [_text(value) for value in row]


def _of_document(data: bytes, name: str) -> tuple[RawSheet, ...]:
    """Return the tables of a Word file, pending corrections read as accepted."""
    parts = read_parts(data, name)
    styles = Styles(parts.styles)
    resolve(parts.body, Changes.ACCEPTED)
    tables = enumerate(parts.body.iter(f"{W}tbl"), 1)
    return tuple(
        RawSheet(str(at), _trimmed(_row(row, styles) for row in table.findall(f"{W}tr"))) for at, table in tables
    )


def _row(row: etree._Element, styles: Styles) -> list[str]:
    """Return the cells of a row; one that is as wide as several has empty ones behind it."""
    texts: list[str] = []
    for cell in row.findall(f"{W}tc"):
        paragraphs = (words_of(paragraph, styles).text for paragraph in cell.iter(f"{W}p"))
        texts.append("\n".join(paragraphs).strip())
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        width = span.get(f"{W}val", "1") if span is not None else "1"
        texts += [""] * (min(int(width), COLUMNS) - 1 if width.isdecimal() else 0)
    return texts[:COLUMNS]


def _trimmed(rows: Iterator[list[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the rows without the empty cells and the empty rows at their ends."""
    found = [tuple(_without_end(row)) for row in rows]
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def _without_end(row: Sequence[str]) -> Sequence[str]:
    last = max((at for at, text in enumerate(row, 1) if text.strip()), default=0)
    return row[:last]


def _text(value: object) -> str:
    """Return what stands in a cell; a day without an hour is written as a day."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return (value.date() if (value.hour, value.minute, value.second) == (0, 0, 0) else value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return plain_text(str(value))
