"""Which new sentences of a proposed wording say to whom or to what its units do not apply."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from muvofiq.alignment.words import stems
from muvofiq.amendment.regression_places import Places
from muvofiq.amendment.regression_words import Where, says, sentences
from muvofiq.law.citation_reading import Mention, Reading, Sought
from muvofiq.law.citation_words import words_of
from muvofiq.law.kind import Kind
from muvofiq.law.reference import Step

CLAUSE = re.compile(r",(?!\s*\d)")  # «parts 1, 2 and 3» are no clauses
Place = Sequence[Step]


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A sentence that says to whom units do not apply: the sentence, where it stands, which units it names."""

    words: str
    place: Place
    mentions: tuple[Mention, ...]
    is_of_this_rule: bool

    def concerns(self, place: Place) -> bool:
        """Whether it limits the unit in a place."""
        named = any(self._names(one, place) for one in self.mentions)
        return named or (self.is_of_this_rule and place[:1] == self.place[:1])

    def _names(self, mention: Mention, place: Place) -> bool:
        above = [one for one in mention.path if one.kind.depth <= Kind.ARTICLE.depth]
        if mention.act or not all(one.is_own for one in above):
            return False
        return all(self._lies_in(one, place) for one in mention.path if one not in above)

    def _lies_in(self, one: Sought, place: Place) -> bool:
        """Whether a place lies in a unit that is named; a part may be an indent there, or the other way round."""
        if one.is_own:
            own = next((at for at, step in enumerate(self.place, 1) if step.kind is one.kind), len(self.place))
            return place[:own] == self.place[:own]
        alike = [step for step in place if step.kind is one.kind] or place
        return any(step.number == one.number for step in alike)


def exclusions(current: str, proposed: str, language: str) -> Iterator[Exclusion]:
    """Yield the exclusions of the proposed wording that the one in force has not, or not so wide.

    An exclusion all words of which stand in one that is in force is that one, or a narrower one.
    """
    before = [frozenset(stems(words, language)) for _, words in _excluding(current, language)]
    reader = words_of(language)
    places = Places.of(proposed, language)
    for end, words in _excluding(proposed, language):
        if any(one.issuperset(stems(words, language)) for one in before):
            continue
        clauses = [one for one in CLAUSE.split(words) if says(one, Where.EXCLUSION, language)]
        mentions = (one for clause in clauses for one in (Reading(clause, reader).mentions() if reader else ()))
        is_rule = any(says(one, Where.RULE, language) for one in clauses)
        yield Exclusion(words.strip(), places.at(end), tuple(mentions), is_rule)


def _excluding(wording: str, language: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences that exclude something, each with where it ends."""
    for start, end in sentences(wording):
        if says(wording[start:end], Where.EXCLUSION, language):
            yield end, wording[start:end]
