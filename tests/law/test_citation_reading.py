"""Every form in which lawyers cite is read: chains, lists, ranges, ordinals, inserted numbers, in all languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.law.citation_reading import Reading, Sought
from muvofiq.law.citation_words import words_of
from muvofiq.tables import table

LANGUAGES = sorted({row["language"] for row in table("languages/citations.csv")})
SAID = """статьи части пункта абзац второй двадцать третьей ст. ч. п. «а» 1) 1 5-7 130(1) 12¹ IV , и или – - ( ) к
настоящей настоящего Кодекса Закона Республики УК РТ моддаи қисми дуюми ҳамин модда Қонуни мазкур № 5 от 26 июля 2014
Article paragraph (a) (1) to of the this Directive 2008/115/EC second subparagraph ; . что"""
PIECES = st.sampled_from(SAID.split())


def read(text: str, language: str) -> list[str]:
    words = words_of(language)
    assert words
    found = Reading(text, words).mentions()
    return [f"{text[one.start : one.end]} = {' '.join(map(step, one.path))}" for one in found]


def step(one: Sought) -> str:
    number = "own" if one.is_own else f"{one.number}" if one.number else "?"
    return f"{one.kind} {number}{f'..{one.until}' if one.until else ''}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("абзац второй части 3 статьи 14", ["абзац второй части 3 статьи 14 = article 14 part 3 indent 2"]),
        ("ст. 14 ч. 3 абз. 2", ["ст. 14 ч. 3 абз. 2 = article 14 part 3 indent 2"]),
        ("по п. «б» ч. 2 ст. 130(1) УК", ["п. «б» ч. 2 ст. 130(1) = article 130(1) part 2 point б"]),
        ("ст.5 ч.2", ["ст.5 ч.2 = article 5 part 2"]),
        ("статьи 130–132", ["статьи 130 = article 130", "– = article 130..132", "132 = article 132"]),
        (
            "части 1, 2 и 4 статьи 5",
            ["части 1 = article 5 part 1", "2 = article 5 part 2", "4 статьи 5 = article 5 part 4"],
        ),
        ("статьями 5, 7 и 12", ["статьями 5 = article 5", "7 = article 7", "12 = article 12"]),
        (
            "пунктами «а»–«в» части 2",
            ["пунктами «а» = part 2 point а", "– = part 2 point а..в", "«в» части 2 = part 2 point в"],
        ),
        ("частью первой настоящей статьи", ["частью первой настоящей статьи = article own part 1"]),
        (
            "частями первой или второй настоящей статьи",
            ["частями первой = article own part 1", "второй настоящей статьи = article own part 2"],
        ),
        ("главой 3 настоящего Кодекса", ["главой 3 = chapter 3"]),
        ("главы 3 раздела II", ["главы 3 раздела II = section 2 chapter 3"]),
        ("пункта 3) части второй", ["пункта 3) части второй = part 2 point 3"]),
        ("(пункт 3 части второй)", ["пункт 3 части второй = part 2 point 3"]),
        ("(статья 12¹)", ["статья 12¹ = article 12(1)"]),
        ("примечания к статье 158", ["примечания к статье 158 = article 158 note ?"]),
        ("статьёй 12-1 или 12.1", ["статьёй 12-1 = article 12(1)", "12.1 = article 12(1)"]),
        ("частью двадцать третьей статьи 1", ["частью двадцать третьей статьи 1 = article 1 part 23"]),
        ("частью первой¹ статьи 1", ["частью первой¹ статьи 1 = article 1 part 1(1)"]),
        ("во второй части статьи 5", ["второй части статьи 5 = article 5 part 2"]),
        ("часть вторая пункта 5", ["часть вторая пункта 5 = point 5 part 2"]),
        (
            "частью 2 и первой частью настоящей статьи",
            ["частью 2 = article own part 2", "первой частью настоящей статьи = article own part 1"],
        ),
        (
            "пунктом 1) части второй и частью третьей статьи 14",
            [
                "пунктом 1) части второй = article 14 part 2 point 1",
                "частью третьей статьи 14 = article 14 part 3",
            ],
        ),
        (
            "пунктом «в» части второй, пунктом «в» части четвёртой или пунктом «в» части шестой статьи 64",
            [
                "пунктом «в» части второй = article 64 part 2 point в",
                "пунктом «в» части четвёртой = article 64 part 4 point в",
                "пунктом «в» части шестой статьи 64 = article 64 part 6 point в",
            ],
        ),
        (
            "подпунктами 1), 2) и 3) пункта 2 статьи 7",
            [
                "подпунктами 1) = article 7 point 2 subpoint 1",
                "2) = article 7 point 2 subpoint 2",
                "3) пункта 2 статьи 7 = article 7 point 2 subpoint 3",
            ],
        ),
        (
            "статьями 12 (частью третьей), 13 (пунктом 1) части первой), 14 настоящего Кодекса",
            [
                "статьями 12 (частью третьей = article 12 part 3",
                "13 (пунктом 1) части первой = article 13 part 1 point 1",
                "14 = article 14",
            ],
        ),
        ("ст. 14 ч. 3, ч. 4", ["ст. 14 ч. 3 = article 14 part 3", "ч. 4 = article 14 part 4"]),
    ],
)
def test_russian_forms_are_read(text: str, expected: list[str]) -> None:
    assert read(text, "ru") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("сархати дуюми қисми 3 моддаи 14", ["сархати дуюми қисми 3 моддаи 14 = article 14 part 3 indent 2"]),
        ("м. 14 қ. 3", ["м. 14 қ. 3 = article 14 part 3"]),
        ("моддаҳои 130 - 132", ["моддаҳои 130 = article 130", "- = article 130..132", "132 = article 132"]),
        (
            "қисмҳои 1, 2 ва 4 моддаи 5",
            ["қисмҳои 1 = article 5 part 1", "2 = article 5 part 2", "4 моддаи 5 = article 5 part 4"],
        ),
        ("дар қисми якуми ҳамин модда", ["қисми якуми ҳамин модда = article own part 1"]),
        ("моддаи мазкур", ["моддаи мазкур = article own"]),
        ("моддаи 5 Қонуни мазкур", ["моддаи 5 = article 5"]),
        ('банди "в"-и қисми 1 моддаи 3', ['банди "в"-и қисми 1 моддаи 3 = article 3 part 1 point в']),
        (
            "қисмҳои якум ва бисту сеюми моддаи 22",
            ["қисмҳои якум = article 22 part 1", "бисту сеюми моддаи 22 = article 22 part 23"],
        ),
        ("эзоҳи моддаи 130(1)", ["эзоҳи моддаи 130(1) = article 130(1) note ?"]),
        ("моддаи 12 банди 4)", ["моддаи 12 банди 4) = article 12 point 4"]),
    ],
)
def test_tajik_forms_are_read(text: str, expected: list[str]) -> None:
    assert read(text, "tg") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 14(3)", ["Article 14(3) = article 14 part 3"]),
        (
            "Article 5(1)(a) and (b)",
            ["Article 5(1)(a) = article 5 part 1 point a", "(b) = article 5 part 1 point b"],
        ),
        ("Articles 5 to 7", ["Articles 5 = article 5", "to = article 5..7", "7 = article 7"]),
        ("paragraph 2 of this Article", ["paragraph 2 of this Article = article own part 2"]),
        ("point (a) of Article 3(1)", ["point (a) of Article 3(1) = article 3 part 1 point a"]),
        ("Article 3(1), point (a)", ["Article 3(1), point (a) = article 3 part 1 point a"]),
        ("paragraph 5, point (b)", ["paragraph 5, point (b) = part 5 point b"]),
        ("the second indent", ["second indent = indent 2"]),
        (
            "the first and second subparagraphs of Article 5(1)",
            ["first = article 5 part 1 indent 1", "second subparagraphs of Article 5(1) = article 5 part 1 indent 2"],
        ),
        ("Chapter II", ["Chapter II = chapter 2"]),
        ("Section 2 of Chapter II", ["Section 2 of Chapter II = chapter 2 paragraph 2"]),
        ("Article 9 of the Annex to this Directive", ["Article 9 of the Annex = annex ? article 9"]),
        (
            "Article 7(3), this paragraph",
            ["Article 7(3) = article 7 part 3", "this paragraph = part own"],
        ),
        (
            "Article 2, point (5)(b), of Directive 2008/115/EC",
            ["Article 2, point (5)(b) = article 2 point 5 subpoint b"],
        ),
        ("subparagraph (b)", ["subparagraph (b) = point b"]),
    ],
)
def test_english_forms_are_read(text: str, expected: list[str]) -> None:
    assert read(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("article 5, paragraphe 1, point a)", ["article 5, paragraphe 1, point a) = article 5 part 1 point a"]),
        ("à l'article 5 bis", ["article 5 bis = article 5bis"]),
        ("articles 5 à 7", ["articles 5 = article 5", "à = article 5..7", "7 = article 7"]),
        ("paragraphe 2 du présent article", ["paragraphe 2 du présent article = article own part 2"]),
        ("le premier alinéa de l'article 3", ["premier alinéa de l'article 3 = article 3 indent 1"]),
        ("article 2, point 14), de la directive 2008/115/CE", ["article 2, point 14) = article 2 point 14"]),
    ],
)
def test_french_forms_are_read(text: str, expected: list[str]) -> None:
    assert read(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Президент и глава государства", "ru"),
        ("одну четвёртую часть членов", "ru"),
        ("(Вестник, 2014 г., № 3, ст. 41; 2019 г., № 7, ч. 1, ст. ст. 9, 12)", "ru"),
        ("в соответствии с законом и настоящим Кодексом", "ru"),
        ("Договор заключается в письменной форме", "ru"),
        ("утверждает Кодекс этики", "ru"),
        ("в части, не урегулированной законом", "ru"),
        ("қисмҳои ҳарбӣ", "tg"),
        ("Қонуни мазкур амал мекунад", "tg"),
        ("this Directive", "en"),
        ("a starting point for the period", "en"),
    ],
)
def test_what_cites_no_unit_and_no_act_is_left_alone(text: str, language: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
@given(pieces=st.lists(PIECES, max_size=40))
def test_spans_lie_in_the_text_in_order_and_hold_words(language: str, pieces: list[str]) -> None:
    words, text = words_of(language), " ".join(pieces)
    assert words
    found = list(Reading(text, words).mentions())
    assert all(0 <= one.start < one.end <= len(text) and text[one.start : one.end].strip() for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(one.path or one.act for one in found)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    "piece",
    [
        "первой, ",
        "первой второй ",
        "статьи 5, ",
        "ст. 1 (ч. 1 (п. 1 ",
        "ч. 1, ",
        "частью 1 и ",
        "1) ",
        "«а",
        "Закона ",
        "Закон «О ",
        "№ 1, ст. 1, ",
        "Закона от 1 января 2014 года № ",
        "статьи 1-",
        "Республики ",
        "((((",
        "абзац второй ",
        "Уголовно-Уголовно-",
    ],
)
def test_a_long_text_is_read_quickly(piece: str) -> None:
    read(piece * (40_000 // len(piece)), "ru")
