"""The numbers by which units are cited, each with its place in the text and the larger units that it lies in."""

import re
from bisect import bisect, bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from muvofiq.law.citation_reading import Mention, Reading, Sought
from muvofiq.law.citation_words import Role, Token, Words
from muvofiq.law.grammar import CAPITAL
from muvofiq.law.number import Number
from muvofiq.law.reference import Reference

FIGURES = re.compile(r"[^\W\d_]?\d[\d⁰¹²³⁴⁵⁶⁷⁸⁹]*(?:[-–‑.(]\d+\)?)*")
SENTENCE = re.compile(rf"(?<=[\w»”\")]{{3}})[.!?]\s+(?=[«\"“„(]?{CAPITAL})")
NAMED = frozenset({Role.ACT, Role.CODE, Role.OTHER})
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
    printed, empty for the act that is spoken of; ``is_own`` says «настоящего». ``is_doubtful`` says that no act is
    told, but another one is named before it in the same sentence, and may be meant.
    """

    path: tuple[Sought, ...]
    start: int
    end: int
    word: int
    act: str = ""
    title: str = ""
    is_own: bool = False
    is_doubtful: bool = False

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
    named_before = Named(reading)
    printed = Printed(reading)
    for mention in reading.mentions():
        role = mention.act.role if mention.act else None
        if role is Role.OTHER:
            continue
        named = text[mention.act.start : mention.act.end] if mention.act and role is not Role.OWN else ""
        title = mention.act.title if mention.act else ""
        is_doubtful = not named and named_before.holds(mention)
        for path, start, end, word in _placed(mention, printed, taken):
            yield Cited(path, start, end, word, named, title, role is Role.OWN, is_doubtful)


class Printed:
    """The words of the citations in a text, and for each the word for the unit that a number here belongs to.

    That word stands before the number wherever figures can be lost.
    """

    def __init__(self, reading: Reading) -> None:
        self.text, self.tokens = reading.text, reading.tokens
        self.starts = [token.start for token in self.tokens]
        self.words: list[Token] = [*accumulate(self.tokens, _word)]

    def inside(self, mention: Mention) -> range:
        """Return the places of the words of a mention."""
        return range(bisect_left(self.starts, mention.start), bisect_left(self.starts, mention.end))


class Named:
    """The acts that a text names, sentence by sentence: a unit cited behind one without its act may be of that act."""

    def __init__(self, reading: Reading) -> None:
        tokens = reading.tokens
        before = (None, *(token.role for token in tokens))
        acts = (at for at, token in enumerate(tokens) if token.role in NAMED and before[at] is not Role.RELATIVE)
        self.acts = [tokens[at].end for at in acts]
        self.sentences = [found.end() for found in SENTENCE.finditer(reading.text)] if self.acts else []
        self.this = {token.start for token in tokens if token.role is Role.OWN}

    def holds(self, mention: Mention) -> bool:
        """Tell whether another act is named before a mention, or in it by «этого»; none if it says «настоящего»."""
        if mention.act and (mention.act.start in self.this or mention.act.is_named):
            return mention.act.start not in self.this
        last = bisect(self.acts, mention.start)
        sentence = bisect(self.sentences, mention.start)
        begin = self.sentences[sentence - 1] if sentence else 0
        return bool(last) and self.acts[last - 1] > begin


def acts_in(text: str, words: Words) -> Iterator[tuple[int, str, str]]:
    """Yield each act that a text names or cites units of: where it is named, its name and title as printed."""
    for mention in Reading(text, words).mentions():
        if mention.act and mention.act.role in {Role.ACT, Role.CODE}:
            yield mention.start, text[mention.act.start : mention.act.end], mention.act.title


def _placed(mention: Mention, printed: Printed, taken: set[int]) -> Iterator[tuple[tuple[Sought, ...], int, int, int]]:
    """Yield the path, the place and the place of the word for each number that a mention prints itself."""
    tokens, words, inside = printed.tokens, printed.words, printed.inside(mention)
    for depth, step in enumerate(mention.path):
        path = mention.path[: depth + 1]
        if step.until:
            yield from _between(path, mention.start, words[max(inside, default=0)].start)
            continue
        same = [at for at in inside if at not in taken and _is_number(tokens[at], step.number)]
        of_kind = [at for at in same if words[at].kind is step.kind]
        for at in (of_kind or same)[:1]:
            if figures := FIGURES.search(printed.text, tokens[at].start, tokens[at].end):
                taken.add(at)
                yield path, figures.start(), figures.end(), words[at].start


def _is_number(token: Token, number: Number | None) -> bool:
    return token.role is Role.NUMBER and token.number == number


def _between(path: tuple[Sought, ...], place: int, word: int) -> Iterator[tuple[tuple[Sought, ...], int, int, int]]:
    first, last = path[-1].number, path[-1].until
    if not (first and last and first.stem.isdecimal() and last.stem.isdecimal()):
        return
    middle = range(int(first.stem) + 1, int(last.stem))
    for figure in middle if len(middle) < IN_BETWEEN else ():
        yield (*path[:-1], Sought(path[-1].kind, Number(str(figure)))), place, place, word


def _word(before: Token, token: Token) -> Token:
    """Return the word for the unit at a token: its own, or the one told before; without one the token itself."""
    return before if _is_unit(before) and not _is_unit(token) else token


def _is_unit(token: Token) -> bool:
    return token.role in {Role.UNIT, Role.DASH}
