"""Which unit of the wording in force is which unit of the proposed one: by number, then by the words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from muvofiq.amendment.wording import wording_of
from muvofiq.amendment.wording_pairs import pairs_in_order
from muvofiq.law.tree import Provision

SAME_NUMBER = 0.2  # what the same number says, besides the share of words in common
ENOUGH = 0.6  # of the words in common, so that a unit under another number is the same one
UNNUMBERED = 0.4  # the same for units without numbers


@dataclass(frozen=True, slots=True)
class UnitPair:
    """A unit before and after; None on one side where it is new, or gone."""

    old: Provision | None
    new: Provision | None


@dataclass(frozen=True, slots=True)
class _Seen:
    words: str
    unit: Provision = field(compare=False)
    bag: Counter[str] = field(compare=False)


def pair_row(before: Sequence[Provision], after: Sequence[Provision]) -> list[UnitPair]:
    """Return the units that lie beside each other as pairs, in the order of the new wording.

    What is gone stands where it stood. Units without numbers that face each other alone are the same, reworded.
    """
    found = pairs_in_order([*map(_seen, before)], [*map(_seen, after)], _alike)
    ends = [(-1, -1), *sorted(found.items()), (len(before), len(after))]
    row: list[UnitPair] = []
    for (old_start, start), (old_end, end) in pairwise(ends):
        row += _facing(before[old_start + 1 : old_end], after[start + 1 : end])
        if old_end < len(before):
            row.append(UnitPair(before[old_end], after[end]))
    return row


def _facing(gone: Sequence[Provision], come: Sequence[Provision]) -> list[UnitPair]:
    row: list[UnitPair] = []
    free = list(come)
    for unit in gone:
        alike = [one for one in free if one.kind is unit.kind and one.label == unit.label]
        if not alike:
            row.append(UnitPair(unit, None))
            continue
        other = max(alike, key=lambda one, unit=unit: _likeness(_seen(unit).bag, _seen(one).bag))  # type: ignore[misc]
        at = free.index(other)
        row += [UnitPair(None, one) for one in free[:at]]
        row.append(UnitPair(unit, other))
        del free[: at + 1]
    return row + [UnitPair(None, one) for one in free]


def _seen(unit: Provision) -> _Seen:
    words = wording_of(unit)
    return _Seen(words, unit, Counter(words.removeprefix(unit.label).split()))


def _alike(one: _Seen, other: _Seen) -> float:
    if one.unit.kind is not other.unit.kind or bool(one.unit.label) != bool(other.unit.label):
        return 0.0
    likeness = _likeness(one.bag, other.bag)
    if one.unit.label and one.unit.label == other.unit.label:
        return SAME_NUMBER + likeness
    if one.unit.label:
        return likeness if likeness > ENOUGH else 0.0
    return likeness if likeness > UNNUMBERED else 0.0


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if size else 1.0
