"""An act is recognised by title, number and date, and not taken for another."""

import re
from datetime import date

import pytest

from muvofiq.law.build import build_law
from muvofiq.law.identity import (
    Identity,
    Match,
    Registered,
    dates_in,
    identity_of,
    numbers_in,
    recognise,
    telling_words,
)
from muvofiq.law.tree import Law
from muvofiq.text.read import read_file
from tests.law.small import law
from tests.paths import RUSSIAN, TAJIK, real

BORDER = Registered(
    "border",
    (
        "О государственной границе и защите лиц, её пересекающих",
        "Дар бораи сарҳади давлатӣ ва ҳифзи шахсоне, ки аз он мегузаранд",
        "On the State Border and the Protection of Persons Crossing It",
    ),
    "118",
    date(2014, 7, 15),
)
AMENDING = Registered("amending", ("О внесении изменений в некоторые законы",), "15", date(2019, 1, 2))
OLD_BORDER = Registered("old", ("О границе",), "40", date(1997, 8, 1))
REFUGEES = Registered("refugees", ("О беженцах", "Дар бораи гурезаҳо", "On Refugees"), "50", date(2002, 5, 10))
REGISTER = (OLD_BORDER, AMENDING, REFUGEES, BORDER)


def act(*head: str, title: str = "", tail: tuple[str, ...] = ()) -> Law:
    return Law("act", title, "en", "", head, (), tail)


def keys(matches: tuple[Match, ...]) -> list[str]:
    return [match.key for match in matches]


def test_the_signature_comes_first_and_the_gazette_is_no_number_of_the_act() -> None:
    assert identity_of(build_law(read_file(RUSSIAN))) == Identity(
        "ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ О государственной границе и защите лиц, её пересекающих",
        ("118", "204"),
        (date(2014, 7, 15), date(2014, 6, 18)),
    )


def test_a_tajik_head_is_read_as_well() -> None:
    identity = identity_of(build_law(read_file(TAJIK)))
    assert (identity.numbers, identity.dates) == (("204",), (date(2014, 6, 18),))


def test_the_russian_sample_law_is_recognised_by_all_three_signs() -> None:
    assert recognise(identity_of(build_law(read_file(RUSSIAN))), REGISTER) == (
        Match("border", 1.0, ("title", "number", "date")),
    )


def test_the_tajik_sample_law_is_recognised_by_its_title() -> None:
    assert recognise(identity_of(build_law(read_file(TAJIK))), REGISTER) == (Match("border", 0.6, ("title",)),)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("г. Душанбе, 26 июля 2014 г., № 1096", "1096"),
        ("№1471", "1471"),
        ("от 30 декабря 2001 года № 197-ФЗ", "197-ФЗ"),
        ("Закон РК от 02.01.2021 № 401-VI (вводится в действие с 01.07.2021)", "401-VI"),
        ("№ ЗРУ-633", "ЗРУ-633"),
        ("№ XIV", "XIV"),
        ("N 15", "15"),
        ("No. 15 of 2 January 2019", "15"),
        ("No 15", "15"),
        ("аз 26 июли соли 2014, № 1096", "1096"),
        ("Қонуни ҶТ аз 28.12.12с.№ 919", "919"),
        ("таҳти рақами 1096", "1096"),
    ],
)
def test_numbers_are_read_in_every_style(text: str, number: str) -> None:
    assert numbers_in(text) == (number,)


@pytest.mark.parametrize(
    "text",
    [
        "(Вестник, 2014 г., № 3, ст. 41; 2019 г., № 1, ст. 9)",
        "(Ахбори Маҷлис, с. 2014, № 3, мод. 41; №7, қ.1, мод.382)",
        "(Ахбори, 2009 год, №7-8, ст. 503)",
        "№ п/п",
        "Note 15",
    ],
)
def test_gazettes_and_other_signs_give_no_number(text: str) -> None:
    assert numbers_in(text) == ()


def test_the_number_of_an_act_that_stands_behind_a_gazette_is_read() -> None:
    assert numbers_in("(Вестник, 2014 г., № 3, ст. 41), от 2 января 2019 года № 15") == ("15",)


@pytest.mark.parametrize(
    "text",
    [
        "от 26 июля 2014 года",
        "26.07.2014",
        "26/7/2014",
        "26.07.14г.",
        "«26» июля 2014 г.",
        "26 ИЮЛЯ 2014 ГОДА",
        "аз 26 июли соли 2014",
        "26-уми июли соли 2014",
        "26 July 2014",
        "July 26, 2014",
        "26th July, 2014",
        "2014-07-26",
        "2014.07.26",
        "2014 жылғы 26 шілдеден бастап",
        "2014-yil 26-iyuldagi",
        "2014 йил 26 июлдаги",
        "2014-жылдын 26-июлундагы",
        "le 26 juillet 2014",
        "No 44/2001 of 26 July 2014",
    ],
)
def test_dates_are_read_in_every_style(text: str) -> None:
    assert dates_in(text) == (date(2014, 7, 26),)


