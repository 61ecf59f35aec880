"""How requirements are related in a mission, and what a verdict on one tells of another."""

from dataclasses import replace

import pytest

from muvofiq.assessment.derived import Bound
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.publish_catalogue import publish_catalogue
from muvofiq.records.actions.relate import relate, take_back_relation
from muvofiq.records.actions.take_editions import take_editions
from muvofiq.records.errors import ChangedMeanwhile, Missing, NotOnFile
from muvofiq.records.models import RequirementRelation
from muvofiq.records.queries.new_editions import new_editions
from muvofiq.records.queries.relations import DerivedVerdict, Related, derived_for, relation_keyed, relations_of
from muvofiq.records.queries.requirements import scoped
from muvofiq.standards.errors import (
    ElementMissing,
    RelatedToItself,
    RelatedTwice,
    RelationCircle,
    RelationContradicted,
)
from muvofiq.standards.relation import Pair, Relation, RelationKind
from muvofiq.standards.requirement import Requirement
from tests.records.small import (
    IDS,
    INDICATORS,
    INTERPRETER,
    REASON,
    SCREENING,
    VICTIMS,
    Desk,
    catalogue,
    desk,
    everything,
    expert_in,
    history,
    mission_of,
    one_entry,
    refused,
)

pytestmark = pytest.mark.django_db
SUBSET, EQUAL, INTERSECTS = RelationKind.SUBSET, RelationKind.EQUAL, RelationKind.INTERSECTS


def related(at: Desk, first: str, second: str, kind: RelationKind, *common: Pair) -> RequirementRelation:
    return relate(at.expert, at.mission, first, second, kind=kind, common=common, reason=REASON)


def own(at: Desk) -> list[Related]:
    return [one for one in relations_of(at.mission) if one.row]


def judged(at: Desk, name: str, verdict: Verdict, *, version: int = 0) -> None:
    give_verdict(at.expert, at.mission, name, law=verdict, reason=REASON, version=version)


def told(at: Desk, name: str, other: str) -> DerivedVerdict:
    (found,) = (one for one in derived_for(at.mission, scoped(at.mission, name)) if one.other.id == other)
    return found


def shortened(name: str, count: int) -> Requirement:
    """A requirement with its first elements alone."""
    one = catalogue().requirement(name)
    return replace(one, elements=one.elements[:count])


@pytest.fixture
def at() -> Desk:
    """A mission of which one requirement asks two of the five elements of another."""
    at = desk(slug="border")
    publish_catalogue(at.manager, [shortened(INTERPRETER, 2), shortened(SCREENING, 2)])
    take_editions(
        at.expert, at.mission, {one.saved.requirement_id: str(one.newest.pk) for one in new_editions(at.mission)}
    )
    return at


def test_a_relation_is_saved_for_the_editions_that_the_mission_judges_by(at: Desk) -> None:
    with one_entry(at.mission, at.expert, "edit_standards"):
        row = related(at, INTERPRETER, VICTIMS, SUBSET, (1, 4), (2, 1))
    saved = RequirementRelation.objects.get()
    relation = Relation.parse(saved.letter)
    assert (saved, saved.version, saved.written_by) == (row, 1, at.expert)
    assert (relation.kind, relation.common, relation.editions) == (SUBSET, ((1, 4), (2, 1)), (2, 1))
    assert history(at.mission)[-1].change["to"]["elements"] == ["1 = 4", "2 = 1"]
    (one,) = own(at)
    assert one.overlap
    assert (len(one.overlap.common), len(one.overlap.first_alone), len(one.overlap.second_alone)) == (2, 0, 3)


def test_it_is_corrected_and_taken_back(at: Desk) -> None:
    row = related(at, INTERPRETER, VICTIMS, SUBSET, (1, 4), (2, 1))
    change = {"kind": INTERSECTS, "common": [(1, 1)], "reason": {"ru": "Иначе."}, "written": row}
    relate(at.expert, at.mission, INTERPRETER, VICTIMS, version=1, **change)  # type: ignore[arg-type]
    assert RequirementRelation.objects.get().version == 2
    with refused(ChangedMeanwhile):
        relate(at.expert, at.mission, INTERPRETER, VICTIMS, version=1, **change)  # type: ignore[arg-type]
    with one_entry(at.mission, at.expert, "edit_standards"):
        take_back_relation(at.expert, row)
    assert own(at) == []
    with refused(NotOnFile):
        take_back_relation(at.expert, row)
    with refused(NotOnFile):
        relation_keyed(at.mission, row.pk)


@pytest.mark.parametrize(
    ("first", "second", "kind", "common", "error"),
    [
        (VICTIMS, "nothing", INTERSECTS, [(1, 1)], NotOnFile),
        (VICTIMS, VICTIMS, INTERSECTS, [(1, 1)], RelatedToItself),
        (INTERPRETER, VICTIMS, EQUAL, [(1, 1), (2, 2)], RelationContradicted),
        (INTERPRETER, VICTIMS, SUBSET, [(1, 6)], ElementMissing),
        (INTERPRETER, VICTIMS, SUBSET, [(3, 1)], ElementMissing),
    ],
)
def test_a_wrong_relation_is_refused(
    at: Desk, first: str, second: str, kind: RelationKind, common: list[Pair], error: type[Exception]
) -> None:
    with refused(error):  # type: ignore[arg-type]
        related(at, first, second, kind, *common)


