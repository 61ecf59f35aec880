"""What a person should check in a law is told once, at its place; a law that was read well gives hardly a doubt."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.law.build import build_law
from muvofiq.law.doubt import REMARKS, Doubt, Suspicion
from muvofiq.law.doubts import doubts_of
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.opening import open_laws
from muvofiq.law.review import Correction, Review
from tests.law.small import law, source
from tests.paths import LAW_BOOK, SAMPLES, real

EXTRACTS = ("administrative", "criminal")  # of which our law book holds some articles only


def told(text: str) -> list[tuple[str, int, str]]:
    return [(one.kind.value, one.line, one.eid) for one in doubts_of(law(text))]


def said(text: str) -> list[str]:
    return [str(one) for one in doubts_of(law(text))]


def articles(*numbers: object) -> str:
    return "".join(f"Статья {number}. Цель\nТекст.\n" for number in numbers)


def test_an_article_without_words_is_told_in_a_short_act_too() -> None:
    assert told("Статья 1. Цель\nСтатья 2. Слова\nСлова.\n") == [("empty", 1, "art_1")]
    assert told("Статья 1. Цель закона\nСтатья 2. Слова закона\nСтатья 3. Конец\nВсё.\n") == []


def test_a_missing_article_is_told_where_the_next_one_stands() -> None:
    assert told(articles(1, 2, 5)) == [("gap", 5, "art_5")]
    assert said(articles(1, 2, 5)) == ["5 comes directly after 2: is 3, 4 missing?"]


def test_many_missing_articles_are_told_as_a_range() -> None:
    assert said(articles(1, 90)) == ["90 comes directly after 1: is 2 – 89 missing?"]


@pytest.mark.parametrize("number", ["999999", "20210515", "9" * 30, "1-999999"])
@pytest.mark.usefixtures("quick")
def test_one_wrong_number_is_one_doubt_however_large_the_gap_is(number: str) -> None:
    correction = Correction(3, Kind.ARTICLE, Number.parse(number))
    gap = doubts_of(build_law(source(articles(1, 2, 3)), Review(corrections=(correction,))))[0]
    assert (gap.kind, gap.line) == (Suspicion.GAP, 3)
    assert " – " in str(gap.values["missing"])


def test_inserted_articles_are_counted_too() -> None:
    assert said(articles(1, "1-1", "1-3", "3-1")) == [
        "1(3) comes directly after 1(1): is 1(2) missing?",
        "3(1) comes directly after 1(3): is 2, 3 missing?",
    ]


def test_a_law_that_does_not_begin_with_its_first_article_says_so() -> None:
    assert said(articles(3, 4)) == ["The numbers begin with 3: is 1, 2 missing?"]


def test_an_article_that_comes_twice_or_too_late_is_told() -> None:
    assert told(articles(1, 2, 2, 3)) == [("again", 5, "art_2_2")]
    assert told(articles(1, 2, 4, 3, 5)) == [("gap", 5, "art_4"), ("back", 7, "art_3"), ("gap", 9, "art_5")]


def test_repealed_ranges_are_no_gap() -> None:
    text = f"{articles(1)}Статьи 2-4. Утратили силу\n{articles(5)}"
    assert told(text) == []


@pytest.mark.parametrize(
    "note", ["Сноска. Статья 2 исключена Законом РК от 12.03.2010.", "Сноска. Статьи 2-3 утратили силу."]
)
def test_a_note_beside_the_place_accounts_for_what_is_gone(note: str) -> None:
    text = f"Статья 1. Цель\nТекст.\n{note}\n{articles(3 if '2 ' in note else 4)}"
    assert told(text) == []


def test_a_note_that_speaks_of_something_else_accounts_for_nothing() -> None:
    text = f"Статья 1. Цель\nТекст.\nСноска. Статья 2 в редакции Закона РК от 12.03.2010.\n{articles(4)}"
    assert told(text) == [("gap", 4, "art_4")]


def test_parts_and_points_are_counted_in_their_unit() -> None:
    text = "Статья 1. Цель\n1. Часть:\n1) раз;\n3) три.\n3. Часть.\nСтатья 2. Конец\n1. Всё.\n"
    assert told(text) == [("gap", 4, "art_1__para_1__point_3"), ("gap", 5, "art_1__para_3")]


def test_lists_begin_anew_behind_running_text() -> None:
    text = "Статья 1. Цель\nОдни:\n1) раз;\n2) два.\nДругие:\n1) раз;\n2) два.\n"
    letters = text.replace("1)", "а)").replace("2)", "б)")
    assert told(text) == told(letters) == []


def test_letters_are_only_looked_at_for_repetition() -> None:
    text = "Статья 1. Цель\nЭто:\nа) раз;\nв) три;\nв) четыре.\n"
    assert told(text) == [("again", 5, "art_1__point_в_2")]


def test_chapters_begin_anew_in_each_section_or_run_through() -> None:
    anew = "Раздел I. А\nГлава 1. Б\nСтатья 1. В\nТ.\nРаздел II. Г\nГлава 1. Д\nСтатья 2. Е\nТ.\n"
    assert told(anew) == told(anew.replace("Глава 1. Д", "Глава 2. Д")) == []
    assert told(anew.replace("Глава 1. Д", "Глава 4. Д")) == [("gap", 6, "sec_2__chp_4")]


def test_units_of_an_annex_are_counted_for_themselves() -> None:
    act = f"{articles(1, 2)}Президент\nА. Б.\nПриложение 1\n1. Порядок.\n2. Срок.\n"
    assert told(act) == []


def test_the_first_sentence_of_a_note_of_the_law_is_its_number_one() -> None:
    assert told("Статья 1. Цель\nТекст.\nПримечания. 1. Один.\n2. Два.\n3. Три.\n") == []


def test_a_very_long_paragraph_is_told() -> None:
    assert told(f"Статья 1. Цель\n1. {'Слово. ' * 900}\n") == [("long", 2, "art_1__para_1")]


def test_an_article_that_has_swallowed_others_is_told() -> None:
    swallowed = "".join(f"Стаття {number}. Цель\n{'Слова закона. ' * 40}\n" for number in range(2, 32))
    found = doubts_of(law(f"{articles(1)}{swallowed}{articles(32, 33, 34)}"))
    assert [(one.kind, one.eid) for one in found] == [(Suspicion.LONG, "art_1"), (Suspicion.GAP, "art_32")]


def test_a_heading_with_words_of_the_law_in_it_is_told() -> None:
    assert told(f"Статья 1. {'Слово закона ' * 60}\nТекст.\n") == [("long heading", 1, "art_1")]


def test_an_article_without_anything_is_told_unless_it_is_repealed() -> None:
    assert told(f"{articles(1)}Статья 2\n{articles(3)}") == [("empty", 3, "art_2")]
    assert told(f"{articles(1)}Статья 2. Утратила силу\n{articles(3)}") == []


def test_an_article_without_words_is_told_where_nearly_all_others_have_some() -> None:
    text = f"{articles(*range(1, 12))}Статья 12. Режим\n{articles(13)}"
    assert told(text) == [("empty", 23, "art_12")]
    assert told("".join(f"Статья {number}. Все равны перед законом.\n" for number in range(1, 13))) == []


def test_an_article_without_heading_is_told_where_nearly_all_others_have_one() -> None:
    text = f"{articles(*range(1, 12))}Статья 12\n1. Режим устанавливает закон.\n{articles(13)}"
    assert told(text) == [("no heading", 23, "art_12")]
    assert told("".join(f"Статья {number}\n1. Все равны.\n" for number in range(1, 13))) == []


def test_words_that_stand_in_no_unit_are_told() -> None:
    filler = "Здесь стоят слова, о которых никто не знает, куда они относятся; "
    assert told(f"ЗАКОН\nО мире\n{filler * 12}\n{articles(1)}")[0] == ("left over", 0, "")
    behind = "Президент\nА. Иванов\n" + "".join(f"{filler[:100]} {one}\n" for one in range(8))
    assert told(f"{articles(1)}{behind}")[-1] == ("left behind", 0, "")
    assert told(f"ЗАКОН\nО мире\nПринят Парламентом\n{articles(1)}Президент\nА. Иванов\n") == []


def test_an_article_in_another_language_is_told() -> None:
    tajik = (
        "Статья 2. Цель\nБа мақсади ин қонун ва бо назардошти он, ки дар он барои ҳар кас аз рӯи қонун ҳуқуқ ҳаст.\n"
    )
    assert told(f"{articles(1)}{tajik}{articles(3)}") == [("language", 3, "art_2")]


def test_every_suspicion_has_its_sentence() -> None:
    assert [kind for kind, _ in REMARKS] == list(Suspicion)


@pytest.mark.parametrize("path", sorted([*LAW_BOOK.glob("*.txt"), *SAMPLES.glob("*.txt")]), ids=lambda path: path.name)
def test_our_own_laws_raise_no_doubt_but_for_what_the_extracts_leave_out(path: Path) -> None:
    (read,) = open_laws(path.read_bytes(), path.name)
    allowed = {Suspicion.GAP, Suspicion.BEGINNING} if path.name.startswith(EXTRACTS) else set()
    assert {one.kind for one in doubts_of(read)} <= allowed


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("structure/ru_family/source.html", 0),
        ("structure/kz_code_on_administrative_procedures_ru/source.txt", 0),
        ("structure/eu_32022l2555_en/source.xml", 0),
        ("structure/uz_oila_kodeksi/source.txt", 3),  # articles that the state's own file no longer prints
        ("tajik/documents/jam.ru.txt", 0),
    ],
)
def test_a_real_law_that_is_in_order_raises_hardly_a_doubt(name: str, most: int) -> None:
    path = real(f"gold/{name}")
    (read,) = open_laws(path.read_bytes(), path.name)
    assert len(doubts_of(read)) <= most


@given(st.lists(st.integers(1, 12), min_size=2, max_size=12))
def test_numbers_raise_no_doubt_exactly_where_they_ascend_by_one(numbers: list[int]) -> None:
    found: tuple[Doubt, ...] = doubts_of(law(articles(*numbers)))
    in_order = numbers == list(range(1, len(numbers) + 1))
    restored = any(unit.number.inserted for unit in law(articles(*numbers)).provisions)  # 11 read as 1(1)
    assert restored or bool(found) != in_order
