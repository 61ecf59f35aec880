"""The changes of an act are put in the order of its articles, with all that concerns one article in one clause."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from muvofiq.amendment.added_units import added_units
from muvofiq.amendment.change import (
    Change,
    EnterIntoForce,
    InsertUnits,
    NewEdition,
    RemoveUnits,
    Renumber,
    Repeal,
    Suspend,
)
from muvofiq.amendment.naming import Naming
from muvofiq.amendment.place import Place, Spot
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.reference import Step

WHOLE = (NewEdition, RemoveUnits, Renumber, Repeal, Suspend)  # these name the article itself, not something in it


@dataclass(frozen=True, slots=True)
class Subject:
    """What one clause concerns: the changes of one article, or a change of several at once.

    ``within`` is the article, if the clause has several changes and all lie in it.
    """

    changes: tuple[Change, ...]
    within: tuple[Step, ...] = ()


def in_order(changes: Sequence[Change], naming: Naming) -> Iterator[Subject]:
    """Yield what each clause concerns.

    Changes of single articles are put in the order of the law. Changes of several articles, of a chapter or of the
    whole act are never passed by others, for both may touch the same words. Entry into force comes last.
    """
    where = _Order(naming)
    forces = tuple(change for change in changes if isinstance(change, EnterIntoForce))
    others = (change for change in changes if not isinstance(change, EnterIntoForce))
    for is_wide, run in groupby(others, key=_is_wide):
        ones = tuple(run)
        yield from (Subject((change,)) for change in ones) if is_wide else where.sorted(ones)
    yield from (Subject((force,)) for force in forces)


def article_of(place: Place) -> tuple[Step, ...]:
    """Return the steps down to the unit that is cited first: an article, else a point, else the whole place."""
    for kind in (Kind.ARTICLE, Kind.POINT):
        if at := next((at for at, step in enumerate(place.steps, 1) if step.kind is kind), 0):
            return place.steps[:at]
    return place.steps


@dataclass(frozen=True, slots=True)
class _Order:
    naming: Naming

    def sorted(self, changes: Iterable[Change]) -> Iterator[Subject]:
        """Yield what concerns the same article together, and all in the order of the law."""
        indices = {eid: at for at, eid in enumerate(self.naming.units)}
        keyed = [(self._place(change, indices), change) for change in changes]
        for _, group in groupby(sorted(keyed, key=lambda one: one[0]), key=lambda one: one[0]):
            yield from _subjects([change for _, change in group])

    def _place(self, change: Change, indices: dict[str, int]) -> tuple[int, str]:
        """Return a key by which changes are sorted, the same for all changes of one article."""
        place = change.places[0]
        if isinstance(change, InsertUnits) and is_above_articles(place):
            return self._added(change, indices), str(change)
        steps = Place(article_of(place))
        return indices.get(steps.eid, len(indices) if place.steps else -1), f"{steps}{_act_spot(place)}"

    def _added(self, change: InsertUnits, indices: dict[str, int]) -> int:
        """Return the place of the unit behind which others are added; annexes and what has no number come last."""
        if change.after:
            return indices.get(change.after.eid, len(indices))
        first = added_units(change, self.naming)[0]
        if not first.number or first.name == Kind.ANNEX:
            return len(indices)
        number = Number.parse(str(first.number))
        alike = (eid for eid in indices if _annex(eid) == _annex(change.places[0].eid))
        units = self.naming.units
        before = (eid for eid in alike if units[eid].kind == first.name and units[eid].number.order < number.order)
        return max((indices[eid] for eid in before), default=-1)


def _subjects(changes: Sequence[Change]) -> Iterator[Subject]:
    """Yield the changes of one article: those of the article as a whole alone, the others together."""
    for is_whole, group in groupby(changes, key=_is_whole):
        ones = tuple(group)
        if is_whole or len(ones) == 1:
            yield from (Subject((one,)) for one in ones)
        else:
            yield Subject(ones, article_of(ones[0].places[0]))


def _is_whole(change: Change) -> bool:
    places = change.places
    names_itself = any(place == Place(article_of(place)) for place in places)
    is_added = isinstance(change, InsertUnits) and is_above_articles(places[0])
    return is_added or not places[0].steps or (isinstance(change, WHOLE) and names_itself)


def _is_wide(change: Change) -> bool:
    """Tell whether a change concerns more than one article."""
    articles = {article_of(place) for place in change.places}
    if len(articles) > 1:
        return True
    place = change.places[0]
    renumbers = isinstance(change, Renumber) and place.steps == article_of(place)
    holds_articles = is_above_articles(place) and place.spot is Spot.UNIT and not isinstance(change, InsertUnits)
    return renumbers or holds_articles


def is_above_articles(place: Place) -> bool:
    """Tell whether a place is the act or something such as a chapter."""
    return not place.steps or (place.steps[-1].kind.is_heading and place.steps[-1].kind is not Kind.ANNEX)


def _annex(eid: str) -> str:
    return eid.partition("__")[0] if eid.startswith(Kind.ANNEX.abbreviation) else ""


def _act_spot(place: Place) -> str:
    return "" if place.steps else place.spot
