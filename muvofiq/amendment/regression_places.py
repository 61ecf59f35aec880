"""In which unit of a wording a stretch of it stands, and what introduces the list of which that unit is an item."""

from collections.abc import Iterator
from dataclasses import dataclass

from muvofiq.amendment.regression_units import Unit, units_of
from muvofiq.law.kind import Kind
from muvofiq.law.reference import Step

ITEM_ENDS = (";", ",")


@dataclass(frozen=True, slots=True)
class Places:
    """The units of a wording in their order, each with where in print its words begin."""

    units: tuple[tuple[int, Unit], ...]

    @classmethod
    def of(cls, wording: str, language: str) -> "Places":
        """Find each unit of a wording in it."""
        return cls(tuple(_placed(wording, language)))

    def at(self, end: int) -> tuple[Step, ...]:
        """Return the place of the unit in which a stretch ends; nothing in a heading before all units."""
        before = self._until(end)
        return before[-1].path if before else ()

    def introductions(self, end: int) -> tuple[str, ...]:
        r"""Return the words that introduce the lists in which a stretch lies, the largest first.

        >>> Places.of("1. Дают:\n1) воду;\n2) еду.", "ru").introductions(23)
        ('Дают:',)
        """
        until = self._until(end)
        if not until:
            return ()
        *before, own = until
        above = [one for one in before if one.path == own.path[: len(one.path)]]
        beside = (one for one in reversed(before) if own.path[-1].kind is Kind.INDENT is one.path[-1].kind)
        near = next((one for one in beside if not one.words.endswith(ITEM_ENDS)), None)
        if near and near.path[:-1] == own.path[:-1]:
            above.append(near)
        return tuple(one.words for one in above if one.words.endswith(":"))

    def _until(self, end: int) -> list[Unit]:
        return [one for start, one in self.units if start < end]


def _placed(wording: str, language: str) -> Iterator[tuple[int, Unit]]:
    at = 0
    for one in units_of(wording, language):
        start = max(wording.find(one.words, at), at)
        yield start, one
        at = start + len(one.words)
