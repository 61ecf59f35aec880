"""How two requirements overlap: written, read again, and held against the requirements themselves."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.errors import (
    CatalogueError,
    ElementMissing,
    NothingInCommon,
    RelatedToItself,
    RelatedTwice,
    RelationCircle,
    RelationContradicted,
    UnknownKey,
    UnknownRequirement,
    WrongForm,
)
from muvofiq.standards.load import load_catalogue
from muvofiq.standards.relation import Relation, RelationKind, fitting_kind, overlap
from muvofiq.standards.relation_checks import refuse_wrong_relation, refuse_wrong_relations
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.thesaurus import LANGUAGES
from tests.standards.small import FILES

WHY = {"en": "Both ask it."}
LETTER = """\
first: aid-short
second: aid-long
kind: subset
common: [1 = 2, 2 = 1]
reason:
  en: Both ask for free aid.
  ru: Оба о бесплатной помощи.
editions: 1 = 2
"""

ids = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
pairs = st.tuples(st.integers(1, 999), st.integers(1, 999))
words = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=150)
relations = st.builds(
    Relation,
    first=ids,
    second=ids,
    kind=st.sampled_from(RelationKind),
    common=st.lists(pairs, min_size=1, max_size=5, unique=True).map(tuple),
    reason=st.dictionaries(st.sampled_from(LANGUAGES), words, min_size=1),
    editions=st.none() | pairs,
)


def asking(name: str, *elements: str) -> Requirement:
    """A requirement of which only the elements matter."""
    words = tuple({"en": one} for one in elements)
    return Requirement(name, "A01", {"en": name}, {"en": f"{name}."}, (), (), (), words, {})


def among(*requirements: Requirement) -> Mapping[str, Requirement]:
    return {one.id: one for one in requirements}


SHORT = asking("aid-short", "free", "early")
LONG = asking("aid-long", "early", "free", "for foreigners")
BOTH = among(SHORT, LONG)


def related(first: str, second: str, kind: str = "subset", *common: tuple[int, int]) -> Relation:
    return Relation(first, second, RelationKind(kind), common or ((1, 1),), WHY)


def test_a_relation_is_read_and_written_as_it_was() -> None:
    relation = Relation.parse(LETTER)
    assert (relation.kind, relation.common, relation.editions) == (RelationKind.SUBSET, ((1, 2), (2, 1)), (1, 2))
    assert str(relation) == LETTER


@given(relations)
def test_what_is_written_reads_the_same(relation: Relation) -> None:
    assert Relation.parse(str(relation)) == relation


@given(relations)
def test_told_from_the_other_side_twice_it_is_the_same(relation: Relation) -> None:
    assert relation.mirrored.mirrored == relation
    assert relation.mirrored.told_from(relation.first).first == relation.first


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("kind:", "sort:", UnknownKey),
        ("1 = 2, ", "1-2, ", WrongForm),
        ("1 = 2, 2 = 1", "0 = 1", WrongForm),
        ("1 = 2, 2 = 1", "", CatalogueError),
        ("kind: subset", "kind: alike", CatalogueError),
        ("aid-short", "Aid Short", WrongForm),
    ],
)
def test_a_slip_is_told_with_its_line(old: str, new: str, error: type[CatalogueError]) -> None:
    with pytest.raises(error) as caught:
        Relation.parse(LETTER.replace(old, new), "mine.yaml")
    assert "mine.yaml, line" in str(caught.value)


def test_common_and_left_over_elements_stand_side_by_side() -> None:
    relation = Relation.parse(LETTER)
    found = overlap(relation, SHORT, LONG)
    assert [(ours["en"], theirs["en"]) for ours, theirs in found.common] == [("free", "free"), ("early", "early")]
    assert (found.first_alone, [one["en"] for one in found.second_alone]) == ((), ["for foreigners"])
    refuse_wrong_relation(relation, BOTH, "here")
    refuse_wrong_relation(relation.mirrored, BOTH, "here")


@pytest.mark.parametrize(
    ("common", "first", "second", "kind"),
    [
        ([(1, 1)], 1, 1, "equal"),
        ([(1, 2), (2, 1)], 2, 3, "subset"),
        ([(1, 1), (2, 1)], 3, 1, "superset"),
        ([(1, 1)], 2, 2, "intersects"),
        ([(1, 1), (1, 2)], 1, 2, "equal"),
    ],
)
def test_the_elements_show_the_kind(common: list[tuple[int, int]], first: int, second: int, kind: str) -> None:
    assert fitting_kind(common, first, second).value == kind


@pytest.mark.parametrize("kind", ["equal", "superset", "intersects"])
def test_a_kind_that_the_elements_deny_is_refused_with_the_one_that_fits(kind: str) -> None:
    wrong = related("aid-short", "aid-long", kind, (1, 2), (2, 1))
    with pytest.raises(RelationContradicted) as caught:
        refuse_wrong_relation(wrong, BOTH, "relation 1")
    told = str(caught.value)
    assert f"called '{kind}'" in told
    assert "Call it 'subset'" in told
    assert "aid-short: –; aid-long: 3" in told


@pytest.mark.parametrize(
    ("wrong", "error", "told"),
    [
        (related("aid-shrot", "aid-long"), UnknownRequirement, "Did you mean 'aid-short'"),
        (related("aid-long", "aid-long"), RelatedToItself, "aid-long"),
        (related("aid-short", "aid-long", "subset", (1, 4)), ElementMissing, "from 1 to 3"),
        (Relation("aid-short", "aid-long", RelationKind.SUBSET, (), WHY), NothingInCommon, "at least one element"),
    ],
)
def test_a_relation_that_is_wrong_in_itself_is_refused(wrong: Relation, error: type[CatalogueError], told: str) -> None:
    with pytest.raises(error, match=told):
        refuse_wrong_relation(wrong, BOTH, "relation 1")


def test_the_same_pair_twice_is_refused_in_either_order() -> None:
    good = related("aid-short", "aid-long", "subset", (1, 2), (2, 1))
    with pytest.raises(RelatedTwice, match="the first is relation aid-short aid-long"):
        refuse_wrong_relations([good, good.mirrored], BOTH, {})


def test_equal_requirements_may_stand_in_a_ring() -> None:
    three = among(*(asking(name, "one", "two") for name in "abc"))
    refuse_wrong_relations(
        [related(one, other, "equal", (1, 1), (2, 2)) for one, other in ("ab", "bc", "ca")], three, {}
    )


def test_a_circle_of_subsets_is_refused_with_its_chain() -> None:
    asked = among(asking("a", *"1234"), asking("b", *"1234"), asking("c", *"12345"))
    whole = tuple((at, at) for at in range(1, 5))
    good = [related("a", "b", "equal", *whole), related("b", "c", "subset", *whole)]
    refuse_wrong_relations(good, asked, {})
    back = related("c", "a", "subset", *whole[:3], (4, 3), (5, 3))
    for one in (back, back.mirrored):
        with pytest.raises(RelationCircle, match="b - c - a - b"):
            refuse_wrong_relations([*good, one], asked, {})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "relations: [{first: thb-legal-aid, second: nothing, kind: equal, common: [1 = 1], reason: {en: x}}]",
            "nothing",
        ),
        (
            "relations: [{first: thb-legal-aid, second: thb-legal-aid, kind: equal, common: [1 = 1], reason: {en: x}}]",
            "itself",
        ),
        ("relations: [{first: x}]", "second"),
        ("relation: []", "relations"),
    ],
)
def test_a_folder_with_a_wrong_relation_is_refused_with_file_and_line(tmp_path: Path, text: str, told: str) -> None:
    for name, content in {**FILES, "relations/mine.yaml": text}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(CatalogueError, match=told) as caught:
        load_catalogue(tmp_path)
    assert "relations/mine.yaml, line 1" in str(caught.value)


def test_the_catalogue_comes_with_relations_that_hold_in_three_languages(catalogue: Catalogue) -> None:
    assert len(catalogue.relations) >= 15
    for relation in catalogue.relations:
        first, second = catalogue.requirement(relation.first), catalogue.requirement(relation.second)
        assert overlap(relation, first, second).common
        assert set(relation.reason) == set(LANGUAGES)
        assert relation.editions is None, "what is shipped speaks of the catalogue beside it"


def test_a_relation_fits_until_a_requirement_reads_otherwise() -> None:
    one = related("a", "b", "subset", (1, 2))
    assert one.fits(among(asking("a", "tea"), asking("b", "milk", "tea")))
    assert not one.fits(among(asking("a", "tea"), asking("b", "milk"))), "the element is gone"
    assert not one.fits(among(asking("a", "tea", "bread"), asking("b", "milk", "tea"))), "now it asks something alone"
    assert not one.fits(among(asking("a", "tea")))
