"""A sheet for translation leaves and comes back as a Word or an Excel file."""

import zipfile
from enum import StrEnum
from io import BytesIO

from muvofiq.publication.errors import NotASheet
from muvofiq.publication.translation_docx import read_translation_docx, write_translation_docx
from muvofiq.publication.translation_sheet import Sheet, SheetHead, sheet_of
from muvofiq.publication.translation_xlsx import read_translation_xlsx, write_translation_xlsx
from muvofiq.text.docx_package import DAMAGES
from muvofiq.text.errors import ReadingError


class SheetFormat(StrEnum):
    """In which program a translator works."""

    DOCX = "docx"
    XLSX = "xlsx"


WRITERS = {SheetFormat.DOCX: write_translation_docx, SheetFormat.XLSX: write_translation_xlsx}


def write_sheet(sheet: Sheet, head: SheetHead, language: str, form: SheetFormat) -> bytes:
    """Return the file, its labels and instructions in a language."""
    return WRITERS[form](sheet, head, language)


def read_sheet(data: bytes, name: str) -> Sheet:
    """Read a file that came back, by its content; raises NotASheet, NoUnitsInSheet."""
    try:
        parts = zipfile.ZipFile(BytesIO(data)).namelist()
    except DAMAGES as error:
        raise NotASheet(name) from error
    if any(part.startswith("xl/") for part in parts):
        return sheet_of(read_translation_xlsx(data, name), name)
    try:
        return sheet_of(read_translation_docx(data, name), name)
    except ReadingError as error:
        raise NotASheet(name) from error
