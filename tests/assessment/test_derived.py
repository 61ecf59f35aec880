"""What follows from a verdict for a related requirement, and what does not."""

import pytest

from muvofiq.assessment.derived import Bound, derive
from muvofiq.assessment.verdict import Verdict
from muvofiq.standards.relation import Relation, RelationKind
from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.tables import table

V = Verdict
LEAST, MOST, EXACTLY = Bound.LEAST, Bound.MOST, Bound.EXACTLY
NOT_FULL = {V.PARTIAL, V.NOT_FOUND, V.CONTRADICTS, V.DIFFERS, V.RESTRICTS_MORE}


def related(kind: RelationKind) -> Relation:
    return Relation("judged", "other", kind, ((1, 1),), {"en": "They overlap."})


@pytest.mark.parametrize("kind", RelationKind)
@pytest.mark.parametrize("verdict", [V.NOT_ASSESSED, V.NOT_APPLICABLE])
def test_from_what_nobody_assessed_nothing_follows(kind: RelationKind, verdict: Verdict) -> None:
    assert derive(related(kind), verdict) is None


@pytest.mark.parametrize("verdict", sorted(set(V) - {V.NOT_ASSESSED, V.NOT_APPLICABLE}))
def test_equal_requirements_share_every_verdict(verdict: Verdict) -> None:
    found = derive(related(RelationKind.EQUAL), verdict)
    assert found
    assert (found.verdict, found.bound) == (verdict, EXACTLY)


@pytest.mark.parametrize(
    ("kind", "verdict", "derived", "bound"),
    [
        (RelationKind.SUPERSET, V.FULL, V.FULL, EXACTLY),
        (RelationKind.SUPERSET, V.PROTECTS_MORE, V.FULL, LEAST),
        (RelationKind.SUPERSET, V.NOT_FOUND, V.NOT_FOUND, EXACTLY),
        (RelationKind.SUBSET, V.FULL, V.PARTIAL, LEAST),
        (RelationKind.SUBSET, V.NOT_FOUND, V.PARTIAL, MOST),
        (RelationKind.SUBSET, V.CONTRADICTS, V.CONTRADICTS, EXACTLY),
        (RelationKind.INTERSECTS, V.FULL, V.PARTIAL, LEAST),
        (RelationKind.INTERSECTS, V.NOT_FOUND, V.PARTIAL, MOST),
    ],
)
def test_a_part_and_its_whole_tell_of_each_other_what_they_must(
    kind: RelationKind, verdict: Verdict, derived: Verdict, bound: Bound
) -> None:
    found = derive(related(kind), verdict)
    assert found
    assert (found.verdict, found.bound) == (derived, bound)


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        (RelationKind.SUPERSET, V.PARTIAL),  # which of its elements are met, nobody said
        (RelationKind.SUPERSET, V.CONTRADICTS),  # perhaps only the part that is left over
        (RelationKind.INTERSECTS, V.CONTRADICTS),
        (RelationKind.INTERSECTS, V.PARTIAL),
        (RelationKind.SUBSET, V.ELSEWHERE),
        (RelationKind.SUBSET, V.RESTRICTS_MORE),
        (RelationKind.SUBSET, V.DIFFERS),  # the whole may contradict a norm on another point
        (RelationKind.SUPERSET, V.NOT_AVAILABLE),  # the part may be answered by an act that can be read
        (RelationKind.INTERSECTS, V.NO_DATA),
    ],
)
def test_where_nothing_must_follow_nothing_is_derived(kind: RelationKind, verdict: Verdict) -> None:
    assert derive(related(kind), verdict) is None


@pytest.mark.parametrize(
    ("kind", "verdict", "disagrees"),
    [
        (RelationKind.SUPERSET, V.FULL, NOT_FULL),
        (RelationKind.SUPERSET, V.NOT_FOUND, {V.FULL, V.PROTECTS_MORE, *(NOT_FULL - {V.NOT_FOUND})}),
        (RelationKind.SUBSET, V.FULL, {V.NOT_FOUND}),
        (RelationKind.SUBSET, V.NOT_FOUND, {V.FULL, V.PROTECTS_MORE}),
        (RelationKind.SUPERSET, V.ELSEWHERE, set()),
    ],
)
def test_a_judged_verdict_that_cannot_be_true_beside_it_is_noticed(
    kind: RelationKind, verdict: Verdict, disagrees: set[Verdict]
) -> None:
    found = derive(related(kind), verdict)
    assert found
    assert {one for one in Verdict if not found.agrees(one)} == disagrees


def test_every_case_has_its_reason_in_every_language() -> None:
    rows = table("derived.csv")
    assert all(row[language] for row in rows for language in LANGUAGES)
    assert len({(row["relation"], row["verdict"]) for row in rows}) == len(rows)
    assert {row["relation"] for row in rows} == set(RelationKind)
