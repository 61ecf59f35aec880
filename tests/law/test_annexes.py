"""Annexes stand behind the act with units of their own, and a line that only speaks of one begins none."""

import pytest

from muvofiq.law.kind import Kind
from muvofiq.law.tree import Law
from tests.law.small import law, outline

ACT = "Статья 1. Цель\nСлужба.\nСтатья 2. Срок\nДень.\nПрезидент Республики Вестария\nг. Ардвин\n№ 118\n"


def annexes(one: Law) -> list[tuple[str, str, str]]:
    return [(unit.label, str(unit.number), unit.heading) for unit in one.provisions if unit.kind is Kind.ANNEX]


def test_the_signature_stands_between_the_articles_and_the_annex_and_belongs_to_neither() -> None:
    one = law(
        f"{ACT}Приложение 1\nк Закону Республики Вестария\nот 5 мая 2014 года № 118\n"
        "ПЕРЕЧЕНЬ\nорганов\n1. Суд.\n2. Служба."
    )
    assert one.tail == ("Президент Республики Вестария", "г. Ардвин", "№ 118")
    assert outline(one.provisions) == [
        *("article 1: Цель", "  indent 1: Служба.", "article 2: Срок", "  indent 1: День."),
        "annex 1: к Закону Республики Вестария от 5 мая 2014 года № 118 ПЕРЕЧЕНЬ органов",
        *("  point 1: Суд.", "  point 2: Служба."),
    ]


@pytest.mark.parametrize(
    ("line", "label", "number", "heading"),
    [
        ("Приложение", "Приложение", "1", ""),
        ("ПРИЛОЖЕНИЕ № 2", "ПРИЛОЖЕНИЕ № 2", "2", ""),
        ("Приложение № 3 к Закону о границе", "Приложение № 3", "3", "к Закону о границе"),
        ("Приложение 4. Перечень органов", "Приложение 4.", "4", "Перечень органов"),
        ("Приложение II – Образец", "Приложение II –", "2", "Образец"),
        ("Приложение А", "Приложение А", "а", ""),
        ("Утверждено постановлением Правительства", "Утверждено", "1", "постановлением Правительства"),
        ("УТВЕРЖДЕНЫ", "УТВЕРЖДЕНЫ", "1", ""),
    ],
)
def test_russian_annexes_are_known_by_their_first_line(line: str, label: str, number: str, heading: str) -> None:
    found = annexes(law(f"{ACT}{line}\nТекст приложения."))
    assert found == [(label, number, heading)]


@pytest.mark.parametrize(
    ("act", "line", "number"),
    [
        ("Моддаи 1. А\nХадамот.\n", "Замимаи 1 ба Қонуни Ҷумҳурии Вестария", "1"),
        ("Моддаи 1. А\nХадамот.\n", "Замима", "1"),
        ("Моддаи 1. А\nХадамот.\n", "Бо қарори Ҳукумат аз 5 майи соли 2014, № 12 тасдиқ шудааст", "1"),
        ("Моддаи 1. А\nХадамот.\n", "Бо қарори Ҳукумати Ҷумҳурии Вестария\nаз 5 майи соли 2014, № 12", "1"),
        ("1-бап. А\nҚызмет.\n", "2-қосымша", "2"),
        ("1-бап. А\nҚызмет.\n", "Вестария Республикасының Заңына 1-қосымша", "1"),
        ("1-modda. A\nXizmat.\n", "3-ILOVA", "3"),
        ("1-модда. А\nХизмат.\n", "Вазирлар Маҳкамасининг 2014 йил 5 майдаги 12-сон қарорига 1-илова", "1"),
        ("1-берене. А\nКызмат.\n", "1-тиркеме", "1"),
    ],
)
def test_annexes_in_the_other_languages_are_known_too(act: str, line: str, number: str) -> None:
    assert [found for _, found, _ in annexes(law(f"{act}{line}\n"))] == [number]


