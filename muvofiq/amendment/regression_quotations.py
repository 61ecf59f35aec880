"""Whether the words that answer an element still stand in a proposed wording, and whether new words limit them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from muvofiq.amendment.redline import Mark, redline
from muvofiq.amendment.regression_exclusions import Exclusion, exclusions
from muvofiq.amendment.regression_places import Places
from muvofiq.amendment.regression_words import (
    Span,
    Where,
    folded,
    has_free_order,
    said,
    sentence_around,
    sentences,
)

WORD = re.compile(r"\w+")
WORD_BEFORE = re.compile(r"\w+[^\w\n.;:!?]+$")
BETWEEN = 2  # words that may come between those of a quotation of which only the order is another


@dataclass(frozen=True)
class Wording:
    """One wording, and what limits a stretch of it."""

    words: str
    language: str

    @cached_property
    def folded(self) -> str:
        """The wording with small letters and one sort of signs; each letter keeps its place."""
        return folded(self.words)

    @cached_property
    def places(self) -> Places:
        """Its units with their places."""
        return Places.of(self.words, self.language)

    def sentence(self, span: Span) -> str:
        """Return the sentence around a stretch."""
        start, end = sentence_around(self.folded, span)
        return self.words[start:end].strip()

    def introduction(self, span: Span) -> str:
        """Return what introduces the list in which a stretch lies."""
        return "\n".join(self.places.introductions(span[1]))

    def inside(self, span: Span) -> Counter[str]:
        """Return what limits a stretch from inside, or right before it."""
        start, end = _wider(self.folded, span)
        return said(self.folded[start:end], Where.INSIDE, self.language)

    def around(self, span: Span) -> tuple[Counter[str], Counter[str]]:
        """Return what limits it in its sentence, and there together with what introduces its list."""
        sentence, introduction = (
            said(folded(words), Where.SENTENCE, self.language)
            for words in (self.sentence(span), self.introduction(span))
        )
        return sentence, sentence + introduction


@dataclass(frozen=True)
class Wordings:
    """The wording in force and the proposed one, and where the words of the one stand in the other."""

    current: str
    proposed: str
    language: str

    def standing(self, quotation: str) -> Span | None:
        """Return where in the wording in force a quotation stands, or None."""
        return _find(quotation, self._old.folded)

    def still_standing(self, quotation: str) -> Span | None:
        """Return where in the proposed wording it stands, be it with words added or in another order, or None."""
        return (
            _find(quotation, self._new.folded)
            or self._with_words_inside(quotation)
            or _in_another_order(quotation, self._new.folded, self.language)
        )

    def limit(self, before: Span, after: Span) -> str:
        """Return the new words that take back some of what a quotation gives, or nothing.

        That is «not» inside it, «except» in its sentence or in what introduces its list, or a sentence of its own that
        says to whom the unit does not apply.
        """
        inside = self._new.inside(after) - self._old.inside(before)
        sentence, around = (
            more - less for more, less in zip(self._new.around(after), self._old.around(before), strict=True)
        )
        if inside or (sentence and around):
            return self._new.sentence(after)
        if around:
            return self._new.introduction(after)
        place = self._new.places.at(after[1])
        return next((one.words for one in self._exclusions if one.concerns(place)), "")

    @cached_property
    def _old(self) -> Wording:
        return Wording(self.current, self.language)

    @cached_property
    def _new(self) -> Wording:
        return Wording(self.proposed, self.language)

    @cached_property
    def _exclusions(self) -> tuple[Exclusion, ...]:
        return tuple(exclusions(self.current, self.proposed, self.language))

    @cached_property
    def _kept(self) -> tuple[tuple[int, int, int], ...]:
        """The stretches that stay: where in the old wording, where in the new one, how long."""
        return tuple(_kept(self._old.folded, self._new.folded))

    def _with_words_inside(self, quotation: str) -> Span | None:
        """Return where a quotation stands of which nothing but signs and blanks is removed."""
        span = self.standing(quotation)
        if span is None:
            return None
        start, end = span
        held = [
            (max(start, old), min(end, old + length), new - old)
            for old, new, length in self._kept
            if old < end and start < old + length
        ]
        left_out = (self._old.folded[one:other] for one, other in _between(start, end, held))
        if not held or any(letter.isalnum() for words in left_out for letter in words):
            return None
        return held[0][0] + held[0][2], held[-1][1] + held[-1][2]


def _find(quotation: str, words: str) -> Span | None:
    wanted = folded(quotation).split()
    if not wanted:
        return None
    pattern = r"\s+".join(map(re.escape, wanted))
    found = re.search(rf"(?<!\w){pattern}(?!\w)", words)
    return found.span() if found else None


def _in_another_order(quotation: str, words: str, language: str) -> Span | None:
    """Return where all words of a quotation stand close together in one sentence, each in the form that it has.

    Another form may turn who acts: «суд извещает консула» is not «суд извещает консул». In a language that tells this
    by the order itself, which the table marks, another order is another sentence.
    """
    wanted = Counter(WORD.findall(folded(quotation)))
    width = wanted.total() + BETWEEN
    for start, end in sentences(words) if wanted and has_free_order(language) else ():
        found = list(WORD.finditer(words, start, end))
        if wanted - Counter(one[0] for one in found):
            continue
        for at in range(len(found)):
            near = found[at : at + width]
            if not wanted - Counter(one[0] for one in near):
                return near[0].start(), near[-1].end()
    return None


def _kept(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    at, beside = 0, 0
    for one in redline(old, new):
        length = len(one.text)
        if one.kind is Mark.KEPT:
            yield at, beside, length
        at += length * (one.kind is not Mark.ADDED)
        beside += length * (one.kind is not Mark.REMOVED)


def _between(start: int, end: int, held: list[tuple[int, int, int]]) -> Iterator[Span]:
    """Yield what lies between the stretches that are held."""
    at = start
    for begin, stop, _ in held:
        yield at, begin
        at = stop
    yield at, end


def _wider(words: str, span: Span) -> Span:
    """Return a stretch with the word before it."""
    before = WORD_BEFORE.search(words[: span[0]])
    return (before.start() if before else span[0]), span[1]
