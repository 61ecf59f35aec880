"""Where a word stands in its phrase: at its end the last i is the long one of «давлатӣ», not the short of «давлати»."""

import re
from enum import Enum
from functools import cache

from muvofiq.tables import table
from muvofiq.text.known_words import fold

WORD = re.compile(r"[^\W\d_]+")
STOP = re.compile(r"\s*[,;:!?]|\s*\.(?:\s|$)")
TIE = re.compile(r"и\s+$")  # the word before belongs to this one: «ҳокимияти давлатӣ»


class Place(Enum):
    """Whether nothing that belongs to a word can follow, whether at least it belongs to the one before, or neither."""

    LAST = "last"
    TIED = "tied"
    OPEN = "open"


def place_of(line: str, start: int, end: int) -> Place:
    """Return where the word that stands in a line from ``start`` to ``end`` stands in its phrase.

    >>> place_of("ташкилоти давлати ва шахсон", 10, 17), place_of("давлати мо", 0, 7)
    (<Place.LAST: 'last'>, <Place.OPEN: 'open'>)
    """
    rest = line[end:]
    following = [fold(word) for word in WORD.findall(rest[:80])[:2]]
    is_tied = TIE.search(line[:start]) is not None
    closing = _closing()
    if STOP.match(rest) or (following and following[0] in closing["next"] | closing["verb"]):
        return Place.LAST
    if is_tied and len(following) == 2 and following[1] in closing["verb"]:
        return Place.LAST
    return Place.TIED if is_tied else Place.OPEN


@cache
def _closing() -> dict[str, frozenset[str]]:
    """Return the words that end a phrase before them, and the verbs that end it one word earlier, folded."""
    rows = table("words/closing.csv")
    return {kind: frozenset(fold(row["word"]) for row in rows if row["kind"] == kind) for kind in ("next", "verb")}
