"""Places are named as amending acts name them, from small to large: «абзац второй части 3 статьи 14»."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from muvofiq.amendment.act_name import kind_and_about
from muvofiq.amendment.formulae import Phrase, act_of, nouns, words_of
from muvofiq.amendment.ordinal_words import ordinal
from muvofiq.amendment.place import Place, Spot
from muvofiq.amendment.writing_words import quoted
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.reference import Step
from muvofiq.law.tree import Law, Provision
from muvofiq.tables import Row

RANGE = 3  # so many numbers that follow each other are written as a range
ACT = "act"
UNNUMBERED = {Kind.ANNEX, Kind.NOTE}  # kinds of which an act often has but one, without a number


@dataclass(frozen=True, slots=True)
class Link:
    """One link in the name of a place: what it is called, and its number as printed or the count of an indent."""

    name: str
    number: str | int = ""


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
        return Phrase({"nom": row["own_nom"], "acc": row["own_acc"]}, row["gender"] or "m")

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

    def named(self, links: Sequence[Link], numeral: str = "") -> Phrase:
        """Return the name of units of one kind by their numbers, in another manner than usual if one is told."""
        row, numbers = nouns(self.language)[links[0].name, len(links) > 1], [link.number for link in links]
        return Phrase.of(
            lambda case: self._said(links[0].name, numbers, case, numeral=numeral, is_range=True),
            row["gender"] or "m",
            is_plural=len(links) > 1,
        )

    def printed(self, place: Place) -> str:
        """Return the number of the last unit of a place as the law prints it: 12(1) or 12¹."""
        unit, number = self.units.get(place.eid), place.steps[-1].number
        if unit is None:
            return str(number)
        return printed_number(unit.label, number) or ("" if unit.kind in UNNUMBERED else str(number))

    def _chain(self, place: Place, within: tuple[Step, ...]) -> tuple[Link, ...]:
        """Return the links of a place, the smallest first, without the units known."""
        known = len(within) if place.steps[: len(within)] == within else 0
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
            first = self._said(head.name, numbers, case, is_followed=bool(above), is_range=is_range)
            return words_of(self.language)["of"].join((first, *map(self._above, above, [*above[1:], None])))

        return Phrase.of(say, row["gender"] or "m", is_plural=len(numbers) > 1)

    def _above(self, link: Link, behind: Link | None) -> str:
        if link.name == ACT:
            return self.act.said("gen")
        return self._said(link.name, [link.number], "gen", is_followed=behind is not None)

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

    def _said(
        self,
        name: str,
        numbers: Sequence[str | int],
        case: str,
        *,
        is_followed: bool = False,
        is_range: bool = False,
        numeral: str = "",
    ) -> str:
        """Return units of one kind with their numbers, in a range if they may be written so.

        ``is_followed``: the name of a larger unit comes next. ``numeral``: another manner of numbers than usual.
        """
        words = words_of(self.language)
        row = nouns(self.language)[name, len(numbers) > 1]
        noun = row[case] or row["nom"]
        if not any(numbers):
            return noun if is_followed or numeral else row["bare"] or noun
        sorts = [_sort(one, row["numeral"], self.language) for one in numbers]
        said = [self._number(one, sort, row, case) for one, sort in zip(numbers, sorts, strict=True)]
        if is_followed and (joint := words.get(f"{sorts[-1]}-joint")):
            said[-1] = joint.format(number=said[-1])
        numeral = "figure" if sorts[0] == "figure" else numeral or row["numeral"]
        pattern = words.get(f"{numeral}-followed" if is_followed else "") or words[numeral]
        return pattern.format(noun=noun, numbers=self._list(numbers if is_range else (), said))

    def _number(self, number: str | int, sort: str, row: Row, case: str) -> str:
        if sort == "row":
            return quoted(str(number), self.language)
        if isinstance(number, int):
            return ordinal(number, self.language, gender=row["gender"] or "m", case=case)
        return words_of(self.language)["letter"].format(number=number) if sort == "letter" else number

    def _list(self, range_of: Sequence[str | int], said: Sequence[str]) -> str:
        """Return numbers as a list, or as a range where they follow each other."""
        values = [_value(number) for number in range_of]
        if len(values) >= RANGE and all(one and two == one + 1 for one, two in pairwise(values)):
            return f"{said[0]}{words_of(self.language)['range']}{said[-1]}"
        return joined(said, self.language)

    def _listed(self, phrases: Sequence[Phrase]) -> Phrase:
        return Phrase.of(
            lambda case: joined([phrase.said(case) for phrase in phrases], self.language),
            phrases[0].gender,
            is_plural=True,
        )


def joined(parts: Sequence[str], language: str) -> str:
    """Return a list as a sentence has it: a, b and c."""
    words = words_of(language)
    *first, last = parts
    return f"{words['comma'].join(first)}{words['and']}{last}" if first else last


def printed_number(label: str, number: Number) -> str:
    """Return the number in a label as printed; empty where the label has none in figures or letters.

    >>> printed_number("Статья 17¹.", Number.parse("17(1)")), printed_number("3(1))", Number.parse("3(1)"))
    ('17¹', '3(1)')
    """
    return next((one for part in reversed(label.split()) for one in _bare(part) if _parsed(one) == number), "")


def bare_number(label: str) -> str:
    """Return a number without the signs around it: «4» for «4.», «12(1)» for «12(1))»."""
    return next((one for part in reversed(label.split()) for one in _bare(part) if _parsed(one)), label)


def _bare(part: str) -> Iterator[str]:
    for bare in (part, part.rstrip(".:"), part.rstrip(".:")[:-1], part.strip("().:")):
        if bare and bare.count("(") == bare.count(")") and (bare[-1].isalnum() or bare[-1] == ")"):
            yield bare


def _parsed(text: str) -> Number | None:
    try:
        return Number.parse(text)
    except ValueError:
        return None


def _head(chain: tuple[Link, ...]) -> str:
    """Return what chains must share to be listed together; headings and the act itself stand alone."""
    return f"{chain[0].name}{'' if chain[0].number else id(chain)}" if chain else ""


def _is_counted(step: Step) -> bool:
    return step.kind is Kind.INDENT and step.number.stem.isdecimal() and not step.number.inserted


def _sort(number: str | int, numeral: str, language: str) -> str:
    """Return in which way a number is written: an ordinal, a letter with its marks, a quoted row, or figures.

    Figures stand for an ordinal where the table of the language does not reach so far.
    """
    if numeral == "row":
        return numeral
    if isinstance(number, int):
        return "figure" if ordinal(number, language) == str(number) else "ordinal"
    is_letter = numeral == "bracketed" or (numeral == "item" and not number[:1].isdecimal())
    return "letter" if is_letter else "figure"


def _value(number: str | int) -> int | None:
    return number if isinstance(number, int) else int(number) if number.isdecimal() else None
