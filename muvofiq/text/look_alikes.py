"""Letters of another alphabet that look like those of Tajik («қapop») are read as what they stand for."""

import re
from collections import defaultdict
from functools import cache
from itertools import islice, product

from muvofiq.tables import table
from muvofiq.text.known_words import ALPHABET, Rank, spellings
from muvofiq.text.misread import read_rightly

CYRILLIC = re.compile(r"[\u0400-\u04FF]")
PART = re.compile(r".,|.")
MOST = 64  # readings of one word
FEW = 4  # readings among which a misread word is looked for: that takes time, and more of them decide nothing
SHORTEST = 3  # letters of a word that has none of ours


def read_look_alikes(word: str, *, known_only: bool = False) -> str | None:
    """Return a word in our letters and in small ones; None if it has them, or if several words may be meant.

    Its marks stay as they are. Where no reading is known (and not ``known_only`` is asked for), a word that a machine
    misread is looked for, and letters that can be read in one way alone are put right beside Cyrillic ones in any case.

    >>> read_look_alikes("Маxлиси"), read_look_alikes("web")
    ('маҷлиси', None)
    """
    if ALPHABET.issuperset(word.lower()) or not (CYRILLIC.search(word) or len(word) >= SHORTEST):
        return None
    readings = readings_of(word)
    ranks = {reading: max(spellings(reading).values(), default=Rank.UNKNOWN) for reading in readings}
    best = max(ranks.values(), default=Rank.UNKNOWN)
    if "," in word and best < Rank.INFLECTED:
        return None
    likeliest = [reading for reading in readings if ranks[reading] == best]
    if best == Rank.UNKNOWN and known_only:
        return None
    if best == Rank.UNKNOWN and len(readings) <= FEW:
        likeliest = [near for reading in readings if (near := read_rightly(reading, is_name=False))] or likeliest
    return likeliest[0] if len(likeliest) == 1 and (best or CYRILLIC.search(word)) else None


def readings_of(word: str) -> list[str]:
    """Return the ways to read a word, in small letters; none where a letter cannot be one of ours."""
    parts = [_letters().get(part) or [part.lower()] for part in PART.findall(word)]
    if not all(ALPHABET.issuperset(letter) for options in parts for letter in options):
        return []
    return ["".join(one) for one in islice(product(*parts), MOST)]


@cache
def _letters() -> dict[str, list[str]]:
    """Return what each sign may stand for, in small letters, the likeliest first."""
    found = defaultdict(list)
    for row in table("letters/look-alikes.csv"):
        found[row["sign"]].append(row["letter"].lower())
    return dict(found)
