"""Fonts of the 1990s show Tajik letters in the place of other ones; the words tell in which a text was typed."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from muvofiq.tables import table
from muvofiq.text.damage import FONTS, Damage
from muvofiq.text.known_words import is_spelled, rank, spellings

WORD = re.compile(r"[^\W\d_]+")
CYRILLIC = re.compile(r"[\u0400-\u04FF]")
OWN_LETTERS = re.compile(r"[ғқҳҷӣ]", re.IGNORECASE)
ENOUGH = 0.5  # share of the words that must be known once the font is undone
FEW = 4  # words by which no font can be told
LATIN_TEXT, LATIN_LINE = 0.4, 0.7  # the same for all lines without Cyrillic letters, and for one of them


@dataclass(frozen=True, slots=True)
class Font:
    """A font: the damage it does, and what each of its signs stands for."""

    damage: Damage
    letters: dict[str, str]
    signs: re.Pattern[str]

    def undo(self, text: str) -> str:
        """Return a text with the letters that the font showed.

        >>> next(font for font in fonts() if font.damage is Damage.FONT_LATIN).undo("xu£rdan")
        'хӯрдан'
        """
        return self.signs.sub(lambda sign: self.letters[sign[0]], text)


@cache
def fonts() -> tuple[Font, ...]:
    """Return the fonts of the table; where two explain a text as well, the one with fewer signs comes first."""
    return tuple(sorted(map(_font, FONTS), key=lambda font: len(font.letters)))


def undo_fonts(lines: Sequence[str]) -> list[tuple[str, Damage | None]]:
    """Return each line as its font showed it, and what the font did; None for a line in no such font.

    A file may be put together from texts in several fonts: each line is read in the first of them that gives words.
    """
    shown: list[tuple[str, Damage | None]] = [(line, None) for line in lines]
    left, used = [*range(len(lines))], list[Font]()
    while font := _best_font([lines[at] for at in left]):
        fits = _fits_latin if font.damage is Damage.FONT_LATIN else _fits_cyrillic
        fitting = {at for at in left if fits(lines[at], font)}
        if not fitting:
            break
        for at in fitting:
            shown[at] = font.undo(lines[at]), font.damage
        left, used = [at for at in left if at not in fitting], [*used, font]
    for at in left if used and used[0].damage is not Damage.FONT_LATIN else ():
        if 0 < len(_damaged(lines[at], used[0])) < FEW:  # a name or two, which no list knows
            shown[at] = used[0].undo(lines[at]), used[0].damage
    return shown


def _best_font(lines: Sequence[str]) -> Font | None:
    """Return the font that explains most words of some lines; None if there is none."""
    gains = [(_gain(font, lines), font) for font in fonts()]
    most, font = max(gains, key=itemgetter(0))
    return font if most > 0 else None


def _gain(font: Font, lines: Sequence[str]) -> int:
    """Return how many words are known by undoing a font; 0 where too few of those it changes are."""
    if font.damage is Damage.FONT_LATIN:
        return _known_enough(
            Counter(word for line in lines if _is_latin(line) for word in _words(font.undo(line))), LATIN_TEXT
        )
    damaged = Counter(word for line in lines for word in _damaged(line, font))
    own = sum(OWN_LETTERS.search(word) is not None for line in lines for word in WORD.findall(line))
    if font.damage is not Damage.FONT_SHORT_U and own > damaged.total():
        return 0
    return _known_enough(damaged, ENOUGH)


def _known_enough(words: Counter[str], share: float) -> int:
    known = sum(times if rank(word) else -times * (not is_spelled(word)) for word, times in words.items())
    return known if known >= share * words.total() else 0


def _fits_cyrillic(line: str, font: Font) -> bool:
    """Whether most words of a line that the font changes are known then."""
    damaged = _damaged(line, font)
    return sum(bool(rank(word)) for word in damaged) >= ENOUGH * len(damaged) > 0


def _damaged(line: str, font: Font) -> list[str]:
    """Return the words of a line that a font changes, as it showed them."""
    return [font.undo(word) for word in WORD.findall(line) if font.signs.search(word)]


def _fits_latin(line: str, font: Font) -> bool:
    words = _words(font.undo(line))
    return _is_latin(line) and sum(bool(spellings(word)) for word in words) >= LATIN_LINE * len(words) > 0


def _is_latin(line: str) -> bool:
    return not CYRILLIC.search(line) and WORD.search(line) is not None


def _words(text: str) -> list[str]:
    return [word for word in WORD.findall(text) if len(word) > 1]


def _font(damage: Damage) -> Font:
    letters = {row["sign"]: row["letter"] for row in table("letters/fonts.csv") if row["font"] == damage.name}
    longest_first = sorted(letters, key=len, reverse=True)
    return Font(damage, letters, re.compile("|".join(map(re.escape, longest_first))))
