"""«ЧАСТЬ ПЕРВАЯ» alone on a line begins a part of a code; in a title, an article or a sentence it begins nothing."""

import pytest

from muvofiq.law.build import build_law
from muvofiq.law.kind import Kind
from muvofiq.law.tree import Law
from muvofiq.text.read import read_bytes
from tests.law.small import law, outline, piece
from tests.paths import real

CODE = """КОДЕКС РЕСПУБЛИКИ ВЕСТАРИЯ
ЧАСТЬ ПЕРВАЯ
Раздел I. ПОЛЯ
Статья 1. Поле
1. Поле ровное:
1) вверху;
2) внизу.
{inside}
ЧАСТЬ ВТОРАЯ
Раздел II. ЛУГА
Глава 1. ТРАВА
Статья 2. Луг
1. Луг зелёный.
ЧАСТЬ ТРЕТЬЯ
Статья 3. Срок
Весна.
"""


def divisions(one: Law) -> list[tuple[str, str]]:
    return [(str(unit.number), unit.heading) for _, unit, _ in one.units() if unit.kind is Kind.DIVISION]


def test_the_parts_of_a_code_gather_its_sections_and_what_stands_in_them_nests_as_elsewhere() -> None:
    assert outline(law(CODE.format(inside="2. Поле широкое.")).provisions) == [
        *("division 1: ", "  section 1: ПОЛЯ", "    article 1: Поле", "      part 1: Поле ровное:"),
        *("        point 1: вверху;", "        point 2: внизу.", "      part 2: Поле широкое."),
        *("division 2: ", "  section 2: ЛУГА", "    chapter 1: ТРАВА", "      article 2: Луг"),
        *("        part 1: Луг зелёный.", "division 3: ", "  article 3: Срок", "    indent 1: Весна."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Часть вторая",
        "Часть вторая.",
        "Часть вторая. (Утратила силу - Закон РВ от 5 мая 2014 года № 12)",
        "Часть третья утратила силу",
        "Часть третья утратила силу.",
        "ЧАСТЬ ВТОРАЯ УТРАТИЛА СИЛУ",
        "ЧАСТЬ ВТОРАЯ. ЛУГА",
        "Часть ВТОРАЯ",
        "часть вторая",
        "ЧАСТЬ ВТОРОЙ",
        "ЧАСТЬ ВТОРАЯ (Утратила силу - Закон РВ от 5 мая 2014 года № 12)",
        "ЧАСТЬ ВТОРАЯ\nЛуг зелёный.",
        "ЧАСТЬ ВТОРАЯ\n3) посередине.",
        "ЧАСТЬ ВТОРАЯ\n2. Поле широкое.",
    ],
)
def test_the_part_of_an_article_never_begins_a_part_of_the_code(line: str) -> None:
    one = law(CODE.format(inside=f"{line}\n2. Поле высокое."))
    assert divisions(one) == [("1", ""), ("2", ""), ("3", "")]
    within = [unit for address, unit, _ in one.units() if "art_1" in address.eid]
    said = " ".join(f"{unit.label} {unit.text} {' '.join(note.text for note in unit.notes)}" for unit in within)
    assert all(words in said for words in line.partition("\n")[0].partition(" (")[0].split())
    assert "Поле высокое." in said


@pytest.mark.parametrize(
    "below",
    [
        "Принята Собранием Вестарии\n5 мая 2014 года",
        "от 5 мая 2014 года № 12",
        "Принята Собранием Вестарии 5 мая 2014 года\n(в редакции Закона РВ от 5 мая 2015 года № 3)",
    ],
)
def test_the_part_that_a_title_names_stays_in_the_title(below: str) -> None:
    one = law(f"КОДЕКС РЕСПУБЛИКИ ВЕСТАРИЯ\nЧАСТЬ ВТОРАЯ\n{below}\nРаздел II. ЛУГА\nСтатья 2. Луг\nЛуг зелёный.")
    assert divisions(one) == []
    assert one.title == "КОДЕКС РЕСПУБЛИКИ ВЕСТАРИЯ ЧАСТЬ ВТОРАЯ"
    assert below.partition("\n")[0] in one.head


@pytest.mark.parametrize(
    ("below", "heading"),
    [
        ("ПОЛЯ И ЛУГА", "ПОЛЯ И ЛУГА"),
        ("ПОЛЯ\nИ ЛУГА", "ПОЛЯ И ЛУГА"),
        ("Поля и луга", "Поля и луга"),
        ("(Наименование в редакции Закона РВ от 5 мая 2014 года № 12)", ""),
    ],
)
def test_a_part_of_a_code_may_have_a_name_and_a_note_below_it(below: str, heading: str) -> None:
    one = law(f"КОДЕКС\nЧАСТЬ ПЕРВАЯ\n{below}\nРаздел I. ПОЛЯ\nСтатья 1. Поле\nПоле ровное.")
    assert divisions(one) == [("1", heading)]


def test_an_act_in_points_may_have_parts_too() -> None:
    text = "ПРАВИЛА ПОЛЕЙ\nЧАСТЬ ПЕРВАЯ\n1. Поле ровное.\n2. Поле широкое.\nЧАСТЬ ВТОРАЯ\n3. Луг зелёный."
    assert outline(law(text).provisions) == [
        *("division 1: ", "  point 1: Поле ровное.", "  point 2: Поле широкое."),
        *("division 2: ", "  point 3: Луг зелёный."),
    ]


@pytest.mark.parametrize("text", ["ЧАСТЬ ПЕРВАЯ", "ЧАСТЬ ПЕРВАЯ.", "ЧАСТЬ  ДВАДЦАТЬ ПЕРВАЯ"])
def test_the_line_may_end_with_a_stop(text: str) -> None:
    assert piece(text).kind is Kind.DIVISION


@pytest.mark.usefixtures("quick")
def test_a_thousand_parts_without_units_take_no_time() -> None:
    one = law("Статья 1. Поле\n" + "ЧАСТЬ ПЕРВАЯ\n" * 2_000 + "Поле.")
    assert len(one.provisions) >= 1


def test_the_six_parts_of_a_real_code_stand_above_its_sections() -> None:
    path = real("gold/structure/ru_labour/source.html")
    one = build_law(read_bytes(path.read_bytes(), path.name))
    assert divisions(one) == [(str(number), "") for number in range(1, 7)]
    assert {unit.kind for unit in one.provisions} == {Kind.DIVISION}
