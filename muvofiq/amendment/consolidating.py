"""The law as it reads from day to day: amending acts are applied in the order in which they enter into force."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, groupby

from muvofiq.amendment.applying import NotApplied, apply, apply_all
from muvofiq.amendment.change import Change, EnterIntoForce, InsertSentences, InsertUnits, InsertWords
from muvofiq.amendment.place import Place
from muvofiq.law.tree import Law

FIGURES = re.compile(r"\d+")
NUMBER = re.compile(r"[.)](?:\s|$)")  # what ends the number of a unit that is added


@dataclass(frozen=True, slots=True)
class AmendingAct:
    """What one act changes in a law from one day on. An act whose parts enter into force apart is given part by part.

    ``day`` is the date of the act itself, ``in_force`` the day from which the law reads so; where the act does not
    tell that day (``is_day_told``), it is only a guess.
    """

    in_force: date
    day: date
    number: str
    changes: tuple[Change, ...]
    is_day_told: bool = True

    @property
    def order(self) -> tuple[date, date, tuple[int, ...], str]:
        """A key by which acts are applied: day in force, date, number."""
        return self.in_force, self.day, tuple(map(int, FIGURES.findall(self.number))), self.number

    def __str__(self) -> str:
        return f"{self.day.isoformat()} {self.number}"


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two acts that enter into force on one day change the same place: the later of them meets the words of the first.

    ``place`` is the larger of the two places.
    """

    place: Place
    first: AmendingAct
    second: AmendingAct


@dataclass(frozen=True, slots=True)
class Edition:
    """The law from a day on, the acts applied on that day in their order, and what must be looked at."""

    day: date
    law: Law
    acts: tuple[AmendingAct, ...]
    not_applied: tuple[tuple[AmendingAct, NotApplied], ...] = ()
    overlaps: tuple[Overlap, ...] = ()


@dataclass(frozen=True, slots=True)
class Consolidated:
    """The editions of a law, the oldest first, and the acts that enter into force only after the day asked for."""

    law: Law
    editions: tuple[Edition, ...]
    later: tuple[AmendingAct, ...] = ()


def consolidate(
    law: Law, acts: Sequence[AmendingAct], *, until: date | None = None, only_whole: bool = False
) -> Consolidated:
    """Return the editions of a law up to a day, or all.

    Each act is addressed to the law as the acts before it have left it. With ``only_whole`` an act of which a change
    does not fit raises ChangesNotApplied; else what fits is made, and the rest is listed.
    """
    ordered = sorted(acts, key=lambda act: act.order)
    due = [act for act in ordered if until is None or act.in_force <= until]
    editions: list[Edition] = []
    for day, of_day in groupby(due, lambda act: act.in_force):
        edition = _edition(law, day, tuple(of_day), only_whole=only_whole)
        editions.append(edition)
        law = edition.law
    return Consolidated(law, tuple(editions), tuple(ordered[len(due) :]))


def _edition(law: Law, day: date, acts: tuple[AmendingAct, ...], *, only_whole: bool) -> Edition:
    not_applied: list[tuple[AmendingAct, NotApplied]] = []
    for act in acts:
        if only_whole:
            law = apply_all(law, act.changes)
        else:
            applied = apply(law, act.changes)
            law = applied.law
            not_applied += [(act, one) for one in applied.not_applied]
    overlaps = tuple(one for first, second in combinations(acts, 2) for one in _overlaps(first, second))
    return Edition(day, law, acts, tuple(not_applied), overlaps)


def _overlaps(first: AmendingAct, second: AmendingAct) -> Iterator[Overlap]:
    """Yield the places that both acts change, each once."""
    found = (
        min((place, path), (place_too, path_too), key=lambda one: len(one[1]))[0]
        for place, path in _reached(first)
        for place_too, path_too in _reached(second)
        if all(one == other for one, other in zip(path, path_too, strict=False))
    )
    for place in dict.fromkeys(found):
        yield Overlap(place, first, second)


def _reached(act: AmendingAct) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Yield each place that an act changes with the path to it; two changes meet if one path begins with the other."""
    for change in act.changes:
        if not isinstance(change, EnterIntoForce):
            for place in change.places:
                spot = str(place).partition("#")[2]
                yield place, (*map(str, place.steps), *filter(None, [spot]), *_addition(change))


def _addition(change: Change) -> tuple[str, ...]:
    """Return what a change adds in its place, for two additions to one unit meet only if they are alike."""
    if isinstance(change, InsertUnits):
        first, *_ = change.words.split("\n")
        number, *_ = NUMBER.split(first)
        return (f"+ {number}",)
    if isinstance(change, InsertWords):
        return (f"+ {change.anchor}",)
    return ("+",) if isinstance(change, InsertSentences) else ()
