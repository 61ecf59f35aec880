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


OTHERS = [
    ("uz_mamuriy_javobgarlik_kodeksi", "uz"),
    ("uz_jinoyat_kodeksi", "uz"),
    ("uz_konstitutsiya", "uz"),
    ("uz_yer_kodeksi", "uz"),
    ("kz_law_on_child_rights_kk", "kk"),
    ("kz_law_on_road_traffic_kk", "kk"),
    ("kz_law_on_child_rights_ru", "ru"),
]


@pytest.mark.parametrize(("name", "language"), OTHERS)
def test_laws_of_the_neighbours_are_read_whole_in_their_languages(name: str, language: str) -> None:
    read = read_file(real(f"gold/structure/{name}/source.txt"))
    one = build_law(read)
    named = dict(expected(f"gold/structure/{name}"))
    assert one.language == language
    assert [number for number, _ in articles(one)] == list(named)
    assert {number: heading for number, heading in articles(one) if named[number]} == {
        number: heading for number, heading in named.items() if heading
    }
    assert signs_of_law(one) == signs_of_source(read)


def test_raised_figures_that_a_corpus_has_lost_are_found_again() -> None:
    one = build_law(read_file(real("gold/structure/uz_mamuriy_javobgarlik_kodeksi/source.txt")))
    assert one.remarks[0].count == 329
    assert next(unit.number.eid for _, unit, _ in one.articles() if unit.label == "59⁵-modda.") == "59-5"


MESSY = ["uz_criminal_kir_1.pdf", "uz_customs_lat_3.pdf", "uz_family_rus_3.pdf"]
MESSY += ["kz_constitution.txt", "kz_law_on_credit_bureaus_kz.txt", "kz_law_on_microfinance.txt"]


@pytest.mark.parametrize("name", MESSY)
def test_messy_files_keep_all_their_articles(name: str) -> None:
    (answer,) = [row for row in json.loads(real("gold/stress/expected.json").read_text("utf-8")) if row["file"] == name]
    one = build_law(read_file(real(f"gold/stress/{name}")))
    assert [number for number, _ in articles(one)] == answer["numbers"]
