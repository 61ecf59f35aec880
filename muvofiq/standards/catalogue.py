"""The catalogue puts requirements, instruments and thesaurus together and vouches that they fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from muvofiq.standards import cross_checks
from muvofiq.standards.cross_checks import Places
from muvofiq.standards.errors import NotInCatalogue
from muvofiq.standards.instrument import Family, Instrument
from muvofiq.standards.relation import Relation
from muvofiq.standards.relation_checks import refuse_wrong_relations
from muvofiq.standards.requirement import Requirement, Theme
from muvofiq.standards.spelling import nearest
from muvofiq.standards.thesaurus import Thesaurus


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All standards of one edition, in the order of the files; ``family_of`` gives the family of an instrument."""

    themes: tuple[Theme, ...]
    requirements: tuple[Requirement, ...]
    families: tuple[Family, ...]
    instruments: Mapping[str, Instrument]
    thesaurus: Thesaurus
    relations: tuple[Relation, ...] = ()
    family_of: Mapping[str, str] = field(default_factory=dict)
    _by_id: Mapping[str, Requirement] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {requirement.id: requirement for requirement in self.requirements})

    @classmethod
    def checked(
        cls,
        requirements: Sequence[tuple[Theme, Requirement]],
        instruments: Sequence[tuple[Family, Instrument]],
        thesaurus: Thesaurus,
        places: Places | None = None,
        relations: Sequence[Relation] = (),
    ) -> Self:
        """Put the parts together; raise an error if they do not fit. ``places`` says where each entry stands."""
        places = places or {}
        by_name = {instrument.id: instrument for _, instrument in instruments}
        plain = [requirement for _, requirement in requirements]
        cross_checks.refuse_repeated([one.id for one in plain], "requirement", places)
        cross_checks.refuse_repeated([one.code for one in plain], "code", places)
        cross_checks.refuse_repeated([one.id for _, one in instruments], "instrument", places)
        cross_checks.refuse_repeated([one.id for one in thesaurus.concepts], "concept", places)
        cross_checks.refuse_foreign_codes(plain, {one.id: theme for theme, one in requirements}, places)
        cross_checks.refuse_unknown_instruments(plain, by_name, places)
        cross_checks.refuse_circular_succession(by_name, places)
        cross_checks.refuse_broken_hierarchy(thesaurus.concepts, places)
        refuse_wrong_relations(relations, {one.id: one for one in plain}, places)
        themes = {theme.id: theme for theme, _ in requirements}
        families = {family.id: family for family, _ in instruments}
        family_of = {one.id: family.id for family, one in instruments}
        known = (tuple(themes.values()), tuple(plain), tuple(families.values()), by_name, thesaurus)
        return cls(*known, relations=tuple(relations), family_of=family_of)

    def requirement(self, name: str) -> Requirement:
        """Find a requirement by its id."""
        if name not in self._by_id:
            raise NotInCatalogue("catalogue", sort="requirement", name=name, nearest=nearest(name, self._by_id))
        return self._by_id[name]

    def instrument(self, name: str) -> Instrument:
        """Find an instrument by its id."""
        if name not in self.instruments:
            raise NotInCatalogue("catalogue", sort="instrument", name=name, nearest=nearest(name, self.instruments))
        return self.instruments[name]

    def predecessors(self, name: str) -> tuple[Instrument, ...]:
        """List the older instruments that this one replaces."""
        return predecessors(name, self.instruments)


def predecessors(name: str, instruments: Mapping[str, Instrument]) -> tuple[Instrument, ...]:
    """List the instruments that say of themselves that this one replaces them."""
    older = (one for one in instruments.values() if one.superseded_by is not None)
    return tuple(one for one in older if one.superseded_by and one.superseded_by.instrument == name)
