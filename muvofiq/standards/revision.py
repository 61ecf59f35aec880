"""What changes from one edition of a requirement to the next, and whether a verdict given by the old one still stands.

The machine does not judge: it only tells whether the newer edition says otherwise on anything on which a verdict
rests. If it does, a person looks again.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import product
from typing import TypeVar

from rapidfuzz import fuzz

from muvofiq.standards.citation import Citation
from muvofiq.standards.requirement import ORIGINAL, Requirement, Words

ALIKE = 55.0  # of 100: from here two elements are one element in another wording
Value = TypeVar("Value")
Key = Callable[[Value], Hashable]


class Part(StrEnum):
    """Which part of a requirement changes."""

    CODE = "code"
    TITLE = "title"
    STATEMENT = "statement"
    ELEMENT = "element"
    CITATION = "citation"
    STRENGTH = "strength"
    GROUP = "group"
    STAGE = "stage"
    TERM = "term"
    PRACTICE = "practice"
    SIGNATURE = "signature"


class How(StrEnum):
    """What happens to it. ``SUCCEEDED``: a cited instrument gives way to the one that replaces it."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    TRANSLATED = "translated"
    MOVED = "moved"
    CONFIRMED = "confirmed"
    DOUBTED = "doubted"
    SUCCEEDED = "succeeded"


class Effect(StrEnum):
    """What a change does to a verdict that was given before it."""

    KEPT = "kept"
    LOOK_AGAIN = "look_again"


_RESTS = {Part.STATEMENT, Part.ELEMENT, Part.CITATION, Part.STRENGTH, Part.GROUP, Part.STAGE}
_LEAVES_IT_BE = {How.TRANSLATED, How.MOVED, How.CONFIRMED, How.DOUBTED}


