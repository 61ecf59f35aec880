"""One table tells the ordinals of each language, for headings and for citations, and each of its rows works."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.law.citation_reading import Reading
from muvofiq.law.citation_words import words_of
from muvofiq.law.grammar import grammars
from muvofiq.law.kind import Kind
from muvofiq.law.ordinals import Use, ordinals, pattern, value_of
from muvofiq.tables import table
from tests.law.small import piece

ROWS = table("languages/ordinals.csv")
LANGUAGES = sorted({row["language"] for row in ROWS})
HEADED = [
    *(("ru", "первый", 1), ("ru", "ЧЕТВЁРТАЯ", 4), ("ru", "четвертый", 4), ("ru", "третья", 3), ("ru", "второе", 2)),
    *(("ru", "шестнадцатый", 16), ("ru", "двадцать  первый", 21), ("ru", "сороковой", 40)),
    *(("tg", "дуюм", 2), ("tg", "ДУВВУМ", 2), ("tg", "чорум", 4), ("tg", "чаҳорум", 4), ("tg", "бисту якум", 21)),
    *(("kk", "БІРІНШІ", 1), ("kk", "бiрiншi", 1), ("kk", "сегізінші", 8), ("kk", "он бірінші", 11)),
    *(("uz", "toʻrtinchi", 4), ("uz", "oʻninchi", 10), ("uz", "oʻn toʻqqizinchi", 19), ("uz", "yigirmanchi", 20)),
    *(("uz", "тўртинчи", 4), ("uz", "ЎН БЕШИНЧИ", 15), ("uz", "йигирма биринчи", 21)),
    *(("ky", "үчүнчү", 3), ("ky", "он экинчи", 12), ("en", "ONE", 1), ("en", "twelve", 12), ("en", "third", 3)),
    *(("fr", "PREMIÈRE", 1), ("fr", "premier", 1), ("fr", "1er", 1), ("fr", "1re", 1), ("fr", "unique", 1)),
    *(("fr", "deuxième", 2), ("fr", "seconde", 2), ("fr", "dixième", 10)),
]
CITED = [
    *(("ru", "двадцать первой", 21), ("ru", "третьими", 3), ("ru", "четвёртую", 4), ("ru", "одиннадцатого", 11)),
    *(("tg", "дуюми", 2), ("tg", "якумро", 1), ("tg", "сию дуюми", 32), ("fr", "premières", 1), ("en", "second", 2)),
]


@pytest.mark.parametrize(("language", "word", "value"), HEADED)
def test_a_heading_may_say_its_number_in_a_word(language: str, word: str, value: int) -> None:
    assert re.fullmatch(pattern(language), word, re.IGNORECASE)
    assert value_of(word, language) == value


@pytest.mark.parametrize(("language", "word", "value"), CITED)
def test_a_citation_says_the_word_in_any_case(language: str, word: str, value: int) -> None:
    assert value_of(word, language) == value


@pytest.mark.parametrize("apostrophe", ["'", "’", "‘", "ʻ", "ʼ", "`", "´", ""])
def test_every_keyboard_writes_the_uzbek_apostrophe(apostrophe: str) -> None:
    word = "OʻN TOʻRTINCHI".replace("ʻ", apostrophe)
    heading = piece(f"{word} BO‘LIM", grammars()["uz"])
    assert (heading.kind, str(heading.number)) == (Kind.SECTION, "14")


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("ru", "5"),
        ("ru", ""),
        ("ru", "двадцать"),
        ("ru", "первыйый"),
        ("en", "fourteen"),
        ("tg", "бисту"),
        ("xx", "one"),
    ],
)
def test_what_is_no_whole_ordinal_has_no_value(language: str, word: str) -> None:
    assert value_of(word, language) is None


@pytest.mark.parametrize(("language", "word"), [("ru", "второго"), ("ru", "первыми"), ("tg", "дуюми"), ("xx", "one")])
def test_a_heading_never_stands_in_another_case(language: str, word: str) -> None:
    assert not re.fullmatch(pattern(language), word)


def test_one_paragraph_is_no_citation_of_paragraph_one() -> None:
    cited = {one.pattern for one in ordinals("en", Use.CITATION)}
    assert "first" in cited
    assert "one" not in cited


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['language']}-{row['value']}-{row['use']}-{row['pattern']}")
def test_each_row_has_a_value_a_use_and_a_pattern_without_groups_of_its_own(row: dict[str, str]) -> None:
    assert re.fullmatch(r"ending|\d+\+?", row["value"])
    assert row["use"] in {"", *Use}
    assert re.compile(row["pattern"]).groups == 0


@given(st.sampled_from(LANGUAGES), st.data())
def test_whatever_a_heading_can_say_has_a_value(language: str, data: st.DataObject) -> None:
    word = data.draw(st.from_regex(re.compile(pattern(language)), fullmatch=True))
    tens = [one.value for one in ordinals(language, Use.HEADING) if one.is_tens]
    values = {one.value for one in ordinals(language, Use.HEADING) if not one.is_tens}
    assert value_of(word, language) in values | {ten + value for ten in tens for value in values}


@pytest.mark.parametrize(
    "text", ["двадцать" + " " * 100_000 + "x", "двадцать " * 10_000, "oʻn" * 30_000, "е" * 100_000]
)
@pytest.mark.usefixtures("quick")
def test_no_ordinal_ponders_over_a_strange_text(text: str) -> None:
    for language in LANGUAGES:
        assert value_of(text, language) is None


def test_a_french_citation_may_write_the_first_article_in_short() -> None:
    words = words_of("fr")
    assert words
    (cited,) = Reading("à l'article 1er, paragraphe 2, avant le 1er janvier", words).mentions()
    assert [(step.kind, str(step.number)) for step in cited.path] == [(Kind.ARTICLE, "1"), (Kind.PART, "2")]
