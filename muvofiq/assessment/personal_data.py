"""What looks like data on a person in a free text: a passport or identity number, a birth date, a telephone, e-mail.

>>> [(one.kind.value, one.words) for one in found("Паспорт А1234567, тел. +992 93 500 11 22")]
[('passport', 'А1234567'), ('telephone', '+992 93 500 11 22')]
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from muvofiq.tables import table


class Kind(StrEnum):
    """What sort of data on a person it may be."""

    PASSPORT = "passport"
    IDENTITY_NUMBER = "identity number"
    BIRTH_DATE = "birth date"
    TELEPHONE = "telephone"
    EMAIL = "e-mail"


@dataclass(frozen=True, slots=True)
class Sighting:
    """Words of a text that may be data on a person, and where they begin."""

    start: int
    kind: Kind
    words: str


def found(text: str) -> tuple[Sighting, ...]:
    """Return what may be data on a person, in the order of the text; two readings of the same words count once.

    Numbers of articles, laws and instruments, days of laws and times of the day are none.
    """
    sights: list[Sighting] = []
    for kind, pattern in _patterns():
        for one in pattern.finditer(text):
            group = "found" if "found" in pattern.groupindex else 0
            start, words = one.start(group), one[group].strip()
            if all(start >= other.start + len(other.words) or other.start >= one.end(group) for other in sights):
                sights.append(Sighting(start, kind, words))
    return tuple(sorted(sights, key=lambda one: one.start))


@cache
def _patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """Return the patterns, those first that a word such as «passport» announces; these are read in any case."""
    rows = sorted(table("personal-data.csv"), key=lambda row: row["role"] != "named")
    return tuple(
        (
            Kind(row["kind"]),
            re.compile(
                row["pattern"] if row["role"] == "sight" else rf"(?<!\w)(?:{row['pattern']})", _FLAGS[row["role"]]
            ),
        )
        for row in rows
    )


_FLAGS = {"named": re.IGNORECASE, "sight": re.NOFLAG}
