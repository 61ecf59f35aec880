"""Units of one kind are named with their numbers, in the case that is wanted: «частями 3 и 4», «абзаца второго»."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from muvofiq.amendment.formulae import Phrase, nouns, words_of
from muvofiq.amendment.ordinal_words import ordinal
from muvofiq.amendment.writing_words import quoted
from muvofiq.tables import Row

RANGE = 3  # so many numbers that follow each other are written as a range


@dataclass(frozen=True, slots=True)
class Link:
    """One link in the name of a place: what it is called, and its number as printed or the count of an indent."""

    name: str
    number: str | int = ""


def units_phrase(language: str, links: Sequence[Link], numeral: str = "") -> Phrase:
    """Return the name of units of one kind by their numbers, in another manner than usual if one is told."""
    name, numbers = links[0].name, [link.number for link in links]
    return Phrase.of(
        lambda case: say_units(language, name, numbers, case, numeral=numeral, is_range=True),
        nouns(language)[name, len(links) > 1]["gender"] or "m",
        is_plural=len(links) > 1,
    )


def say_units(
    language: str,
    name: str,
    numbers: Sequence[str | int],
    case: str,
    *,
    is_followed: bool = False,
    is_range: bool = False,
    numeral: str = "",
) -> str:
    """Return units of one kind with their numbers, in a range if they may be written so.

    ``is_followed``: the name of a larger unit comes next. ``numeral``: another manner of numbers than usual.

    >>> say_units("ru", "part", ["1", "2"], "ins"), say_units("tg", "indent", [2], "nom", is_followed=True)
    ('частями 1 и 2', 'сархати дуюми')
    """
    words, row = words_of(language), nouns(language)[name, len(numbers) > 1]
    noun = row[case] or row["nom"]
    if not any(numbers):
        return noun if is_followed or numeral else row["bare"] or noun
    sorts = [_sort(one, row["numeral"], language) for one in numbers]
    said = [_number(one, sort, row, case) for one, sort in zip(numbers, sorts, strict=True)]
    if is_followed and (joint := words.get(f"{sorts[-1]}-joint")):
        said[-1] = joint.format(number=said[-1])
    numeral = "figure" if sorts[0] == "figure" else numeral or row["numeral"]
    pattern = words.get(f"{numeral}-followed" if is_followed else "") or words[numeral]
    listed = f"{said[0]}{words['range']}{said[-1]}" if is_range and _follow(numbers) else joined(said, language)
    return pattern.format(noun=noun, numbers=listed)


def joined(parts: Sequence[str], language: str) -> str:
    """Return a list as a sentence has it: a, b and c."""
    words = words_of(language)
    *first, last = parts
    return f"{words['comma'].join(first)}{words['and']}{last}" if first else last


def _sort(number: str | int, numeral: str, language: str) -> str:
    """Return in which way a number is written: an ordinal, a letter with its marks, a quoted row, or figures.

    Figures stand for an ordinal where the table of the language does not reach so far.
    """
    if numeral == "row":
        return numeral
    if isinstance(number, int):
        return "figure" if ordinal(number, language) == str(number) else "ordinal"
    is_letter = numeral == "bracketed" or (numeral == "item" and not number[:1].isdecimal())
    return "letter" if is_letter else "figure"


def _number(number: str | int, sort: str, row: Row, case: str) -> str:
    language = row["language"]
    if sort == "ordinal":
        return ordinal(int(number), language, gender=row["gender"] or "m", case=case)
    if sort == "row":
        return quoted(str(number), language)
    return words_of(language)["letter"].format(number=number) if sort == "letter" else str(number)


def _follow(numbers: Sequence[str | int]) -> bool:
    """Tell whether these are several numbers of which each follows the one before."""
    values = [int(number) if str(number).isdecimal() else 0 for number in numbers]
    return len(values) >= RANGE and all(one and two == one + 1 for one, two in pairwise(values))
