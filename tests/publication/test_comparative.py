"""Rows are kept act by act, and compare something."""

from datetime import date

import pytest

from muvofiq.publication.comparative import ComparativeRow, ComparativeTable
from muvofiq.publication.errors import NothingCompared


def row(
    number: int = 1,
    *,
    act: str = "О границе",
    edition: str = "2019",
    current: str = "Пять дней.",
    proposed: str = "Двое суток.",
) -> ComparativeRow:
    return ComparativeRow(number, act, edition, "ст. 1", current, proposed, "", (), ())


def test_acts_keep_the_order_in_which_they_first_appear() -> None:
    rows = (row(1), row(2, act="О миграции"), row(3), row(4, edition="2020"))
    table = ComparativeTable("T", (), rows, date(2016, 6, 20))
    assert [[one.number for one in act] for act in table.acts] == [[1, 3], [2], [4]]


def test_a_table_without_rows_has_no_acts() -> None:
    assert ComparativeTable("T", (), (), date(2016, 6, 20)).acts == ()


def test_new_and_repealed_units_are_told_by_what_is_empty() -> None:
    assert row(current="\n ").is_new
    assert row(proposed="").is_repealed
    assert not row().is_new
    assert not row().is_repealed


def test_a_row_that_compares_nothing_is_refused() -> None:
    with pytest.raises(NothingCompared, match=r"ст\. 1"):
        row(current="", proposed=" ")