@pytest.mark.parametrize("text", ["31 февраля 2014 года", "31.02.2014", "2014 г., № 3", "п. 1.2.3", "12.13.14", "май"])
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert dates_in(text) == ()


def test_two_figures_of_a_year_are_of_this_century_or_the_last() -> None:
    assert dates_in("1.08.12г., п. 1.08.12") == (date(2012, 8, 1),)
    assert dates_in("28.12.12 ва 01.02.96") == (date(2012, 12, 28), date(1996, 2, 1))


def test_dates_stand_in_the_order_of_print_and_once() -> None:
    assert dates_in("02.01.2019, 26 июля 2014 года, 02.01.2019") == (date(2019, 1, 2), date(2014, 7, 26))


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("ЗАКОН РЕСПУБЛИКИ ТАДЖИКИСТАН О БЕЖЕНЦАХ", ("беженцах",)),
        ("КОНСТИТУЦИОННЫЙ ЗАКОН РЕСПУБЛИКИ ТАДЖИКИСТАН «О ГРАЖДАНСТВЕ»", ("гражданстве",)),
        ("Закон Кыргызской Республики «О беженцах»", ("беженцах",)),
        ("УГОЛОВНЫЙ КОДЕКС РОССИЙСКОЙ ФЕДЕРАЦИИ", ("уголовный", "кодекс")),
        ("ҚОНУНИ КОНСТИТУТСИОНИИ ҶУМҲУРИИ ТОҶИКИСТОН ДАР БОРАИ ШАҲРВАНДӢ", ("шахрванди",)),
        ("The Law of the Republic of Vestaria on Refugees", ("refugees",)),
        ("Закон Республики Вестария", ()),
    ],
)
def test_law_and_state_do_not_tell_one_title_from_another(title: str, words: tuple[str, ...]) -> None:
    assert telling_words(title) == words


def test_laws_of_one_state_are_not_alike_because_they_are_laws_of_that_state() -> None:
    identity = Identity("ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ О ЛЕСАХ", (), ())
    assert recognise(identity, REGISTER) == ()
    assert recognise(Identity("ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ", (), ()), REGISTER) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Уголовный кодекс", "Уголовно-процессуальный кодекс"),
        ("Criminal Code", "Criminal Procedure Code"),
        ("О миграции", "Об иммиграции"),
        ("О миграции", "О трудовой миграции"),
        ("О противодействии терроризму", "О противодействии экстремизму"),
        ("О пограничных войсках", "О внутренних войсках"),
    ],
)
def test_titles_that_look_alike_are_kept_apart(one: str, other: str) -> None:
    for title, wrong in ((one, other), (other, one)):
        assert recognise(Identity(title, (), ()), [Registered("x", (wrong,), "1", None)]) == ()


@pytest.mark.parametrize("title", ["ЗАКОН РВ «О БЕЖЕНЦАХ»", "Қонуни ҶВ дар бораи гурезахо", "LAW ON REFUGEES"])
def test_a_title_is_known_in_any_language_and_spelling(title: str) -> None:
    (match,) = recognise(Identity(title, (), ()), REGISTER)
    assert (match.key, match.reasons) == ("refugees", ("title",))


def test_number_and_date_together_recognise_an_act_without_title() -> None:
    one = act("Закон", title="source", tail=("г. Ардвин, 15 июля 2014 года, № 118",))
    assert recognise(identity_of(one), REGISTER) == (Match("border", 0.4, ("number", "date")),)


@pytest.mark.parametrize("tail", ["15 июля 2014 года", "№ 118"])
def test_number_or_date_alone_is_not_enough(tail: str) -> None:
    assert recognise(identity_of(act("Закон", tail=(tail,))), REGISTER) == ()


def test_an_amending_act_in_the_head_stands_behind_the_act_itself() -> None:
    head = ("(в редакции Закона РВ от 2 января 2019 года № 15)",)
    one = act(*head, title="", tail=("г. Ардвин, 15 июля 2014 года, № 118",))
    found = recognise(identity_of(one), REGISTER)
    assert keys(found) == ["border", "amending"]
    assert found[0].score > found[1].score


def test_the_first_date_counts_more_than_a_later_one() -> None:
    one = act("15 июля 2014 года № 118, изменён 2 января 2019 года № 15")
    assert keys(recognise(identity_of(one), REGISTER)) == ["border", "amending"]


def test_of_two_acts_with_one_title_number_and_date_decide() -> None:
    newer = Registered("newer", REFUGEES.titles, "900", date(2020, 3, 1))
    one = Identity("О БЕЖЕНЦАХ", ("900",), (date(2020, 3, 1),))
    assert keys(recognise(one, [REFUGEES, newer])) == ["newer", "refugees"]


