"""For each element of a requirement, the sentence of the law that comes nearest to it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from muvofiq.alignment.pool import Pool
from muvofiq.alignment.unit import Unit
from muvofiq.alignment.words import stems, telling_stems
from muvofiq.standards.requirement import Words

# Where a sentence, a point or a paragraph may end: not after «ч.» or «ст.», behind which a figure stands, nor after a
# single letter such as «г.».
END = re.compile(r"(?<=[;!?])\s+|(?<=\w\w\.)\s+(?=\W?[^\W\d_])|(?<=[)»\"]\.)\s+|\n")
LEAST = 0.2  # of an element's weight that a sentence must hold to be shown at all
CONCEPT = 4.0  # what a shared concept weighs: about as much as a word that stands in one article of a hundred


@dataclass(frozen=True, slots=True)
class BestSentence:
    """A sentence as it stands in the unit, and the share of the element's weight that it holds, from 0 to 1."""

    unit: str
    text: str
    share: float


def best_sentences(
    elements: Sequence[Words], units: Iterable[Unit], pools: Sequence[Pool], *, least: float = LEAST
) -> list[BestSentence | None]:
    """Return for each element the best sentence among the units, or None where none comes near.

    An element is asked in the language of the unit, where it is written in it: its words count by their rarity in the
    pool of that language. Concepts of the thesaurus count always. The first of equal sentences is taken.
    """
    by_language = {pool.language: pool for pool in pools}
    spoken = [(unit, sentence) for unit in units for sentence in sentences(unit.text)]
    best: list[BestSentence | None] = []
    for element in elements:
        asked = {language: _Element(element, pool) for language, pool in by_language.items()}
        shares = [
            BestSentence(unit.id, sentence, round(asked[unit.language].share_in(sentence), 3))
            for unit, sentence in spoken
            if unit.language in asked
        ]
        first = max(shares, key=lambda one: one.share, default=None)
        best.append(first if first and first.share >= max(least, 0.001) else None)
    return best


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences, points and paragraphs of a text, each as it stands."""
    start = 0
    for end in [*END.finditer(text), None]:
        if end and not _is_end(text, end):
            continue
        stretch = text[start : end.start() if end else len(text)].strip()
        start = end.end() if end else len(text)
        if any(letter.isalpha() for letter in stretch):
            yield stretch


def _is_end(text: str, end: re.Match[str]) -> bool:
    """Tell whether a full stop ends a sentence: what follows begins with a capital letter."""
    behind = text[end.end() :].lstrip('«„“"(')[:1]
    return "\n" in end[0] or text[end.start() - 1] != "." or behind.isupper()


class _Element:
    """An element as it is asked of the laws of one language: its words and concepts with what each weighs."""

    def __init__(self, element: Words, pool: Pool) -> None:
        self.pool = pool
        words = telling_stems(element.get(pool.language, ""), pool.language)
        self.words = {stem: pool.index.rarity(stem) for stem in words}
        self.concepts = pool.concepts.of_question(element)
        self.whole = sum(self.words.values()) + CONCEPT * len(self.concepts)

    def share_in(self, sentence: str) -> float:
        """Return the share of the weight that a sentence holds."""
        row = stems(sentence, self.pool.language)
        held = sum(self.words.get(stem, 0.0) for stem in set(row))
        shared = self.concepts & self.pool.concepts.among(row, self.pool.language)
        return (held + CONCEPT * len(shared)) / self.whole if self.whole else 0.0
