"""Raised figures that were lost are found by the order of the numbers, and ordinary numbers stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.law.build import build_law
from muvofiq.law.headings import Piece
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.raised_figures import restore_raised_figures
from muvofiq.law.review import Review
from muvofiq.text.damage import Damage, Repair
from tests.law.small import law, source


def restored(numbers: str, kind: Kind = Kind.ARTICLE) -> list[str]:
    pieces = [Piece(line, "", kind, Number.parse(number)) for line, number in enumerate(numbers.split(), 1)]
    return [str(piece.number) for piece in restore_raised_figures(pieces)[0]]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("58 59 591 592 60", "58 59 59(1) 59(2) 60"),
        ("59 595 60", "59 59(5) 60"),
        ("101 102 103 1031", "101 102 103 103(1)"),
        ("268 269 2691 270", "268 269 269(1) 270"),
        ("1 11 2 3", "1 1(1) 2 3"),
        ("36 371 38", "36 37(1) 38"),
        ("2 3 31", "2 3 3(1)"),
        ("223 2231 22310 224", "223 223(1) 223(10) 224"),
        ("4 4(1) 42 5", "4 4(1) 4(2) 5"),
        ("5 51 1 2", "5 5(1) 1 2"),
        ("48 481 482 482-1 483 49", "48 48(1) 48(2) 48(2)(1) 48(3) 49"),
    ],
)
def test_a_number_between_n_and_the_next_one_that_begins_with_n_has_lost_raised_figures(
    printed: str, meant: str
) -> None:
    assert restored(printed) == meant.split()


@pytest.mark.parametrize(
    "numbers",
    [
        "9 10 11 12 13",
        "1 12 13 14",
        "274 275 276",
        "97 98 99 100 101",
        "1 2 5 9 15 16",
        "130 130(1) 131",
        "1 2 3 1 2 3",
        "1 17(1) 18",
        "19 20 21 22",
        "10 20 30 40",
        "101 102",
        "2 2a 3",
        "7",
    ],
)
def test_numbers_that_ascend_stay_as_they_are_printed(numbers: str) -> None:
    assert restored(numbers) == numbers.split()


@given(st.lists(st.integers(1, 40), min_size=1, max_size=60), st.integers(1, 400))
def test_no_act_whose_numbers_follow_each_other_is_touched(steps: list[int], first: int) -> None:
    numbers = [str(number) for number in range(first, first + len(steps))]
    assert restored(" ".join(numbers)) == numbers


@given(
    st.integers(2, 300),
    st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), max_size=8, unique_by=lambda at: at[0]),
)
def test_whole_rows_of_lost_figures_are_found_in_an_act_without_gaps(
    first: int, inserted: list[tuple[int, int]]
) -> None:
    behind = dict(inserted)
    meant = [
        Number(str(first + at), (figure,) if figure else ())
        for at in range(10)
        for figure in range(behind.get(at, 0) + 1)
    ] + [Number(str(first + 10))]
    printed = " ".join("".join((number.stem, *map(str, number.inserted))) for number in meant)
    assert restored(printed) == [str(number) for number in meant]


def test_each_part_of_the_act_has_a_row_of_its_own() -> None:
    text = "Статья 1. А\n1. Б\n2. В\n21. Г\n3. Д\nСтатья 2. Е\n1. Ж:\n1) з;\n11) и;\n2) к.\n2. Л"
    assert [str(unit.number) for _, unit, _ in law(text).units()] == [
        *("1", "1", "2", "2(1)", "3"),
        *("2", "1", "1", "1(1)", "2", "2"),
    ]


def test_chapters_have_lost_their_raised_figures_too() -> None:
    text = "Глава 2. А\nСтатья 1. Б\nГлава 21. В\nСтатья 2. Г\nГлава 3. Д\nСтатья 3. Е"
    assert [str(chapter.number) for chapter in law(text).provisions] == ["2", "2(1)", "3"]


def test_articles_of_an_annex_are_counted_anew() -> None:
    one = law("Статья 1. А\nСтатья 2. Б\nПриложение\nСтатья 1. В\nСтатья 11. Г\nСтатья 2. Д")
    assert [address.eid for address, _, _ in one.articles()] == [
        *("art_1", "art_2", "annex_1__art_1", "annex_1__art_1-1", "annex_1__art_2"),
    ]


def test_each_label_is_a_repair_on_record_and_a_remark_tells_how_many() -> None:
    one = law("Статья 1. А\nСтатья 11. Б\nСтатья 12. В\nСтатья 2. Г")
    assert [unit.label for unit in one.provisions] == ["Статья 1.", "Статья 1¹.", "Статья 1².", "Статья 2."]
    assert one.repairs == (
        Repair(2, "Статья 11", "Статья 1¹", Damage.RAISED),
        Repair(3, "Статья 12", "Статья 1²", Damage.RAISED),
    )
    assert [unit.number.eid for unit in one.provisions] == ["1", "1-1", "1-2", "2"]
    assert [str(remark) for remark in one.remarks] == [
        "2 numbers had lost their raised figures; the order of the units tells that 1301 means 130(1)."
    ]


def test_a_repair_that_is_refused_is_not_made_and_the_others_are() -> None:
    text = "Статья 5. А\nСтатья 51. Б\nСтатья 52. В\nСтатья 6. Г"
    one = build_law(source(text), Review(frozenset({Repair(2, "Статья 51", "Статья 5¹", Damage.RAISED).key})))
    assert [unit.label for unit in one.provisions] == ["Статья 5.", "Статья 51.", "Статья 5².", "Статья 6."]
    assert [repair.before for repair in one.repairs] == ["Статья 52"]


def test_figures_behind_the_letter_of_a_subpoint_were_raised() -> None:
    one = law("Статья 1. А\n1) б:\nа) в;\nа1) г;\nб) д.")
    assert [unit.label for unit in one.provisions[0].children[0].children] == ["а)", "а¹)", "б)"]
    assert one.repairs == (Repair(4, "а1)", "а¹)", Damage.RAISED),)


def test_roman_numbers_and_words_lose_no_figures() -> None:
    text = "Глава II. А\nСтатья 1. Б\nГлава XXI. В\nСтатья 2. Г\nГлава III. Д\nСтатья 3. Е"
    assert [str(chapter.number) for chapter in law(text).provisions] == ["2", "21", "3"]


def test_an_act_with_all_its_figures_leaves_no_remark() -> None:
    one = law("Статья 1. А\nСтатья 1¹. Б\nСтатья 2. В")
    assert (one.remarks, one.repairs) == ((), ())


@pytest.mark.usefixtures("quick")
def test_ten_thousand_articles_take_less_than_a_second() -> None:
    assert len(restored(" ".join(map(str, range(1, 10_001))))) == 10_000
