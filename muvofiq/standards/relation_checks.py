"""Holds relations against the requirements that they join: whoever relates two of them must be right about both."""

from collections.abc import Iterable, Mapping, Sequence

from muvofiq.standards.cross_checks import Places
from muvofiq.standards.errors import (
    ElementMissing,
    NothingInCommon,
    RelatedToItself,
    RelatedTwice,
    RelationCircle,
    RelationContradicted,
    UnknownRequirement,
)
from muvofiq.standards.relation import Relation, RelationKind, fitting_kind
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.spelling import nearest

Requirements = Mapping[str, Requirement]


def refuse_wrong_relations(relations: Sequence[Relation], requirements: Requirements, places: Places) -> None:
    """Refuse a relation that is wrong in itself, a pair that is related twice, and circles of subsets."""
    seen: dict[frozenset[str], str] = {}
    for relation in relations:
        where = place_of(relation, places)
        refuse_wrong_relation(relation, requirements, where)
        pair = frozenset({relation.first, relation.second})
        if pair in seen:
            raise RelatedTwice(where, first=relation.first, second=relation.second, other=seen[pair])
        seen[pair] = where
    refuse_circles(relations, places)


def refuse_wrong_relation(relation: Relation, requirements: Requirements, where: str) -> None:
    """Refuse unknown requirements, a relation to itself, elements that do not exist, and a kind that they deny."""
    for name in (relation.first, relation.second):
        if name not in requirements:
            raise UnknownRequirement(where, name=name, nearest=nearest(name, requirements))
    if relation.first == relation.second:
        raise RelatedToItself(where, name=relation.first)
    if not relation.common:
        raise NothingInCommon(where, first=relation.first, second=relation.second)
    first, second = requirements[relation.first], requirements[relation.second]
    for one, numbers in zip((first, second), zip(*relation.common, strict=True), strict=True):
        _refuse_missing(one, numbers, where)
    fits = fitting_kind(relation.common, len(first.elements), len(second.elements))
    if fits is not relation.kind:
        ours = _numbers(first, (one for one, _ in relation.common))
        theirs = _numbers(second, (one for _, one in relation.common))
        raise RelationContradicted(
            where,
            kind=relation.kind.value,
            fits=fits.value,
            first=f"{relation.first}: {ours}",
            second=f"{relation.second}: {theirs}",
        )


def refuse_circles(relations: Iterable[Relation], places: Places) -> None:
    """Refuse a chain of subsets that comes back to its beginning: a part of itself is no part."""
    wider: dict[str, dict[str, Relation]] = {}  # from each requirement to those that ask as much or more
    for relation in relations:
        if relation.kind in {RelationKind.SUBSET, RelationKind.EQUAL}:
            wider.setdefault(relation.first, {})[relation.second] = relation
        if relation.kind in {RelationKind.SUPERSET, RelationKind.EQUAL}:
            wider.setdefault(relation.second, {})[relation.first] = relation
    for start, followers in wider.items():
        for end, relation in followers.items():
            way = _way(end, start, wider) if relation.kind is not RelationKind.EQUAL else None
            if way:
                raise RelationCircle(place_of(relation, places), chain=" - ".join((start, *way)))


def place_of(relation: Relation, places: Places) -> str:
    """Say where a relation stands."""
    name = f"{relation.first} {relation.second}"
    return places.get(("relation", name), f"relation {name}")


def _way(start: str, end: str, wider: Mapping[str, Mapping[str, Relation]]) -> list[str] | None:
    """Return the shortest chain of ever wider requirements from one to another; None where there is none."""
    ways = [[start]]
    seen = {start}
    for way in ways:
        if way[-1] == end:
            return way
        fresh = [name for name in wider.get(way[-1], {}) if name not in seen]
        seen.update(fresh)
        ways += [[*way, name] for name in fresh]
    return None


def _refuse_missing(requirement: Requirement, numbers: Iterable[int], where: str) -> None:
    count = len(requirement.elements)
    for number in numbers:
        if not 1 <= number <= count:
            raise ElementMissing(where, name=requirement.id, number=number, count=count)


def _numbers(requirement: Requirement, taken: Iterable[int]) -> str:
    """Name the elements that are left over by their numbers."""
    left = sorted(set(range(1, len(requirement.elements) + 1)) - set(taken))
    return ", ".join(map(str, left)) or "–"
