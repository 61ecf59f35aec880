"""The texts of one language are looked through for what a person typed: by citation, by phrase, by rank."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from muvofiq.alignment.candidate import Reason
from muvofiq.alignment.meaning import Voices
from muvofiq.alignment.narrowing import Narrowing
from muvofiq.alignment.pinpoint import LENGTH, evidence, pinpoint, weight_of
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.question import Question
from muvofiq.alignment.ranking import Ranking, rank
from muvofiq.alignment.reasons import reason_of
from muvofiq.alignment.typed import Cited, Typed
from muvofiq.alignment.unit import Part, Unit
from muvofiq.alignment.words import function_words, stemmer, stems, telling_stems, words

Words = tuple[str, str]  # the address of a unit, and its words


@dataclass(frozen=True, slots=True)
class Hit:
    """One unit that was found: the smallest that answers, and the article in which it stands.

    ``paragraph`` is the one of its words that speaks most for it, ``marks`` are the words in it that were looked for,
    as printed, in small letters. ``is_cited`` tells that it was asked for by its number. ``rank`` counts from 1.
    """

    unit: str
    article: str
    language: str
    rank: int
    reason: Reason
    paragraph: str
    marks: tuple[str, ...] = ()
    is_cited: bool = False


@dataclass(frozen=True, slots=True)
class CitedUnit:
    """A unit that was cited: the place of its article, its address, and what puts it before others that were cited.

    These are the steps that were followed to it, then the words beside them that its act and article have.
    """

    at: int
    address: str
    worth: tuple[int, int]


@dataclass(frozen=True)
class Look:
    """What was typed, held against one pool; ``at`` everywhere is the place of an article in it."""

    typed: Typed
    question: Question
    pool: Pool
    voices: Voices
    narrowing: Narrowing

    @cached_property
    def ranking(self) -> Ranking:
        """The pool in the order of the words and their meaning."""
        return rank(self.question, self.pool, self.voices)

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """The stems that speak for a unit, each with its weight."""
        return evidence(self.ranking.asking)

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        """The phrases as the language of the pool has them, in stems."""
        rows = (stems(phrase, self.pool.language) for phrase in self.typed.phrases)
        return tuple(_printed(row) for row in rows if row)

    @property
    def is_at_home(self) -> bool:
        """Whether the pool speaks the language of the question."""
        return self.question.language_for(self.pool.language) == self.pool.language

    def cited(self) -> list[CitedUnit]:
        """Return the units that are cited by their numbers."""
        found = (
            self._cited(one, at, unit)
            for one in self.typed.cited
            for at, unit in enumerate(self.pool.units)
            if self.narrowing.takes(self.pool, at)
        )
        return [one for one in found if one and self.narrowing.may_point_at(one.address)]

    def order(self) -> list[int]:
        """Return the places of the articles that answer, best first; every phrase stands in each of them.

        A phrase of small words may stand in articles that have nothing else in common with what was typed.
        """
        order = [at for at in self.ranking.order if self.narrowing.takes(self.pool, at)]
        if not self.phrases:
            return order
        others = (at for at in range(len(self.pool.units)) if self.narrowing.takes(self.pool, at))
        return [at for at in dict.fromkeys((*order, *others)) if self._has_phrases(at)]

    def pointed(self, at: int) -> str | None:
        """Return the address of the smallest unit that answers; None where no unit of the wanted kind does."""
        unit = self.pool.units[at]
        if not self.phrases and not self.narrowing.points_lower:
            return pinpoint(unit, self.weights)
        inside = (one for one in _inside(unit) if self.narrowing.may_point_at(one[0]))
        fit = [one for one in inside if (self._holds(one[1]) if self.phrases else self._weight(one[1]) > 0)]
        if self.phrases:
            return min(fit, key=lambda one: len(one[1]))[0] if fit else None
        return max(fit, key=lambda one: self._weight(one[1]) / len(one[1]) ** LENGTH)[0] if fit else None

    def hit(self, at: int, address: str, *, is_cited: bool = False) -> Hit:
        """Return what is shown of a unit and why it was found, before it has its rank."""
        unit = self.pool.units[at]
        text = unit.text if address == unit.id else dict(_inside(unit))[address]
        paragraph = max(filter(None, text.split("\n")), key=self._speaks, default=unit.heading)
        return Hit(
            unit=address,
            article=unit.id,
            language=self.pool.language,
            rank=0,
            reason=reason_of(self.ranking, at, self.weights.keys()),
            paragraph=paragraph,
            marks=tuple(self._marks(paragraph)),
            is_cited=is_cited,
        )

    def _cited(self, one: Cited, at: int, unit: Unit) -> CitedUnit | None:
        reached = one.reached_in(unit)
        if reached is None:
            return None
        beside = set(telling_stems(one.around, self.pool.language))
        title = beside & set(stems(unit.title, self.pool.language))
        if one.is_bare and not title == beside != set():
            return None
        address, steps = reached
        return CitedUnit(at, address, (steps, 2 * len(title) + len(beside & set(self.pool.rows[at]))))

    def _has_phrases(self, at: int) -> bool:
        """Tell whether every phrase stands in an article; the stems that the pool has already rule most of them out."""
        row = _printed(self.pool.rows[at])
        return all(phrase in row for phrase in self.phrases) and self._holds(self.pool.units[at].whole)

    def _holds(self, text: str) -> bool:
        """Tell whether each phrase stands in a paragraph of the text."""
        rows = [_printed(stems(line, self.pool.language)) for line in text.split("\n")]
        return all(any(phrase in row for row in rows) for phrase in self.phrases)

    def _speaks(self, paragraph: str) -> tuple[bool, float]:
        """Return how much a paragraph speaks for its unit: a phrase more than words."""
        row = _printed(stems(paragraph, self.pool.language))
        return any(phrase in row for phrase in self.phrases), self._weight(paragraph)

    def _marks(self, paragraph: str) -> dict[str, None]:
        """Return the words of a paragraph that were looked for; those that only hold it together are not marked."""
        reduce, empty = stemmer(self.pool.language), function_words(self.pool.language)
        found = (word for word in words(paragraph) if word not in empty and reduce(word) in self.weights)
        return dict.fromkeys(found)

    def _weight(self, text: str) -> float:
        return weight_of(text, self.pool.language, self.weights)


def _printed(row: Sequence[str]) -> str:
    """Return a row of stems with a blank on each side of each, so that only whole stems are found in it."""
    return f" {' '.join(row)} "


def _inside(unit: Unit) -> Iterator[Words]:
    """Yield the article and the units inside it with their words, in the order of print."""
    yield unit.id, unit.whole
    yield from _below(unit.parts)


def _below(parts: Sequence[Part]) -> Iterator[Words]:
    for part in parts:
        yield part.id, part.text
        yield from _below(part.parts)
