"""In which language a few words are typed: told by their letters, and by whose texts have these words."""

import math
import re
from collections.abc import Iterable, Sequence
from functools import cache

from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.words import function_words, stems, words
from muvofiq.standards.requirement import ORIGINAL
from muvofiq.tables import table

FIGURES = re.compile(r"\d+")  # they stand in texts of any language


def language_of(text: str, pools: Sequence[Pool], concepts: Concepts, usual: str = ORIGINAL) -> str:
    """Return the likeliest language of a short text.

    It is the one in whose laws its words are commonest; words of the thesaurus and words that only hold a sentence
    together count too, and all of them less in a language that lacks letters of the text. Where nothing else tells,
    it is the ``usual`` language if it has these letters, else the first of the table that has them.
    """
    typed = FIGURES.sub(" ", text)

    def likeliness(language: str) -> tuple[float, float, bool]:
        spelled = _spelled(typed, language)
        return spelled * _known(typed, language, pools, concepts), spelled, language == usual

    return max(_alphabets(), key=likeliness)


def _spelled(text: str, language: str) -> float:
    """Return the share of the letters of a text that a language has; 1 where there are none."""
    letters = [letter in _alphabets()[language] for letter in text.lower() if letter.isalpha()]
    return sum(letters) / len(letters) if letters else 1.0


def _known(text: str, language: str, pools: Iterable[Pool], concepts: Concepts) -> float:
    """Return how well a language knows the words of a text."""
    own = [pool for pool in pools if pool.language == language]
    commonness = sum(max((_share(pool, stem) for pool in own), default=0.0) for stem in stems(text, language))
    return (
        commonness
        + len(concepts.found_in(text, language))
        + sum(word in function_words(language) for word in words(text))
    )


def _share(pool: Pool, stem: str) -> float:
    """Return the share of the units that have a stem, as the index of the pool knows it."""
    rarity = pool.index.rarity(stem)
    return math.exp(-rarity) if rarity else 0.0


@cache
def _alphabets() -> dict[str, frozenset[str]]:
    return {row["language"]: frozenset(row["letters"]) for row in table("languages/alphabets.csv")}