@pytest.mark.parametrize(
    "line",
    [
        "Приложение 1 к настоящему Закону применяется до 2020 года.",
        "Приложение к договору:",
        "Приложение 2 изложить в новой редакции;",
        "Приложением установлено иное",
        "Приложение | Содержание",
        "Приложение 1 | Перечень",
        "Утверждено им решение не вступает в силу",
        "Замима дорад",
        "Бо қарори Ҳукумат аз 5 май қабул карда шуд",
    ],
)
def test_a_line_that_only_speaks_of_an_annex_begins_none(line: str) -> None:
    assert annexes(law(f"{ACT}{line}\nТекст.")) == []


def test_no_annex_begins_within_a_sentence() -> None:
    assert annexes(law("Статья 1. Цель\nСлужба хранит договор,\nПриложение 1\nи список.")) == []


def test_no_annex_stands_before_the_act() -> None:
    one = law("Приложение 1\nк приказу Службы\nПРАВИЛА\n1. Служба.\n2. Палата.")
    assert one.head == ("Приложение 1", "к приказу Службы", "ПРАВИЛА")
    assert [unit.kind for unit in one.provisions] == [Kind.POINT, Kind.POINT]


def test_an_annex_that_is_approved_is_one_annex() -> None:
    assert annexes(law(f"{ACT}Приложение\nУтверждено\nпостановлением Правительства\nПОЛОЖЕНИЕ\n1. Суд.")) == [
        ("Приложение", "1", "Утверждено постановлением Правительства ПОЛОЖЕНИЕ"),
    ]


def test_annexes_with_one_number_can_still_be_cited_apart() -> None:
    one = law(f"{ACT}Приложение\nТаблица.\nПриложение\nСхема.")
    assert [address.eid for address, _, _ in one.articles()] == ["art_1", "art_2", "annex_1", "annex_1_2"]


def test_the_name_of_an_annex_ends_where_its_text_begins() -> None:
    (annex,) = law(f"{ACT}Приложение 1\nПЕРЕЧЕНЬ\nорганов\nСуд\nПалата").provisions[2:]
    assert annex.heading == "ПЕРЕЧЕНЬ органов"
    assert [child.text for child in annex.children] == ["Суд", "Палата"]


@pytest.mark.parametrize("row", ["1 | Суд", "– Суд", "Суд рассматривает:", "Суд."])
def test_rows_dashes_and_sentences_are_no_name_of_an_annex(row: str) -> None:
    (annex,) = law(f"{ACT}Приложение 1\n{row}").provisions[2:]
    assert (annex.heading, [child.text for child in annex.children]) == ("", [row])


def test_an_annex_may_have_articles_and_signatures_of_its_own() -> None:
    protocol = "Приложение 1\nПРОТОКОЛ\nСтатья 1. Органы\nСлужба.\nСтатья 2. Язык\nРусский.\nПредседатель Комиссии"
    one = law(f"{ACT}{protocol}")
    assert [address.eid for address, _, _ in one.articles()] == ["art_1", "art_2", "annex_1__art_1", "annex_1__art_2"]
    assert one.tail[-1] == "Председатель Комиссии"


def test_an_annex_follows_a_table_however_its_last_row_ends() -> None:
    row = "Служба проверки документов на железной дороге | ведомство, названное в пункте 12 приказа о службе"
    one = law(f"{ACT}ПРИЛОЖЕНИЕ 1\nПЕРЕЧЕНЬ\n1. Органы\n{row}\nПриложение 2\nОБРАЗЕЦ\nТекст приложения.")
    assert [number for _, number, _ in annexes(one)] == ["1", "2"]


def test_an_annex_in_capitals_follows_a_line_without_a_full_stop() -> None:
    last = "бланк справки о приёме заявления, который заполняет должностное лицо на границе"
    one = law(f"{ACT}ПРИЛОЖЕНИЕ 1\nПЕРЕЧЕНЬ\n1. Органы\n{last}\nПРИЛОЖЕНИЕ 2\nОБРАЗЕЦ\nТекст приложения.")
    assert [number for _, number, _ in annexes(one)] == ["1", "2"]
