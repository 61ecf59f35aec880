"""The findings counted for the pictures: groups by stages, themes by verdicts, law against practice."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from muvofiq.assessment.verdict import Verdict
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.vocabulary import Group, Stage

# In which order a cell is coloured: by the first of these words that stands in it.
WORST_FIRST = (
    Verdict.CONTRADICTS,
    Verdict.NOT_FOUND,
    Verdict.RESTRICTS_MORE,
    Verdict.DIFFERS,
    Verdict.PARTIAL,
    Verdict.ONLY_TREATY,
    Verdict.ELSEWHERE,
    Verdict.NOT_AVAILABLE,
    Verdict.NO_DATA,
    Verdict.FULL,
    Verdict.PROTECTS_MORE,
    Verdict.NOT_APPLICABLE,
    Verdict.NOT_ASSESSED,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A requirement of the scope with its two verdicts.

    They are None where the finding is kept back from the reader, of whom a second opinion is asked.
    """

    requirement: Requirement
    law: Verdict | None = Verdict.NOT_ASSESSED
    practice: Verdict | None = Verdict.NOT_ASSESSED


@dataclass(frozen=True, slots=True)
class Count:
    """How many requirements of the scope have which verdict on the law, the worst first; and how many are kept back."""

    verdicts: Mapping[Verdict, int] = field(default_factory=dict)
    kept_back: int = 0

    @property
    def scope(self) -> int:
        """How many requirements of the scope there are.

        >>> Count({Verdict.FULL: 2, Verdict.NOT_ASSESSED: 1}, kept_back=1).scope
        4
        """
        return sum(self.verdicts.values()) + self.kept_back

    @property
    def judged(self) -> int:
        """How many of them have a verdict on the law."""
        return sum(self.verdicts.values()) - self.verdicts.get(Verdict.NOT_ASSESSED, 0)

    @property
    def full(self) -> int:
        """How many of them have the verdict «full»."""
        return self.verdicts.get(Verdict.FULL, 0)

    @property
    def worst(self) -> Verdict | None:
        """The worst verdict that was given; None where nothing is judged.

        >>> str(Count({Verdict.PARTIAL: 1, Verdict.FULL: 5}).worst)
        'partial'
        """
        return next((one for one in self.verdicts if one is not Verdict.NOT_ASSESSED), None)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group at every stage; in its total each requirement counts once, however many stages it names."""

    group: Group
    cells: tuple[Count, ...]
    total: Count


@dataclass(frozen=True, slots=True)
class HeatMap:
    """The groups by the stages, with the totals of the stages and of all."""

    rows: tuple[GroupRow, ...]
    stages: tuple[Count, ...]
    total: Count

    @property
    def uncovered(self) -> int:
        """How many cells have no requirement of the scope."""
        return sum(not cell.scope for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True)
class Matrix:
    """How many requirements have which verdict on the law and which on practice; and how many are kept back."""

    counts: Mapping[tuple[Verdict, Verdict], int]
    kept_back: int = 0

    def at(self, law: Verdict, practice: Verdict) -> int:
        """Return how many have these two verdicts."""
        return self.counts.get((law, practice), 0)

    @property
    def both(self) -> int:
        """How many are judged on both axes."""
        return sum(number for pair, number in self.counts.items() if Verdict.NOT_ASSESSED not in pair)

    @property
    def same(self) -> int:
        """How many of these have the same word on both."""
        judged = (one for one in Verdict if one is not Verdict.NOT_ASSESSED)
        return sum(self.at(one, one) for one in judged)


def count(rows: Iterable[Standing]) -> Count:
    """Count the verdicts on the law."""
    found = Counter(one.law for one in rows)
    return Count({one: found[one] for one in WORST_FIRST if found[one]}, found[None])


def heat_map(rows: Iterable[Standing]) -> HeatMap:
    """Count group by group and stage by stage: each requirement once in every cell that it names."""
    every = list(rows)
    lines = []
    for group in Group:
        of_group = [one for one in every if group in one.requirement.groups]
        cells = tuple(count(one for one in of_group if stage in one.requirement.stages) for stage in Stage)
        lines.append(GroupRow(group, cells, count(of_group)))
    stages = tuple(count(one for one in every if stage in one.requirement.stages) for stage in Stage)
    return HeatMap(tuple(lines), stages, count(every))


def by_theme(rows: Iterable[Standing]) -> dict[str, Count]:
    """Count theme by theme, by the letters of the themes in their order."""
    every = list(rows)
    themes = sorted({one.requirement.theme for one in every})
    return {theme: count(one for one in every if one.requirement.theme == theme) for theme in themes}


def law_against_practice(rows: Iterable[Standing]) -> Matrix:
    """Count the pairs of verdicts."""
    pairs = Counter((one.law, one.practice) for one in rows)
    shown = {(law, done): number for (law, done), number in pairs.items() if law is not None and done is not None}
    return Matrix(shown, sum(pairs.values()) - sum(shown.values()))
