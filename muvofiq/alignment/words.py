"""Words are reduced to their stems, so that «жертвами» and «жертва», «сарҳадҳои» and «сарҳад» meet."""

import re
from collections.abc import Callable
from functools import cache

import snowballstemmer

from muvofiq.tables import table

UZBEK_LETTER = re.compile(r"(?<=[og])['’‘`ʼ](?=[a-z])(?!s\b)")  # «oʻ» and «gʻ», written with many signs
WORD = re.compile(r"[^\W_]{2,}")  # a word or a figure; single signs tell nothing
# Letters that old prints, keyboards and reforms confuse are folded for search, in all languages alike.
FOLDED = str.maketrans("ғӣқӯҳҷўќѓёі", "гикухчукгеи")


def fold(text: str) -> str:
    """Return the text in small letters, without the marks by which spellings of one word differ.

    >>> fold("Қонуни ҶУМҲУРИИ")
    'конуни чумхурии'
    """
    return text.lower().translate(FOLDED)


def words(text: str) -> list[str]:
    """Return the words of a text as they are printed, in small letters and in order, figures among them.

    The apostrophe of Uzbek letters (oʻ, gʻ), however it is typed, is part of the word.

    >>> words("O‘zbekiston to'g'risida") == words("Oʻzbekiston toʻgʻrisida")
    True
    """
    return WORD.findall(UZBEK_LETTER.sub("ʻ", text.lower()))


def stems(text: str, language: str) -> list[str]:
    """Return the stems of all words of a text in order; a language without a stemmer gives the folded words."""
    reduce = stemmer(language)
    return [reduce(word) for word in words(text)]


def telling_stems(text: str, language: str) -> list[str]:
    """Return the stems of a text without the words that only hold a sentence together (and, of, which)."""
    reduce, empty = stemmer(language), function_words(language)
    return [reduce(word) for word in words(text) if word not in empty]


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the words of a language that tell nothing about the subject."""
    return frozenset(row["word"] for row in table("languages/function-words.csv") if row["language"] == language)


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """Return the function that turns a small-letter word of this language into its folded stem."""
    methods = {row["language"]: row["stemmer"] for row in table("languages/words.csv")}
    match methods.get(language):
        case None:
            return fold
        case "endings":
            return _by_endings(language)
        case algorithm:
            return _by_snowball(algorithm)


def _by_snowball(algorithm: str) -> Callable[[str], str]:
    reduce = snowballstemmer.stemmer(algorithm)

    @cache
    def stem(word: str) -> str:
        return fold(reduce.stemWord(word))

    return stem


def _by_endings(language: str) -> Callable[[str], str]:
    """Take off, step by step (case, number, last vowel), the longest ending of the table that leaves enough."""
    rows = [row for row in table("languages/endings.csv") if row["language"] == language]
    steps = [
        sorted(((fold(row["ending"]), int(row["keep"])) for row in rows if row["step"] == step), key=_longest_first)
        for step in sorted({row["step"] for row in rows})
    ]

    @cache
    def stem(word: str) -> str:
        left = fold(word)
        for endings in steps:
            left = _without_ending(left, endings)
        return left

    return stem


def _longest_first(row: tuple[str, int]) -> int:
    return -len(row[0])


def _without_ending(word: str, endings: list[tuple[str, int]]) -> str:
    for ending, keep in endings:
        if word.endswith(ending) and len(word) - len(ending) >= keep:
            return word[: -len(ending)]
    return word
