"""The scope as a grid: which groups are covered at which stage of the border procedure, and how far judged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from muvofiq.assessment.verdict import Verdict
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.vocabulary import Group, Stage


class Standing(StrEnum):
    """How a cell of the grid stands."""

    EMPTY = "empty"
    LEFT_OUT = "left_out"
    OPEN = "open"
    BEGUN = "begun"
    JUDGED = "judged"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many requirements there are: in the catalogue, in the scope, and of these judged and fully met by the law."""

    catalogue: int = 0
    scope: int = 0
    judged: int = 0
    full: int = 0

    @property
    def standing(self) -> Standing:
        """How the cell stands. A gap of the scope is told apart from what the catalogue does not ask either.

        >>> Tally(catalogue=2).standing.value, Tally(catalogue=2, scope=2, judged=1).standing.value
        ('left_out', 'begun')
        """
        if not self.scope:
            return Standing.LEFT_OUT if self.catalogue else Standing.EMPTY
        if not self.judged:
            return Standing.OPEN
        return Standing.JUDGED if self.judged == self.scope else Standing.BEGUN


@dataclass(frozen=True, slots=True)
class Row:
    """One group at every stage, and what it comes to: each requirement counted once, however many stages it names."""

    group: Group
    cells: tuple[Tally, ...]
    total: Tally


@dataclass(frozen=True, slots=True)
class Coverage:
    """The grid, with the totals of the stages and of all: each requirement counted once in each total."""

    rows: tuple[Row, ...]
    stages: tuple[Tally, ...]
    total: Tally

    @property
    def left_out(self) -> int:
        """How many cells of the catalogue the scope leaves out."""
        return sum(cell.standing is Standing.LEFT_OUT for row in self.rows for cell in row.cells)

    @property
    def covered(self) -> int:
        """How many cells have a requirement of the scope."""
        return sum(cell.scope > 0 for row in self.rows for cell in row.cells)


def coverage(
    catalogue: Iterable[Requirement], scope: Iterable[Requirement], verdicts: Mapping[str, Verdict]
) -> Coverage:
    """Count; ``verdicts`` on the law go by the id of the requirement.

    What the scope has and the catalogue no longer has counts too.
    """
    in_scope = {one.id: one for one in scope}
    every = {**{one.id: one for one in catalogue}, **in_scope}
    all_of = list(every.values())

    def tally(rows: Sequence[Requirement]) -> Tally:
        chosen = [verdicts.get(one.id, Verdict.NOT_ASSESSED) for one in rows if one.id in in_scope]
        judged = [verdict for verdict in chosen if verdict is not Verdict.NOT_ASSESSED]
        return Tally(len(rows), len(chosen), len(judged), judged.count(Verdict.FULL))

    rows = []
    for group in Group:
        of_group = [one for one in all_of if group in one.groups]
        cells = tuple(tally([one for one in of_group if stage in one.stages]) for stage in Stage)
        rows.append(Row(group, cells, tally(of_group)))
    stages = tuple(tally([one for one in all_of if stage in one.stages]) for stage in Stage)
    return Coverage(tuple(rows), stages, tally(all_of))
