"""Sheets for translation are written, changed as translators' programs change them, and read back."""

from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from muvofiq.publication.errors import NotASheet, NoUnitsInSheet
from muvofiq.publication.translation_files import SheetFormat, read_sheet, write_sheet
from muvofiq.publication.translation_sheet import Sheet, SheetHead, SheetRow, tidied
from tests.publication.test_translation_sheet import OTHER, SHEET, UNIT

HEAD = SheetHead("О границе", "border-law-ru", "ru", date(2019, 1, 2), date(2026, 11, 28))
FORMATS = list(SheetFormat)


def written(sheet: Sheet, form: SheetFormat, language: str = "en") -> bytes:
    return write_sheet(sheet, HEAD, language, form)


def saved(document: "docx.document.Document") -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


# Excel's own escapes are no text that a law has; what our limits cut is tested apart.
TEXT = st.text(max_size=300).map(tidied).filter(lambda text: "_x" not in text)
ODD = st.sampled_from(
    ["=1+1", "+7", "-2", "@SUM(A1)", "a\tb", "a\n\nb", "«ғӣқӯҳҷ»", "8²", "http://x", "'=1", "<b>&amp;"]
)


@settings(max_examples=60)
@given(st.lists(st.tuples(TEXT | ODD, TEXT | ODD), min_size=1, max_size=4), st.sampled_from(FORMATS))
def test_whatever_is_written_is_read_back(texts: list[tuple[str, str]], form: SheetFormat) -> None:
    rows = tuple(SheetRow(f"law~art_{at}", f"{at:016x}", f"ст. {at}", *pair) for at, pair in enumerate(texts, 1))
    sheet = replace(SHEET, rows=rows)
    assert read_sheet(written(sheet, form), "sheet") == sheet


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_people_find_what_they_need_and_instructions_stand_there_in_english_too(
    form: SheetFormat, language: str
) -> None:
    data = written(SHEET, form, language)
    if form is SheetFormat.DOCX:
        text = "\n".join(one.text for one in docx.Document(BytesIO(data)).paragraphs)
    else:
        text = "\n".join(str(one) for row in load_workbook(BytesIO(data)).worksheets[0].values for one in row if one)
    assert "О границе" in text
    assert "border-law-ru" in text
    assert "one row for each unit" in text
    assert text.count("muvofiq:") == (0 if form is SheetFormat.DOCX else 5)


def test_in_excel_a_formula_stays_text_and_only_the_translation_can_be_changed() -> None:
    page = load_workbook(
        BytesIO(written(replace(SHEET, rows=(replace(UNIT, original="=1+1"),)), SheetFormat.XLSX))
    ).worksheets[0]
    mark, _, original, translation = list(page.rows)[-1]
    assert (original.value, original.data_type) == ("=1+1", "s")
    assert page.protection.sheet
    assert [one.protection.locked for one in (mark, original, translation)] == [True, True, False]


def test_in_excel_a_text_too_long_for_a_cell_does_not_come_back_as_a_shorter_translation() -> None:
    long = "слово " * 6_000
    (row,) = read_sheet(written(replace(SHEET, rows=(replace(UNIT, translation=long),)), SheetFormat.XLSX), "x").rows
    assert not row.translation


def test_a_day_that_excel_has_made_a_date_is_a_day() -> None:
    book = load_workbook(BytesIO(written(SHEET, SheetFormat.XLSX)))
    cell = next(row[3] for row in book.worksheets[0].rows if row[0].value == "muvofiq:date")
    cell.value = date(2026, 12, 1)
    out = BytesIO()
    book.save(out)
    assert read_sheet(out.getvalue(), "sheet").translated_on == date(2026, 12, 1)


def test_in_word_runs_and_paragraphs_may_be_split_and_rows_moved() -> None:
    document = docx.Document(BytesIO(written(SHEET, SheetFormat.DOCX)))
    table = document.tables[1]
    cell = table.rows[1].cells[3]
    cell.paragraphs[0].clear()
    cell.paragraphs[0].add_run("Five ").bold = True
    cell.paragraphs[0].add_run("days.")
    cell.add_paragraph("And a night.")
    moved = table.rows[1]._tr
    table._tbl.append(moved)
    table._tbl.append(deepcopy(moved))
    read = read_sheet(saved(document), "sheet")
    twice = replace(UNIT, translation="Five days.\nAnd a night.")
    assert read.rows == (OTHER, twice, twice)


def test_in_word_what_a_reviser_has_struck_out_is_not_read_and_what_was_put_in_is() -> None:
    document = docx.Document(BytesIO(written(SHEET, SheetFormat.DOCX)))
    paragraph = document.tables[1].rows[1].cells[3].paragraphs[0]
    run = paragraph.runs[0]._r
    deleted, inserted = OxmlElement("w:del"), OxmlElement("w:ins")
    run.addprevious(deleted)
    deleted.append(run)
    run.find(qn("w:t")).tag = qn("w:delText")
    inserted.append(deepcopy(paragraph.add_run("Six days.")._r))
    paragraph._p.remove(paragraph.runs[-1]._r)
    paragraph._p.append(inserted)
    assert read_sheet(saved(document), "sheet").rows[0].translation == "Six days."


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"plain text"])
def test_what_is_no_office_file_is_refused(data: bytes) -> None:
    with pytest.raises(NotASheet):
        read_sheet(data, "sheet")


@pytest.mark.parametrize("form", FORMATS)
@given(at=st.integers(0, 5_000), sign=st.binary(min_size=1, max_size=3))
@settings(max_examples=25)
def test_a_damaged_file_is_read_or_refused_and_nothing_else(form: SheetFormat, at: int, sign: bytes) -> None:
    data = bytearray(written(SHEET, form))
    at %= len(data)
    data[at : at + len(sign)] = sign
    with suppress(NotASheet, NoUnitsInSheet):
        assert read_sheet(bytes(data), "sheet").rows


def test_another_word_file_is_refused() -> None:
    with pytest.raises(NoUnitsInSheet):
        read_sheet(saved(docx.Document()), "sheet")
