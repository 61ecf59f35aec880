"""The pictures leave the room as sheets whose numbers add up, and the list of findings as it was chosen."""

import csv
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO

import openpyxl
import pytest
from hypothesis import given, settings
from openpyxl.cell import Cell

from muvofiq.assessment.heat_map import Standing
from muvofiq.assessment.scale import Severity, State
from muvofiq.assessment.verdict import Axis, Verdict, appearances, verdicts_on
from muvofiq.publication.findings_list import COLUMNS, FindingsList, Line, write_list_csv, write_list_xlsx
from muvofiq.publication.overview import Overview, write_overview_file
from muvofiq.publication.phrases import languages, phrases
from muvofiq.standards.vocabulary import Group, Stage
from tests.assessment.standings import SCOPES
from tests.publication.small import TODAY
from tests.standards.small import citing

ASKED = replace(citing("crc art. 1"), code="B01", groups=(Group.CHILDREN,), stages=(Stage.RETURN,))
SCOPE = [
    Standing(ASKED, Verdict.FULL, Verdict.PARTIAL),
    Standing(ASKED, Verdict.NOT_FOUND, Verdict.NOT_FOUND),
    Standing(ASKED),
    Standing(ASKED, None, None),
]
TITLES = {"B": {"en": "Victims", "ru": "Жертвы", "tg": "Қурбониён"}}
LINE = Line(
    code="A01",
    requirement="Identify victims",
    law=Verdict.PARTIAL,
    practice=Verdict.NOT_FOUND,
    elements=(2, 5),
    state=State.DRAFT,
    severity=Severity.HIGH,
    priority=None,
    owner="Anna Horvat",
    reason="=1+1",
    accepted=2,
    proposed=5,
    notes=0,
)
LIST = FindingsList(
    "Mission", ("A notice.",), (LINE, replace(LINE, law=None, practice=None)), 7, "Stage: return", TODAY
)


def sheets(scope: list[Standing], language: str = "en") -> openpyxl.Workbook:
    data = write_overview_file(
        Overview.of(scope, TITLES), language, notices=("A notice.",), title="Mission", made_on=TODAY
    )
    return openpyxl.load_workbook(BytesIO(data))


def rows_below(sheet: object, head: str) -> list[tuple[object, ...]]:
    """Return the rows of the table whose first head this is."""
    rows = list(sheet.iter_rows(values_only=True))  # type: ignore[attr-defined]
    at = next(at for at, row in enumerate(rows) if row[0] == head)
    return rows[at + 1 :]


@pytest.mark.parametrize("language", languages("overview"))
def test_each_sheet_tells_the_two_numbers_with_their_formula(language: str) -> None:
    say = phrases("overview", language)
    label = appearances()[Verdict.FULL].label(language)
    for sheet in sheets(SCOPE, language).worksheets:
        said = [str(row[0].value) for row in sheet.iter_rows() if row[0].value]
        assert say("judged", judged=2, scope=4) in said
        assert say("full", full=1, judged=2, scope=4, label=label) in said
        assert say("kept_back", count=1) in said
        assert "A notice." in said


def test_a_cell_has_its_number_its_marks_and_the_colour_of_the_worst() -> None:
    sheet = sheets(SCOPE)["Groups by stages"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == "○1 ●1 ·1"]
    assert len(cells) == 4, "in the cell, in the totals of its row and column, and in that of all"
    for cell in cells:
        number = sheet.cell(cell.row - 1, cell.column)
        assert (number.value, number.data_type) == (4, "n"), "a number that Excel can add up stands above its marks"
        for one in (cell, number):
            assert one.fill.fgColor.rgb == f"FF{appearances()[Verdict.NOT_FOUND].colour}"


def test_the_last_total_has_room_for_the_marks_of_all() -> None:
    every = [Standing(ASKED, verdict, Verdict.NOT_ASSESSED) for verdict in verdicts_on(Axis.LAW) for _ in range(20)]
    sheet = sheets(every)["Groups by stages"]
    last = sheet.cell(sheet.max_row, sheet.max_column)
    assert isinstance(last, Cell)
    assert str(last.value).count("20") == len(verdicts_on(Axis.LAW))
    lines = -(-len(str(last.value)) // int(sheet.column_dimensions[last.column_letter].width))
    assert sheet.row_dimensions[last.row].height >= 13 * lines


@settings(max_examples=15, deadline=None)
@given(SCOPES)
def test_the_sums_of_the_sheets_are_the_scope(scope: list[Standing]) -> None:
    book = sheets(scope)
    *themes, total = rows_below(book["Themes by verdicts"], "Theme")
    of_laws = len(verdicts_on(Axis.LAW))
    assert sum(row[of_laws + 1] for row in themes) == total[of_laws + 1] == len(scope)  # type: ignore[misc]
    kept = sum(one.law is None for one in scope)
    assert sum(int(str(number)) for row in themes for number in row[1 : of_laws + 1]) == len(scope) - kept
    pairs = rows_below(book["Law against practice"], "Law ↓  Practice →")
    assert sum(row[len(verdicts_on(Axis.PRACTICE)) + 1] for row in pairs) == len(scope) - kept  # type: ignore[misc]


@pytest.mark.parametrize("language", languages("findings"))
def test_the_list_says_of_how_many_and_why_these(language: str) -> None:
    sheet = openpyxl.load_workbook(BytesIO(write_list_xlsx(LIST, language))).active
    assert sheet
    said = [str(row[0].value) for row in sheet.iter_rows() if row[0].value]
    say = phrases("findings", language)
    assert say("shown", shown=2, scope=7) in said
    assert say("chosen", what="Stage: return") in said
    assert say("draft") in said
    first, second = rows_below(sheet, say("code"))
    shown = dict(zip([name for name, _ in COLUMNS], first, strict=True))
    assert shown["law"] == appearances()[Verdict.PARTIAL].label(language)
    assert shown["practice"] == appearances()[Verdict.NOT_FOUND].practice_label(language)
    assert (shown["reason"], shown["accepted"], shown["priority"]) == ("=1+1", 2, None)
    assert second[2] == second[3] == say("kept_back")


def test_as_plain_csv_no_text_passes_for_a_formula() -> None:
    data = write_list_csv(LIST, "en")
    assert data.startswith(b"\xef\xbb\xbf")
    head, first, second = csv.reader(StringIO(data.decode("utf-8-sig")))
    assert len(head) == len(first) == len(second) == len(COLUMNS)
    assert first[9] == "'=1+1"
    assert first[4] == "2 of 5"


def test_an_empty_list_is_still_a_list() -> None:
    empty = FindingsList("Mission", (), (), 0, "", date(2026, 1, 1))
    assert len(list(csv.reader(StringIO(write_list_csv(empty, "ru").decode("utf-8-sig"))))) == 1
    assert openpyxl.load_workbook(BytesIO(write_list_xlsx(empty, "tg"))).active
