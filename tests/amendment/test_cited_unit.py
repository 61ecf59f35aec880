"""A unit is found however a lawyer cites it, and never another one than the citation says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.amendment.cited_unit import cited
from muvofiq.law.build import build_law
from muvofiq.law.citing import cite
from muvofiq.law.tree import Law
from muvofiq.text.read import read_bytes
from tests.paths import RUSSIAN, TAJIK

LAWS = {
    "ru": build_law(read_bytes(RUSSIAN.read_bytes(), "law.txt")),
    "tg": build_law(read_bytes(TAJIK.read_bytes(), "law.txt")),
}
PART = [
    *(
        "часть 2 статьи 4",
        "ч. 2 ст. 4",
        "статья 4 часть 2",
        "Ст. 4, ч. 2",
        "СТ. 4 Ч. 2",
        "ст.4 ч.2",
        "ст 4 ч 2",
        "4(2)",
    ),
    *("art. 4 part 2", "part 2 of article 4", "Article 4(2)", "art. 4(2)", "Art. 4 para. 2"),
    *("қ. 2 м. 4", "қисми 2 моддаи 4", "м 4 қ 2"),
]
ARTICLE = ["статья 4", "ст. 4", "art. 4", "4", "моддаи 4", "м. 4", "Article 4"]
CHAPTER = ["глава 2", "гл. 2", "боби 2", "Chapter 2"]
NONE = ["", "слова", "art_999", "статья 4 или статья 5", "статья 999", "ст. 4 ч. 77", "статья 4 другого закона"]


@pytest.mark.parametrize("language", list(LAWS))
@pytest.mark.parametrize(
    ("typed", "eid"),
    [
        *((one, "art_4__para_2") for one in PART),
        *((one, "art_4") for one in ARTICLE),
        *((one, "sec_1__chp_2") for one in CHAPTER),
    ],
)
def test_a_unit_is_cited_in_any_language(language: str, typed: str, eid: str) -> None:
    assert [one.eid for one in cited(LAWS[language], typed).units] == [eid]


@pytest.mark.parametrize("typed", NONE)
def test_what_is_no_citation_of_one_unit_finds_none(typed: str) -> None:
    assert cited(LAWS["ru"], typed).units == ()


def test_the_nearest_units_are_told_in_the_order_of_print() -> None:
    near = cited(LAWS["ru"], "ст. 4 ч. 77").nearest
    assert [one.eid for one in near][-1].startswith("art_4__para_")
    assert len(cited(LAWS["ru"], "статья 999").nearest) == 3
    assert cited(LAWS["ru"], "слова").nearest == ()


@given(st.sampled_from(["ru", "tg"]), st.integers(min_value=0))
def test_what_the_page_itself_prints_is_found_again(language: str, at: int) -> None:
    law: Law = LAWS[language]
    units = [reference for reference, *_ in law.units()]
    reference = units[at % len(units)]
    assert reference in cited(law, cite(reference, language)).units
