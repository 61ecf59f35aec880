"""A new unit begins as printed, with a number that no unit beside it has."""

import pytest

from muvofiq.amendment.next_number import beginning_behind
from muvofiq.law.build import build_law
from muvofiq.law.reference import Reference
from muvofiq.text.read import read_bytes
from tests.paths import RUSSIAN, TAJIK

LAWS = {
    "ru": build_law(read_bytes(RUSSIAN.read_bytes(), "law.txt")),
    "tg": build_law(read_bytes(TAJIK.read_bytes(), "law.txt")),
}


def behind(eid: str, language: str = "ru") -> str:
    return beginning_behind(LAWS[language], Reference.parse(f"law~{eid}"))


@pytest.mark.parametrize(
    ("language", "eid", "begins"),
    [
        ("ru", "art_4", "Статья 4(1)."),
        ("tg", "art_4", "Моддаи 4(1)."),
        ("ru", "art_4__para_1", "1(1)."),
        ("ru", "art_2__point_3-1", "3(2))"),
        ("ru", "art_1__indent_1", ""),
        ("ru", "art_999", ""),
    ],
)
def test_the_number_is_the_next_one_that_is_free(language: str, eid: str, begins: str) -> None:
    assert behind(eid, language) == begins


@pytest.mark.parametrize("language", list(LAWS))
def test_no_unit_has_the_number_already(language: str) -> None:
    law = LAWS[language]
    printed = {(unit.kind, around[-1:], unit.label) for _, unit, around in law.units() if unit.label}
    found = [(unit, around, behind(one.eid, language)) for one, unit, around in law.units() if unit.label]
    assert any(label for *_, label in found)
    assert not [label for unit, around, label in found if (unit.kind, around[-1:], label) in printed]


def test_behind_the_last_one_the_number_goes_on() -> None:
    articles = [one.eid for one, *_ in LAWS["ru"].articles()]
    last = max(int(one.removeprefix("art_").partition("-")[0]) for one in articles)
    assert behind(f"art_{last}") == f"Статья {last + 1}."
