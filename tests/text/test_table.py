"""A table gives its rows, a table that only lays out a page gives its plain text, and nothing is lost."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.text.table import rows_to_lines, table_lines

TAJIK = (
    "Моддаи {n}. Мақсад ва вазифаҳо",
    "Хадамот дар сарҳад бо тартиби муқарраршуда ва аз рӯи қонун амал мекунад, агар дар шартнома чизи дигар набошад.",
)
RUSSIAN = (
    "Статья {n}. Цели и задачи",
    "Служба действует на границе в порядке, который установлен законом, если в договоре не сказано иное.",
)


def test_a_row_is_one_line_with_its_cells_side_by_side() -> None:
    assert rows_to_lines([[["Сбор"], ["Сумма"]], [["Виза"], ["50", "сомони"]]]) == [
        "Сбор | Сумма",
        "Виза | 50 сомони",
    ]


def test_an_empty_cell_keeps_its_place_between_others_and_leaves_no_trace_at_the_end() -> None:
    assert rows_to_lines([[["а"], [], ["в"], [""]], [["г"], ["д"], ["е"], []]]) == ["а |  | в", "г | д | е"]


def test_a_single_column_is_plain_text() -> None:
    assert rows_to_lines([[["Статья 1. Цель", "Служба обязана."]], [["Статья 2."]]]) == [
        "Статья 1. Цель",
        "Служба обязана.",
        "Статья 2.",
    ]


@pytest.mark.parametrize("label", ["(a)", "1.", "1)", "(1)", "–", "•", "iv)", "1.2.", "«а»)", "12"])
def test_a_mark_in_its_own_cell_stands_before_what_it_marks(label: str) -> None:
    assert rows_to_lines([[[], [label], ["паспорт;", "виза."]]]) == [f"{label} паспорт;", "виза."]


def test_a_table_with_heads_above_its_numbers_is_a_real_table() -> None:
    assert rows_to_lines([[["Номер"], ["Наименование"]], [["1"], ["Паспорт"]]]) == [
        "Номер | Наименование",
        "1 | Паспорт",
    ]


def test_a_row_of_which_one_cell_is_filled_is_plain_text_in_any_table() -> None:
    assert rows_to_lines([[["Раздел первый"], [], []], [["а"], ["б"], ["в"]]]) == ["Раздел первый", "а | б | в"]


def rows_in_two_languages(count: int) -> list[list[list[str]]]:
    rows = []
    for n in range(1, count + 1):
        for tajik, russian in zip(TAJIK, RUSSIAN, strict=True):
            rows.append([[tajik.format(n=n)], [russian.format(n=n)]])
    return rows


def test_a_law_beside_its_translation_is_read_column_after_column() -> None:
    lines = rows_to_lines(rows_in_two_languages(3))
    assert lines[::2] == [f"Моддаи {n}. Мақсад ва вазифаҳо" for n in (1, 2, 3)] + [
        f"Статья {n}. Цели и задачи" for n in (1, 2, 3)
    ]


def test_a_law_beside_its_translation_may_stand_in_one_row() -> None:
    rows = rows_in_two_languages(3)
    whole = [[[row[0][0] for row in rows], [row[1][0] for row in rows]]]
    assert rows_to_lines(whole) == rows_to_lines(rows)


def test_a_language_without_words_of_its_own_in_the_library_is_told_from_one_that_has_them() -> None:
    kazakh = "Қызмет шекарада заңда белгіленген тәртіппен әрекет етеді, егер шартта және келісімде өзгеше айтылмаса."
    rows = [[[f"{n}-бап. Мақсат", kazakh], [RUSSIAN[0].format(n=n), RUSSIAN[1]]] for n in (1, 2)]
    assert rows_to_lines(rows)[:3] == ["1-бап. Мақсат", kazakh, "2-бап. Мақсат"]


def test_two_versions_in_one_language_stay_side_by_side() -> None:
    rows = [[[row[1][0]], [row[1][0]]] for row in rows_in_two_languages(2)]
    assert rows_to_lines(rows)[0] == "Статья 1. Цели и задачи | Статья 1. Цели и задачи"


def test_two_acts_in_two_languages_that_are_compared_stay_side_by_side() -> None:
    rows = [[row[0], [row[1][0].replace("Статья ", "Статья 4")]] for row in rows_in_two_languages(2)]
    assert rows_to_lines(rows)[0] == "Моддаи 1. Мақсад ва вазифаҳо | Статья 41. Цели и задачи"


def test_a_list_of_words_in_two_languages_stays_side_by_side() -> None:
    assert rows_to_lines([[["1. сарҳад"], ["1. граница"]], [["2. паноҳгоҳ"], ["2. убежище"]]]) == [
        "1. сарҳад | 1. граница",
        "2. паноҳгоҳ | 2. убежище",
    ]


def test_a_table_without_rows_or_cells_has_no_lines() -> None:
    assert rows_to_lines([]) == rows_to_lines([[]]) == rows_to_lines([[[]], [["", " "]]]) == []


CELLS = st.lists(st.sampled_from(["", " ", "(a)", "1.", "а", "б", "Статья 1", TAJIK[1], RUSSIAN[1], "|"]), max_size=3)


@given(st.lists(st.lists(CELLS, max_size=3), max_size=5))
def test_no_paragraph_of_a_table_is_lost_or_told_twice(rows: list[list[list[str]]]) -> None:
    lines = table_lines(rows)
    wanted = [
        (row, cell, place)
        for row, cells in enumerate(rows)
        for cell, paragraphs in enumerate(cells)
        for place, text in enumerate(paragraphs)
        if text.strip()
    ]
    assert sorted(place for line in lines for place in line.places) == wanted
    for line in lines:
        words = Counter("".join(rows[row][cell][place] for row, cell, place in line.places).replace(" ", ""))
        told = Counter(line.text.replace(" ", ""))
        assert all(told[sign] == count for sign, count in words.items() if sign != "|")
