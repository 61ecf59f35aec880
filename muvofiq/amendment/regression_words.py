"""The words by which a wording limits what it gives, as a table lists them, and the sentences in which they stand."""

import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from muvofiq.tables import table

TABLE = "languages/limiting-words.csv"
ALIKE = str.maketrans("«»“”„‟‹›–—−‑‐\u00a0\u2009\u202f", '""""""""-----   ')
SENTENCE_END = re.compile(r"[.!?;]\s|\n")

Span = tuple[int, int]


class Where(StrEnum):
    """Where words limit, or what they do there."""

    INSIDE = "inside"  # inside a quotation: «not»
    SENTENCE = "sentence"  # anywhere in its sentence: «except»
    EXCLUSION = "exclusion"  # in a sentence of its own, which says to what a unit does not apply
    RULE = "rule"  # by which such a sentence means the unit in which it stands: «this rule»
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    STORAGE = "storage"  # which say that something is kept
    INTRODUCTION = "introduction"  # which make a time limit of a bare number of days
    AGE = "age"  # before a number that is an age, and no time for which something is kept
    ORDER = "order"  # which mark a language in which the order of words does not tell who acts


def folded(words: str) -> str:
    """Return words in small letters, with one sort of quotes, dashes and blanks; no letter changes its place."""
    alike = words.translate(ALIKE)
    small = alike.lower()
    return small if len(small) == len(alike) else alike


def sentence_around(words: str, span: Span) -> Span:
    """Return the sentence, or the sentences, around a stretch."""
    starts = [found.end() for found in SENTENCE_END.finditer(words, 0, span[0])]
    end = SENTENCE_END.search(words, max(span[1] - 1, 0))
    return (starts[-1] if starts else 0), (end.start() + 1 if end else len(words))


def sentences(words: str) -> Iterator[Span]:
    """Yield the sentences of a wording; a line is at least one."""
    start = 0
    for found in SENTENCE_END.finditer(words):
        yield start, found.start() + 1
        start = found.end()
    yield start, len(words)


def said(words: str, where: Where, language: str) -> Counter[str]:
    """Return how often folded words limit, by sense: another word of the same sense counts as the same."""
    return Counter({sense: len(pattern.findall(words)) for sense, pattern in patterns(where, language).items()})


def says(words: str, where: Where, language: str) -> bool:
    """Whether words say something of a sort, in any sense."""
    return any(one.search(folded(words)) for one in patterns(where, language).values())


@cache
def patterns(where: Where, language: str) -> dict[str, re.Pattern[str]]:
    """Return by sense what the table lists for a language; nothing for a language that it lacks."""
    rows = [row for row in table(TABLE) if (row["language"], row["where"]) == (language, where)]
    senses: dict[str, list[str]] = {}
    for row in rows:
        senses.setdefault(row["sense"], []).append(row["pattern"])
    return {sense: re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)") for sense, found in senses.items()}


def introduction(language: str) -> str:
    """Return the words that make a time limit of a bare number of days: «within»."""
    rows = (row for row in table(TABLE) if (row["language"], row["where"]) == (language, Where.INTRODUCTION))
    return next((row["pattern"] for row in rows), "")


def has_free_order(language: str) -> bool:
    """Whether the table marks that in a language the order of words does not tell who acts."""
    return bool(patterns(Where.ORDER, language))
