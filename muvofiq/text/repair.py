"""The letters that a font, a keyboard or a machine has spoilt in a Tajik text are put right, each place on record."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache, partial

from muvofiq.tables import table
from muvofiq.text.damage import Damage, Repair
from muvofiq.text.known_words import WORD, fold
from muvofiq.text.look_alikes import CYRILLIC, read_look_alikes
from muvofiq.text.misread import read_rightly
from muvofiq.text.old_fonts import undo_fonts
from muvofiq.text.phrase import place_of
from muvofiq.text.source import Line, Source
from muvofiq.text.tajik import LANGUAGE, may_be_tajik, spoken_in_tajik, tajik_lines
from muvofiq.text.vocabulary import Vocabulary

ACRONYM = 5  # letters
INSIDE = re.compile(r"[^\W\d_],?\s*$")  # before a word inside a sentence
QUOTES = "«»„“”\"'"
LETTER_BEHIND = re.compile(rf"\s*[).{QUOTES}]|\s*(?:,|,?\s(?:ва|ё)\s)\s*[{QUOTES}]?\w\b")  # «у) ...», «у, ф»
LETTER_BEFORE = re.compile(rf"[({QUOTES}]\s*$|(?<!\w)\w[{QUOTES}]?\s*(?:,|,?\s(?:ва|ё)\s)\s*$")
WORD_BEFORE = re.compile(r"(\w+\.?)\s+$")


def repair_letters(source: Source, refused: Collection[str] = ()) -> Source:
    """Return the file with its letters put right and each repair on record, but without those ``refused`` by key.

    Lines in other languages stay as they are, and so do those that a refused font spoils.
    """
    found = [line.text for line in source.lines]
    if not may_be_tajik(found):
        return source
    spoken = spoken_in_tajik(found)
    shown = _undo_fonts(found, spoken)
    are_tajik = tajik_lines((text for text, _ in shown), spoken)
    vocabulary = Vocabulary.of([text for (text, _), is_tajik in zip(shown, are_tajik, strict=True) if is_tajik])
    lines, repairs = [], list(source.repairs)
    for line, (text, font), is_tajik in zip(source.lines, shown, are_tajik, strict=True):
        if font and font.value in refused:
            lines.append(line)
            continue
        repaired, in_words = _repair_words(Line(line.number, text), vocabulary, refused) if is_tajik else (text, [])
        lines.append(replace(line, text=repaired))
        repairs += [Repair(line.number, line.text, text, font)] if font else []
        repairs += in_words
    return replace(source, lines=tuple(lines), repairs=tuple(repairs))


def _undo_fonts(lines: Sequence[str], spoken: Sequence[bool]) -> list[tuple[str, Damage | None]]:
    """Return the lines as their fonts showed them, but not those in which no Tajik is ``spoken``: see `undo_fonts`."""
    shown = iter(undo_fonts([line for line, is_spoken in zip(lines, spoken, strict=True) if is_spoken]))
    return [next(shown) if is_spoken else (line, None) for line, is_spoken in zip(lines, spoken, strict=True)]


def _repair_words(line: Line, vocabulary: Vocabulary, refused: Collection[str]) -> tuple[str, list[Repair]]:
    """Return the text of a line with its words put right one by one, and what was done."""
    parts, repairs, at = [], [], 0
    for word in WORD.finditer(line.text):
        repair = _repair_word(word, line.number, vocabulary)
        if repair and repair.key not in refused:
            parts += [line.text[at : word.start()], repair.after]
            repairs.append(repair)
            at = word.end()
    return "".join([*parts, line.text[at:]]), repairs


def _repair_word(found: re.Match[str], line: int, vocabulary: Vocabulary) -> Repair | None:
    """Return the first repair that a word needs: what looks alike, what lost its marks, what was misread."""
    word = found[0]
    if (len(word) == 1 and _is_letter(found)) or _is_latin_name(found):
        return None
    damage, meant = _reading(found, vocabulary)
    return Repair(line, word, _with_capitals_of(word, meant), damage) if meant else None


def _reading(found: re.Match[str], vocabulary: Vocabulary) -> tuple[Damage, str | None]:
    """Return what a word means, in small letters, and what spoilt it; None where it stands well or is not certain."""
    place = partial(place_of, found.string, *found.span())
    word = read_look_alikes(found[0])
    if word and not (CYRILLIC.search(found[0]) or vocabulary.may_be_ours(found[0], word)):
        return Damage.LOOK_ALIKE, None
    if word:
        return Damage.LOOK_ALIKE, vocabulary.restore(word, place) or word
    if _is_acronym(found) and not vocabulary.is_bare:
        return Damage.DROPPED, None
    if vocabulary.known(found[0]):
        return Damage.DROPPED, vocabulary.restore(found[0], place)
    if vocabulary.is_seldom(found[0]) and not _is_acronym(found):
        may_be_name = found[0].istitle() and INSIDE.search(found.string[: found.start()]) is not None
        meant = read_rightly(found[0], is_name=may_be_name, known=vocabulary.known)
        return Damage.MISREAD, meant or vocabulary.near(found[0])
    return Damage.MISREAD, None


def _is_letter(found: re.Match[str]) -> bool:
    """Whether a word of one letter is meant as this letter: a capital, a label, one of a list, the number of a unit."""
    before, behind = found.string[: found.start()], found.string[found.end() :]
    unit = WORD_BEFORE.search(before)
    is_number = unit is not None and _units().fullmatch(fold(unit[1])) is not None
    return bool(found[0].isupper() or is_number or LETTER_BEHIND.match(behind) or LETTER_BEFORE.search(before))


@cache
def _units() -> re.Pattern[str]:
    """Return the words of a unit in Tajik, in small letters and without marks."""
    rows = table("languages/citations.csv")
    units = (row["pattern"] for row in rows if (row["language"], row["role"]) == (LANGUAGE, "unit"))
    return re.compile("|".join(map(fold, units)))


def _is_latin_name(found: re.Match[str]) -> bool:
    """Whether a word is in Latin capitals in a line that has small letters too: the acronym of another language."""
    return found[0].isupper() and not CYRILLIC.search(found[0]) and not found.string.isupper()


def _is_acronym(found: re.Match[str]) -> bool:
    """Whether a word is a short one in capitals among small letters: its letters make no word."""
    return found[0].isupper() and len(found[0]) <= ACRONYM and not found.string.isupper()


def _with_capitals_of(word: str, meant: str) -> str:
    """Return the word that is meant in the capitals of the one that was found.

    >>> _with_capitals_of("КОНУНИ", "қонуни"), _with_capitals_of("Маxлиси", "маҷлиси")
    ('ҚОНУНИ', 'Маҷлиси')
    """
    if len(word) == len(meant):
        return "".join(new.upper() if old.isupper() else new for old, new in zip(word, meant, strict=True))
    if word.isupper():
        return meant.upper()
    return meant[0].upper() + meant[1:] if word[0].isupper() else meant
