"""Whether the words that answer an element still stand in a proposed wording, and whether new words limit them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from muvofiq.amendment.redline import Mark, redline
from muvofiq.tables import table

TABLE = "languages/limiting-words.csv"
ALIKE = str.maketrans("«»“”„‟‹›–—−‑‐\u00a0\u2009\u202f", '""""""""-----   ')
SENTENCE = re.compile(r"[.!?;]\s|\n")
WORD_BEFORE = re.compile(r"\w+[^\w\n.;:!?]+$")

Span = tuple[int, int]


@dataclass(frozen=True)
class Wordings:
    """The wording in force and the proposed one, and where the words of the one stand in the other."""

    current: str
    proposed: str
    language: str

    def standing(self, quotation: str) -> Span | None:
        """Return where in the wording in force a quotation stands, or None."""
        return _find(quotation, self._old)

    def still_standing(self, quotation: str) -> Span | None:
        """Return where in the proposed wording it stands, be it with words added inside it, or None."""
        return _find(quotation, self._new) or self._with_words_inside(quotation)

    def limited(self, before: Span, after: Span) -> bool:
        """Whether new words take back some of what a quotation gives: «not» inside it, «except» in its sentence."""
        inside, sentence = _limiting(self.language)
        more = (
            _count(inside, self._new, _wider(self._new, after)) - _count(inside, self._old, _wider(self._old, before)),
            _count(sentence, self._new, _sentence(self._new, after))
            - _count(sentence, self._old, _sentence(self._old, before)),
        )
        return any(more)

    def sentence(self, after: Span) -> str:
        """Return the sentence of the proposed wording around a stretch of it."""
        start, end = _sentence(self._new, after)
        return self.proposed[start:end].strip()

    @cached_property
    def _old(self) -> str:
        return _folded(self.current)

    @cached_property
    def _new(self) -> str:
        return _folded(self.proposed)

    @cached_property
    def _kept(self) -> tuple[tuple[int, int, int], ...]:
        """The stretches that stay: where in the old wording, where in the new one, how long."""
        return tuple(_kept(self._old, self._new))

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
        left_out = (self._old[one:other] for one, other in _between(start, end, held))
        if not held or any(letter.isalnum() for words in left_out for letter in words):
            return None
        return held[0][0] + held[0][2], held[-1][1] + held[-1][2]


def _find(quotation: str, folded: str) -> Span | None:
    wanted = _folded(quotation).split()
    if not wanted:
        return None
    pattern = r"\s+".join(map(re.escape, wanted))
    found = re.search(rf"(?<!\w){pattern}(?!\w)", folded)
    return found.span() if found else None


def _folded(words: str) -> str:
    """Return words in small letters, with one sort of quotes, dashes and blanks; no letter changes its place."""
    alike = words.translate(ALIKE)
    small = alike.lower()
    return small if len(small) == len(alike) else alike


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


def _sentence(words: str, span: Span) -> Span:
    starts = [found.end() for found in SENTENCE.finditer(words, 0, span[0])]
    end = SENTENCE.search(words, max(span[1] - 1, 0))
    return (starts[-1] if starts else 0), (end.start() + 1 if end else len(words))


def _count(pattern: re.Pattern[str], words: str, span: Span) -> Counter[str]:
    return Counter(pattern.findall(words[span[0] : span[1]]))


@cache
def _limiting(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the words that limit inside a quotation, and those that limit anywhere in its sentence."""
    rows = [row for row in table(TABLE) if row["language"] == language]
    inside, sentence = (
        "|".join(_folded(row["pattern"]) for row in rows if row["where"] == where) for where in ("inside", "sentence")
    )
    return re.compile(rf"(?<!\w)(?:{inside or '(?!)'})(?!\w)"), re.compile(rf"(?<!\w)(?:{sentence or '(?!)'})(?!\w)")
