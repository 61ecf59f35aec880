"""Places are named as amending acts name them, from small to large: «абзац второй части 3 статьи 14»."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from muvofiq.amendment.act_name import kind_and_about
from muvofiq.amendment.formulae import CASES, Phrase, act_of, nouns, words_of
from muvofiq.amendment.place import Place, Spot
from muvofiq.amendment.printed_numbers import printed_number
from muvofiq.amendment.unit_words import Link, joined, say_units
from muvofiq.law.kind import Kind
from muvofiq.law.reference import Step
from muvofiq.law.tree import Law, Provision

ACT = "act"
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
UNNUMBERED = {Kind.ANNEX, Kind.NOTE}  # kinds of which an act often has but one, without a number


@dataclass(frozen=True, slots=True)
class Naming:
    """Names the places of one law in its language."""

    law: Law
    units: dict[str, Provision] = field(default_factory=dict[str, Provision])
    headings: Counter[Step] = field(default_factory=Counter[Step])

    @classmethod
    def of(cls, law: Law) -> "Naming":
        """Look up all units of the law, once."""
        found = [(reference, unit) for reference, unit, _ in law.units()]
        numbered = Counter(reference.steps[-1] for reference, unit in found if unit.kind.is_heading)
        return cls(law, {reference.eid: unit for reference, unit in found}, numbered)

    @property
    def language(self) -> str:
        """The language of the law, in which it is amended."""
        return self.law.language

    @property
    def act(self) -> Phrase:
        """The act itself: «Закон»."""
        row = act_of(self.language, kind_and_about(self.law)[0])
        return Phrase.of(lambda case: row[case] or row["nom"], row["gender"] or "m")

    @property
    def own(self) -> Phrase:
        """The amending act, as it calls itself: «настоящий Закон»."""
        row = act_of(self.language, kind_and_about(self.law)[0])
        return Phrase({case: row[f"own_{case}"] for case in ("nom", "gen", "acc")}, row["gender"] or "m")

    def name(self, places: Sequence[Place], within: Sequence[Step] = ()) -> Phrase:
        """Return the name of places; units ``within`` which they are known to lie are not said.

        A place that is such a unit itself is not said at all.
        """
        named = [
            (self._joined(self._chain(place, tuple(within)), Kind.SUBPOINT, Kind.POINT), place) for place in places
        ]
        groups = [list(group) for _, group in groupby(named, key=lambda one: (_head(one[0]), one[0][1:]))]
        phrases = [self._group([chain for chain, _ in group], [place for _, place in group]) for group in groups]
        return phrases[0] if len(phrases) == 1 else self._listed(phrases)

    def printed(self, place: Place) -> str:
        """Return the number of the last unit of a place as the law prints it: 12(1) or 12¹.

        In a language in which 12(1) cites the first part of article 12, an added unit is always 12¹.
        """
        unit, number = self.units.get(place.eid), place.steps[-1].number
        printed = printed_number(unit.label, number) if unit else ""
        if unit and not printed and unit.kind in UNNUMBERED:
            return ""
        printed = printed or str(number)
        if "(" in printed and words_of(self.language).get("brackets-cite-parts"):
            return number.stem + "".join(map(str, number.inserted)).translate(RAISED)
        return printed

    def _chain(self, place: Place, within: tuple[Step, ...]) -> tuple[Link, ...]:
        """Return the links of a place, the smallest first, without the units known; of a note it says whose it is."""
        is_note = [step.kind for step in place.steps[len(within) :]] == [Kind.NOTE]
        known = len(within) if place.steps[: len(within)] == within and not is_note else 0
        depths = range(len(place.steps), max(known, self._unsaid(place)), -1)
        steps = [self._link(Place(place.steps[:depth])) for depth in depths]
        spots = [Link("row", place.row)] if place.row else []
        spots += [Link("sentence", place.sentence)] if place.sentence else []
        spots += [Link(place.spot)] if place.spot is not Spot.UNIT else []
        if place.spot is Spot.HEADING and known == len(place.steps) and known:
            says = words_of(self.language).get("heading-says-its-unit")
            return (*spots, Link(place.steps[-1].kind)) if says else tuple(spots)
        act = [Link(ACT)] if not place.steps and place.spot is not Spot.PREAMBLE else []
        return (*spots, *steps, *act)

    def _unsaid(self, place: Place) -> int:
        """Return how many units around a chapter need not be said, since the act has its number but once."""
        return max((at for at, step in enumerate(place.steps) if self.headings[step] == 1), default=0)

    def _link(self, place: Place) -> Link:
        step = place.steps[-1]
        own_name = f"{step.kind} {step.number.stem}"
        if (own_name, False) in nouns(self.language):
            return Link(own_name)
        return Link(step.kind, int(step.number.stem) if _is_counted(step) else self.printed(place))

    def _group(self, chains: Sequence[tuple[Link, ...]], places: Sequence[Place]) -> Phrase:
        """Return the name of places that differ at most in the number of the smallest unit."""
        if not chains[0]:
            return Phrase()
        head, *above = chains[0] if len(chains) > 1 else self._joined(chains[0], Kind.PART, Kind.ARTICLE)
        if head.name == ACT:
            return self.act
        numbers = [chain[0].number for chain in chains] if len(chains) > 1 else [head.number]
        above = list(self._joined(above, Kind.PART, Kind.ARTICLE))
        row = nouns(self.language)[head.name, len(numbers) > 1]
        is_range = self._is_range(places)

        def say(case: str) -> str:
            first = say_units(self.language, head.name, numbers, case, is_followed=bool(above), is_range=is_range)
            return first + "".join(map(self._above, [head, *above], above, [*above[1:], None]))

        return Phrase.of(say, row["gender"] or "m", is_plural=len(numbers) > 1)

    def _above(self, small: Link, link: Link, behind: Link | None) -> str:
        """Return a larger unit as it stands behind a smaller one: «статьи 5», but «к статье 5» behind a note."""
        if link.name == ACT:
            return words_of(self.language)["of"] + self.act.said("gen")
        joint = words_of(self.language).get(f"{small.name} of {link.name}") or f"{words_of(self.language)['of']}{{gen}}"
        said = {
            case: say_units(self.language, link.name, [link.number], case, is_followed=behind is not None)
            for case in CASES
        }
        return joint.format_map(said)

    def _joined(self, chain: Sequence[Link], smaller: Kind, larger: Kind) -> tuple[Link, ...]:
        """Return a chain in which two links are one, «Article 5(2)», in a language that writes them so."""
        pattern = words_of(self.language).get(f"joined {smaller} {larger}")
        wanted = (smaller, larger)
        at = next((at for at, pair in enumerate(pairwise(chain)) if (pair[0].name, pair[1].name) == wanted), None)
        if not pattern or at is None:
            return tuple(chain)
        small, large, *rest = chain[at:]
        return (*chain[:at], Link(larger, pattern.format(larger=large.number, smaller=small.number)), *rest)

    def _is_range(self, places: Sequence[Place]) -> bool:
        """Tell whether nothing lies between the first and the last of these units but the others."""
        ends = [place.steps[-1] for place in (places[0], places[-1]) if place.spot is Spot.UNIT and place.steps]
        if len(ends) < 2 or _is_counted(ends[0]):
            return True
        first, last = (step.number.order for step in ends)
        above = places[0].above.eid
        beside = (unit for eid, unit in self.units.items() if eid.rpartition("__")[0] == above)
        between = [unit for unit in beside if unit.kind is ends[0].kind and first <= unit.number.order <= last]
        return len(between) == len(places)

    def _listed(self, phrases: Sequence[Phrase]) -> Phrase:
        return Phrase.of(
            lambda case: joined([phrase.said(case) for phrase in phrases], self.language),
            phrases[0].gender,
            is_plural=True,
        )


def _head(chain: tuple[Link, ...]) -> str:
    """Return what chains must share to be listed together; headings and the act itself stand alone."""
    return f"{chain[0].name}{'' if chain[0].number else id(chain)}" if chain else ""


def _is_counted(step: Step) -> bool:
    return step.kind is Kind.INDENT and step.number.stem.isdecimal() and not step.number.inserted