@dataclass(frozen=True, slots=True)
class Change:
    """One change, with the words before and after by language; what has no language stands under the original's."""

    part: Part
    how: How
    old: Words = field(default_factory=dict)
    new: Words = field(default_factory=dict)

    @property
    def effect(self) -> Effect:
        """Whether a verdict may rest on what changed."""
        rests = self.part in _RESTS and self.how not in _LEAVES_IT_BE
        return Effect.LOOK_AGAIN if rests else Effect.KEPT

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which the words differ."""
        return tuple(one for one in {**self.old, **self.new} if self.old.get(one) != self.new.get(one))


@dataclass(frozen=True, slots=True)
class Revision:
    """All that changes between two editions, in the order in which a lawyer reads a requirement."""

    changes: tuple[Change, ...]

    @property
    def effect(self) -> Effect:
        """What the whole does to a verdict."""
        return Effect.LOOK_AGAIN if self.reasons else Effect.KEPT

    @property
    def reasons(self) -> tuple[Change, ...]:
        """The changes on which a verdict may rest."""
        return tuple(one for one in self.changes if one.effect is Effect.LOOK_AGAIN)


def compare(old: Requirement, new: Requirement, successors: Mapping[str, str] | None = None) -> Revision:
    """Compare two editions of a requirement; ``successors`` names the instrument that replaces another.

    >>> from dataclasses import replace
    >>> one = Requirement("a", "A01", {"en": "Aid"}, {"en": "Aid is due."}, (), (), (), ({"en": "free"},), {})
    >>> [f"{c.part} {c.how}: {c.effect}" for c in compare(one, replace(one, title={"en": "Legal aid"})).changes]
    ['title reworded: kept']
    """
    return Revision(
        (
            *_text(Part.CODE, {ORIGINAL: old.code}, {ORIGINAL: new.code}),
            *_text(Part.TITLE, old.title, new.title),
            *_text(Part.STATEMENT, old.statement, new.statement),
            *_elements(old.elements, new.elements),
            *_citations(old.citations, new.citations, successors or {}),
            *_text(Part.STRENGTH, _one(old.strength), _one(new.strength)),
            *_words(Part.GROUP, old.groups, new.groups),
            *_words(Part.STAGE, old.stages, new.stages),
            *_terms(old.terms, new.terms),
            *_words(Part.PRACTICE, old.practice, new.practice),
            *_text(Part.SIGNATURE, _one(_signed(old)), _one(_signed(new))),
            *_confirmed(old, new),
        )
    )


def pair_elements(old: Sequence[Words], new: Sequence[Words]) -> list[tuple[int | None, int | None]]:
    """Pair the elements of two editions: the same, then the most alike; None where an element has no partner."""
    pairs = list(_same(old, new, lambda one: one[ORIGINAL]))
    free_old = _left(range(len(old)), (ours for ours, _ in pairs))
    free_new = _left(range(len(new)), (theirs for _, theirs in pairs))
    scored = ((fuzz.ratio(old[a][ORIGINAL], new[b][ORIGINAL]), a, b) for a, b in product(free_old, free_new))
    alike = sorted(scored, key=lambda one: (-one[0], one[1:]))
    for likeness, ours, theirs in alike:
        if likeness >= ALIKE and ours in free_old and theirs in free_new:
            pairs.append((ours, theirs))
            free_old.remove(ours)
            free_new.remove(theirs)
    return [*pairs, *((at, None) for at in free_old), *((None, at) for at in free_new)]


def _text(part: Part, old: Words, new: Words) -> Iterator[Change]:
    if old.get(ORIGINAL) != new.get(ORIGINAL):
        yield Change(part, How.REWORDED if old and new else How.ADDED if new else How.REMOVED, old, new)
    elif dict(old) != dict(new):
        yield Change(part, How.TRANSLATED, old, new)


def _elements(old: Sequence[Words], new: Sequence[Words]) -> Iterator[Change]:
    pairs = pair_elements(old, new)
    for ours, theirs in sorted(pairs, key=lambda pair: (pair[1] is None, pair[1], pair[0])):
        before, after = {} if ours is None else old[ours], {} if theirs is None else new[theirs]
        yield from _text(Part.ELEMENT, before, after)
    kept = sorted((ours, theirs) for ours, theirs in pairs if ours is not None and theirs is not None)
    if [theirs for _, theirs in kept] != sorted(theirs for _, theirs in kept):
        yield Change(Part.ELEMENT, How.MOVED)


def _citations(old: Sequence[Citation], new: Sequence[Citation], successors: Mapping[str, str]) -> Iterator[Change]:
    before, after = list(old), list(new)
    _taken(before, after, str)
    for ours, theirs in _taken(before, after, lambda one: (one.instrument, one.pinpoint, one.model)):
        yield _cited(How.DOUBTED if theirs.unconfirmed else How.CONFIRMED, ours, theirs)
    for ours, theirs in _taken(before, after, lambda one: one.instrument):
        yield _cited(How.REWORDED, ours, theirs)
    for gone in before:
        heir = next((one for one in after if one.instrument in _heirs(gone.instrument, successors)), None)
        if heir is not None:
            after.remove(heir)
        heir = heir or next((one for one in new if one.instrument in _heirs(gone.instrument, successors)), None)
        yield _cited(How.SUCCEEDED if heir else How.REMOVED, gone, heir)
    yield from (_cited(How.ADDED, None, one) for one in after)
    if sorted(map(str, old)) == sorted(map(str, new)) and list(old) != list(new):
        yield Change(Part.CITATION, How.MOVED)


def _cited(how: How, old: Citation | None, new: Citation | None) -> Change:
    return Change(Part.CITATION, how, _one(old), _one(new))


def _heirs(name: str, successors: Mapping[str, str]) -> list[str]:
    """Return the instruments that replace one, in the order in which they did; a circle ends where it began."""
    found: list[str] = []
    while (name := successors.get(name, "")) and name not in found:
        found.append(name)
    return found


def _words(part: Part, old: Iterable[object], new: Iterable[object]) -> Iterator[Change]:
    before, after = list(dict.fromkeys(map(str, old))), list(dict.fromkeys(map(str, new)))
    yield from (Change(part, How.REMOVED, old=_one(one)) for one in before if one not in after)
    yield from (Change(part, How.ADDED, new=_one(one)) for one in after if one not in before)


def _terms(old: Mapping[str, Sequence[str]], new: Mapping[str, Sequence[str]]) -> Iterator[Change]:
    for language in dict.fromkeys((*old, *new)):
        before, after = old.get(language, ()), new.get(language, ())
        yield from (Change(Part.TERM, How.REMOVED, old={language: one}) for one in before if one not in after)
        yield from (Change(Part.TERM, How.ADDED, new={language: one}) for one in after if one not in before)


def _confirmed(old: Requirement, new: Requirement) -> Iterator[Change]:
    """Tell of languages in which a native lawyer confirmed the wording, or no longer does."""
    before, after = set(old.unconfirmed_languages), set(new.unconfirmed_languages)
    if gone := sorted(before - after):
        yield Change(Part.STATEMENT, How.CONFIRMED, new={one: new.statement.get(one, "") for one in gone})
    if come := sorted(after - before):
        yield Change(Part.STATEMENT, How.DOUBTED, new={one: new.statement.get(one, "") for one in come})


def _signed(requirement: Requirement) -> str | None:
    one = requirement.signed
    return f"{one.name}, {one.date.isoformat()} ({', '.join(one.languages)})" if one else None


def _one(value: object | None) -> dict[str, str]:
    """Return a value that has no language as words."""
    return {} if value is None else {ORIGINAL: str(value)}


def _same(old: Sequence[Value], new: Sequence[Value], key: Key[Value]) -> Iterator[tuple[int, int]]:
    """Pair the places of values with the same key, each value once, in their order."""
    places: dict[Hashable, list[int]] = {}
    for at, one in enumerate(new):
        places.setdefault(key(one), []).append(at)
    for at, one in enumerate(old):
        if places.get(key(one)):
            yield at, places[key(one)].pop(0)


def _taken(old: list[Value], new: list[Value], key: Key[Value]) -> list[tuple[Value, Value]]:
    """Take the pairs with the same key out of both lists."""
    places = list(_same(old, new, key))
    found = [(old[ours], new[theirs]) for ours, theirs in places]
    old[:] = [one for at, one in enumerate(old) if at not in {ours for ours, _ in places}]
    new[:] = [one for at, one in enumerate(new) if at not in {theirs for _, theirs in places}]
    return found


def _left(places: Iterable[int], taken: Iterable[int]) -> list[int]:
    gone = set(taken)
    return [at for at in places if at not in gone]
