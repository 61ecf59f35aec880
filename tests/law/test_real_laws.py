"""Real codes and laws are read whole; they lie beside the project, and their twins on our sample law never skip."""

import json
import re

import pytest

from muvofiq.law.build import build_law
from muvofiq.law.tree import Law
from muvofiq.text.read import read_file
from tests.law.small import signs_of_law, signs_of_source
from tests.paths import real

CODE = "gold/structure/kz_criminal_code_ru"
CODES_WITH_RAISED_NUMBERS = ["ru_family", "ru_labour"]
TAJIK_LAWS = [("jam", "tg", 48), ("jam", "ru", 48), ("emo", "tg", 61), ("emo", "ru", 61)]


def articles(one: Law) -> list[tuple[str, str]]:
    return [(unit.number.eid, _plain(unit.heading)) for _, unit, _ in one.articles()]


def expected(folder: str) -> list[tuple[str, str]]:
    entries = json.loads((real(folder) / "expected.json").read_text("utf-8"))["articles"]
    return [(entry["num"], _plain(entry["heading"])) for entry in entries]


def _plain(heading: str) -> str:
    return re.sub(r"\s+", " ", heading).strip(" .")


def test_the_kazakh_criminal_code_has_its_502_articles_and_headings() -> None:
    one = build_law(read_file(real(f"{CODE}/source.txt")))
    assert len(expected(CODE)) == 502
    assert articles(one) == expected(CODE)
    assert one.language == "ru"


def test_not_a_sign_of_the_kazakh_criminal_code_is_lost() -> None:
    read = read_file(real(f"{CODE}/source.txt"))
    assert signs_of_law(build_law(read)) == signs_of_source(read)


@pytest.mark.parametrize("code", CODES_WITH_RAISED_NUMBERS)
def test_pages_that_raise_figures_by_their_own_style_keep_their_numbers(code: str) -> None:
    one = build_law(read_file(real(f"gold/structure/{code}/source.html")))
    assert articles(one) == expected(f"gold/structure/{code}")


@pytest.mark.parametrize(("name", "language", "at_least"), TAJIK_LAWS)
def test_tajik_laws_are_read_whole_in_both_languages(name: str, language: str, at_least: int) -> None:
    read = read_file(real(f"gold/tajik/documents/{name}.{language}.txt"))
    one = build_law(read)
    assert one.language == language
    assert len(list(one.articles())) >= at_least
    assert signs_of_law(one) == signs_of_source(read)
