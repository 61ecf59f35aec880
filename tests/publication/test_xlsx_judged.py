"""The workbook of a mission is opened again and read as the counterpart would read it."""

from dataclasses import replace
from datetime import date

import pytest

from muvofiq.assessment.absence import Absence, Confirmation, LookedAt
from muvofiq.publication.columns import JUDGED_COLUMNS
from muvofiq.publication.concordance import Concordance, Doubt
from muvofiq.publication.sheet import CELL_LIMIT
from muvofiq.publication.xlsx import HEAD_ROW
from tests.publication.small import TODAY, judged_table, told_table
from tests.publication.test_xlsx import column, opened

FIRST = HEAD_ROW + 2


def lines(made: Concordance, sheet: str, language: str = "en") -> list[str]:
    rows = opened(made, language)[sheet].iter_rows(values_only=True)
    return [" | ".join(str(value) for value in row if value is not None) for row in rows]


def translated(made: Concordance) -> Concordance:
    """Give the first answer of a table a translation, which begins with its mark."""
    first, *others = made.rows
    assert first.answer
    return replace(made, rows=(replace(first, answer=replace(first.answer, translation="[unofficial]\n=1+1")), *others))


def test_the_count_stands_behind_the_table() -> None:
    assert opened(judged_table()).sheetnames == ["Concordance", "Count", "Acts", "Norms", "How to read"]
    assert opened(judged_table(), "tg").sheetnames == ["Мутобиқат", "Ҳисоб", "Санадҳо", "Меъёрҳо", "Тарзи хондан"]


def test_what_persons_decided_stands_in_its_columns() -> None:
    sheet = opened(judged_table()).worksheets[0]
    assert column(sheet, "Unit") == ["ст. 2 ч. 7", "ст. 1", "ст. 2", None]
    proposed = "proposed by the machine, not confirmed"
    assert column(sheet, "State of the link")[:3] == ["accepted", "accepted", proposed]
    assert column(sheet, "Place") == [None, 2, 1, None]
    assert column(sheet, "Degree: law") == ["◐ partial"] * 3 + ["· not assessed"]
    assert column(sheet, "Degree: practice") == ["● full"] * 3 + ["· not assessed"]
    assert column(sheet, "Judged by") == ["Н. Эксперт", None, None, None]
    assert column(sheet, "Judged on") == ["2016-06-02", None, None, None]
    assert column(sheet, "Recommendations")[0] == "@1: дополнить ст. 2\n2: принять инструкцию"


def test_nothing_found_names_the_acts_with_their_editions_and_never_says_absent() -> None:
    made = judged_table()
    sheet = opened(made).worksheets[0]
    title = made.acts[0].title
    expected = f"not found in these acts (1): {title} (edition of 2019-01-02)"
    assert column(sheet, "State of the link")[3] == expected
    assert not any("absent" in str(cell.value).lower() for row in sheet.iter_rows(min_row=FIRST) for cell in row)


def test_each_provision_names_its_act_with_edition_and_language() -> None:
    made = judged_table()
    title = made.acts[0].title
    assert column(opened(made).worksheets[0], "National act")[0] == f"{title} (edition of 2019-01-02) [ru]"
    undated = replace(made, editions={}, imported={"aid": TODAY})
    sheet = opened(undated).worksheets[0]
    assert column(sheet, "National act")[0] == f"{title} (edition of unknown date, imported 2026-11-23) [ru]"
    assert "not known, imported 2026-11-23" in lines(undated, "Acts")[1]


def test_notices_stand_under_the_title_and_in_the_guide() -> None:
    made = judged_table(notices=("An invented mission.", "=No product of the EU."))
    sheet = opened(made).worksheets[0]
    assert [sheet.cell(row, 1).value for row in (2, 3)] == ["An invented mission.", "=No product of the EU."]
    assert sheet.cell(HEAD_ROW + 3, 1).value == "No."
    assert sheet.freeze_panes == f"C{FIRST + 2}"
    assert "An invented mission." in lines(made, "How to read")


def test_text_that_looks_like_a_formula_stays_text() -> None:
    book = opened(judged_table(notices=("{=1+1}", "=cmd")))
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    assert column(opened(judged_table()).worksheets[0], "Quotation")[0] == "«=cmd|' /c calc'!A0»\n«без очереди»"
    assert column(opened(judged_table()).worksheets[0], "Reason")[0] == "=1+1 срок не назван"


def test_what_no_cell_can_hold_is_cut_with_a_mark() -> None:
    made = judged_table()
    long = replace(made.rows[0], contributions=("слово " * CELL_LIMIT,))
    sheet = opened(replace(made, rows=(long, *made.rows[1:]))).worksheets[0]
    assert str(column(sheet, "Contributions")[0]).endswith("[…]")


