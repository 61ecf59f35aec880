"""Columns are read one after the other; gaps in running text are no columns."""

import pytest

from muvofiq.text.pdf_columns import in_reading_order
from muvofiq.text.pdf_rows import Row, Run


def row(base: float, *pieces: tuple[float, float, str]) -> Row:
    return Row(tuple(Run(text, left, right, base, 10, is_bold=False) for left, right, text in pieces))


def order(rows: list[Row]) -> str:
    return " ".join(row.text for block in in_reading_order(rows) for row in block.rows)


def columns(count: int, top: float = 700) -> list[Row]:
    return [row(top - 12 * at, (50, 280, f"a{at}"), (310, 540, f"b{at}")) for at in range(count)]


def test_the_left_column_comes_wholly_before_the_right_one() -> None:
    assert order(columns(5)) == "a0 a1 a2 a3 a4 b0 b1 b2 b3 b4"


def test_rows_over_the_whole_width_part_columns_above_from_columns_below() -> None:
    rows = [*columns(4), row(600, (50, 540, "heading")), *columns(4, 580)]
    assert order(rows) == "a0 a1 a2 a3 b0 b1 b2 b3 heading a0 a1 a2 a3 b0 b1 b2 b3"


def test_columns_whose_rows_stand_at_other_heights_are_read_alike() -> None:
    rows = [row(700 - 5 * at, (50, 280, f"a{at}") if at % 2 else (310, 540, f"b{at}")) for at in range(10)]
    assert order(rows) == "a1 a3 a5 a7 a9 b0 b2 b4 b6 b8"


def test_three_columns_are_read_from_the_left_to_the_right() -> None:
    rows = [row(700 - 12 * at, (50, 200, "a"), (220, 370, "b"), (390, 540, "c")) for at in range(5)]
    assert order(rows) == "a a a a a b b b b b c c c c c"


def test_a_short_last_row_of_the_left_column_stays_in_it() -> None:
    assert order([*columns(4), row(640, (50, 100, "end"))]) == "a0 a1 a2 a3 end b0 b1 b2 b3"


def test_a_row_on_the_right_above_both_columns_comes_first() -> None:
    rows = [row(740, (310, 540, "approved")), row(728, (310, 540, "by order")), *columns(4)]
    assert order(rows).startswith("approved by order a0 a1")


@pytest.mark.parametrize(
    "rows",
    [
        [row(700, (50, 280, "The President"), (400, 540, "N. N."))],
        [row(700 - 12 * at, (50, 65, f"{at})"), (80, 540, "words")) for at in range(8)],
        [row(700 - 12 * at, (50, 480, "Article"), (525, 540, f"{at}")) for at in range(8)],
        [row(700 - 12 * at, (50, 200 + 23 * at % 90, "wide"), (230 + 31 * at % 90, 540, "gaps")) for at in range(8)],
    ],
    ids=["signature", "numbers of points", "contents with pages", "gaps of justified text"],
)
def test_what_is_no_column_is_read_row_by_row(rows: list[Row]) -> None:
    assert order(rows) == " ".join(row.text for row in rows)


def test_a_page_without_rows_has_no_blocks() -> None:
    assert in_reading_order([]) == []


def test_a_page_with_many_stretches_of_columns_is_read() -> None:
    rows = [one for at in range(100) for one in (*columns(4, 9000 - 70 * at), row(8945 - 70 * at, (50, 540, "wide")))]
    assert len(order(rows).split()) == 900
