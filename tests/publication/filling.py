"""Fills questionnaires in as an agency does: cells of a Word table, cells of an Excel row."""

import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO

import docx
from docx.document import Document
from docx.table import _Row
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from muvofiq.consultation.answer import Point
from muvofiq.consultation.questionnaire import Questionnaire
from muvofiq.publication.questionnaire_form import Sent
from tests.consultation.small import questionnaire

Cells = Mapping[str, Mapping[Point, str]]
NOTICES = {"en": ("This is no product of the European Union.",), "ru": ("Не является продуктом ЕС.",)}
YES = {
    Point.SAID: "yes",
    Point.ACT: "Border Act",
    Point.NUMBER: "No. 12 of 1 June 2020",
    Point.ARTICLE: "art. 4 part 2",
    Point.TEXT: "The service identifies | victims.\nҒӣқӯҳҷ: «ташхис».",
    Point.PRACTICE: "=1+1",
    Point.SINCE: "2021",
    Point.RESPONSIBLE: "Border Guard, head of shift",
    Point.EXPLANATION: "–",
}


def sent(letter: Questionnaire | None = None, *, number: int = 3, mission: str = "border-2026") -> Sent:
    """Return a small questionnaire as it leaves."""
    return Sent(letter or questionnaire(), mission, number, date(2026, 11, 28), NOTICES)


def opened(data: bytes) -> Document:
    """Open a Word file."""
    return docx.Document(BytesIO(data))


def row_of(document: Document, mark: str) -> _Row:
    """Return the row with a mark."""
    rows: list[_Row] = [row for table in document.tables for row in table.rows]
    return next(row for row in rows if row.cells[0].text.strip() == mark)


def saved(document: Document) -> bytes:
    """Return a Word file."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def filled_docx(data: bytes, answers: Cells, *, unit: str = "") -> bytes:
    """Fill a Word file in."""
    document = opened(data)
    for key, cells in answers.items():
        for point, text in cells.items():
            row_of(document, f"{key}.{point.value}").cells[2].text = text
    if unit:
        document.tables[0].rows[1].cells[1].text = unit
    return saved(document)


def questions_of(book: Workbook) -> Worksheet:
    """Return the sheet with the questions."""
    return book.worksheets[1]


def row_keyed(page: Worksheet, key: str) -> int:
    """Return the number of the row of a question."""
    return next(row[0].row for row in page.iter_rows() if row[0].value == key)


def column_of(page: Worksheet, name: str) -> int:
    """Return the number of a column."""
    return next(cell.column for cell in page[1] if cell.value == f"muvofiq:{name}")


def filled_xlsx(data: bytes, answers: Cells, *, unit: str = "") -> bytes:
    """Fill an Excel file in; a text that looks like a formula is typed as text."""
    book = load_workbook(BytesIO(data))
    page = questions_of(book)
    for key, cells in answers.items():
        for point, text in cells.items():
            cell = page.cell(row_keyed(page, key), column_of(page, point.value))
            cell.value = text
            cell.data_type = "s"
    if unit:
        about = book.worksheets[0]
        next(row[2] for row in about.iter_rows() if row[0].value == "muvofiq:unit").value = unit
    return written(book)


def written(book: Workbook) -> bytes:
    """Return an Excel file."""
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def shown(data: bytes) -> str:
    """Return all words of a Word or an Excel file, without its mark."""
    if any(name.startswith("word/") for name in zipfile.ZipFile(BytesIO(data)).namelist()):
        document = opened(data)
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        texts = [*(one.text for one in document.paragraphs), *cells]
    else:
        book = load_workbook(BytesIO(data))
        texts = [str(value) for page in book.worksheets for row in page.values for value in row if value]
    return "\n".join(text for text in texts if not text.startswith("muvofiq:border"))
