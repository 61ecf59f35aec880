"""From which day each part of an amending act is in force, as the act says; where it tells no day, that is told."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from muvofiq.amendment.change import Change, EnterIntoForce
from muvofiq.amendment.consolidating import AmendingAct
from muvofiq.amendment.instruction import Instruction, Reading
from muvofiq.amendment.place import Place
from muvofiq.law.kind import Kind
from muvofiq.law.reference import Step


@dataclass(frozen=True, slots=True)
class InForce:
    """A day, and whether the act tells it; else it is the day of the act itself, for want of a better one."""

    day: date
    is_told: bool


def in_parts(reading: Reading, own_day: date, number: str) -> tuple[AmendingAct, ...]:
    """Return an act part by part, as the parts enter into force; the articles of the act keep their order in each."""
    parts: defaultdict[InForce, list[Change]] = defaultdict(list)
    for one in reading.instructions:
        changes = [change for change in one.changes if not isinstance(change, EnterIntoForce)]
        if changes:
            parts[in_force(one, reading, own_day)] += changes
    return tuple(
        AmendingAct(one.day, own_day, number, tuple(changes), is_day_told=one.is_told) for one, changes in parts.items()
    )


def in_force(instruction: Instruction, reading: Reading, own_day: date) -> InForce:
    """Return from when an instruction is in force: as is said of the smallest unit in which it stands, else of all."""
    said = [
        (len(place.steps), change.day)
        for change in reading.changes
        if isinstance(change, EnterIntoForce)
        for place in change.places
        if _holds(place, instruction)
    ]
    nearest = [day for depth, day in said if depth == max(depth for depth, _ in said)]
    day = nearest[0] if len(set(nearest)) == 1 else None  # of two days for the same unit neither is taken
    return InForce(day or own_day, day is not None)


def _holds(place: Place, instruction: Instruction) -> bool:
    """Tell whether an instruction stands in a unit of its act; parts and points are called by each other's names."""
    where = instruction.where.steps
    return len(place.steps) <= len(where) and all(map(_is_same, place.steps, where))


def _is_same(one: Step, other: Step) -> bool:
    is_small = min(one.kind.depth, other.kind.depth) > Kind.ARTICLE.depth
    return one.number == other.number and (one.kind is other.kind or is_small)
