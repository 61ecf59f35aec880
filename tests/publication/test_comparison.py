"""The comparison of laws as values and as a workbook: a line for each requirement and place, a block for each law."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.publication.comparison import PROPOSED, Comparison, LawOfState
from muvofiq.publication.comparison_xlsx import ASKED, OF_A_LAW, write_comparison
from muvofiq.publication.concordance import Concordance, Row, State
from muvofiq.publication.phrases import languages, phrases
from tests.publication.small import TODAY, judged_table, table

COLUMNS = tuple(one for one in OF_A_LAW if one[0] != "translation")  # of which these laws have none
HEADS = 2  # rows above the first requirement


def compared(*tables: Concordance) -> Comparison:
    laws = zip(("TJ", "LV", "EU"), tables, strict=False)
    return Comparison("Mission", tuple(LawOfState(state, one) for state, one in laws), ("A notice.",), TODAY)


def rows_of(counts: list[int]) -> Concordance:
    """Return a table in which the requirements have so many rows each."""
    small = table()
    row = small.rows[0]
    rows = [replace(row, opens=at == 0) for count in counts for at in range(count)]
    return replace(small, rows=tuple(rows))


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), max_size=6))
def test_a_requirement_has_as_many_lines_as_the_law_with_the_most_places(counts: list[tuple[int, int]]) -> None:
    one, other = (list(column) for column in zip(*counts, strict=True)) if counts else ([], [])
    rows = compared(rows_of(one), rows_of(other)).rows
    assert len(rows) == sum(min(max(pair), PROPOSED) for pair in counts)
    assert sum(row.opens for row in rows) == len(counts)
    for at, expected in ((0, one), (1, other)):
        assert sum(row.places[at] is not None for row in rows) == sum(min(count, PROPOSED) for count in expected)


def test_where_a_person_has_accepted_provisions_these_alone_stand_there() -> None:
    small = judged_table()
    rows = compared(small, small).rows
    of_first = [row for row in small.rows if row.requirement == small.requirements[0]]
    accepted = [row for row in of_first if row.answer and row.answer.state is State.ACCEPTED]
    assert len(of_first) > len(accepted) > 0
    assert [row.places[1] for row in rows if row.requirement == small.requirements[0]] == accepted
    assert [row.requirement.id for row in rows if row.opens] == [one.id for one in small.requirements]


@pytest.mark.parametrize("language", languages("comparison"))
def test_the_workbook_says_what_it_is_before_it_shows_the_laws(language: str) -> None:
    comparison = compared(judged_table(), judged_table(), judged_table())
    book = openpyxl.load_workbook(BytesIO(write_comparison(comparison, language)))
    title, sheet, texts = book.worksheets
    say = phrases("comparison", language)
    said = [str(row[0].value) for row in title.iter_rows() if row[0].value]
    assert said[:2] == [say("title"), "Mission"]
    assert {"A notice.", say("proposals"), say("not_found"), say("not_judged")} <= {*said}
    heads = [cell.value for cell in sheet[HEADS]]
    assert heads == [say(name) for name, _ in (*ASKED, *COLUMNS * 3)]
    assert sheet.max_row == HEADS + len(comparison.rows)
    assert texts.max_row == 1 + 3
    assert all(isinstance(cell.value, str | int | None) for row in sheet.iter_rows() for cell in row)


def test_what_looks_like_a_formula_is_written_as_text() -> None:
    sheet = openpyxl.load_workbook(BytesIO(write_comparison(compared(judged_table()), "en"))).worksheets[1]
    cells = [cell for row in sheet.iter_rows() for cell in row if "=1+1" in str(cell.value)]
    assert cells
    assert all(cell.data_type == "s" for cell in cells)


def test_a_law_without_a_text_says_so_and_not_that_nothing_was_found() -> None:
    small = judged_table()
    empty = replace(small, acts=(), rows=tuple(Row(one, (), None) for one in small.requirements))
    sheet = openpyxl.load_workbook(BytesIO(write_comparison(compared(empty, small), "en"))).worksheets[1]
    state = len(ASKED) + [name for name, _ in COLUMNS].index("state") + 1
    assert sheet.cell(HEADS + 1, state).value == phrases("comparison", "en")("no_text")