def test_without_a_reason_twice_or_in_a_circle_it_is_refused(at: Desk) -> None:
    with refused(Missing, match="the reason"):
        relate(at.expert, at.mission, INTERPRETER, VICTIMS, kind=SUBSET, common=[(1, 1)], reason={"en": " "})
    related(at, INTERPRETER, SCREENING, EQUAL, (1, 1), (2, 2))
    with refused(RelatedTwice):
        related(at, SCREENING, INTERPRETER, EQUAL, (1, 1), (2, 2))
    related(at, SCREENING, VICTIMS, SUBSET, (1, 1), (2, 2))
    with refused(RelationCircle, match=VICTIMS):
        related(at, VICTIMS, INTERPRETER, SUBSET, (1, 1), (2, 1), (3, 1), (4, 1), (5, 1))


def test_an_own_relation_stands_in_the_place_of_that_of_the_product(at: Desk) -> None:
    def between() -> list[Related]:
        both = {VICTIMS, INDICATORS}
        return [one for one in relations_of(at.mission) if {one.first.id, one.second.id} == both]

    (shipped,) = between()
    assert (shipped.row, shipped.is_instead) == (None, False)
    row = related(at, VICTIMS, INDICATORS, INTERSECTS, (3, 2), (1, 4))
    (mine,) = between()
    assert (mine.row, mine.is_instead, len(mine.relation.common)) == (row, True, 2)
    take_back_relation(at.expert, row)
    assert between() == [shipped]


def test_a_verdict_tells_of_the_part_and_of_the_whole(at: Desk) -> None:
    related(at, INTERPRETER, VICTIMS, SUBSET, (1, 4), (2, 1))
    before = everything()["Finding"]
    assert told(at, VICTIMS, INTERPRETER).law is None
    judged(at, INTERPRETER, Verdict.FULL)
    found = told(at, VICTIMS, INTERPRETER)
    assert found.law
    assert (found.law.verdict, found.law.bound, found.practice) == (Verdict.PARTIAL, Bound.LEAST, None)
    assert found.related.relation.kind is RelationKind.SUPERSET, "told from the page's own side"
    judged(at, VICTIMS, Verdict.FULL)
    back = told(at, INTERPRETER, VICTIMS)
    assert back.law
    assert (back.law.verdict, back.law.bound, back.is_doubted) == (Verdict.FULL, Bound.EXACTLY, False)
    assert (len(everything()["Finding"]), before) == (2, []), "what is derived is not saved"


def test_a_verdict_that_cannot_be_true_beside_it_is_doubted(at: Desk) -> None:
    related(at, INTERPRETER, VICTIMS, SUBSET, (1, 4), (2, 1))
    judged(at, VICTIMS, Verdict.FULL)
    judged(at, INTERPRETER, Verdict.NOT_FOUND)
    assert told(at, INTERPRETER, VICTIMS).is_doubted
    judged(at, INTERPRETER, Verdict.PROTECTS_MORE, version=1)
    assert not told(at, INTERPRETER, VICTIMS).is_doubted


def test_practice_is_derived_on_its_own_axis(at: Desk) -> None:
    related(at, INTERPRETER, SCREENING, EQUAL, (1, 1), (2, 2))
    give_verdict(
        at.expert,
        at.mission,
        SCREENING,
        law=Verdict.FULL,
        practice=Verdict.NOT_FOUND,
        reason=REASON,
        version=0,
    )
    found = told(at, INTERPRETER, SCREENING)
    assert found.law
    assert found.practice
    assert (found.law.verdict, found.practice.verdict) == (Verdict.FULL, Verdict.NOT_FOUND)


def test_nothing_follows_once_a_requirement_reads_otherwise(at: Desk) -> None:
    related(at, INTERPRETER, VICTIMS, SUBSET, (1, 4), (2, 1))
    judged(at, INTERPRETER, Verdict.FULL)
    publish_catalogue(at.manager, [shortened(VICTIMS, 4)])
    assert told(at, VICTIMS, INTERPRETER).law, "the mission still judges by the edition that was compared"
    seen = {one.saved.requirement_id: str(one.newest.pk) for one in new_editions(at.mission)}
    take_editions(at.expert, at.mission, seen)
    found = told(at, VICTIMS, INTERPRETER)
    assert (found.law, found.related.overlap) == (None, None)
    shipped = next(one for one in relations_of(at.mission) if not one.row and VICTIMS in {one.first.id, one.second.id})
    assert shipped.overlap is None
    publish_catalogue(at.manager, [replace(shortened(VICTIMS, 5), title={"en": "Other words"})])


def test_another_mission_sees_only_what_comes_with_the_product(at: Desk) -> None:
    row = related(at, INTERPRETER, VICTIMS, SUBSET, (1, 4), (2, 1))
    there = mission_of(at.manager, slug="elsewhere")
    assert {one.row for one in relations_of(there)} == {None}
    with refused(NotOnFile):
        relation_keyed(there, row.pk)
    stranger = expert_in(there, at.manager)
    with refused(NotOnFile):
        relate(stranger, there, VICTIMS, INTERPRETER, kind=SUBSET, common=[(1, 1)], reason=REASON, written=row)


def test_relations_of_requirements_that_are_not_published_are_not_shown() -> None:
    at = desk()
    shown = {name for one in relations_of(at.mission) for name in (one.first.id, one.second.id)}
    assert shown <= set(IDS)
