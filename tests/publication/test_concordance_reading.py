"""A table of concordance is read as a lawyer reads it, and nothing in it is guessed."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq import tables
from muvofiq.assessment.verdict import Verdict, appearances
from muvofiq.errors import MuvofiqError
from muvofiq.publication.columns_guess import guess, layouts
from muvofiq.publication.concordance_reading import Left, ReadTable, degree_of, read_concordance
from muvofiq.publication.phrases import languages
from muvofiq.publication.table_file import read_tables
from muvofiq.publication.xlsx import write_concordance
from tests.publication.small import judged_table, table
from tests.publication.tables import EC, Rows, document, sheet, workbook
from tests.publication.test_columns_guess import MACEDONIAN, SERBIAN, SERBIAN_LATIN, TWO_ROWS


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
        ("Transposed", Verdict.FULL),
        ("Fully approximated", Verdict.FULL),
        ("in line", Verdict.FULL),
        ("F", Verdict.FULL),
        ("Потпуно усклађено (ПУ)", Verdict.FULL),
        ("Partly transposed", Verdict.PARTIAL),
        ("Partial transposition", Verdict.PARTIAL),
        ("not fully compliant", Verdict.PARTIAL),
        ("Делимично", Verdict.PARTIAL),
        ("не полностью", Verdict.PARTIAL),
        ("частично соответствует", Verdict.PARTIAL),
        ("P", Verdict.PARTIAL),
        ("N", Verdict.NOT_FOUND),
        ("Not yet transposed", Verdict.NOT_FOUND),
        ("N/A", Verdict.NOT_APPLICABLE),
        ("N/A (see art. 4)", Verdict.NOT_APPLICABLE),
        ("F / P / N", None),
        ("fully / partially", None),
        ("partially / not", None),
        ("Differs", Verdict.DIFFERS),
        ("More favourable", Verdict.PROTECTS_MORE),
        ("stricter", Verdict.RESTRICTS_MORE),
        ("transposed by another act", Verdict.ELSEWHERE),
        ("только международным договором", Verdict.ONLY_TREATY),
        ("для служебного пользования", Verdict.NOT_AVAILABLE),
        ("нет данных", Verdict.NO_DATA),
        ("to be discussed", None),
        ("-", None),
        ("", None),
    ],
)
def test_degrees_are_known_by_a_table_of_words(words: str, verdict: Verdict | None) -> None:
    assert degree_of(words) is verdict


@pytest.mark.parametrize("language", languages("concordance"))
@pytest.mark.parametrize("verdict", [one for one in Verdict if one is not Verdict.NOT_ASSESSED])
def test_every_word_of_our_own_on_either_axis_is_known(verdict: Verdict, language: str) -> None:
    look = appearances()[verdict]
    for words in (look.label(language), look.practice_label(language), look.words[language]):
        assert degree_of(words) is verdict
        assert degree_of(words.upper()) is verdict
    assert degree_of(look.practice_words[language]) is verdict


@pytest.mark.parametrize("language", languages("concordance"))
def test_not_assessed_is_no_degree(language: str) -> None:
    look = appearances()[Verdict.NOT_ASSESSED]
    assert degree_of(look.label(language)) is degree_of(look.words[language]) is None


def test_no_word_stands_for_two_degrees() -> None:
    rows = tables.table("concordance-layouts/degrees.csv")
    means: dict[str, set[str]] = {}
    for row in rows:
        for word in row["words"].split(" | "):
            means.setdefault(word.casefold(), set()).add(row["verdict"])
    assert {word: found for word, found in means.items() if len(found) > 1} == {}


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


MK_ROWS = (
    ("Член 6(1)", "Лице", "Закон", "член 25", "…", "целосно усогласено", "", "", ""),
    ("Член 6(2)", "Дете", "Закон", "член 26", "…", "делумно усогласено", "рок", "31.12.2027", "x"),
    ("Член 7", "Тест", "", "", "", "неусогласено", "", "", ""),
)
RS_ROWS = (
    ("1.", "Сврха", "", "", "НП", "", ""),
    ("6.1.", "Када", "0.1. 36.", "Захтев", "ПУ", "", ""),
    ("6.2.", "Држава", "0.1. 37.", "Рок", "ДУ", "нема рока", ""),
)
TWO_ROWS_DATA = (("Article 3", "Text", "Law on aid", "art. 5", "words", "fully", ""),)
EC_ROWS = (EC[5], EC[6], EC[7])


@pytest.mark.parametrize(
    ("heads", "data", "units"),
    [
        (EC[:3], EC_ROWS, ["Article 3(1)", "Article 4"]),
        (EC[:3], EC_ROWS[2:], ["Article 4"]),
        (MACEDONIAN, MK_ROWS, ["Член 6(1)", "Член 6(2)", "Член 7"]),
        (MACEDONIAN, MK_ROWS[1:], ["Член 6(2)", "Член 7"]),
        (SERBIAN, RS_ROWS, ["1.", "6.1.", "6.2."]),
        (SERBIAN_LATIN, RS_ROWS[1:], ["6.1.", "6.2."]),
        (TWO_ROWS, TWO_ROWS_DATA, ["Article 3"]),
        (TWO_ROWS, (*TWO_ROWS_DATA, ("Article 4", "Words", "", "", "", "no", "")), ["Article 3", "Article 4"]),
    ],
)
def test_no_row_below_the_heads_is_taken_for_heads_or_lost(heads: Rows, data: Rows, units: list[str]) -> None:
    rows = sheet((*heads, *data))
    columns = guess([rows])
    read = read_concordance(rows, columns, "table.xlsx")
    assert columns.head == len(heads)
    assert [unit.name for unit in read.units] == units
    told = [one.row for one in read.left] + [link.row for unit in read.units for link in unit.links]
    assert sorted(told) == list(range(len(heads) + 1, len(rows.rows) + 1))


@pytest.mark.parametrize("language", languages("concordance"))
def test_the_first_row_of_our_own_table_is_not_lost(language: str) -> None:
    sheets = read_tables(write_concordance(judged_table(), language), "ours.xlsx")
    columns = guess(sheets)
    read = read_concordance(sheets[0], columns, "ours.xlsx")
    told = [one.row for one in read.left] + [link.row for unit in read.units for link in unit.links]
    assert sorted(told) == list(range(columns.head + 1, len(sheets[0].rows) + 1))


def read(*rows: tuple[str, ...]) -> ReadTable:
    """Read rows below the heads of the Commission, each filled up with an act that answers it."""
    whole = sheet(
        (
            EC[2],
            *((*row, *["Law", "art. 1", "words", "fully"][: 6 - len(row)]) if len(row) > 1 else row for row in rows),
        )
    )
    return read_concordance(whole, guess([whole]), "table.xlsx")


def names(table: ReadTable) -> list[tuple[str, str]]:
    return [(unit.name, unit.text) for unit in table.units]


def test_a_bare_number_is_a_paragraph_of_the_article_above_it() -> None:
    table = read(
        ("Article 11",), ("(1)", "a"), ("(2)", "b"), ("Article 12 Legal aid",), ("(1)", "c"), ("", "d"), ("2.", "e")
    )
    assert names(table) == [
        ("Article 11(1)", "a"),
        ("Article 11(2)", "b"),
        ("Article 12(1)", "c\n\nd"),
        ("Article 12 2.", "e"),
    ]


def test_a_point_belongs_to_the_paragraph_above_it() -> None:
    table = read(("Article 3(1)", "x"), ("(a)", "a"), ("(2)", "y"), ("(a)", "b"), ("Статья 4", "z"), ("ч. 1", "c"))
    assert [name for name, _ in names(table)] == [
        "Article 3(1)", "Article 3(1)(a)", "Article 3(2)", "Article 3(2)(a)", "Статья 4", "Статья 4 ч. 1",
    ]  # fmt: skip


def test_the_title_of_an_article_may_stand_in_a_row_of_its_own() -> None:
    assert names(read(("Article 5",), ("Assistance",), ("(1)", "a"))) == [("Article 5(1)", "a")]


def test_a_paragraph_whose_article_nobody_names_is_left_with_its_reason() -> None:
    table = read(("(1)", "a"), ("", "b"), ("Article 2",), ("(1)", "c"), ("CHAPTER II",), ("(1)", "d"), ("", "e"))
    assert names(table) == [("Article 2(1)", "c")]
    assert [(one.row, one.why) for one in table.left] == [
        (2, Left.NO_ARTICLE),
        (3, Left.NO_UNIT),
        (4, Left.HEADING),
        (6, Left.HEADING),
        (7, Left.NO_ARTICLE),
        (8, Left.NO_UNIT),
    ]


def test_units_of_one_name_below_two_headings_stay_two() -> None:
    table = read(("CONVENTION",), ("Article 3", "a"), ("PROTOCOL",), ("Article 3", "b"), ("Article 3", "c"))
    assert names(table) == [("Article 3", "a"), ("Article 3", "b\n\nc")]
    plain = read(("6", "a"), ("7", "b"), ("ANNEX",), ("6", "c"))
    assert names(plain) == [("6", "a"), ("7", "b")]
    assert (plain.left[-1].row, plain.left[-1].why) == (5, Left.TWICE)


def test_a_unit_of_very_many_rows_has_each_text_once_and_all_its_links() -> None:
    """So many that a reading whose work grows with their square would not end here."""
    table = read(("Article 1", "first"), *(("", f"text {at // 2}") for at in range(40_000)))
    (unit,) = table.units
    assert len(unit.links) == 40_001
    assert unit.text.count("\n\n") == 20_000