def test_equals_are_both_returned_in_the_order_of_the_register() -> None:
    twin = Registered("twin", REFUGEES.titles, "51", None)
    assert keys(recognise(Identity("О беженцах", (), ()), [twin, REFUGEES])) == ["twin", "refugees"]


@pytest.mark.parametrize(("printed", "registered"), [("110-VІІІ", "110-VIII"), ("197–фз", "№ 197-ФЗ")])
def test_a_number_is_known_in_another_spelling(printed: str, registered: str) -> None:
    day = date(2024, 7, 5)
    assert recognise(Identity("", (printed,), (day,)), [Registered("x", (), registered, day)])


def test_an_act_without_number_and_date_in_the_register_is_known_by_title_alone() -> None:
    nameless = Registered("x", ("О лесах",), "", None)
    assert recognise(Identity("О лесах", ("",), ()), [nameless]) == (Match("x", 0.6, ("title",)),)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("text", ["№" * 100_000, "a" * 100_000, "1" * 100_000, "12 " * 30_000, "2014 " * 20_000 + "№"])
def test_a_hundred_thousand_signs_without_sense_are_read_at_once(text: str) -> None:
    assert dates_in(text) == ()
    assert numbers_in(text) == () or "1" in text
    assert telling_words(text) is not None


def national_register() -> list[Registered]:
    """The acts of the table of national facts that have a number and a date."""
    page = real("domain/national.md").read_text("utf-8").split("## 1.")[1].split("###")[0]
    rows = (line.strip("|").split("|") for line in page.splitlines() if line.startswith("|"))
    register = []
    for english, russian, tajik, adopted, _ in (row for row in rows if len(row) == 5):
        days, number = dates_in(adopted), re.search(r"No\. (\d+)", adopted)
        if days and number:
            titles = tuple(title.strip() for title in (english, russian, tajik) if len(title.strip()) > 4)
            register.append(Registered(english.strip(), titles, number[1], days[0]))
    return register


def test_every_national_act_is_recognised_by_each_of_its_titles_and_taken_for_no_other() -> None:
    register = national_register()
    assert len(register) >= 25
    for one in register:
        for title in one.titles:
            found = recognise(Identity(f"ЗАКОН РЕСПУБЛИКИ ТАДЖИКИСТАН {title.upper()}", (), ()), register)
            assert keys(found) == [one.key], title


def test_every_national_act_is_recognised_by_a_signature_in_russian_and_tajik() -> None:
    register = national_register()
    for one in register:
        assert one.adopted
        day = one.adopted
        for tail in (f"г. Душанбе, {day:%d.%m.%Y} г., № {one.number}", f"аз {day:%d.%m.%Y} №{one.number}"):
            assert keys(recognise(identity_of(act(tail=(tail,))), register)) == [one.key]


@pytest.mark.parametrize("name", ["emo.ru", "emo.tg", "jam.ru", "jam.tg"])
def test_real_laws_that_are_not_registered_are_taken_for_no_other_and_known_once_they_are(name: str) -> None:
    own = {
        "emo": Registered("emo", ("О выборах Маджлиси Оли", "Дар бораи интихоботи Маҷлиси Олӣ"), "", None),
        "jam": Registered(
            "jam",
            ("Об органах самоуправления посёлков и сёл", "Дар бораи мақомоти худидоракунии шаҳрак ва деҳот"),
            "",
            None,
        ),
    }
    identity = identity_of(build_law(read_file(real(f"gold/tajik/documents/{name}.txt"))))
    assert recognise(identity, national_register()) == ()
    assert keys(recognise(identity, [*national_register(), *own.values()])) == [name[:3]]


CODES = {
    "ru_labour": Registered("labour", ("Трудовой кодекс",), "197-ФЗ", date(2001, 12, 30)),
    "ru_criminal": Registered("criminal", ("Уголовный кодекс",), "63-ФЗ", date(1996, 6, 13)),
    "ru_family": Registered("family", ("Семейный кодекс",), "223-ФЗ", date(1995, 12, 29)),
}


@pytest.mark.parametrize("folder", CODES)
def test_real_codes_are_recognised_by_title_and_signature(folder: str) -> None:
    identity = identity_of(build_law(read_file(real(f"gold/structure/{folder}/source.html"))))
    (match,) = recognise(identity, list(CODES.values()))
    assert (match.key, match.reasons) == (CODES[folder].key, ("title", "number", "date"))


def test_a_law_read_from_a_file_is_recognised_whole() -> None:
    one = law(
        "ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ\nО БЕЖЕНЦАХ\n(в редакции Закона РВ от 02.01.2019 № 15)\n"
        "Статья 1. Цель\nЗащита.\nПрезидент Республики Вестария\nг. Ардвин, «10» мая 2002 года, № 50"
    )
    assert keys(recognise(identity_of(one), REGISTER)) == ["refugees"]
