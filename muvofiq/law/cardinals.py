"""Number words as laws write them: «пяти», «двадцать пять», «чилу ҳашт», «seventy-two».

>>> value_of("трёх", "ru"), together([20, 5])
(3, 25)
"""

import re
from collections.abc import Sequence
from functools import cache

from muvofiq.tables import table

THOUSAND, HUNDRED, TEN = 1000, 100, 10


def value_of(word: str, language: str) -> int | None:
    """Return the number that one word says, in small letters; None for any other word."""
    return next((value for value, pattern in cardinals(language) if pattern.fullmatch(word)), None)


def together(values: Sequence[int]) -> int:
    """Return what number words say together.

    >>> together([2, 100, 5]), together([20, 5]), together([5, 1000, 300])
    (205, 25, 5300)
    """
    whole, part = 0, 0
    for value in values:
        if value >= THOUSAND:
            whole, part = whole + max(part, 1) * value, 0
        else:
            part = part * value if value == HUNDRED and 0 < part < TEN else part + value
    return whole + part


@cache
def cardinals(language: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Return the number words of a language with what they say, from the table; none where it has none."""
    rows = (row for row in table("languages/cardinals.csv") if row["language"] == language)
    return tuple((int(row["value"]), re.compile(row["pattern"])) for row in rows)
