"""Who acts by the words of a law: the agencies of the mission by their names, else what laws call authorities.

>>> [one.name for one in authorities_in("Орган опеки назначает опекуна; отказ обжалуется в суд.", "ru")]
['орган опеки и попечительства', 'суд']
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from muvofiq.alignment.words import WORD, stems
from muvofiq.tables import table


@dataclass(frozen=True, slots=True)
class Named:
    """An authority that a text names: what it is called, and where its words stand."""

    start: int
    name: str
    words: str


def authorities_in(text: str, language: str, agencies: Iterable[str] = ()) -> tuple[Named, ...]:
    """Return the authorities that a text names, each once, in the order in which it names them.

    ``agencies`` are names of agencies in the language of the text; they count before what the table says of the same
    words.
    """
    found = [*_agencies(text, language, list(agencies)), *_general(text, language)]
    kept: list[Named] = []
    for one in found:
        end = one.start + len(one.words)
        if all(end <= other.start or other.start + len(other.words) <= one.start for other in kept):
            kept.append(one)
    names: dict[str, Named] = {}
    for one in sorted(kept, key=lambda one: one.start):
        names.setdefault(one.name, one)
    return tuple(names.values())


def _general(text: str, language: str) -> list[Named]:
    return [
        Named(found.start(), name, found[0]) for name, pattern in _table(language) for found in pattern.finditer(text)
    ]


def _agencies(text: str, language: str, names: Sequence[str]) -> list[Named]:
    """Find the names of agencies in whatever case they stand; a short form only as it is written."""
    places = [(found.start(), found.end()) for found in WORD.finditer(text)]
    reduced = [_stem(text[start:end], language) for start, end in places]
    found = []
    for name in filter(None, names):
        if re.fullmatch(r"[^\W\d_a-zа-яёғӣқӯҳҷ]{2,}", name):  # an abbreviation
            found += [Named(one.start(), name, name) for one in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
            continue
        wanted = [_stem(word, language) for word in WORD.findall(name)]
        for at in range(len(reduced) - len(wanted) + 1 if wanted else 0):
            if reduced[at : at + len(wanted)] == wanted:
                start, end = places[at][0], places[at + len(wanted) - 1][1]
                found.append(Named(start, name, text[start:end]))
    return found


def _stem(word: str, language: str) -> str:
    return next(iter(stems(word, language)), word)


@cache
def _table(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = (row for row in table("languages/authorities.csv") if row["language"] == language)
    return tuple((row["name"], re.compile(rf"(?<!\w)(?:{row['pattern']})(?!\w)", re.IGNORECASE)) for row in rows)
