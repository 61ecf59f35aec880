"""Which parts, points and indents of the wording in force a proposed one has lost, and which it words anew."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from muvofiq.alignment.words import stems, telling_stems
from muvofiq.law.grammar import grammar_in
from muvofiq.law.headings import recognise
from muvofiq.law.items import tell_items
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.paragraph import Paragraph
from muvofiq.law.reference import Step

ALIKE = 0.5  # of the telling words in common: the same unit, though its number may be another
SAME_NUMBER = 0.2  # of them in common: the same unit, as its number is the same
HELD = 0.9  # of the telling words of a unit: another unit has taken it in
SIGNS = re.compile(r"[^\w\s]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph of a wording that is no heading: its place in the wording, its number as printed, its words."""

    path: tuple[Step, ...]
    label: str
    words: str
    bag: Counter[str] = field(compare=False)

    @property
    def eid(self) -> str:
        """Its place in the wording, as in a reference."""
        return "__".join(map(str, self.path))

    @property
    def plain(self) -> str:
        """Its words in small letters, without signs and with single blanks."""
        return " ".join(SIGNS.sub(" ", self.words.lower()).split())

    def likeness(self, other: "Unit") -> float:
        """Return the share of telling words that both have, from 0 to 1."""
        return 2 * (self.bag & other.bag).total() / max(self.bag.total() + other.bag.total(), 1)


def units_of(words: str, language: str) -> tuple[Unit, ...]:
    r"""Return the paragraphs of a wording with their places; headings of articles and of larger units are left out.

    >>> [one.eid for one in units_of("Статья 5. Срок\n1. Ответ даётся:\n1) письменно;\n2) бесплатно.", "ru")]
    ['para_1', 'para_1__point_1', 'para_1__point_2']
    """
    return tuple(_units(words, language))


def gone(current: Sequence[Unit], proposed: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the units that the proposed wording has lost; of a unit lost with all in it, only the largest.

    A unit stands still if its words stand in another place, if another unit has taken them in, or if the unit of its
    number, or one very like it, is the same unit worded anew.
    """
    old, new = _changed(current, proposed)
    pairs = _pairs(old, new)
    lost = [one for at, one in enumerate(old) if one.plain and at not in pairs and not _is_taken_in(one, new)]
    paths = {one.path for one in lost}
    return tuple(one for one in lost if not any(one.path[:end] in paths for end in range(1, len(one.path))))


def reworded(current: Sequence[Unit], proposed: Sequence[Unit]) -> tuple[tuple[Unit, Unit], ...]:
    """Return the units that are worded anew, each with the unit that it becomes."""
    old, new = _changed(current, proposed)
    return tuple((old[at], new[beside]) for at, beside in sorted(_pairs(old, new).items()))


def _units(words: str, language: str) -> Iterator[Unit]:
    grammar = grammar_in(language)
    paragraphs = [Paragraph(at, line.strip()) for at, line in enumerate(words.splitlines(), 1) if line.strip()]
    around: list[Step] = []
    indents: Counter[tuple[Step, ...]] = Counter()
    seen: Counter[tuple[tuple[Step, ...], Kind, Number]] = Counter()
    for piece in tell_items(recognise(paragraphs, grammar), grammar):
        if piece.is_note or (piece.kind and piece.kind.depth <= Kind.ARTICLE.depth):
            around = around if piece.is_note else []
            continue
        kind = piece.kind or Kind.INDENT
        while piece.kind and around and around[-1].kind.depth >= kind.depth:
            around.pop()
        indents[tuple(around)] += piece.kind is None
        number = piece.number or Number(str(indents[tuple(around)]))
        seen[tuple(around), kind, number] += 1
        path = (*around, Step(kind, number, seen[tuple(around), kind, number]))
        if piece.kind:
            around.append(path[-1])
        yield Unit(path, piece.label, piece.text, _bag(piece.text, language))


def _bag(words: str, language: str) -> Counter[str]:
    """Return the stems of the telling words; of all words where none tells."""
    return Counter(telling_stems(words, language) or stems(words, language))


def _changed(current: Sequence[Unit], proposed: Sequence[Unit]) -> tuple[list[Unit], list[Unit]]:
    """Return the units of both wordings but for those that stand in both, wherever."""
    kept = Counter(one.plain for one in current) & Counter(one.plain for one in proposed)
    return _without(current, kept), _without(proposed, kept)


def _without(units: Sequence[Unit], kept: Counter[str]) -> list[Unit]:
    """Return the units but for those that are kept, each so often as it is."""
    left = kept.copy()
    others = []
    for one in units:
        left[one.plain] -= 1
        if left[one.plain] < 0:
            others.append(one)
    return others


def _pairs(old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    """Return which old units are which new ones worded anew, the likest pairs first, each new unit taken once."""
    pairs = []
    for at, one in enumerate(old):
        for beside, other in enumerate(new):
            likeness, is_same = one.likeness(other), one.path == other.path
            if likeness >= (SAME_NUMBER if is_same else ALIKE):
                pairs.append((likeness + is_same * SAME_NUMBER, at, beside))
    found: dict[int, int] = {}
    for _, at, beside in sorted(pairs, reverse=True):
        if at not in found and beside not in found.values():
            found[at] = beside
    return found


def _is_taken_in(unit: Unit, new: Sequence[Unit]) -> bool:
    """Whether a new unit says it too; of a single telling word, only the unit of the same number."""
    total = unit.bag.total()
    others = new if total > 1 else [one for one in new if one.path == unit.path]
    return any((unit.bag & other.bag).total() >= HELD * total for other in others)
