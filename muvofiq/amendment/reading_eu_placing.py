"""A place as an act of the Union names it becomes the place of a unit, counted in the law where that is needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from muvofiq.amendment.errors import DoesNotFit
from muvofiq.amendment.finding import DASHES, find
from muvofiq.amendment.instruction import Why
from muvofiq.amendment.place import Place, Spot
from muvofiq.amendment.reading_eu_chains import Unit
from muvofiq.amendment.reading_eu_places import Part, Target
from muvofiq.amendment.words_in_text import sentences
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.reference import Step
from muvofiq.law.tree import Law, Provision

BELOW = {Kind.POINT: Kind.SUBPOINT, Kind.SUBPOINT: Kind.INDENT, Kind.INDENT: Kind.POINT}
NUMBERED_IN_ACT = frozenset({Kind.ARTICLE, Kind.POINT, Kind.PART})


class Unclear(Exception):
    """What was not understood in an order; ``nearest`` is what the table or the law has there instead."""

    def __init__(self, why: Why, nearest: str = "") -> None:
        super().__init__(why.value, nearest)
        self.why = why
        self.nearest = nearest


@dataclass(frozen=True, slots=True)
class Placing:
    """Names places from the place around an order, in a law if there is one at hand.

    Acts of the Union call the lines of a list that begin with a dash indents, and do not count them as subparagraphs;
    ``are_lines_counted`` tells that each line is counted, as in other laws and in the clauses that Muvofiq writes.
    """

    law: Law | None
    are_lines_counted: bool = False

    def places(self, targets: Sequence[Target], around: Sequence[Place]) -> tuple[Place, ...]:
        """Return the places that are named, each from each of the places around, in order; raises Unclear."""
        found = [self.place(target, place) for target in targets for place in around]
        return tuple(dict.fromkeys(found))

    def place(self, target: Target, around: Place) -> Place:
        """Return the place that is named; raises Unclear where it must be counted in a law that has it not."""
        place = Place(around.steps, around.spot, around.sentence)
        for part in target.parts:
            place = self._further(place, part)
        return place

    def _further(self, place: Place, part: Part) -> Place:
        match part.kind:
            case Unit.HEADING:
                return Place(place.steps, Spot.HEADING)
            case Unit.SENTENCE:
                return Place(place.steps, place.spot, self._sentence(place, part))
            case Unit.INTRODUCTORY:
                return place.unit.down(Step(Kind.INDENT, Number("1")))
            case Unit.DASH:
                return place.unit.down(self._dash(place, part))
            case Kind.INDENT:
                return place.unit.down(self._subparagraph(place, part))
        return Place(tuple(self._steps(place.steps, part)))

    def _sentence(self, place: Place, part: Part) -> int:
        nth = part.nth or _figure(part)
        if nth > 0:
            return nth
        count = len(sentences(self._unit(place).text))
        return _counted(nth, count)

    def _dash(self, place: Place, part: Part) -> Step:
        """Return the item that is counted among those that begin with a dash."""
        items = [one for one in self._unit(place).children if one.kind is Kind.INDENT and one.text.startswith(DASHES)]
        nth = _counted(part.nth or _figure(part), len(items))
        return Step(Kind.INDENT, items[nth - 1].number)

    def _subparagraph(self, place: Place, part: Part) -> Step:
        """Return the subparagraph that is counted; the law says which lines are only items of a list."""
        nth = part.nth or _figure(part)
        try:
            unit = self._unit(place)
        except Unclear:
            if nth > 0:
                return Step(Kind.INDENT, Number(str(nth)))
            raise
        counted = [Number("1")] if unit.text else []
        lines = [one for one in unit.children if one.kind is Kind.INDENT]
        counted += [one.number for one in lines if self.are_lines_counted or not one.text.startswith(DASHES)]
        if nth > len(counted):
            return Step(Kind.INDENT, Number(str(nth)))
        return Step(Kind.INDENT, counted[_counted(nth, len(counted)) - 1])

    def _unit(self, place: Place) -> Provision:
        """Return the unit of the law; raises Unclear where there is no law or it has none."""
        if self.law is None:
            raise Unclear(Why.NO_PLACE, "the law that is amended is needed to count its units")
        try:
            found = find(self.law, place.unit)
        except DoesNotFit as misfit:
            raise Unclear(Why.NO_PLACE, misfit.nearest) from misfit
        return found.units[0]

    def _steps(self, around: tuple[Step, ...], part: Part) -> Iterator[Step]:
        """Yield the steps to a unit that bears a number, with those in brackets behind it."""
        if part.kind.depth <= Kind.ARTICLE.depth:  # type: ignore[union-attr]  # a unit of the law
            steps = [step for step in around if step.kind is Kind.ANNEX and part.kind is not Kind.ANNEX]
        else:
            steps = list(around)
        kind = Kind(part.kind)
        for at, printed in enumerate(part.numbers or (str(part.nth),)):
            number = _number(printed)
            kind = kind if at == 0 else _inside(kind, number)
            steps = [*_holding(steps, kind, at == 0), Step(_settled(steps, kind), number)]
            kind = steps[-1].kind
        yield from steps


def _holding(steps: Sequence[Step], kind: Kind, is_first: bool) -> list[Step]:  # noqa: FBT001 (the first number)
    """Return the steps around a unit; a point lies in the paragraph, whatever the subparagraph before it."""
    if is_first and kind in {Kind.POINT, Kind.SUBPOINT} and steps and steps[-1].kind is Kind.INDENT:
        return list(steps[:-1])
    if kind is Kind.PART:
        return [step for step in steps if step.kind.depth < Kind.PART.depth]
    return list(steps)


def _settled(steps: Sequence[Step], kind: Kind) -> Kind:
    """Return the kind of a point: within another point it is a smaller unit."""
    if kind is not Kind.POINT or not steps:
        return kind
    inner = steps[-2] if steps[-1].kind is Kind.INDENT and len(steps) > 1 else steps[-1]
    return BELOW.get(inner.kind, kind) if inner.kind in {Kind.POINT, Kind.SUBPOINT} else kind


def _inside(kind: Kind, number: Number) -> Kind:
    """Return what a bracket behind a number counts: 5(1)(a)(i)."""
    if kind is Kind.ARTICLE:
        return Kind.PART if number.stem[0].isdecimal() else Kind.POINT
    return Kind.POINT if kind in {Kind.PART, Kind.ANNEX} else BELOW.get(kind, Kind.INDENT)


def _number(printed: str) -> Number:
    try:
        return Number.parse(printed)
    except ValueError as error:
        raise Unclear(Why.NO_PLACE, printed) from error


def _figure(part: Part) -> int:
    number = part.numbers[0] if part.numbers else ""
    if not number.isdecimal():
        raise Unclear(Why.NO_PLACE, number)
    return int(number)


def _counted(nth: int, count: int) -> int:
    """Return the place counted from the end as counted from the beginning."""
    place = nth if nth > 0 else count + 1 + nth
    if not 0 < place <= count:
        raise Unclear(Why.NO_PLACE, f"there are {count}")
    return place
