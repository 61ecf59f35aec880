"""The catalogue leaves as a workbook and comes back the same, whatever words stand in it."""

from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from openpyxl import Workbook, load_workbook

from muvofiq.errors import MuvofiqError
from muvofiq.publication.catalogue_sheet import TABLES, cell, head, keys_of, line, said
from muvofiq.publication.catalogue_xlsx import catalogue_document, is_catalogue, unread_heads, write_catalogue
from muvofiq.publication.errors import CellTooLong, ColumnsMissing, ColumnTwice, NotATable, TableTooLarge
from muvofiq.publication.phrases import languages
from muvofiq.publication.table_file import read_tables
from muvofiq.standards.bundle import Bundle
from muvofiq.standards.errors import BadYaml, MissingKey, UnknownInstrument, WrongChoice
from muvofiq.standards.load import load_catalogue
from tests.standards.bundles import bundles
from tests.standards.test_bundle import OURS, whole
from tests.standards.test_requirement import WORDS

DAY = date(2026, 11, 28)


def back(data: bytes) -> Bundle:
    return Bundle.of(catalogue_document(read_tables(data, "back.xlsx"), "back.xlsx"))


def changed(data: bytes, sheet: str, place: str, value: str | None) -> bytes:
    """Change one cell as a person does, with another program."""
    book = load_workbook(BytesIO(data))
    book[sheet][place] = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@given(bundles())
@settings(deadline=None, max_examples=40)
def test_every_bundle_comes_back_as_it_left(bundle: Bundle) -> None:
    assert back(write_catalogue(bundle, "ru", DAY)) == bundle


@given(WORDS)
def test_every_text_survives_in_a_cell_and_in_a_line_of_it(text: str) -> None:
    assert said(cell(text)) == text
    assert said(line(text)) == text
    assert "\n" not in line(text)


@pytest.mark.parametrize("language", languages("catalogue"))
def test_the_whole_released_catalogue_comes_back_as_it_left(language: str) -> None:
    bundle = whole(load_catalogue())
    again = back(write_catalogue(bundle, language, DAY))
    assert again == bundle
    assert str(again) == str(bundle)


@pytest.mark.parametrize("text", ["=1+1", "+1", "@SUM(A1)", "-2", '=HYPERLINK("http://x")', "_x000D_", "’ =x", "1"])
def test_a_text_that_looks_like_a_formula_stays_a_text(text: str) -> None:
    bundle = Bundle.parse(OURS.replace("Interpreter", f"'{text}'"))
    data = write_catalogue(bundle, "en", DAY)
    assert back(data) == bundle
    formulas = [
        one for row in load_workbook(BytesIO(data)).worksheets[0].iter_rows() for one in row if one.data_type == "f"
    ]
    assert formulas == []


def test_every_column_has_a_head_in_every_language() -> None:
    for language in languages("catalogue"):
        for table in TABLES:
            printed = [head(key, language) for key in keys_of(table)]
            assert len(set(printed)) == len(printed)


def test_what_a_person_types_into_the_workbook_is_read() -> None:
    data = write_catalogue(Bundle.parse(OURS), "en", DAY)
    heads = [one.value for one in load_workbook(BytesIO(data))["Requirements"][1]]
    column = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[heads.index("Groups")]
    read = back(changed(data, "Requirements", f"{column}2", "children; own nationals"))
    assert [group.value for group in read.requirements[0].groups] == ["children", "own nationals"]


def test_a_column_that_we_do_not_know_is_told() -> None:
    data = changed(write_catalogue(Bundle.parse(OURS), "en", DAY), "Requirements", "Z1", "My remarks")
    assert unread_heads(read_tables(data, "x.xlsx")) == ["My remarks"]
    assert back(data) == Bundle.parse(OURS)


@pytest.mark.parametrize(
    ("sheet", "place", "value", "error", "where"),
    [
        ("Requirements", "A1", "something", ColumnsMissing, "back.xlsx, sheet «Requirements», row 1"),
        ("Requirements", "B1", "Id", ColumnTwice, "row 1"),
        ("Requirements", "H2", None, MissingKey, "sheet «Requirements», row 2, requirements[0]"),
        ("Requirements", "D2", "must", WrongChoice, "row 2, requirements[0].strength"),
        ("Requirements", "K2", "crc art. 5", UnknownInstrument, "row 2, requirements[0].citations[0]"),
        ("Instruments", "M2", "{TJ: [", BadYaml, "sheet «Instruments», row 2"),
    ],
)
def test_what_does_not_fit_is_told_with_sheet_and_row(
    sheet: str, place: str, value: str | None, error: type[MuvofiqError], where: str
) -> None:
    data = changed(write_catalogue(Bundle.parse(OURS), "en", DAY), sheet, place, value)
    with pytest.raises(error) as caught:
        back(data)
    assert where in caught.value.where


def test_what_no_cell_can_hold_is_refused_and_never_cut() -> None:
    bundle = Bundle.parse(OURS.replace("The officer calls an interpreter.", "x" * 32_768))
    with pytest.raises(CellTooLong, match="32768"):
        write_catalogue(bundle, "en", DAY)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"themes: []", b"\x00" * 99])
def test_what_is_no_table_is_refused(data: bytes) -> None:
    with pytest.raises(NotATable):
        read_tables(data, "x.xlsx")


def test_cells_without_end_are_refused() -> None:
    book, out = Workbook(), BytesIO()
    book.active["XFD1048576"] = "far"  # type: ignore[index]
    book.save(out)
    with pytest.raises(TableTooLarge, match="XFD1048576"):
        read_tables(out.getvalue(), "x.xlsx")


def test_another_workbook_is_not_taken_for_ours() -> None:
    book, out = Workbook(), BytesIO()
    book.save(out)
    assert not is_catalogue(read_tables(out.getvalue(), "x.xlsx"))
