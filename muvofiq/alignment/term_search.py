"""A word that a person typed is looked for among all words of the thesaurus, in every language at once.

Grammatical forms and lost Tajik letters do no harm. Where no word fits, those that are spelt nearly alike are given.
"""

from collections.abc import Iterable
from enum import IntEnum

from rapidfuzz import fuzz

from muvofiq.alignment.words import fold, stems, words
from muvofiq.standards.thesaurus import Concept

NEAR = 78.0  # of 100: how alike two spellings must be; measured on words with one letter wrong or missing
LONG_ENOUGH = 4  # letters; shorter words are alike by chance


class Fit(IntEnum):
    """How well a word fits what was typed; the higher the better."""

    NEAR = 1
    PART = 2
    STEMS = 3
    SAME = 4


def find_terms(text: str, concepts: Iterable[Concept]) -> list[tuple[Concept, Fit]]:
    """Return the concepts of which some word fits, the best first; nearly alike ones only where there are no others.

    >>> found = find_terms("жертвами", [Concept("victim", {"ru": ("жертва торговли людьми",)})])
    >>> [(concept.id, fit.name) for concept, fit in found]
    [('victim', 'STEMS')]
    """
    if not (asked := fold(" ".join(text.split()))):
        return []
    fits = [(one, _fit(asked, one)) for one in concepts]
    found = [(one, Fit(int(value)), value) for one, value in fits if value]
    best = max((fit for _, fit, _ in found), default=Fit.NEAR)
    kept = [row for row in found if best is Fit.NEAR or row[1] > Fit.NEAR]
    return [(one, fit) for one, fit, _ in sorted(kept, key=lambda row: (-row[2], row[0].id))]


def _fit(asked: str, concept: Concept) -> float:
    """Return how well the best word of a concept fits: its fit, and behind the point how much of the word it is."""
    if asked == concept.id:
        return float(Fit.SAME)
    labels = ((word, language) for language, row in concept.every_label.items() for word in row)
    return max((_label_fit(asked, word, language) for word, language in labels), default=0)


def _label_fit(asked: str, label: str, language: str) -> float:
    folded = fold(label)
    if folded == asked:
        return float(Fit.SAME)
    share = min(len(asked) / max(len(folded), 1), 0.99)
    wanted, has = stems(asked, language), stems(label, language)
    if wanted and set(wanted) <= set(has):
        return Fit.STEMS + share
    if f" {folded}".find(f" {asked}") >= 0:
        return Fit.PART + share
    return Fit.NEAR + share if _is_near(asked, folded) else 0


def _is_near(asked: str, folded: str) -> bool:
    """Whether each word that was typed has one that is spelt nearly alike."""
    typed, has = words(asked), words(folded)
    if not has or not typed or max(map(len, typed)) < LONG_ENOUGH:
        return False
    return all(max(fuzz.ratio(one, other) for other in has) >= NEAR for one in typed)