def test_the_count_shows_its_formula() -> None:
    said = lines(judged_table(), "Count")
    assert "◐ partial | 1 | 0" in said
    assert "● full | 0 | 1" in said
    assert "· not assessed | 1 | 1" in said
    assert "All requirements of the scope | 2 | 2" in said
    judged = "Judged: 1 of 2 requirements of the scope, that is 2 – 1 not assessed on the axis of law."
    assert judged in said
    full = (
        "Fully met: 0 of 1 judged requirements, and 0 of 2 of the scope: "
        "those with the degree «● full» on the axis of law."
    )
    assert full in said


def test_both_degrees_can_be_chosen_from_the_list() -> None:
    sheet = opened(judged_table()).worksheets[0]
    first, second = sheet.data_validations.dataValidation
    heads = {sheet.cell(HEAD_ROW + 1, next(iter(one.sqref.ranges)).min_col).value for one in (first, second)}
    assert heads == {"Degree: law", "Degree: practice"}


def test_a_scope_of_nothing_is_a_table_without_rows() -> None:
    empty = replace(judged_table(), rows=())
    assert opened(empty).worksheets[0].max_row == HEAD_ROW + 1
    assert "All requirements of the scope | 0 | 0" in lines(empty, "Count")


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_it_prints_in_each_language_with_every_column(language: str) -> None:
    sheet = opened(told_table(), language).worksheets[0]
    assert len([cell.value for cell in sheet[HEAD_ROW + 1] if cell.value]) == len(JUDGED_COLUMNS)


def test_a_column_of_translations_is_there_only_where_there_is_one() -> None:
    heads = [cell.value for cell in opened(judged_table()).worksheets[0][HEAD_ROW + 1]]
    assert "Working translation (unofficial)" not in heads
    sheet = opened(translated(judged_table())).worksheets[0]
    assert column(sheet, "Working translation (unofficial)") == ["[unofficial]\n=1+1", None, None, None]


def test_tajik_words_say_that_they_are_not_confirmed() -> None:
    assert any(
        "тасдиқ накардааст" in line and "соҳибзабон" in line for line in lines(judged_table(), "Тарзи хондан", "tg")
    )
    assert not any("fixed words" in line for line in lines(judged_table(), "How to read"))


def test_the_acts_stand_with_the_date_of_their_edition() -> None:
    assert opened(judged_table())["Acts"].cell(2, 8).value == "2019-01-02"


def test_notices_are_printed_above_every_page_and_cut_with_a_mark() -> None:
    def head(*notices: str) -> str:
        header = opened(judged_table(notices=notices)).worksheets[0].oddHeader
        return str(header.left.text if header else None)

    assert head("Invented & open.", "No product.") == "Invented && open. No product."
    assert head("слово " * 100).endswith(" […]")
    assert head("&" * 300).endswith(" […]")
    assert head() == "None"


def test_the_heads_are_high_enough_for_their_words() -> None:
    sheet = opened(judged_table(), "ru").worksheets[0]
    assert sheet.row_dimensions[HEAD_ROW + 1].height > 39


def test_a_doubt_stands_in_every_row_of_its_verdict_and_is_counted() -> None:
    made = told_table(doubts=(Doubt.DISPUTED, Doubt.OUTDATED))
    cell = "draft\nsecond opinion differs, not settled\nrests on an older text of the act"
    assert column(opened(made).worksheets[0], "State of the finding")[:3] == [cell] * 3
    said = lines(made, "Count")
    where = "the column «State of the finding» says"
    assert f"Second opinion differs, not settled: 2; {where} where." in said
    assert f"Rest on an older text of an act: 2; {where} which." in said
    assert f"Second opinion differs, not settled: 0; {where} where." in lines(judged_table(), "Count")


def test_texts_of_one_act_are_counted_as_one_act() -> None:
    made = judged_table()
    (law,) = made.acts
    both = replace(made, acts=(law, replace(law, name="aid-tg")), same_act={"aid": "1", "aid-tg": "1"})
    assert str(column(opened(both).worksheets[0], "State of the link")[3]).startswith("not found in these acts (1): ")
    apart = replace(both, same_act={})
    assert str(column(opened(apart).worksheets[0], "State of the link")[3]).startswith("not found in these acts (2): ")


def test_how_to_read_follows_the_confirmation_of_the_list() -> None:
    law = LookedAt({"en": "Law on aid"}, "ru", date(2019, 1, 2))
    plain = replace(judged_table(), absence=Absence((law,), 1))
    assert any("never that the law of the state" in line for line in lines(plain, "How to read"))
    confirmed = replace(plain, absence=Absence((law,), 1, Confirmation("Anna Horvat", date(2026, 3, 6))))
    told = lines(confirmed, "How to read")
    assert not any("never that the law of the state" in line for line in told)
    assert any("Anna Horvat confirmed on 6 March 2026" in line for line in told)
