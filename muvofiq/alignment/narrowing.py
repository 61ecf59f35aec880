"""A search is narrowed to some acts, to a language, or to a kind of unit: articles, parts, points, definitions."""

from dataclasses import dataclass
from enum import StrEnum

from muvofiq.alignment.pool import Pool
from muvofiq.law.kind import Kind
from muvofiq.law.reference import Reference


class UnitKind(StrEnum):
    """The kinds of unit to which a search can be narrowed."""

    ARTICLE = "article"
    PART = "part"
    POINT = "point"
    DEFINITION = "definition"


# A definition may stand in a unit of any kind; it is told by its legal form (`languages/legal-forms.csv`).
KINDS = {
    UnitKind.ARTICLE: frozenset({Kind.ARTICLE}),
    UnitKind.PART: frozenset({Kind.PART}),
    UnitKind.POINT: frozenset({Kind.POINT, Kind.SUBPOINT, Kind.INDENT}),
}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a search is narrowed to: a kind of unit, acts by their names, languages; what is None narrows nothing.

    ``without`` holds the addresses of articles that are left out.
    """

    kind: UnitKind | None = None
    acts: frozenset[str] | None = None
    languages: frozenset[str] | None = None
    without: frozenset[str] = frozenset()

    def takes(self, pool: Pool, at: int) -> bool:
        """Tell whether the article at a place of a pool may be found."""
        unit = pool.units[at]
        return (
            unit.id not in self.without
            and (self.acts is None or unit.act in self.acts)
            and (self.languages is None or unit.language in self.languages)
            and (self.kind is not UnitKind.DEFINITION or UnitKind.DEFINITION in pool.forms_at(at))
        )

    @property
    def points_lower(self) -> bool:
        """Whether units of one kind are wanted, wherever in their article they stand."""
        return self.kind in KINDS

    def may_point_at(self, address: str) -> bool:
        """Tell whether the unit at an address is of the wanted kind."""
        steps = Reference.parse(address).steps
        kinds = KINDS.get(self.kind) if self.kind else None
        return kinds is None or (bool(steps) and steps[-1].kind in kinds)


EVERYTHING = Narrowing()
