"""The clauses of a readmission agreement: each says what it does, and every requirement has its place."""

from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.standards.clause_map import Clause, ClauseMap, load_clause_map
from muvofiq.standards.errors import CatalogueError, MissingKey, RepeatedName, TiedAndOutside, UnknownKey
from muvofiq.standards.load import load_catalogue

MAP = """\
id: readmission
title: {en: Clauses}
model: eura-ge
note: {en: In order.}
clauses:
  - id: own
    place: art. 2
    unconfirmed: true
    title: {en: Own nationals}
    does: {en: Binds to take back.}
    look_for: {en: A condition?}
    practice: {en: Unconditional.}
    requirements: [rdm-own-nationals]
  - id: costs
    place: art. 15
    title: {en: Costs}
    does: {en: Says who pays.}
    look_for: {en: Workers.}
    practice: {en: Up to the border.}
    requirements: [rdm-costs, rdm-own-nationals]
outside:
  why: {en: Left to national law.}
  requirements: [rtn-remedy]
"""
LANGUAGES = ("en", "ru", "tg")


@cache
def shipped() -> ClauseMap:
    return load_clause_map("readmission", load_catalogue())


def test_it_comes_back_from_its_own_text_and_ties_each_requirement_once() -> None:
    one = ClauseMap.parse(MAP)
    assert ClauseMap.parse(str(one)) == one
    assert one.tied == ("rdm-own-nationals", "rdm-costs")


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("[rtn-remedy]", "[rdm-costs]", TiedAndOutside),
        ("id: costs", "id: own", RepeatedName),
        ("look_for", "look_at", UnknownKey),
        ("    place: art. 2\n", "", MissingKey),
    ],
)
def test_a_slip_is_refused_with_its_line(old: str, new: str, error: type[CatalogueError]) -> None:
    with pytest.raises(error, match=r"map.yaml, line \d+"):
        ClauseMap.parse(MAP.replace(old, new, 1), "map.yaml")


WORDS = st.fixed_dictionaries({"en": st.text("ab: '?", min_size=1).filter(str.strip)}, optional={"tg": st.just("ғӣ")})


@given(
    st.lists(
        st.builds(Clause, st.sampled_from("abc"), st.just("art. 2"), *[WORDS] * 4, st.just(("x-y",)), st.booleans()),
        min_size=1,
        unique_by=lambda one: one.id,
    )
)
def test_whatever_a_map_says_comes_back_from_its_text(clauses: list[Clause]) -> None:
    one = ClauseMap("m", {"en": "M"}, "eura-ge", {"en": "N"}, tuple(clauses), ("z",), {"en": "W"}, ("tg",))
    assert ClauseMap.parse(str(one)) == one


def test_every_requirement_of_return_and_readmission_has_its_place() -> None:
    theme = {one.id for one in load_catalogue().requirements if one.theme == "D"}
    assert set(shipped().tied) | set(shipped().outside) == theme
    assert {one for one in theme if one.startswith("rdm-")} == set(shipped().tied)


def test_it_goes_from_the_preamble_to_the_annexes_and_no_article_is_confirmed() -> None:
    places = [one.place for one in shipped().clauses]
    assert (places[0], places[-1]) == ("preamble", "annex 6")
    assert all(one.unconfirmed for one in shipped().clauses)
    articles = [int(one.split()[1].split("(")[0].split("-")[0]) for one in places if one.startswith("art")]
    assert articles == sorted(articles)


def test_every_text_stands_in_three_languages() -> None:
    for one in shipped().clauses:
        for part in (one.title, one.does, one.look_for, one.practice):
            assert tuple(part) == LANGUAGES, one.id
    assert tuple(shipped().note) == tuple(shipped().why) == LANGUAGES
    assert shipped().unconfirmed_languages == ("tg",)


def test_the_file_says_at_its_head_what_it_is() -> None:
    text = files("muvofiq.library").joinpath("clause-maps", "readmission.yaml").read_text("utf-8")
    assert text.startswith("# The clauses of a readmission agreement")
