"""A table of concordance is read as a lawyer reads it, and nothing in it is guessed."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.assessment.verdict import Verdict
from muvofiq.errors import MuvofiqError
from muvofiq.publication.columns_guess import guess, layouts
from muvofiq.publication.concordance_reading import Left, ReadTable, degree_of, read_concordance
from muvofiq.publication.phrases import languages
from muvofiq.publication.table_file import read_tables
from muvofiq.publication.xlsx import write_concordance
from tests.publication.small import judged_table, table
from tests.publication.tables import EC, document, sheet, workbook


def test_an_empty_cell_means_the_unit_above_and_notes_are_left() -> None:
    read = read_concordance(sheet(EC), guess([sheet(EC)]), "table.xlsx")
    assert [unit.name for unit in read.units] == ["Article 3(1)", "Article 4", "Article 5"]
    first, second = read.units[0].links
    assert (first.row, first.unit, first.degree) == (6, "ст. 4 ч. 2", Verdict.FULL)
    assert (second.row, second.act, second.degree) == (7, "Law on interpreters", Verdict.PARTIAL)
    assert second.explanation == "fees are not settled\nPlanned date: 2027-01-01"
    assert [(one.row, one.why) for one in read.left] == [(4, Left.NUMBERS), (5, Left.HEADING), (10, Left.HEADING)]


def test_a_degree_that_nobody_knows_stays_words() -> None:
    link = read_concordance(sheet(EC), guess([sheet(EC)]), "table.xlsx").units[2].links[0]
    assert (link.degree, link.degree_words) == (None, "hardly")


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("+", Verdict.FULL),
        ("Fully compliant", Verdict.FULL),
        ("ПУ", Verdict.FULL),
        ("PU – potpuno usklađeno", Verdict.FULL),
        ("● full", Verdict.FULL),
        ("полное соответствие", Verdict.FULL),
        ("−+", Verdict.PARTIAL),
        ("DU", Verdict.PARTIAL),
        ("Partially transposed (see below)", Verdict.PARTIAL),
        ("қисман", Verdict.PARTIAL),
        ("NU", Verdict.NOT_FOUND),
        ("0", Verdict.NOT_FOUND),
        ("NP", Verdict.NOT_APPLICABLE),
        ("not to be transposed", Verdict.NOT_APPLICABLE),
        ("Direct conflict", Verdict.CONTRADICTS),
        ("not fully", None),
        ("fully / partially", None),
        ("to be discussed", None),
        ("-", None),
        ("", None),
    ],
)
def test_degrees_are_known_by_a_table_of_words(words: str, verdict: Verdict | None) -> None:
    assert degree_of(words) is verdict


@pytest.mark.parametrize("data", [workbook(EC), document(EC)], ids=["xlsx", "docx"])
def test_a_table_is_read_alike_from_excel_and_from_word(data: bytes) -> None:
    sheets = read_tables(data, "table")
    read = read_concordance(sheets[0], guess(sheets), "table")
    assert [(unit.name, len(unit.links)) for unit in read.units] == [
        ("Article 3(1)", 2),
        ("Article 4", 1),
        ("Article 5", 1),
    ]


def own(data: bytes) -> ReadTable:
    sheets = read_tables(data, "ours.xlsx")
    columns = guess(sheets)
    assert columns.layout == "own"
    return read_concordance(sheets[0], columns, "ours.xlsx")


@pytest.mark.parametrize("language", languages("concordance"))
def test_of_our_own_table_only_what_a_person_decided_is_read(language: str) -> None:
    read = own(write_concordance(judged_table(), language))
    (unit,) = [unit for unit in read.units if unit.links]
    assert [link.degree for link in unit.links] == [Verdict.PARTIAL, Verdict.PARTIAL]
    assert [one.why for one in read.left] == [Left.PROPOSED, Left.UNDECIDED]


@pytest.mark.parametrize("language", languages("concordance"))
def test_what_the_machine_alone_proposes_is_left(language: str) -> None:
    read = own(write_concordance(table(), language))
    assert not any(unit.links for unit in read.units)
    assert [one.why for one in read.left] == [Left.PROPOSED, Left.PROPOSED, Left.UNDECIDED]


ROWS = st.lists(st.lists(st.text(max_size=12) | st.sampled_from([*EC[2], *EC[5], "+", "1"]), max_size=9), max_size=9)


@given(ROWS, st.sampled_from(layouts()))
def test_no_table_whatever_stands_in_it_fails_in_another_way_than_with_a_reason(
    rows: list[list[str]], layout: str
) -> None:
    with suppress(MuvofiqError):
        columns = guess([sheet(rows)], layout=layout)
        read = read_concordance(sheet(rows), columns, "any.xlsx")
        told = [one.row for one in read.left] + [link.row for unit in read.units for link in unit.links]
        assert len(told) == len(set(told))
