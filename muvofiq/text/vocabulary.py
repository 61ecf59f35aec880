"""The words of one text, which it spells the same way again and again: they too tell how a damaged word is spelled."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from muvofiq.text.dropped_marks import restore_marks
from muvofiq.text.known_words import WORD, Rank, Spellings, adds_marks, fold, spellings
from muvofiq.text.phrase import Place

OFTEN = 3  # a spelling that stands so often in a text is known there
HYPHENS = ("-", "‐", "¬")
LONG = 10  # letters of a word in which two may be misread
SELDOM = 2  # what a machine misread stands no oftener than this
LOOKING_ALIKE = 0.03  # share of words of two alphabets above which letters that look alike stand for each other
MIXED = re.compile(r"[A-Za-z][\u0400-\u04FF]|[\u0400-\u04FF][A-Za-z]")
BARE = 0.03  # share of words with marks below which a text has lost them; in a sound one it is a quarter


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How often each word stands in a text, and what is wrong with the text as a whole.

    ``own`` holds the spellings that stand there often, by how they fold, ``halves`` what a line break cut from a word.
    A text that ``is_bare`` has lost all its marks, one that ``is_mixed`` has letters of two alphabets in many words.
    """

    times: Counter[str]
    own: dict[str, tuple[str, ...]]
    halves: frozenset[str]
    is_bare: bool
    is_mixed: bool = False

    @classmethod
    def of(cls, lines: Sequence[str]) -> "Vocabulary":
        """Count the words of some lines."""
        times = Counter(word.lower() for line in lines for word in WORD.findall(line))
        marked = sum(count for word, count in times.items() if word != fold(word))
        own: dict[str, tuple[str, ...]] = {}
        for word in sorted(word for word, count in times.items() if count >= OFTEN):
            own[fold(word)] = (*own.get(fold(word), ()), word)
        is_bare = marked < BARE * times.total()
        is_mixed = sum(count for word, count in times.items() if MIXED.search(word)) > LOOKING_ALIKE * times.total()
        return cls(times, {} if is_bare else own, frozenset(_halves(lines)), is_bare, is_mixed)

    def known(self, word: str, least: Rank = Rank.COMPOUND) -> Spellings:
        """Return the spellings of a word that the list knows, else those that stand often in this text.

        What the list knows and the text spells so often is usual. Less well known ones than ``least`` may be missing.
        """
        own = [one for one in self.own.get(fold(word), ()) if adds_marks(word.lower(), one)]
        listed = spellings(word, Rank.COMPOUND if own else least)
        if not listed:
            return {one: Rank.COMPOUND for one in own if one != fold(one)}
        return listed | {one: Rank.USUAL for one in own if one in listed}

    def restore(self, word: str, place: Callable[[], Place]) -> str | None:
        """Return a word with its marks, in small letters, or None: see `restore_marks`."""
        known = self.known(word)
        is_sure = not self.is_bare and known.get(word.lower(), Rank.UNKNOWN) > Rank.COMPOUND
        return None if is_sure else restore_marks(word, known, is_bare=self.is_bare, place=place())

    def near(self, word: str) -> str | None:
        """Return the one long word that stands often in this text and differs in two letters inside at most."""
        word = word.lower()
        if len(word) < LONG:
            return None
        alike = (one for some in self.own.values() for one in some if (one[:2], one[-3:]) == (word[:2], word[-3:]))
        found = [one for one in alike if Levenshtein.distance(word, one, score_cutoff=2) <= 2]
        return found[0] if len(found) == 1 and found[0] in spellings(found[0]) else None

    def may_be_ours(self, latin: str, meant: str) -> bool:
        """Whether a word in Latin letters alone may be the known one that is meant: else it is of another language.

        It is a usual word in small letters, or the text mixes the letters in many of its words.
        """
        return self.is_mixed or (latin.islower() and self.known(meant).get(meant) is Rank.USUAL)

    def is_seldom(self, word: str) -> bool:
        """Whether a word stands so seldom in the text that a machine may have misread it."""
        return self.times[word.lower()] <= SELDOM and word.lower() not in self.halves


def _halves(lines: Iterable[str]) -> Iterator[str]:
    """Yield the parts of the words that stand on two lines, in small letters."""
    for line, following in pairwise(lines):
        if line.endswith(HYPHENS):
            yield from (word.lower() for word in (*WORD.findall(line)[-1:], *WORD.findall(following)[:1]))
