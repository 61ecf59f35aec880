"""Places are named from small to large, in the case and with the number that the law prints."""

import pytest

from muvofiq.amendment.naming import Naming
from muvofiq.amendment.place import Place
from muvofiq.law.build import build_law
from muvofiq.text.read import read_bytes
from tests.paths import RUSSIAN, TAJIK

ENGLISH = """LAW OF NOWHERE
Article 1
Guard
1. A guard admits:
(a) by day;
(b) by night:
(i) in summer;
(ii) in winter.
2. A guard refuses.
The refusal is written.
Article 2
Book
The book is kept.
Annex
Fees
No fee is taken.
"""
LAWS = {"ru": RUSSIAN.read_bytes(), "tg": TAJIK.read_bytes(), "en": ENGLISH.encode()}
NAMINGS = {language: Naming.of(build_law(read_bytes(text, "law.txt"))) for language, text in LAWS.items()}


def named(language: str, addresses: str, case: str = "nom", within: str = "act") -> str:
    places = tuple(map(Place.parse, addresses.split(",")))
    return NAMINGS[language].name(places, Place.parse(within).steps).said(case)


@pytest.mark.parametrize(
    ("address", "case", "name"),
    [
        ("art_12", "prep", "статье 12"),
        ("art_12-1", "ins", "статьёй 12(1)"),
        ("art_17-1", "gen", "статьи 17¹"),
        ("art_14__para_1__indent_2", "prep", "абзаце втором части 1 статьи 14"),
        ("art_14__para_1__indent_1", "gen", "абзаца первого части 1 статьи 14"),
        ("art_9__indent_3", "acc", "абзац третий статьи 9"),
        ("art_4__para_1__point_2__subpara_а", "gen", "подпункта «а» пункта 2 части 1 статьи 4"),
        ("art_8__para_2#s2", "prep", "втором предложении части 2 статьи 8"),
        ("art_8__para_2#s3", "acc", "третье предложение части 2 статьи 8"),
        ("art_8#heading", "prep", "наименовании статьи 8"),
        ("act#heading", "acc", "наименование Закона"),
        ("act#preamble", "prep", "преамбуле"),
        ("act", "gen", "Закона"),
        ("sec_2__chp_3", "prep", "главе 3"),
        ("art_23#row:7%20дней", "acc", "строку «7 дней» таблицы статьи 23"),
        ("art_17__para_2#sanction", "acc", "санкцию части 2 статьи 17"),
        ("art_5,art_6", "ins", "статьями 5 и 6"),
        ("art_5,art_6,art_7", "prep", "статьях 5 – 7"),
        ("art_12,art_13", "gen", "статей 12 и 13"),
        ("art_3__indent_2,art_3__indent_4", "gen", "абзацев второго и четвёртого статьи 3"),
        ("art_3__indent_2,art_3__indent_3,art_3__indent_4", "acc", "абзацы второй – четвёртый статьи 3"),
        (
            "art_1__indent_1,art_4__para_2,art_5#heading",
            "prep",
            "абзаце первом статьи 1, части 2 статьи 4 и наименовании статьи 5",
        ),
    ],
)
def test_a_place_is_named_in_russian(address: str, case: str, name: str) -> None:
    assert named("ru", address, case) == name


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("art_8", "моддаи 8"),
        ("art_5__para_1__point_2", "банди 2 қисми 1 моддаи 5"),
        ("art_9__indent_2", "сархати дуюми моддаи 9"),
        ("art_4__para_1__point_2__subpara_а", "зербанди «а»-и банди 2 қисми 1 моддаи 4"),
        ("art_8__para_2#s1", "ҷумлаи якуми қисми 2 моддаи 8"),
        ("art_8#heading", "номи моддаи 8"),
        ("act#heading", "номи Қонун"),
        ("act#preamble", "муқаддима"),
        ("art_4__para_1,art_4__para_2", "қисмҳои 1 ва 2 моддаи 4"),
        ("art_3__indent_2,art_3__indent_3", "сархатҳои дуюм ва сеюми моддаи 3"),
        ("art_3__indent_2,art_3__indent_3,art_3__indent_4", "сархатҳои дуюм – чоруми моддаи 3"),
        ("art_8#row:7", "сатри «7» ҷадвали моддаи 8"),
    ],
)
def test_a_place_is_named_in_tajik(address: str, name: str) -> None:
    assert named("tg", address) == name


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("art_1__para_2", "Article 1(2)"),
        ("art_1__para_2__indent_2", "the second subparagraph of Article 1(2)"),
        ("art_1__para_1__point_a", "point (a) of Article 1(1)"),
        ("art_1__para_1__point_b__subpara_i", "point (b)(i) of Article 1(1)"),
        (
            "art_1__para_1__point_b__subpara_i,art_1__para_1__point_b__subpara_ii",
            "points (b)(i) and (b)(ii) of Article 1(1)",
        ),
        ("art_1__para_1,art_1__para_2", "paragraphs 1 and 2 of Article 1"),
        ("art_1__para_2#s1", "the first sentence of Article 1(2)"),
        ("art_2#heading", "the title of Article 2"),
        ("annex_1", "the Annex"),
        ("annex_1__indent_1", "the first subparagraph of the Annex"),
        ("act", "the Law"),
    ],
)
def test_a_place_is_named_in_english(address: str, name: str) -> None:
    assert named("en", address) == name


