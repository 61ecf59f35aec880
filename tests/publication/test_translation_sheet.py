"""The rows of a sheet for translation: what is read in whatever order, and what a translator's program may change."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.publication.errors import NoUnitsInSheet
from muvofiq.publication.translation_sheet import (
    Sheet,
    SheetRow,
    cells_of,
    fields_of,
    heads_of,
    joined,
    parted,
    says_the_same,
    sheet_from_letter,
    sheet_of,
    sheet_to_letter,
    tidied,
)

UNIT = SheetRow("border-law-ru~art_4__para_2", "0123456789abcdef", "ст. 4 ч. 2", "«Срок» – пять дней.", "Five days.")
OTHER = SheetRow("border-law-ru~art_5", "fedcba9876543210", "ст. 5", "Переводчик")
SHEET = Sheet("pt", (UNIT, OTHER), "Ana Silva", is_machine=False, translated_on=date(2026, 11, 28))


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_what_leaves_can_be_read_back(language: str) -> None:
    rows = [*fields_of(SHEET, language), heads_of(language), *cells_of(SHEET)]
    assert sheet_of(rows, "sheet") == SHEET


def test_moved_and_deleted_rows_and_other_columns_before_them_do_no_harm() -> None:
    rows = [("", *cells) for cells in reversed(cells_of(SHEET))]
    assert sheet_of(rows, "sheet").rows == (OTHER, UNIT)
    assert sheet_of(rows[:1], "sheet").rows == (OTHER,)


def test_a_hyphen_that_a_program_has_lengthened_is_still_a_hyphen() -> None:
    mark, *others = cells_of(SHEET)[0]
    assert sheet_of([(mark.replace("-", "–"), *others)], "sheet").rows == (UNIT,)


def test_a_row_that_was_added_is_told_and_none_is_invented() -> None:
    read = sheet_of([*cells_of(SHEET), ("", "", "", "A remark of mine."), heads_of("en")], "sheet")
    assert read.strays == ("A remark of mine.",)
    assert read.rows == SHEET.rows


def test_a_row_with_cells_missing_has_no_translation() -> None:
    assert sheet_of([(UNIT.mark, "ст. 4 ч. 2")], "sheet").rows == (
        SheetRow(UNIT.unit, UNIT.fingerprint, "ст. 4 ч. 2", ""),
    )


def test_another_file_is_refused() -> None:
    with pytest.raises(NoUnitsInSheet):
        sheet_of([("A", "B"), ("border-law", "0123456789abcdef")], "sheet")


@pytest.mark.parametrize(
    ("typed", "read"),
    [("28.11.2026", date(2026, 11, 28)), ("2026-11-28 00:00:00", date(2026, 11, 28)), ("soon", None), ("", None)],
)
def test_a_day_is_read_as_people_and_programs_write_it(typed: str, read: date | None) -> None:
    assert sheet_of([*cells_of(SHEET), ("muvofiq:date", "", "", typed)], "sheet").translated_on == read


def test_yes_and_no_are_read_in_each_language() -> None:
    for typed, read in (("Да", True), ("yes", True), ("НЕТ", False), ("не", False), ("?", None)):
        assert sheet_of([*cells_of(SHEET), ("muvofiq:machine", "", "", typed)], "sheet").is_machine is read


@given(st.lists(st.tuples(st.text(), st.booleans() | st.none())), st.lists(st.text()), st.dates() | st.none())
def test_a_letter_says_all_that_a_sheet_says(
    texts: list[tuple[str, bool | None]], strays: list[str], day: date | None
) -> None:
    rows = tuple(SheetRow("law~art_1", "0" * 16, "ст. 1", "", *pair) for pair in texts)
    sheet = Sheet("pt", rows, "Ana Silva", is_machine=None, translated_on=day, strays=tuple(strays), left=3)
    assert sheet_from_letter(json.loads(json.dumps(sheet_to_letter(sheet)))) == sheet


def test_quotation_marks_and_dashes_that_a_program_has_changed_say_the_same() -> None:
    assert says_the_same(UNIT.original, "“Срок” - пять\u00a0дней.")
    assert not says_the_same(UNIT.original, "«Срок» – шесть дней.")


TEXT = st.text(min_size=1).map(tidied).filter(bool)
LINE = st.text(min_size=1).map(lambda text: " ".join(tidied(text).split())).filter(bool)


@given(LINE, TEXT)
def test_heading_and_text_are_parted_as_they_were_joined(heading: str, text: str) -> None:
    assert parted(joined(heading, text), has_heading=True, has_text=True) == (heading, text)
    assert parted(joined(heading, ""), has_heading=True, has_text=False) == (heading, "")
    assert parted(joined("", text), has_heading=False, has_text=True) == ("", text)


def test_a_single_line_where_heading_and_text_are_asked_for_is_the_text() -> None:
    assert parted("It is guarded.", has_heading=True, has_text=True) == ("", "It is guarded.")


@given(st.text())
def test_what_is_tidy_stays_as_it_is(text: str) -> None:
    assert tidied(tidied(text)) == tidied(text)
