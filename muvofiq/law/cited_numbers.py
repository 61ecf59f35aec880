"""The numbers by which units are cited, each with its place in the text and the larger units that it lies in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from muvofiq.law.citation_reading import Mention, Reading, Sought
from muvofiq.law.citation_words import Role, Token, Words
from muvofiq.law.number import Number
from muvofiq.law.reference import Reference

FIGURES = re.compile(r"[^\W\d_]?\d[\d⁰¹²³⁴⁵⁶⁷⁸⁹]*(?:[-–‑.(]\d+\)?)*")
IN_BETWEEN = 10  # units that a range names without printing their numbers, at most


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a number is printed: in which unit, in its heading or its text, and from where to where.

    ``word`` is where the word for the cited unit begins: numbers that share it make a list.
    """

    unit: Reference
    in_heading: bool
    start: int
    end: int
    word: int


@dataclass(frozen=True, slots=True)
class Cited:
    """One number of a citation, printed from ``start`` to ``end`` of its text; nowhere in the middle of a range.

    ``path`` leads to the unit and ends with it. ``word`` is where the word for the unit begins. ``act`` is the act as
    printed, empty for the act that is spoken of; ``is_own`` says «настоящего».
    """

    path: tuple[Sought, ...]
    start: int
    end: int
    word: int
    act: str = ""
    title: str = ""
    is_own: bool = False

    @property
    def number(self) -> Number:
        """The number as printed."""
        number = self.path[-1].number
        if number is None:
            raise ValueError("A cited number is one.")
        return number


def cited_numbers(text: str, words: Words) -> Iterator[Cited]:
    """Yield the numbers of a text in the order of print; a number that belongs to several citations once."""
    reading = Reading(text, words)
    taken: set[int] = set()
    for mention in reading.mentions():
        role = mention.act.role if mention.act else None
        if role is Role.OTHER:
            continue
        named = text[mention.act.start : mention.act.end] if mention.act and role is not Role.OWN else ""
        title = mention.act.title if mention.act else ""
        for path, start, end, word in _placed(mention, reading.tokens, text, taken):
            yield Cited(path, start, end, word, named, title, role is Role.OWN)


def acts_in(text: str, words: Words) -> Iterator[tuple[int, str, str]]:
    """Yield each act that a text names or cites units of: where it is named, its name and title as printed."""
    for mention in Reading(text, words).mentions():
        if mention.act and mention.act.role in {Role.ACT, Role.CODE}:
            yield mention.start, text[mention.act.start : mention.act.end], mention.act.title


def _placed(
    mention: Mention, tokens: Sequence[Token], text: str, taken: set[int]
) -> Iterator[tuple[tuple[Sought, ...], int, int, int]]:
    """Yield the path, the place and the place of the word for each number that a mention prints itself."""
    inside = [at for at, token in enumerate(tokens) if mention.start <= token.start < mention.end]
    for depth, step in enumerate(mention.path):
        path = mention.path[: depth + 1]
        if step.until:
            yield from _between(path, mention.start, _word(tokens, max(inside, default=0)).start)
            continue
        same = [at for at in inside if at not in taken and _is_number(tokens[at], step.number)]
        of_kind = [at for at in same if _word(tokens, at).kind is step.kind]
        for at in (of_kind or same)[:1]:
            if printed := FIGURES.search(text, tokens[at].start, tokens[at].end):
                taken.add(at)
                yield path, printed.start(), printed.end(), _word(tokens, at).start


def _is_number(token: Token, number: Number | None) -> bool:
    return token.role is Role.NUMBER and token.number == number


def _between(path: tuple[Sought, ...], place: int, word: int) -> Iterator[tuple[tuple[Sought, ...], int, int, int]]:
    first, last = path[-1].number, path[-1].until
    if not (first and last and first.stem.isdecimal() and last.stem.isdecimal()):
        return
    middle = range(int(first.stem) + 1, int(last.stem))
    for figure in middle if len(middle) < IN_BETWEEN else ():
        yield (*path[:-1], Sought(path[-1].kind, Number(str(figure)))), place, place, word


def _word(tokens: Sequence[Token], at: int) -> Token:
    """Return the word for the unit to which a number belongs: it stands before it wherever figures can be lost."""
    before = (tokens[place] for place in range(at, -1, -1) if tokens[place].role in {Role.UNIT, Role.DASH})
    return next(before, tokens[at])
