"""Which lines of a text are Tajik: in a file with two languages the other one is left alone."""

from collections.abc import Iterable, Sequence
from functools import cache

from muvofiq.tables import table
from muvofiq.text.damage import Damage
from muvofiq.text.known_words import WORD, spellings
from muvofiq.text.look_alikes import read_look_alikes, readings_of
from muvofiq.text.old_fonts import fonts

LANGUAGE = "tg"
FEW = 20  # words by which no language can be told
STRETCH = 10  # lines
SMALL_WORDS = 0.08  # share of words that hold sentences together in a stretch of Tajik; in a sound text it is a fifth
TELLING = 4  # words of a line that tell its language
ENOUGH = 0.5  # share of the words of a line that must be known


def may_be_tajik(lines: Sequence[str]) -> bool:
    """Whether a text is worth a closer look: it is very short, or some stretch of it has small words of Tajik."""
    found = [[_is_small(word) for word in _words(line)] for line in lines]
    if sum(map(len, found)) < FEW:
        return True
    return any(_share(found[at : at + STRETCH]) >= SMALL_WORDS for at in range(0, len(found), STRETCH))


def tajik_lines(lines: Iterable[str]) -> list[bool]:
    """Return for each line whether it is Tajik; one of few words that tell nothing is, unless others are not.

    >>> tajik_lines(["Ҳар шахс ҳуқуқ дорад.", "Каждый человек имеет право.", "в случае смерти"])
    [True, False, False]
    """
    told = [_tell(line) for line in lines]
    is_all_tajik = False not in told
    return [is_all_tajik if one is None else one for one in told]


def _tell(line: str) -> bool | None:
    """Return whether a line is Tajik, or None where it has too few words to tell."""
    words = _words(line)
    if not words:
        return None
    known = [bool(spellings(word)) for word in words]
    if len(words) < TELLING:
        return True if all(known) else None if all(map(readings_of, words)) else False
    read = [is_known or _is_meant(word) for is_known, word in zip(known, words, strict=True)]
    return sum(read) >= ENOUGH * len(read)


def _words(line: str) -> list[str]:
    return [word for word in WORD.findall(line) if len(word) > 1]


def _is_meant(word: str) -> bool:
    return read_look_alikes(word, known_only=True) is not None


def _share(lines: Sequence[Sequence[bool]]) -> float:
    words = [is_small for line in lines for is_small in line]
    return sum(words) / len(words) if words else 0.0


def _is_small(word: str) -> bool:
    return word.lower() in _small_words()


@cache
def _small_words() -> frozenset[str]:
    """Return the small words of Tajik, as they are spelled and as the font with Latin letters holds them."""
    latin = next(font for font in fonts() if font.damage is Damage.FONT_LATIN)
    signs = {ord(letter): sign for sign, letter in latin.letters.items()}
    words = [row["word"] for row in table("languages/function-words.csv") if row["language"] == LANGUAGE]
    return frozenset([*words, *(word.translate(signs) for word in words)])
