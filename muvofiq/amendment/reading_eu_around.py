"""What an order of a European amending act inherits from those above it: the act that is meant, and the place in it."""

from dataclasses import dataclass

from muvofiq.amendment.instruction import Why
from muvofiq.amendment.place import Place
from muvofiq.amendment.reading_eu_names import check_all_is_said, check_is_name_of, parted
from muvofiq.amendment.reading_eu_places import Target, act_numbers, targets_of
from muvofiq.amendment.reading_eu_placing import Placing, Unclear
from muvofiq.law.tree import Law

WHOLE_ACT = (Place(),)
OWN = "own"  # stands for the number of the act asked for, where it is named by its title


@dataclass(frozen=True, slots=True)
class Around:
    """What an order inherits from those above it: the places, and whether they lie in the act asked for.

    ``acts`` are the numbers of that act; None where any act is meant. ``law`` is the act, if it is at hand.
    """

    language: str
    places: tuple[Place, ...] = WHOLE_ACT
    law: Law | None = None
    acts: frozenset[str] | None = None
    is_meant: bool = True
    is_clause: bool = False
    """Whether a clause is read that quotes every sign exactly."""

    def targets(self, phrase: str) -> tuple[Target, ...]:
        """Return what a phrase names in the act; nothing means what is around. Raises Unclear."""
        if not self.places:
            raise Unclear(Why.NO_PLACE)  # what stands above was not understood
        found = targets_of(phrase, self.language)
        if found is None:
            found = self._in_named_act(phrase)
        found = found or (Target(()),)
        meant = tuple(target for target in found if self._is_meant(target))
        if not meant:
            raise Unclear(Why.OTHER_ACT if any(target.act for target in found) else Why.NO_PLACE)
        return meant

    def placed(self, phrase: str) -> tuple[Place, ...]:
        """Return the places that a phrase names; raises Unclear."""
        placing = Placing(self.law, are_lines_counted=self.is_clause or not self.acts)
        places = (placing.places([one], WHOLE_ACT if one.act else self.places) for one in self.targets(phrase))
        return tuple(dict.fromkeys(place for found in places for place in found))

    def _is_meant(self, target: Target) -> bool:
        return self.is_meant if not target.act else target.act == OWN or self.acts is None or target.act in self.acts

    def _in_named_act(self, phrase: str) -> tuple[Target, ...]:
        """Return the places in an act that is named by its title; raises Unclear."""
        place, name = parted(phrase, self.language)
        found = targets_of(place, self.language) if name else None
        if found is None:
            raise Unclear(Why.NO_PLACE, phrase)
        numbers = act_numbers(name)
        if self.law and not numbers:
            check_is_name_of(name, self.law)
        if not numbers or not self.acts or numbers[0] in self.acts:
            check_all_is_said(name, self.law, self.language)
        act = numbers[0] if numbers else OWN
        return tuple(Target(one.parts, act) for one in found or (Target(()),))
