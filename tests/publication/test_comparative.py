"""Rows are kept act by act, and compare something."""

from datetime import date
from enum import StrEnum

import pytest

from muvofiq.publication.comparative import ComparativeRow, ComparativeTable
from muvofiq.publication.errors import NothingCompared


class Kind(StrEnum):
    AMEND = "amend"
    TRAINING = "training"


def row(
    number: str = "R1",
    *,
    act: str = "О границе",
    edition: str = "2019",
    current: str = "Пять дней.",
    proposed: str = "Двое суток.",
) -> ComparativeRow:
    return ComparativeRow(
        number=number,
        text="",
        kind=Kind.AMEND,
        reason="",
        requirements=(),
        contributions=(),
        act=act,
        edition=edition,
        unit="ст. 1",
        current=current,
        proposed=proposed,
    )


def test_acts_keep_the_order_in_which_they_first_appear_with_all_their_editions() -> None:
    rows = (row("R1"), row("R2", act="О миграции"), row("R3"), row("R4", edition="2020"))
    table = ComparativeTable("T", (), rows, date(2016, 6, 20))
    assert [[one.number for one in act] for act in table.acts] == [["R1", "R3", "R4"], ["R2"]]


def test_what_proposes_no_wording_belongs_to_no_act() -> None:
    training = ComparativeRow(
        number="R2", text="Train.", kind=Kind.TRAINING, reason="", requirements=(), contributions=()
    )
    table = ComparativeTable("T", (), (row(), training), date(2016, 6, 20))
    assert [one.number for one in table.without_wording] == ["R2"]
    assert [[one.number for one in act] for act in table.acts] == [["R1"]]


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
