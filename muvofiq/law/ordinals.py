"""The words «first», «second» and so on, by which units are headed and cited in each language."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from muvofiq.tables import Row, table

# Each keyboard writes the Uzbek apostrophe in its own way, or leaves it out.
APOSTROPHE = "['’‘ʻʼ`´]?"


class Use(StrEnum):
    """Where a word or an ending is used, if not everywhere: «Part One» is a heading, «one paragraph» cites nothing."""

    HEADING = "heading"
    CITATION = "citation"


@dataclass(frozen=True, slots=True)
class Ordinal:
    """One word; ``pattern`` tells all its forms, in small letters and without groups that are captured."""

    value: int
    pattern: str
    is_tens: bool
    """Whether another word follows: «двадцать» in «двадцать первой»."""


@cache
def ordinals(language: str, use: Use) -> tuple[Ordinal, ...]:
    """Return the words of a language in one use, in the order of the table; none where the table has none."""
    return _ordinals(language, {"", use}, use)


@cache
def pattern(language: str) -> str:
    """Return the pattern of all that a heading may say, compounds too; it never matches where there is no word."""
    return _joined(ordinals(language, Use.HEADING), "(?:")


def value_of(word: str, language: str) -> int | None:
    """Return what a word in any form and case says, or None if it is no ordinal of the language.

    >>> value_of("Двадцать первой", "ru"), value_of("бисту якум", "tg"), value_of("5", "ru")
    (21, 21, None)
    """
    reading, values = _reading(language)
    found = reading.fullmatch(word)
    return sum(value for value, said in zip(values, found.groups(), strict=True) if said) if found else None


@cache
def _reading(language: str) -> tuple[re.Pattern[str], tuple[int, ...]]:
    """Return a pattern with a group for each word, and the value of each group."""
    words = _ordinals(language, {"", *Use}, Use.CITATION)
    values = (one.value for one in sorted(words, key=lambda one: not one.is_tens))
    return re.compile(f"(?i:{_joined(words, '(')})"), tuple(values)


def _ordinals(language: str, uses: Collection[str], endings: Use) -> tuple[Ordinal, ...]:
    own = [row for row in table("languages/ordinals.csv") if row["language"] == language]
    ending = next((row["pattern"] for row in own if row["value"] == "ending" and row["use"] == endings), "")
    return tuple(_ordinal(row, ending) for row in own if row["use"] in uses and row["value"] != "ending")


def _ordinal(row: Row, ending: str) -> Ordinal:
    forms = row["pattern"].replace("{ending}", ending).replace("{apostrophe}", APOSTROPHE)
    return Ordinal(int(row["value"].rstrip("+")), forms, row["value"].endswith("+"))


def _joined(words: Collection[Ordinal], group: str) -> str:
    """Return one pattern of tens and ordinals, each in a group that is opened as told."""
    tens = "|".join(f"{group}{one.pattern})" for one in words if one.is_tens)
    last = "|".join(f"{group}{one.pattern})" for one in words if not one.is_tens) or "(?!)"
    return rf"(?:(?:{tens})\s+)?(?:{last})" if tens else f"(?:{last})"
