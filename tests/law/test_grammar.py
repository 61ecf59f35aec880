"""The language tables are complete, and each of their rows works."""

import re

import pytest

from muvofiq.law.grammar import NUMBERINGS, grammars
from muvofiq.law.kind import Kind
from muvofiq.tables import table
from tests.law.small import RU, TG

UNITS = table("languages/units.csv")
MARKS = table("languages/marks.csv")


@pytest.mark.parametrize("row", UNITS, ids=lambda row: f"{row['language']}-{row['kind']}")
def test_each_row_names_a_kind_a_numbering_and_an_abbreviation(row: dict[str, str]) -> None:
    assert Kind(row["kind"])
    assert row["numbering"] in {*NUMBERINGS, "counted"}
    assert row["abbreviation"]
    re.compile(row["word"])


@pytest.mark.parametrize("row", MARKS, ids=lambda row: f"{row['language']}-{row['mark']}")
def test_each_mark_is_a_pattern_that_does_not_match_everything(row: dict[str, str]) -> None:
    assert not re.match(row["pattern"], "")
    assert not re.match(row["pattern"], "текст")


@pytest.mark.parametrize("language", sorted(grammars()))
def test_each_language_has_a_word_for_every_kind(language: str) -> None:
    assert set(grammars()[language].abbreviations) == set(Kind)


def test_a_mark_that_a_language_lacks_never_matches() -> None:
    assert not TG.mark("no such mark").search("anything at all")
    assert not RU.mark("no such mark").match("")


@pytest.mark.parametrize(
    "text",
    [
        *("1" + "¹" * 100_000, "1" + "-1" * 50_000, "1" * 100_000, "Статья " + "1" * 100_000, "Статья" + " " * 100_000),
        *("Глава " + "X" * 100_000, "Статья 1" + " - 1" * 30_000 + " x", "Моддаи 1" + "(1)" * 30_000),
        *("Общая часть" + " " * 100_000 + "x", "ЧАСТЬ ПЕРВАЯ" + " " * 100_000 + "X", "ЧАСТЬ ДВАДЦАТЬ " * 10_000),
        *("1 прим " * 20_000, "Приложение 1 к " + "а " * 50_000, "қ 1-" * 30_000, "X" * 100_000, "Бо қарори " * 15_000),
    ],
    ids=lambda text: text[:10],
)
@pytest.mark.usefixtures("quick")
def test_no_pattern_ponders_over_a_strange_paragraph(text: str) -> None:
    for grammar in grammars().values():
        for unit in grammar.units:
            unit.pattern.match(text)