def test_what_is_known_already_is_not_said_again() -> None:
    assert named("ru", "art_4__para_1__point_2", "prep", "art_4") == "пункте 2 части 1"
    assert named("ru", "art_4", "prep", "art_4") == ""
    assert named("ru", "art_5__para_1", "prep", "art_4") == "части 1 статьи 5"
    assert [named(language, "art_1#heading", "gen", "art_1") for language in LAWS] == [
        "наименования статьи",
        "номи модда",
        "the title",
    ]


def test_a_range_is_written_only_where_nothing_else_lies_between() -> None:
    assert named("ru", "art_10__para_1,art_10__para_2,art_10__para_3") == "части 1 – 3 статьи 10"
    assert named("ru", "art_4__para_1,art_4__para_2,art_4__para_3") == "части 1, 2 и 3 статьи 4"
    assert named("ru", "art_11,art_12,art_13") == "статьи 11, 12 и 13"


def test_a_unit_that_the_law_does_not_have_is_named_by_its_number() -> None:
    assert named("ru", "art_99-1__point_б", "gen") == "пункта «б» статьи 99(1)"


def test_a_chapter_is_named_with_its_section_only_where_its_number_comes_again() -> None:
    law = "КОДЕКС ВЫМЫСЛА\nРаздел I. Мосты\nГлава 1. Мост\nСтатья 1. Мост\nМост.\n"
    again = f"{law}Раздел II. Дома\nГлава 1. Дом\nСтатья 2. Дом\nДом.\n"
    names = [Naming.of(build_law(read_bytes(text.encode(), "law.txt"))) for text in (law, again)]
    chapter = Place.parse("sec_1__chp_1")
    assert [naming.name([chapter]).said("gen") for naming in names] == ["главы 1", "главы 1 раздела I"]


def test_the_parts_of_a_code_are_named_by_their_words() -> None:
    law = "КОДЕКС ВЫМЫСЛА\nОБЩАЯ ЧАСТЬ\nГлава 1. Мост\nСтатья 1. Мост\nМост.\nОСОБЕННАЯ ЧАСТЬ\nСтатья 2. Дом\nДом.\n"
    naming = Naming.of(build_law(read_bytes(law.encode(), "law.txt")))
    assert naming.name([Place.parse("part_особенная")]).said("gen") == "Особенной части"


def test_an_indent_beyond_the_words_of_the_language_is_counted_in_figures() -> None:
    assert named("en", "art_2__indent_39") == "subparagraph 39 of Article 2"
    assert named("ru", "art_2__indent_50", "prep") == "абзаце 50 статьи 2"


def test_an_added_article_is_not_taken_for_a_part_in_english() -> None:
    law = "LAW OF NOWHERE\nArticle 7\nDoor\nA door.\nArticle 7(1). Gate\n1. A gate.\n2. A wall.\nArticle 8\nAn end.\n"
    naming = Naming.of(build_law(read_bytes(law.encode(), "law.txt")))
    assert naming.name([Place.parse("art_7-1")]).said("nom") == "Article 7¹"
    assert naming.name([Place.parse("art_7-1__para_2")]).said("nom") == "Article 7¹(2)"


def test_a_note_is_told_with_its_article_even_where_the_article_is_known() -> None:
    assert named("ru", "art_7__note_1", "acc", "art_7") == "примечание 1 к статье 7"
    law = "ЗАКОН\nО мостах\nСтатья 1. Мост\nМост стоит.\nПримечание. Мост есть путь.\nСтатья 2. Дом\nДом."
    naming = Naming.of(build_law(read_bytes(law.encode(), "law.txt")))
    article, note = Place.parse("art_1"), Place.parse("art_1__note_1")
    assert naming.name([note], article.steps).said("prep") == "примечании к статье 1"
    assert named("tg", "art_7__note_1") == "эзоҳи 1 моддаи 7"
