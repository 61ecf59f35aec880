"""Two editions of an act are compared unit by unit, and both can be read again from the comparison to the letter."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, takewhile

from muvofiq.amendment.pairing import Pairs, Placed, pair_units, placed_units
from muvofiq.amendment.redline import Stretch, new_text, old_text, redline
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Note, Provision

# A dash is a dash, however it is typed, and between figures blanks around it say nothing.
DASH = re.compile(r"(?<=\d)\s*[-‐‑–—−]\s*(?=\d)|[-‐‑–—](?=\d)|−\s*")
# Signs that say something count as words: some always, others where they touch a figure; but not the stop, bracket or
# quotation mark that only ends a clause there.
ENDS = r"\s.,;:!?…()\[\]{}«»\"“”„'’"
WORD = re.compile(rf"\w+|[%‰№§−°<>=≤≥±]|(?<=\d)[^\w\s](?=\d)|[^\w{ENDS}](?=\d)|(?<=\d)[^\w{ENDS}]")

Redline = tuple[Stretch, ...]
Printed = tuple[str, str, str, str, str]  # address, number, heading, own text and notes of a unit


class What(StrEnum):
    """What became of a unit from one edition to the other."""

    SAME = "same"
    NOTED = "noted"  # the same words, other notes of change
    SIGNS = "signs"  # the same words and figures in the same order, other signs between them that change nothing
    MOVED = "moved"  # the same words under another number, or in another place
    CHANGED = "changed"
    REPEALED = "repealed"
    ADDED = "added"
    REMOVED = "removed"


UNCHANGED = frozenset({What.SAME, What.NOTED})


@dataclass(frozen=True, slots=True)
class Side:
    """Where a unit stands in one edition: address, number as printed, place in the order of print, units around it."""

    reference: Reference
    label: str
    at: int
    depth: int

    @property
    def eid(self) -> str:
        """Its address in the edition."""
        return self.reference.eid


@dataclass(frozen=True, slots=True)
class UnitChange:
    """What became of one unit, with a redline of its heading, its own text and its notes.

    ``before`` is None for an added unit, ``after`` for a removed one.
    """

    what: What
    before: Side | None
    after: Side | None
    heading: Redline
    text: Redline
    notes: Redline

    @property
    def side(self) -> Side:
        """Where it stands in the later edition or, if it is gone, stood in the earlier one."""
        return next(filter(None, (self.after, self.before)))

    @property
    def is_elsewhere(self) -> bool:
        """Whether its address has changed."""
        return bool(self.before and self.after and self.before.eid != self.after.eid)


@dataclass(frozen=True, slots=True)
class Words:
    """All words of an edition: what stands before the first unit, the notes on the whole, the units, the signature."""

    head: str
    notes: str
    units: tuple[Printed, ...]
    tail: str

    @classmethod
    def of(cls, law: Law) -> "Words":
        """Return the words of a law."""
        units = tuple(
            (address.eid, unit.label, unit.heading, unit.text, _notes(unit.notes)) for address, unit, _ in law.units()
        )
        return cls("\n".join(law.head), _notes(law.notes), units, "\n".join(law.tail))


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed from one edition to another: before the first unit, in the notes on the whole, in units, at the end.

    The units stand in the order of print of the later edition, a removed one where it stood.
    """

    head: Redline
    notes: Redline
    units: tuple[UnitChange, ...]
    tail: Redline

    @property
    def counts(self) -> Mapping[What, int]:
        """How many units became what."""
        found = Counter(one.what for one in self.units)
        return {what: found[what] for what in What}

    @property
    def before(self) -> Words:
        """The words of the earlier edition, read from the comparison alone."""
        kept = sorted((one.before.at, one.before, one) for one in self.units if one.before)
        units = tuple(
            (side.eid, side.label, old_text(one.heading), old_text(one.text), old_text(one.notes))
            for _, side, one in kept
        )
        return Words(old_text(self.head), old_text(self.notes), units, old_text(self.tail))

    @property
    def after(self) -> Words:
        """The words of the later edition, read from the comparison alone."""
        kept = sorted((one.after.at, one.after, one) for one in self.units if one.after)
        units = tuple(
            (side.eid, side.label, new_text(one.heading), new_text(one.text), new_text(one.notes))
            for _, side, one in kept
        )
        return Words(new_text(self.head), new_text(self.notes), units, new_text(self.tail))

    def proves(self, before: Law, after: Law) -> bool:
        """Tell whether both editions can be read from the comparison to the letter, every unit in its place."""
        return self.before == Words.of(before) and self.after == Words.of(after)

    def fate(self, eid: str) -> tuple[What, str]:
        """Return what became of a unit of the earlier edition with all that lies in it, and its address in the later.

        The address is empty where it is gone. Raises KeyError for an address that the earlier edition does not have.
        """
        return Fates(self).of(eid)


