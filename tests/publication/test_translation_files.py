"""Sheets for translation are written, changed as translators' programs change them, and read back."""

import re
import tracemalloc
import zipfile
from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from datetime import date
from io import BytesIO
from time import process_time

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from muvofiq.publication.errors import NotASheet, NoUnitsInSheet, SheetTooLarge
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


TEXT = st.text(max_size=300).map(tidied)  # what our limits cut is tested apart
ODD = st.sampled_from(
    [
        "=1+1",
        "+7",
        "-2",
        "@SUM(A1)",
        "a\tb",
        "a\n\nb",
        "«ғӣқӯҳҷ»",
        "8²",
        "http://x",
        "'=1",
        "<b>&amp;",
        "_x0041_",
    ]
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


def test_a_line_that_excel_ends_with_a_carriage_return_is_a_line() -> None:
    book = load_workbook(BytesIO(written(SHEET, SheetFormat.XLSX)))
    cell = next(row[3] for row in book.worksheets[0].rows if row[0].value == UNIT.mark)
    cell.value = "Five days._x000D_\nAnd a night._x000d_"
    assert read_sheet(workbook(book), "sheet").rows[0].translation == "Five days.\nAnd a night."


def workbook(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def with_rows(rows: bytes) -> bytes:
    """Put rows of cells behind those of a sheet of ours, as they stand in the file."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(written(SHEET, SheetFormat.XLSX))) as old, zipfile.ZipFile(out, "w", 8) as new:
        for part in old.namelist():
            data = old.read(part)
            new.writestr(part, data.replace(b"</sheetData>", rows + b"</sheetData>"))
    return out.getvalue()


@pytest.mark.parametrize("rows", [b'<row r="20000"><c r="XFD20000" s="1"/></row>', b'<row r="1048576" ht="9"/>'])
def test_a_far_cell_that_is_only_formatted_costs_nothing(rows: bytes) -> None:
    started, at_most = process_time(), 50_000_000
    tracemalloc.start()
    assert read_sheet(with_rows(rows), "sheet") == SHEET
    assert tracemalloc.get_traced_memory()[1] < at_most
    tracemalloc.stop()
    assert process_time() - started < 10


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        (b'<row r="20000"><c r="XFD20000"><v>1</v></c></row>', "XFD20000"),
        (b'<row r="50001"><c r="A50001" t="inlineStr"><is><t>x</t></is></c></row>', "A50001"),
        (b'<row r="99"><c r="U99" t="str"><v>x</v></c></row>', "U99"),
        (b'<row r="99">' + b"<c/>" * 300_000 + b"</row>", "?"),
    ],
)
def test_text_where_no_sheet_has_any_and_cells_without_end_are_refused_with_their_place(rows: bytes, cell: str) -> None:
    with pytest.raises(SheetTooLarge, match=rf"see cell {re.escape(cell)}\."):
        read_sheet(with_rows(rows), "sheet")


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
