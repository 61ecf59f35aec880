"""Who acts by the words of a law: the agencies of the mission by their names, else what laws call authorities.

>>> [one.name["en"] for one in authorities_in("Орган опеки назначает опекуна; отказ обжалуется в суд.", "ru")]
['guardianship authority', 'court']
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from muvofiq.alignment.words import WORD, stems
from muvofiq.standards.requirement import Words
from muvofiq.tables import table

SHORT = re.compile(r"[^\W\d_a-zа-яёғӣқӯҳҷ]{2,}")  # an abbreviation, found only as it is written


@dataclass(frozen=True, slots=True)
class Named:
    """An authority that a text names: what it is called in each language, and where its words stand."""

    start: int
    name: Words
    words: str

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.start + len(self.words)


def authorities_in(text: str, language: str, agencies: Iterable[tuple[Words, Words]] = ()) -> tuple[Named, ...]:
    """Return the authorities that a text names, each once, in the order in which it names them.

    ``agencies`` are the names and the short forms of agencies; they count before what the table says of the same words.
    """
    kept: list[Named] = []
    for one in (*_agencies(text, language, agencies), *_general(text, language)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    once: dict[str, Named] = {}
    for one in sorted(kept, key=lambda one: one.start):
        once.setdefault(str(sorted(one.name.items())), one)
    return tuple(once.values())


def _general(text: str, language: str) -> Iterator[Named]:
    for name, pattern in _table(language):
        yield from (Named(found.start(), name, found[0]) for found in pattern.finditer(text))


def _agencies(text: str, language: str, agencies: Iterable[tuple[Words, Words]]) -> Iterator[Named]:
    places = [(found.start(), found.end()) for found in WORD.finditer(text)]
    reduced = [_stem(text[start:end], language) for start, end in places]
    for name, short in agencies:
        for called in filter(None, (name.get(language), short.get(language))):
            if SHORT.fullmatch(called):
                yield from (Named(at, name, called) for at in _written(text, called))
                continue
            wanted = [_stem(word, language) for word in WORD.findall(called)]
            for at in range(len(reduced) - len(wanted) + 1 if wanted else 0):
                if reduced[at : at + len(wanted)] == wanted:
                    start, end = places[at][0], places[at + len(wanted) - 1][1]
                    yield Named(start, name, text[start:end])


def _written(text: str, called: str) -> Iterator[int]:
    return (found.start() for found in re.finditer(rf"(?<!\w){re.escape(called)}(?!\w)", text))


def _stem(word: str, language: str) -> str:
    return next(iter(stems(word, language)), word)


@cache
def _table(language: str) -> tuple[tuple[Words, re.Pattern[str]], ...]:
    rows = table("languages/authorities.csv")
    names: dict[str, dict[str, str]] = {}
    for row in rows:
        names.setdefault(row["kind"], {})[row["language"]] = row["name"]
    return tuple(
        (names[row["kind"]], re.compile(rf"(?<!\w)(?:{row['pattern']})(?!\w)", re.IGNORECASE))
        for row in rows
        if row["language"] == language
    )
