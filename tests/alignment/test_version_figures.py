"""Figures that only one language version names are told; spellings and number words make no difference."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.alignment.version_figures import Figures, differing_figures, figures, figures_apart
from muvofiq.alignment.versions import align_versions
from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law
from muvofiq.tables import table
from tests.law.small import law
from tests.paths import LAW_BOOK, RUSSIAN, TAJIK

RU = "ЗАКОН\nО мостах\nСтатья 1. Мост\n1. Мост чинят за 30 дней.\n2. Плата 5 сомони.\nСтатья 2. Опора\nОпора стоит."
FIVE = RU.replace("за 30", "за тридцать").replace(" 5 ", " 7 ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("8¹", "8(1)"),
        ("статья 12¹⁰", "статья 12(10)"),
        ("1 000 сомони", "1000 сомони"),
        ("1,5 %", "1.5 %"),
        ("30 дней, 5 лет", "5 лет, 30 дней"),
        ("12.05.2010", "12 мая 2010 года"),
        ("от 12 мая 2010 года", "аз 12 майи соли 2010"),
        ("12.05.2010", "12-уми моҳи гули 2010"),  # nobody knows this month
        ("глава XX", "глава 20"),
        ("глава V", "боби 5"),
    ],
)
def test_spellings_make_no_difference(one: str, other: str) -> None:
    assert not differing_figures(one, other)


def test_a_raised_figure_stands_apart_from_the_one_before_it() -> None:
    assert figures("8¹") == ["8", "1"]
    assert differing_figures("82", "8²") == Figures(("82",), ("2", "8"))


@pytest.mark.parametrize(
    ("figure", "words", "language"),
    [
        ("30", "в течение тридцати дней", "ru"),
        ("6", "в шестидневный срок", "ru"),
        ("5", "аз панҷ рӯз", "tg"),
        ("7", "аз рӯзи ҳафтум", "tg"),
        ("2", "вторая часть", "ru"),
        ("12", "twelve hours", "en"),
        ("25", "двадцати пяти лет", "ru"),
        ("31", "тридцать один день", "ru"),
        ("21", "двадцать первая статья", "ru"),
        ("250", "двухсот пятидесяти показателей", "ru"),
        ("5300", "пять тысяч триста", "ru"),
        ("25", "бисту панҷ сол", "tg"),
        ("30", "дар муддати си рӯз", "tg"),
        ("135", "саду сию панҷ", "tg"),
        ("5000", "панҷ ҳазор сомонӣ", "tg"),
        ("205", "two hundred five", "en"),
        ("25", "twenty-five years", "en"),
    ],
)
def test_a_figure_that_the_other_version_says_in_words_is_no_difference(figure: str, words: str, language: str) -> None:
    assert not differing_figures(figure, words, ("", language))
    assert not differing_figures(words, figure, (language, ""))
    assert differing_figures(f"{figure}1", words, ("", language))


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("12 мая 2010 года", "12 июня 2010 года", (("12.05.2010",), ("12.06.2010",))),
        ("12.05.2010", "13.05.2010", (("12.05.2010",), ("13.05.2010",))),
        ("12.05.2010", "12", (("12.05.2010",), ("12",))),
        ("глава XX", "глава XXI", (("20",), ("21",))),
        ("пункт С", "банди 3", ((), ("3",))),
    ],
)
def test_another_day_and_another_roman_number_are_told(
    one: str, other: str, found: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    assert differing_figures(one, other, ("ru", "tg")) == Figures(*found)


def test_a_figure_named_twice_and_once_differs_once() -> None:
    assert differing_figures("3 и 3 и 14", "3") == Figures(("3", "14"), ())


def test_the_unit_whose_figures_differ_is_named_and_what_moved_inside_its_article_is_not() -> None:
    one, other = law(RU), law(FIVE)
    twins = align_versions(one, other)
    assert figures_apart(one, other, twins) == {"art_1__para_2": Figures(("5",), ("7",))}
    moved = law(RU.replace("за 30 дней", "за дни").replace("сомони", "сомони за 30 дней"))
    assert figures_apart(one, moved, align_versions(one, moved)) == {}
    elsewhere = law(RU.replace("за 30 дней", "за дни").replace("Опора стоит", "Опора стоит 30 дней"))
    assert set(figures_apart(one, elsewhere, align_versions(one, elsewhere))) == {"art_1__para_1", "art_2__indent_1"}


@pytest.mark.parametrize("name", ["trafficking", "readmission", "border"])
def test_the_versions_of_our_own_laws_name_the_same_figures(name: str) -> None:
    files = [RUSSIAN, TAJIK] if name == "border" else [LAW_BOOK / f"{name}.{one}.txt" for one in ("ru", "tg", "en")]
    versions: list[Law] = [law for file in files for law in open_laws(file.read_bytes(), file.name)]
    for other in versions[1:]:
        assert figures_apart(versions[0], other, align_versions(versions[0], other)) == {}
    other = replace(versions[1], provisions=())
    assert figures_apart(versions[0], other, align_versions(versions[0], other)) == {}


def test_the_table_of_number_words_has_each_number_once_in_each_language() -> None:
    rows = [(row["language"], row["value"]) for row in table("languages/cardinals.csv")]
    assert len(rows) == len(set(rows))
    values = {language: {int(value) for one, value in rows if one == language} for language, _ in rows}
    assert values["ru"] == values["tg"]
    for found in values.values():  # a language may say two hundred in two words
        assert found | {*range(200, 1000, 100)} == values["ru"] | {*range(200, 1000, 100)}


@given(st.text(), st.text())
def test_what_differs_one_way_differs_the_other_way_round(one: str, other: str) -> None:
    there, back = differing_figures(one, other), differing_figures(other, one)
    assert (there.one, there.other) == (back.other, back.one)
    assert not differing_figures(one, one)
