"""Notes of all the countries of the region tell when and by which act a unit was changed."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.law.build import build_law
from muvofiq.law.history import Deed, Event, amending_acts, history_of, history_of_unit
from muvofiq.law.identity import dates_in
from muvofiq.law.tree import Note
from muvofiq.text.read import read_file
from tests.law.small import law
from tests.paths import RUSSIAN, TAJIK, real

# Language, note, deed, act, number, day of the act.
ONE_CHANGE = [
    ("ru", "(в редакции Закона РВ от 28.12.2012г.№919)", Deed.NEW_WORDING, "Закона РВ", "919", "2012-12-28"),
    ("ru", "(Закон РВ от 02.01.2019 г. № 1563)", Deed.AMENDED, "Закон РВ", "1563", "2019-01-02"),
    ("ru", "(ЗРВ от 1.08.12г., №899;", Deed.AMENDED, "ЗРВ", "899", "2012-08-01"),
    ("ru", "(КЗРВ от 19.07.19 г., №16)", Deed.AMENDED, "КЗРВ", "16", "2019-07-19"),
    ("ru", "(Утратил силу Законом РВ от 3.08.2018 г.)", Deed.REPEALED, "Законом РВ", "", "2018-08-03"),
    ("ru", "(исключен - № 42 от 29.03.2000)", Deed.REMOVED, "", "42", "2000-03-29"),
    ("ru", "(В редакции Закона КВ от 26 июля 2011 года № 141)", Deed.NEW_WORDING, "Закона КВ", "141", "2011-07-26"),
    (
        "ru",
        "(Дополнение статьей - Федеральный закон от 08.12.2020 № 7-ФЗ)",
        Deed.ADDED,
        "Федеральный закон",
        "7-ФЗ",
        "2020-12-08",
    ),
    (
        "ru",
        "(Наименование в редакции Федерального закона от 08.12.2020 № 7-ФЗ)",
        Deed.RENAMED,
        "Федерального закона",
        "7-ФЗ",
        "2020-12-08",
    ),
    (
        "ru",
        "Сноска. Глава 11 дополнена статьей 12-1 в соответствии с Законом РВ от 06.04.2016 № 9-V.",
        Deed.ADDED,
        "Законом РВ",
        "9-V",
        "2016-04-06",
    ),
    ("ru", "(Введен в действие Законом КВ от 8 мая 1996 года № 16)", Deed.IN_FORCE, "Законом КВ", "16", "1996-05-08"),
    (
        "ru",
        "(статья 1 в редакции Закона Республики Вестария от 20 марта 2019 года № ЗРВ-5 — СЗ РУз, 21.03.2019 г., № 3)",
        Deed.NEW_WORDING,
        "Закона Республики Вестария",
        "ЗРВ-5",
        "2019-03-20",
    ),
    ("tg", "(Қонуни ҶВ аз 2.01.2019 № 15)", Deed.AMENDED, "Қонуни ҶВ", "15", "2019-01-02"),
    ("tg", "(ҚҶВ аз 28.12.12с.№ 919)", Deed.AMENDED, "ҚҶВ", "919", "2012-12-28"),
    ("tg", "( Қ ҶВ аз 02.01.2019с., №15)", Deed.AMENDED, "Қ ҶВ", "15", "2019-01-02"),
    ("tg", "(ҚКҶВ аз 19.07.19 с., №16)", Deed.AMENDED, "ҚКҶВ", "16", "2019-07-19"),
    ("tg", "(дар таҳрири Қонуни ҶВ аз 26 июли соли 2014, № 9)", Deed.NEW_WORDING, "Қонуни ҶВ", "9", "2014-07-26"),
    (
        "kk",
        "Ескерту. 7-бап алып тасталды – ҚР 17.12.2025 № 2-VIII (жарияланған күнінен кейін) Заңымен.",
        Deed.REMOVED,
        "Заңымен",
        "2-VIII",
        "2025-12-17",
    ),
    (
        "uz",
        "(1-modda 2019-yil 20-martdagi OʻRQ-5-sonli Qonuni tahririda — Qonunchilik maʼlumotlari, 21.03.2019-y., 3-son)",
        Deed.NEW_WORDING,
        "Qonuni",
        "OʻRQ-5",
        "2019-03-20",
    ),
    (
        "uz",
        "(1-модда 2019 йил 20 мартдаги ЎРҚ-5-сонли Қонуни таҳририда)",
        Deed.NEW_WORDING,
        "Қонуни",
        "ЎРҚ-5",
        "2019-03-20",
    ),
    (
        "ky",
        "(КВ 2011-жылдын 26-июлундагы № 141 Мыйзамынын редакциясына ылайык)",
        Deed.NEW_WORDING,
        "Мыйзамынын",
        "141",
        "2011-07-26",
    ),
    ("en", "(amended by Law No. 15 of 2 January 2019)", Deed.AMENDED, "Law", "15", "2019-01-02"),
]


@pytest.mark.parametrize(("language", "text", "deed", "act", "number", "day"), ONE_CHANGE)
def test_a_note_tells_deed_act_number_and_date(
    language: str, text: str, deed: Deed, act: str, number: str, day: str
) -> None:
    (event,) = history_of(Note(text, 1), language)
    assert (event.deed, event.act, event.number, event.day) == (deed, act, number, date.fromisoformat(day))
    assert event.words in text


LIST = (
    "Сноска. Статья 5 с изменениями, внесенными законами РВ от 22.12.2016 № 28-VI (вводится в действие по истечении "
    "десяти дней); от 24.11.2021 № 75-VII (вводится в действие с 01.01.2022); исключена Законом РВ от 01.02.2023 № 3."
)


def test_a_list_of_acts_is_read_one_by_one_each_with_its_own_day_of_force() -> None:
    assert [(event.deed, event.number, event.in_force) for event in history_of(Note(LIST, 1), "ru")] == [
        (Deed.AMENDED, "28-VI", None),
        (Deed.AMENDED, "75-VII", date(2022, 1, 1)),
        (Deed.REMOVED, "3", None),
    ]


def test_each_event_quotes_its_own_stretch_of_the_note() -> None:
    first, second, last = history_of(Note(LIST, 1), "ru")
    assert first.words.startswith("Сноска.")
    assert second.words == "от 24.11.2021 № 75-VII (вводится в действие с 01.01.2022)"
    assert last.words == "исключена Законом РВ от 01.02.2023 № 3."


def test_a_kazakh_list_names_the_kind_of_act_once_at_its_end() -> None:
    text = (
        "Ескерту. 4-бапқа өзгерістер енгізілді - ҚР 2004.12.20 № 13 (2005 жылғы 1 қаңтардан бастап күшіне енеді); "
        "30.12.2024 № 148-VIII (алғашқы ресми жарияланған күнінен кейін) Заңдарымен."
    )
    first, second = history_of(Note(text, 1), "kk")
    assert (first.day, first.number, first.in_force) == (date(2004, 12, 20), "13", date(2005, 1, 1))
    assert (second.day, second.number, second.in_force) == (date(2024, 12, 30), "148-VIII", None)
    assert first.act == second.act == "Заңдарымен"


def test_two_opening_brackets_and_one_closing_are_two_changes() -> None:
    events = history_of(Note("(ҚҶВ аз 16.04.12с., №8; (ҚҶВ аз 30.05.17с., №14)", 1), "tg")
    assert [(event.number, event.day) for event in events] == [("8", date(2012, 4, 16)), ("14", date(2017, 5, 30))]


def test_what_is_only_announced_is_marked_as_planned() -> None:
    text = (
        "Подпункт 1) предусматривается исключить Законом РВ от 09.01.2026 № 2-VIII (вводится в действие с 01.07.2026)."
    )
    (event,) = history_of(Note(text, 1), "ru")
    assert (event.deed, event.planned, event.in_force) == (Deed.REMOVED, True, date(2026, 7, 1))


def test_a_note_may_tell_only_the_day_of_force() -> None:
    text = "Вводится в действие с 01.01.2016."
    assert history_of(Note(text, 1), "ru") == (Event(Deed.IN_FORCE, "", "", None, date(2016, 1, 1), text),)


def test_the_end_of_a_suspension_is_not_the_date_of_the_act() -> None:
    (event,) = history_of(Note("Действие пункта 5 приостановлено до 01.05.2026 Законом РВ от 19.06.2024 № 9.", 1), "ru")
    assert (event.deed, event.day) == (Deed.SUSPENDED, date(2024, 6, 19))


@pytest.mark.parametrize(
    "text",
    [
        "Примечание ИЗПИ!",
        "Сноска. По всему тексту:",
        "(в редакции Закона РВ)",
        "См. Закон РВ от 05.05.2010 № 600 «О границе».",
        "(в редакции Закона РВ от 31.02.2012 № 9)",
        "Порядок введения в действие см. ст. 32",
    ],
)
def test_what_tells_no_date_of_a_change_stays_a_note_without_history(text: str) -> None:
    assert history_of(Note(text, 1), "ru") == ()


def test_a_footnote_that_cites_an_act_is_no_history() -> None:
    text = "(¹) Directive as last amended by Directive 2005/29/EC of 11 May 2005 (OJ L 149, 11.6.2005, p. 22)."
    assert history_of(Note(text, 1), "en") == ()


def test_the_history_of_a_unit_unites_its_notes_in_order_of_time_and_says_nothing_twice() -> None:
    text = "Статья 1. Граница (ЗРВ от 30.05.17 г., №14)\nТекст. (ЗРВ от 16.04.12г., №8)\n"
    article = law(text + "Статья 2. Служба\nТекст.").provisions[0]
    assert [event.number for event in history_of_unit(article, "ru")] == ["14"]
    double = law(
        "Статья 1. Граница\n(ЗРВ от 30.05.17 г., №14)\n(ЗРВ от 16.04.12г., №8)\n(ЗРВ от 16.04.12г., №8)\nТекст."
    )
    assert [event.number for event in history_of_unit(double.provisions[0], "ru")] == ["8", "14"]


def test_the_words_of_a_repealed_unit_are_its_history() -> None:
    text = "Статья 1. Граница\n1) исключен Законом РВ от 01.02.2023 № 3;\n2) служба.\nСтатья 2. Служба\nТекст."
    point = law(text).provisions[0].children[0]
    (event,) = history_of_unit(point, "ru")
    assert (event.deed, event.number) == (Deed.REMOVED, "3")


def test_the_amending_acts_of_a_law_are_listed_once_with_the_units_they_touched() -> None:
    act = law(
        "ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ\nО границе\n(В редакции законов РВ от 16.04.2012 № 8, от 30.05.2017 № 14)\n"
        "Статья 1. Граница\n1. Черта. (ЗРВ от 30.05.17 г., №14)\n2. Служба.\n"
        "Статья 2. Сбор\n1. Сбор. (ЗРВ от 30.05.17 г., №14)\n"
        "Примечание ИЗПИ!\nПункт 2 предусматривается исключить Законом РВ от 09.01.2026 № 2.\n2. Плата.\n"
    )
    found = [(one.day.year, one.number, [reference.eid for reference in one.units]) for one in amending_acts(act)]
    assert found == [(2012, "8", []), (2017, "14", ["art_1__para_1", "art_2__para_1"])]


def test_the_list_of_editions_of_an_eu_act_is_its_chain() -> None:
    act = law(
        "►B | DIRECTIVE 1999/9/EC of 25 May 1999 on borders\nAmended by:\n"
        "►M1 | DIRECTIVE 2011/8/EU OF THE COUNCIL of 25 October 2011 | L 304 | 64 | 22.11.2011\n"
        "Article 1\nThe border is a line.\nArticle 2\nThe line is the border.\n"
    )
    assert [(one.act, one.day) for one in amending_acts(act)] == [("DIRECTIVE 2011/8/EU", date(2011, 10, 25))]


@pytest.mark.parametrize("path", [RUSSIAN, TAJIK])
def test_the_samples_name_the_amending_act_of_2019(path: Path) -> None:
    assert (date(2019, 1, 2), "15") in {(one.day, one.number) for one in amending_acts(build_law(read_file(path)))}


@pytest.mark.parametrize("name", ["tajik/documents/jam.tg.txt", "tajik/documents/jam.ru.txt"])
def test_every_dated_note_of_a_real_law_gives_its_history(name: str) -> None:
    act = build_law(read_file(real(f"gold/{name}")))
    notes = [note for _, unit, _ in act.units() for note in unit.notes if dates_in(note.text)]
    assert len(notes) > 50
    assert all(history_of(note, act.language) for note in notes)


@given(
    st.text(alphabet="(№)0123456789.;, отзаконРВдополнен\n-VI", max_size=60),
    st.sampled_from(["ru", "tg", "kk", "uz", "xx"]),
)
def test_any_note_is_read_and_no_date_is_invented(text: str, language: str) -> None:
    for event in history_of(Note(text, 1), language):
        assert {event.day, event.in_force} - {None} <= set(dates_in(text))
        assert event.words in text


def test_a_paragraph_of_which_only_its_name_is_left_is_repealed_and_says_by_what() -> None:
    note = "(Утратила силу - Федеральный закон от 30.06.2006 № 90-ФЗ)"
    left = (
        law(f"Статья 1. Граница\n1. Черта.\nЧасть. {note}\nСтатья 2. Сбор\nТекст.")
        .provisions[0]
        .children[0]
        .children[0]
    )
    assert left.repealed
    assert [(event.deed, event.number) for event in history_of_unit(left, "ru")] == [(Deed.REPEALED, "90-ФЗ")]
