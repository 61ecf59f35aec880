"""A relation says how far two requirements ask the same: which elements they share, and which each asks alone.

>>> relation = Relation.parse('''
... first: thb-legal-aid
... second: rtn-legal-aid
... kind: subset
... common: [1 = 2]
... reason: {en: Both ask for free advice.}
... ''')
>>> relation.common, relation.mirrored.kind.value
(((1, 2),), 'superset')
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self

from muvofiq.standards.requirement import Requirement, Words
from muvofiq.standards.schema import Form, checked
from muvofiq.standards.yaml_text import read
from muvofiq.standards.yaml_writing import InlineList, paragraph, write

Pair = tuple[int, int]


class RelationKind(StrEnum):
    """How the first requirement stands to the second: a subset asks a part of what the second asks."""

    EQUAL = "equal"
    SUBSET = "subset"
    SUPERSET = "superset"
    INTERSECTS = "intersects"

    @property
    def mirrored(self) -> "RelationKind":
        """How the second stands to the first."""
        turned = {RelationKind.SUBSET: RelationKind.SUPERSET, RelationKind.SUPERSET: RelationKind.SUBSET}
        return turned.get(self, self)


@dataclass(frozen=True, slots=True)
class Relation:
    """Two requirements, how they are related, and why; ``common`` pairs the numbers of elements that ask the same.

    The elements are counted from 1. ``editions`` are those of the two requirements whose elements were compared;
    None where it is the catalogue in which the relation itself stands.
    """

    first: str
    second: str
    kind: RelationKind
    common: tuple[Pair, ...]
    reason: Words
    editions: Pair | None = None

    @classmethod
    def parse(cls, text: str, name: str = "relation") -> Self:
        """Read the YAML text of one relation."""
        return cls.from_entry(checked(read(text, name), Form.RELATION))

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any]) -> Self:
        """Take a relation from a checked entry."""
        return cls(
            first=entry["first"],
            second=entry["second"],
            kind=RelationKind(entry["kind"]),
            common=tuple(map(_pair, entry["common"])),
            reason=entry["reason"],
            editions=_pair(entry["editions"]) if "editions" in entry else None,
        )

    def fits(self, requirements: Mapping[str, Requirement]) -> bool:
        """Whether both requirements, as they read here, have the elements that are compared, and so many as it says."""
        first, second = requirements.get(self.first), requirements.get(self.second)
        if first is None or second is None:
            return False
        counts = len(first.elements), len(second.elements)
        is_there = all(ours <= counts[0] and theirs <= counts[1] for ours, theirs in self.common)
        return is_there and fitting_kind(self.common, *counts) is self.kind

    @property
    def mirrored(self) -> Self:
        """The same relation, told from the other side."""
        return replace(
            self,
            first=self.second,
            second=self.first,
            kind=self.kind.mirrored,
            common=tuple((theirs, ours) for ours, theirs in self.common),
            editions=(self.editions[1], self.editions[0]) if self.editions else None,
        )

    def joins(self, requirement: str) -> bool:
        """Whether it is one of the two."""
        return requirement in {self.first, self.second}

    def told_from(self, requirement: str) -> Self:
        """Return the relation with this requirement as the first."""
        return self if self.first == requirement else self.mirrored

    def entry(self) -> dict[str, object]:
        """Give the relation as an entry of the file."""
        entry: dict[str, object] = {
            "first": self.first,
            "second": self.second,
            "kind": self.kind.value,
            "common": InlineList(map(_written, self.common)),
            "reason": {language: paragraph(text) for language, text in self.reason.items()},
        }
        if self.editions:
            entry["editions"] = _written(self.editions)
        return entry

    def __str__(self) -> str:
        return write(self.entry())


@dataclass(frozen=True, slots=True)
class Overlap:
    """The elements of two requirements: those that both ask, and those that only one of them asks."""

    common: tuple[tuple[Words, Words], ...]
    first_alone: tuple[Words, ...]
    second_alone: tuple[Words, ...]


def overlap(relation: Relation, first: Requirement, second: Requirement) -> Overlap:
    """Put the elements of both requirements side by side, and what is left over on each side."""
    return Overlap(
        tuple((first.elements[ours - 1], second.elements[theirs - 1]) for ours, theirs in relation.common),
        tuple(_left_over(first, (ours for ours, _ in relation.common))),
        tuple(_left_over(second, (theirs for _, theirs in relation.common))),
    )


def fitting_kind(common: Iterable[Pair], first: int, second: int) -> RelationKind:
    """Return the kind that the pairs of elements show, for requirements with so many elements.

    >>> fitting_kind([(1, 1), (2, 3)], 2, 3).value
    'subset'
    """
    pairs = list(common)
    is_first_whole = len({ours for ours, _ in pairs}) == first
    is_second_whole = len({theirs for _, theirs in pairs}) == second
    if is_first_whole and is_second_whole:
        return RelationKind.EQUAL
    if is_first_whole:
        return RelationKind.SUBSET
    return RelationKind.SUPERSET if is_second_whole else RelationKind.INTERSECTS


def _left_over(requirement: Requirement, numbers: Iterable[int]) -> Iterable[Words]:
    taken = set(numbers)
    return (element for at, element in enumerate(requirement.elements, 1) if at not in taken)


def _pair(text: str) -> Pair:
    ours, _, theirs = text.partition(" = ")
    return int(ours), int(theirs)


def _written(pair: Pair) -> str:
    return f"{pair[0]} = {pair[1]}"
