"""In which ways a cited number may be read at all: as printed, or as a unit that the cited act really has."""

from collections.abc import Sequence
from dataclasses import replace

from muvofiq.law.citation_index import Index
from muvofiq.law.citation_reading import Sought
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.raised import Reading, readings
from muvofiq.law.reference import Reference

MOST_INSERTED = 60  # units inserted behind one unit, at most
MOST = 2_000  # articles of an act, at most
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def choices(
    path: Sequence[Sought],
    printed: str,
    index: Index | None,
    source: Reference | None = None,
    *,
    is_added: bool = False,
) -> list[Reading]:
    """Return the ways to read the number with which the path to a cited unit ends.

    ``index`` holds the units of the cited act, if it is at hand: then only a unit that it has, or that can be added to
    it, may be meant, and the number stays as printed where no unit answers to it. ``source`` is the citing unit.
    """
    number = path[-1].number or Number("0")
    if any(sign in RAISED for sign in printed):
        return [Reading(number)]
    if number.stem.isalpha():
        return [Reading(number, is_restored=True)]  # figures behind a letter were always raised
    possible = [one for one in readings(number) if not one.is_restored or one.number.inserted[0] <= MOST_INSERTED]
    if index is None or len(possible) == 1:
        return possible
    known = Known(index, source, tuple(path))
    return known.addable(possible) if is_added else known.cited(possible)


class Known:
    """The units of the act that a citation means, and the place in it to which the citation leads."""

    def __init__(self, index: Index, source: Reference | None, path: tuple[Sought, ...]) -> None:
        self.index, self.source = index, source
        self.step = path[-1]
        self.above = self._repaired(path[:-1])
        plain = (node.unit.number for node in index.ordered[Kind.ARTICLE] if not node.unit.number.inserted)
        self.last = max((number.order[0] for number in plain if number.order[0] <= MOST), default=0)

    def cited(self, possible: list[Reading]) -> list[Reading]:
        """Return the readings that lead to a unit; an article below the last one may only be missing in the text."""
        found = [reading for reading in possible if self._has(reading.number)]
        is_gap = self.step.kind is Kind.ARTICLE and possible[0].number.order[0] <= self.last
        return found if found and (found[0] is possible[0] or not is_gap) else possible[:1]

    def addable(self, possible: list[Reading]) -> list[Reading]:
        """Return the readings that would be a new article: behind the last one, or the next one behind another."""
        if self.step.kind is not Kind.ARTICLE:
            return possible
        return [reading for reading in possible if self._is_next(reading.number)] or possible[:1]

    def _is_next(self, number: Number) -> bool:
        if not number.inserted:
            return number.order[0] == self.last + 1
        before = Number(number.stem, (number.inserted[0] - 1,) if number.inserted[0] > 1 else ())
        return self._has(before) and not self._has(number)

    def _has(self, number: Number) -> bool:
        return bool(self.index.find((*self.above, replace(self.step, number=number)), self.source))

    def _repaired(self, path: tuple[Sought, ...]) -> tuple[Sought, ...]:
        """Return the way to the unit with the numbers that its larger units really have."""
        above: tuple[Sought, ...] = ()
        for step in path:
            ways = [replace(step, number=one.number) for one in readings(step.number)] if step.number else [step]
            found = [way for way in ways if self.index.find((*above, way), self.source)]
            above = (*above, found[0] if found else step)
        return above
