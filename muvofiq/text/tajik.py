"""Which lines of a text are Tajik: in a file with two languages the other one is left alone."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from muvofiq.tables import table
from muvofiq.text.known_words import ALPHABET, KEPT, WORD, Rank, fold, rank, spellings
from muvofiq.text.look_alikes import read_look_alikes, readings_of
from muvofiq.text.old_fonts import Font, fonts

LANGUAGE = "tg"
FEW = 20  # words by which no language can be told
STRETCH = 10  # lines
SMALL_WORDS = 0.08  # share of words that hold sentences together in a stretch of Tajik; in a sound text it is a fifth
SURE = 2  # small words of Tajik that a line has more than of any other language; then it is told by itself
SPOKEN = 0.25  # share of Tajik among the lines around a line that tells nothing
TELLING = 4  # words of a line that tell its language
ENOUGH = 0.5  # share of the words of a line that must be known


def may_be_tajik(lines: Sequence[str]) -> bool:
    """Whether a text is worth a closer look: it is very short, or some stretch of it has small words of Tajik."""
    found = [[LANGUAGE in _languages_of(word.lower()) for word in _words(line)] for line in lines]
    if sum(map(len, found)) < FEW:
        return True
    return any(_share(found[at : at + STRETCH]) >= SMALL_WORDS for at in range(0, len(found), STRETCH))


def spoken_in_tajik(lines: Sequence[str]) -> list[bool]:
    """Return for each line of a text whether it may be Tajik by the small words that hold its sentences together.

    Neighbours share many words with Tajik: its small words must outnumber those of every other language. A line with
    too few of them is of the language of the lines around it, else of the whole text.

    >>> spoken_in_tajik(["Аҳоли ва ҳудуд", "Қонун билан ва фақат суд қарори билан белгиланади."])
    [False, False]
    """
    leads = [_lead(line) for line in lines]
    told = [True if lead >= SURE else False if lead < 0 else None for lead in leads]
    by_text = _is_spoken(told, default=sum(leads) >= 0)
    return [_is_spoken(_around(told, at), default=by_text) if one is None else one for at, one in enumerate(told)]


def tajik_lines(lines: Iterable[str], spoken: Iterable[bool]) -> list[bool]:
    """Return for each line whether it is Tajik by its words; a short one that tells nothing is unless others are not.

    ``spoken`` is what `spoken_in_tajik` tells of the lines.

    >>> tajik_lines(["Ҳар шахс ҳуқуқ дорад.", "Каждый имеет право.", "в случае смерти"], [True, True, True])
    [True, False, False]
    """
    told = [_tell(line) if is_spoken else False for line, is_spoken in zip(lines, spoken, strict=True)]
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


def _lead(line: str) -> int:
    """Return how many small words of Tajik a line has more than of the language that has most beside it."""
    small = Counter(language for word in _words(line) for language in _languages_told(word.lower()))
    return small.pop(LANGUAGE, 0) - max(small.values(), default=0)


@lru_cache(KEPT)
def _languages_told(word: str) -> frozenset[str]:
    """Return the languages that a word tells: none where it is a small word of another one, but usual in Tajik too."""
    languages = _languages_of(word)
    if not languages or LANGUAGE in languages:
        return languages
    is_usual = any(rank(font.undo(word)) is Rank.USUAL for font in fonts())
    return frozenset() if is_usual else languages


def _around(told: Sequence[bool | None], at: int) -> Sequence[bool | None]:
    return told[max(0, at - STRETCH) : at + STRETCH + 1]


def _is_spoken(told: Sequence[bool | None], *, default: bool) -> bool:
    """Whether enough lines, of those that tell their language, are Tajik."""
    sure = [one for one in told if one is not None]
    return sum(sure) >= SPOKEN * len(sure) if sure else default


@lru_cache(KEPT)
def _languages_of(word: str) -> frozenset[str]:
    """Return the languages of which a word (in small letters) is a small one, even where its letters are spoilt."""
    small = _small_words()
    readings = () if ALPHABET.issuperset(word) else map(fold, readings_of(word))
    ours = {LANGUAGE for reading in readings if LANGUAGE in small.get(reading, ())}
    return small.get(word, frozenset()) | ours


@cache
def _small_words() -> dict[str, frozenset[str]]:
    """Return the languages of each small word; those of Tajik stand there without marks and in each font too."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in table("languages/function-words.csv"):
        word, language = row["word"], row["language"]
        spoilt = [fold(word), *(_in_font(word, font) for font in fonts())] if language == LANGUAGE else []
        for one in (word, *spoilt):
            found[one].add(language)
    return {word: frozenset(languages) for word, languages in found.items()}


def _in_font(word: str, font: Font) -> str:
    """Return a word as a font holds it."""
    signs = {ord(letter): sign for sign, letter in font.letters.items()}
    return word.translate(signs).lower()