class Fates:
    """What became of the units of the earlier edition: gathered once from a difference, then looked up by address."""

    def __init__(self, found: Difference) -> None:
        self._before = _in_print((one.before, one) for one in found.units if one.before)
        self._after = _in_print((one.after, one) for one in found.units if one.after)
        self._was = {side.eid: at for at, (side, _) in enumerate(self._before)}
        self._is = {side.eid: at for at, (side, _) in enumerate(self._after)}

    def of(self, eid: str) -> tuple[What, str]:
        """Return what became of a unit with all that lies in it, and its address in the later edition, as ``fate``."""
        at = self._was[eid]
        own = self._before[at][1]
        if own.after is None:
            return What.REMOVED, ""
        inside = {*_inside(self._before, at), *_inside(self._after, self._is[own.after.eid])}
        if own.what is not What.REPEALED and not inside <= UNCHANGED:
            signs_alone = inside | {own.what} <= UNCHANGED | {What.SIGNS}
            return What.SIGNS if signs_alone else What.CHANGED, own.after.eid
        return What.SAME if own.what is What.NOTED else own.what, own.after.eid


def difference(before: Law, after: Law) -> Difference:
    """Return what became of each unit from one edition of an act to another one in the same language."""
    old, new = placed_units(before), placed_units(after)
    pairs = pair_units(old, new)
    origin = {other: one for one, other in pairs.found.items()}
    rows = [((at, -1), _change(old, new, (origin.get(at), at), pairs)) for at in range(len(new))]
    rows += [(place, _change(old, new, (place[1], None), pairs)) for place in _removed(old, new, pairs)]
    return Difference(
        head=redline("\n".join(before.head), "\n".join(after.head)),
        notes=redline(_notes(before.notes), _notes(after.notes)),
        units=tuple(change for _, change in sorted(rows, key=lambda row: row[0])),
        tail=redline("\n".join(before.tail), "\n".join(after.tail)),
    )


def _change(
    old: Sequence[Placed], new: Sequence[Placed], places: tuple[int | None, int | None], pairs: Pairs
) -> UnitChange:
    """Compare one unit at its places in both editions."""
    one, other = (side[at] if at is not None else None for side, at in zip((old, new), places, strict=True))
    sides = [
        Side(placed.reference, placed.unit.label, at, placed.depth) if placed and at is not None else None
        for placed, at in zip((one, other), places, strict=True)
    ]
    first, second = (placed.unit if placed else None for placed in (one, other))
    return UnitChange(
        _what(first, second, is_moved=places[0] in pairs.moved),
        sides[0],
        sides[1],
        heading=redline(first.heading if first else "", second.heading if second else ""),
        text=redline(first.text if first else "", second.text if second else ""),
        notes=redline(_notes(first.notes) if first else "", _notes(second.notes) if second else ""),
    )


def _what(one: Provision | None, other: Provision | None, *, is_moved: bool) -> What:
    if one is None or other is None:
        return What.ADDED if one is None else What.REMOVED
    has_number = one.label or other.label
    differs = (
        (What.REPEALED, other.repealed and not one.repealed),
        (What.CHANGED, _bare(one) != _bare(other)),
        (What.MOVED, is_moved or (has_number and (one.kind, one.number) != (other.kind, other.number))),
        (What.SIGNS, (one.label, one.heading, one.text) != (other.label, other.heading, other.text)),
        (What.NOTED, _notes(one.notes) != _notes(other.notes)),
    )
    return next((what for what, holds in differs if holds), What.SAME)


def _bare(unit: Provision) -> tuple[list[str], list[str]]:
    """Return words, figures and telling signs of heading and own text, in small letters."""
    heading, text = (WORD.findall(DASH.sub("−", one.casefold())) for one in (unit.heading, unit.text))
    return heading, text


def _removed(old: Sequence[Placed], new: Sequence[Placed], pairs: Pairs) -> list[tuple[int, int]]:
    """Return for each removed unit behind which place of the later edition it stood, and its place in the earlier.

    It is shown before the first unit that stood in it and still stands, else behind the one that stood before it
    beside it with all that lies in that one, else behind the unit in which it stood.
    """
    found: list[tuple[int, int]] = []
    behind = [-1]  # for each depth, the place behind which a unit stands that comes next at this depth
    for at, one in enumerate(old):
        del behind[one.depth + 1 :]
        there = pairs.found.get(at)
        if there is None:
            kept = next((pairs.found[place] for place in _places_inside(old, at) if place in pairs.found), None)
            behind[one.depth] = behind[one.depth] if kept is None else kept - 1
            found.append((behind[one.depth], at))
        elif at not in pairs.moved:
            behind[one.depth] = there + len(_places_inside(new, there))
        behind.append(behind[one.depth] if there is None else there)
    return found


def _places_inside(units: Sequence[Placed], at: int) -> range:
    """Return the places of what lies inside a unit."""
    rest = range(at + 1, len(units))
    return range(at + 1, next((place for place in rest if units[place].depth <= units[at].depth), len(units)))


def _in_print(sides: Iterable[tuple[Side, UnitChange]]) -> list[tuple[Side, UnitChange]]:
    """Return the units of one edition in the order of its print."""
    return sorted(sides, key=lambda row: row[0].at)


def _inside(units: Sequence[tuple[Side, UnitChange]], at: int) -> Iterator[What]:
    """Yield what became of all that lies inside the unit at a place of one edition."""
    depth = units[at][0].depth
    yield from (one.what for _, one in takewhile(lambda row: row[0].depth > depth, islice(units, at + 1, None)))


def _notes(notes: Sequence[Note]) -> str:
    return "\n".join(note.text for note in notes)
