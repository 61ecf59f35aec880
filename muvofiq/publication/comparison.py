"""The laws of several states beside each other as values: each requirement with the provisions of each law."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from muvofiq.publication.concordance import Concordance, Row, State
from muvofiq.standards.requirement import Requirement

PROPOSED = 3  # places that are shown where a person has accepted none


@dataclass(frozen=True, slots=True)
class LawOfState:
    """The law of a state, by its two letters, as a table of concordance of the same requirements."""

    state: str
    table: Concordance


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One line: for each law its next provision, or None where it has no further one; ``opens`` as in a concordance."""

    requirement: Requirement
    places: tuple[Row | None, ...]
    opens: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole table: national law first, then each law to compare with, and the notices that stand at the head."""

    title: str
    laws: tuple[LawOfState, ...]
    notices: tuple[str, ...]
    made_on: date

    @property
    def rows(self) -> tuple[ComparedRow, ...]:
        """A line for each requirement and place; a requirement has as many as the law with the most places.

        Where a person has accepted provisions of a law, these alone stand there; else the first that are proposed.
        """
        found = [[_shown(rows) for rows in _by_requirement(law.table.rows)] for law in self.laws]
        return tuple(row for of_one in zip(*found, strict=True) for row in _beside(of_one))


def _by_requirement(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Part the rows of a concordance, in which the first of each requirement opens it."""
    group: list[Row] = []
    for row in rows:
        if row.opens and group:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _shown(rows: Sequence[Row]) -> Sequence[Row]:
    accepted = [row for row in rows if row.answer and row.answer.state is State.ACCEPTED]
    return accepted or rows[:PROPOSED]


def _beside(rows: Sequence[Sequence[Row]]) -> Iterator[ComparedRow]:
    requirement = rows[0][0].requirement
    for at, places in enumerate(zip_longest(*rows)):
        yield ComparedRow(requirement, places, opens=at == 0)
