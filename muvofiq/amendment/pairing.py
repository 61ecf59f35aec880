"""Which unit of a later edition is which unit of an earlier one: by address, by words, by the order of print."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from rapidfuzz.distance import Indel

from muvofiq.alignment.versions import in_order
from muvofiq.alignment.words import words
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Provision, is_cited_first

ALIKE = 0.9  # of the words in common; with so many, a unit of the same number is the same unit without further looking
ENOUGH = 0.5  # of the words in common; with fewer, units of different numbers are different units
SAME_NUMBER = 0.2  # what the same number says; few common words say nothing against it, all common words say 1
OTHER_KIND = -0.3  # that what was a part is read as a point now
MANY = 400_000  # pairs of units; of more, as in a text without any article, only the same numbers are paired
TELLING = 5  # different words that a unit must have to be known again elsewhere

Pair = tuple[int, int]


@dataclass(frozen=True)
class Placed:
    """A unit in the order of print. ``depth`` counts the units around it; ``top`` tells where it is cited."""

    reference: Reference
    unit: Provision
    depth: int
    is_article: bool
    is_inside: bool
    """Whether an article lies around it."""

    @property
    def eid(self) -> str:
        """Its address in its edition."""
        return self.reference.eid

    @property
    def number(self) -> Hashable:
        """What is printed as its number; None where the number is only counted, as with indents."""
        if self.is_inside:
            return (self.unit.kind, self.unit.number) if self.unit.label else None
        return self.eid

    @cached_property
    def text(self) -> str:
        """Heading and words; of a heading that gathers articles, without the articles."""
        below = self.unit.words if self.is_article or self.is_inside else self.unit.text
        return f"{self.unit.heading}\n{below}"

    @cached_property
    def bag(self) -> frozenset[str]:
        """Its different words."""
        return frozenset(words(self.text))

    def likeness(self, other: "Placed") -> float:
        """Return the share of words that both have, from 0 to 1; two units without words are the same."""
        if not self.bag and not other.bag:
            return 1.0
        return 2 * len(self.bag & other.bag) / (len(self.bag) + len(other.bag))


@dataclass(frozen=True, slots=True)
class Pairs:
    """For places in the earlier edition those in the later one; ``moved`` are the places whose order changed."""

    found: dict[int, int]
    moved: frozenset[int]


def placed_units(law: Law) -> tuple[Placed, ...]:
    """Return the units of a law in the order of print."""
    return tuple(
        Placed(
            address,
            unit,
            len(around),
            is_cited_first(unit, around),
            any(is_cited_first(one, around[:depth]) for depth, one in enumerate(around)),
        )
        for address, unit, around in law.units()
    )


def pair_units(before: Sequence[Placed], after: Sequence[Placed]) -> Pairs:
    """Return the pairs of units: articles and headings in their order, then what lies in them, then what was moved."""
    return _Pairing(before, after).pairs()


class _Pairing:
    """The pairs of two editions while they are being found."""

    def __init__(self, before: Sequence[Placed], after: Sequence[Placed]) -> None:
        self.before, self.after = before, after
        self.below = _children(before), _children(after)
        self.found: dict[int, int] = {}
        self.taken: set[int] = set()

    def pairs(self) -> Pairs:
        sorts = (
            [(one.is_article, one.is_inside) for one in self.before],
            [(one.is_article, one.is_inside) for one in self.after],
        )
        for sort in ((True, False), (False, False)):
            left, right = ([at for at, one in enumerate(side) if one == sort] for side in sorts)
            self._take(self._in_order(left, right))
        moved = frozenset(one for one, _ in self._take(self._moved_articles()))
        moved |= frozenset(one for one, _ in self._take(self._moved_words()))
        return Pairs(self.found, moved)

    def _take(self, pairs: Iterator[Pair]) -> list[Pair]:
        """Keep pairs, and below each of them the pairs of what lies in it."""
        kept = []
        for one, other in pairs:
            if one in self.found or other in self.taken:
                continue
            kept.append((one, other))
            self.found[one] = other
            self.taken.add(other)
            if self.before[one].is_article or self.before[one].is_inside:
                free = [at for at in self.below[0][one] if at not in self.found]
                free_after = [at for at in self.below[1][other] if at not in self.taken]
                self._take(self._in_order(free, free_after))
        return kept

    def _in_order(self, left: Sequence[int], right: Sequence[int]) -> Iterator[Pair]:
        """Yield the pairs that keep their order: the same ones, those alike, and between them the best."""
        for gap in self._between(left, right, (self._exactly(self.before, left), self._exactly(self.after, right))):
            if isinstance(gap, Block):
                yield from self._in_gap(gap)
            else:
                yield gap

    def _in_gap(self, gap: "Block") -> Iterator[Pair]:
        theirs = {self.after[at].number: at for at in gap.right if self.after[at].number}
        alike = {
            at: theirs[number]
            for at in gap.left
            if (number := self.before[at].number) in theirs
            and self.before[at].likeness(self.after[theirs[number]]) >= ALIKE
        }
        mine: list[Hashable] = [alike.get(at) for at in gap.left]
        beside: list[Hashable] = [at if at in alike.values() else "" for at in gap.right]
        for one in self._between(gap.left, gap.right, (mine, beside)):
            if isinstance(one, Block):
                yield from self._best(one)
            else:
                yield one

    def _best(self, gap: "Block") -> Iterator[Pair]:
        if len(gap.left) * len(gap.right) > MANY:
            theirs = {self.after[at].number: at for at in gap.right if self.after[at].number}
            yield from ((at, theirs[self.before[at].number]) for at in gap.left if self.before[at].number in theirs)
            return
        said = np.array([[self._said(one, other, gap) for other in gap.right] for one in gap.left])
        for row, column in in_order(said):
            yield gap.left[row], gap.right[column]

    def _said(self, one: int, other: int, gap: "Block") -> float:
        """Return what speaks for a pair; below 0 it is none."""
        old, new = self.before[one], self.after[other]
        is_same_number = old.number == new.number
        if old.number is None and new.number is None:
            # Of as many unnumbered units as there were, each was reworded in its place.
            is_same_number = len(gap.left) == len(gap.right) and gap.left.index(one) == gap.right.index(other)
        words_say = old.likeness(new) / ENOUGH - 1
        kind = 0.0 if old.unit.kind is new.unit.kind else OTHER_KIND
        return kind + (max(words_say, 0.0) + SAME_NUMBER if is_same_number else words_say)

    def _between(
        self, left: Sequence[int], right: Sequence[int], keys: tuple[list[Hashable], list[Hashable]]
    ) -> Iterator["Pair | Block"]:
        """Yield the pairs with equal keys that keep their order, and what lies between them on both sides."""
        numbers: dict[Hashable, int] = {}
        rows, columns = ([numbers.setdefault(key, len(numbers)) for key in side] for side in keys)
        at = beside = 0
        for step in Indel.opcodes(rows, columns):
            if step.tag != "equal":
                continue
            yield from _block(left[at : step.src_start], right[beside : step.dest_start])
            yield from zip(left[step.src_start : step.src_end], right[step.dest_start : step.dest_end], strict=True)
            at, beside = step.src_end, step.dest_end
        yield from _block(left[at:], right[beside:])

    @staticmethod
    def _exactly(side: Sequence[Placed], places: Sequence[int]) -> list[Hashable]:
        return [(side[at].number, side[at].unit.kind, side[at].text) for at in places]

    def _moved_articles(self) -> Iterator[Pair]:
        """Yield the articles that stand elsewhere under another number, the likest first."""
        left = [at for at, one in enumerate(self.before) if one.is_article and at not in self.found]
        right = [at for at, one in enumerate(self.after) if one.is_article and at not in self.taken]
        alike = [
            (-self.before[one].likeness(self.after[other]), one, other)
            for one in left
            for other in right
            if len(self.before[one].bag) >= TELLING
        ]
        yield from ((one, other) for likeness, one, other in sorted(alike) if -likeness > ENOUGH)

    def _moved_words(self) -> Iterator[Pair]:
        """Yield what stands word for word in another article, or in another place of the same one."""
        left, right = self._left_over(self.before, self.found), self._left_over(self.after, self.taken)
        for text, places in left.items():
            if len(places) == len(right.get(text, ())) == 1:
                yield places[0], right[text][0]

    @staticmethod
    def _left_over(side: Sequence[Placed], paired: "dict[int, int] | set[int]") -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(side):
            if at not in paired and len(one.bag) >= TELLING and (one.is_article or one.is_inside):
                found[one.text].append(at)
        return found


@dataclass(frozen=True, slots=True)
class Block:
    """Places on both sides between two pairs."""

    left: Sequence[int]
    right: Sequence[int]


def _block(left: Sequence[int], right: Sequence[int]) -> Iterator[Block]:
    if left and right:
        yield Block(left, right)


def _children(units: Sequence[Placed]) -> dict[int, list[int]]:
    """Return for each place the places directly below it."""
    below: dict[int, list[int]] = defaultdict(list)
    way: list[int] = []
    for at, one in enumerate(units):
        del way[one.depth :]
        if way:
            below[way[-1]].append(at)
        way.append(at)
    return below
