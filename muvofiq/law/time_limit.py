"""In what time something is to be done: the words of a law become a limit that can be compared and said again.

>>> [str(one.limit) for one in limits_in("не позднее двадцати четырёх часов, а при угрозе жизни – немедленно", "ru")]
['at most 24 hour', 'at once']
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Self

from muvofiq.law.cardinals import cardinals, together, value_of
from muvofiq.tables import table

TABLE = "languages/time-limits.csv"
SENTENCE = re.compile(r"(?:[.!?;]\s|\n)")
WORD = re.compile(r"[^\W\d_]+")
WRITTEN = re.compile(r"(?P<bound>at most|at least) (?P<amount>[1-9]\d{0,4}) (?P<unit>[a-z_]+)")
AT_ONCE = "at once"
NEAR, CLOSE, BESIDE = 60, 40, 16  # letters before a duration in which its introduction, its meaning, its beat is sought


class Unit(StrEnum):
    """In what a time is counted."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working_day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Bound(StrEnum):
    """Whether a time may not be exceeded, or is guaranteed."""

    AT_MOST = "at most"
    AT_LEAST = "at least"


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A time limit; without unit it asks to act at once."""

    amount: int = 0
    unit: Unit | None = None
    bound: Bound = Bound.AT_MOST

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what ``str`` wrote; raises ValueError for anything else.

        >>> TimeLimit.parse("at least 3 working_day").unit
        <Unit.WORKING_DAY: 'working_day'>
        """
        if text == AT_ONCE:
            return cls()
        found = WRITTEN.fullmatch(text)
        if found is None:
            raise ValueError(text)
        return cls(int(found["amount"]), Unit(found["unit"]), Bound(found["bound"]))

    def __str__(self) -> str:
        return f"{self.bound} {self.amount} {self.unit}" if self.unit else AT_ONCE

    def said(self, language: str) -> str:
        """Say the limit in a language of the interface.

        >>> TimeLimit(21, Unit.DAY).said("ru"), TimeLimit().said("tg")
        ('в течение 21 дня', 'фавран')
        """
        words = _words(language)
        if self.unit is None:
            return words.said["said at once", ""]
        is_one = re.search(words.said["said one if", ""], str(self.amount))
        name = words.said["said one" if is_one else "said many", self.unit.value]
        return words.said[f"said {self.bound}", ""].replace("{limit}", f"{self.amount} {name}")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A limit where it stands in a text, with the words that say it."""

    start: int
    end: int
    words: str
    limit: TimeLimit


def limits_in(text: str, language: str) -> tuple[Sighting, ...]:
    """Return the time limits that a text names, in their order; none in a language without patterns.

    Ages, terms of punishment, recurring times and the length of a course are no limits.
    """
    words = _words(language)
    if not words.units:
        return ()
    found = {one.start: one for one in (*_at_once(text, words), *_counted(text, words))}
    return tuple(found[start] for start in sorted(found))


@dataclass(frozen=True, slots=True)
class _Words:
    """How one language speaks of time."""

    language: str
    units: tuple[tuple[Unit, str], ...]
    patterns: dict[str, re.Pattern[str]]
    durations: tuple[re.Pattern[str], ...]
    adjectives: frozenset[int]
    said: dict[tuple[str, str], str]


def _at_once(text: str, words: _Words) -> Iterator[Sighting]:
    for found in words.patterns["at once"].finditer(text):
        yield Sighting(found.start(), found.end(), found[0], TimeLimit())


def _counted(text: str, words: _Words) -> Iterator[Sighting]:
    taken = 0
    durations = sorted(
        (
            (found.start(), -found.end(), is_adjective, found)
            for at, pattern in enumerate(words.durations)
            for found in pattern.finditer(text)
            for is_adjective in [at in words.adjectives]
        ),
        key=lambda one: one[:2],
    )
    for start, end, is_adjective, found in durations:
        if start < taken:
            continue
        sight = _sighting(text, found, words, since=taken, is_adjective=is_adjective)
        if sight:
            taken = -end
            yield sight


def _sighting(text: str, found: re.Match[str], words: _Words, *, since: int, is_adjective: bool) -> Sighting | None:
    """Return the limit that a duration says, or nothing where it says none: an age, a punishment, a beat."""
    unit = next(Unit(name.split("_at_")[0]) for name, value in found.groupdict().items() if value and name != "number")
    amount = _amount(found.groupdict().get("number"), words.language)
    whole = _sentence(text, found.start(), found.end())
    if not amount or words.patterns["penalty"].search(whole) or _is_age(text, found, words, unit):
        return None
    before = text[max(since, _sentence_start(text, found.start()), found.start() - NEAR) : found.start()]
    if words.patterns["recurring"].search(before[-BESIDE:]):
        return None
    bound, begins = _bound(before, words)
    behind = text[found.end() : found.end() + CLOSE]
    if bound is None and is_adjective and words.patterns["period"].search(before[-CLOSE:] + " " + behind):
        bound, begins = Bound.AT_MOST, found.start()
    if bound is None:
        bound, begins = _bound_behind(behind, words), found.start()
    if bound is None or _is_measure(before[-CLOSE:], behind.lstrip(), words, bound):
        return None
    start = found.start() if begins == found.start() else found.start() - len(before) + begins
    return Sighting(start, found.end(), text[start : found.end()], TimeLimit(amount, unit, bound))


def _bound(before: str, words: _Words) -> tuple[Bound | None, int]:
    """Return what introduces a duration, and where in the text before it; the nearest introduction counts."""
    best: tuple[int, int, Bound] | None = None
    for bound in Bound:
        for found in words.patterns[bound.value].finditer(before):
            if len(before) - found.end() > CLOSE or _is_apart(before[found.end() :]):
                continue
            place = (found.end(), -found.start(), bound)
            best = max(best, place, key=lambda one: one[:2]) if best else place
    return (best[2], -best[1]) if best else (None, 0)


def _is_apart(between: str) -> bool:
    """Whether too much stands between an introduction and its duration: more than three words, or a comma and words."""
    return len(WORD.findall(between)) > 3


def _bound_behind(behind: str, words: _Words) -> Bound | None:
    for bound in Bound:
        pattern = words.patterns.get(f"behind {bound}")
        if pattern and pattern.match(behind.lstrip(" ,")):
            return bound
    return None


def _is_measure(before: str, behind: str, words: _Words, bound: Bound) -> bool:
    """Whether a duration measures something, such as a course, instead of saying in what time somebody acts."""
    patterns = words.patterns
    if patterns["lesson before"].search(before) or patterns["lesson behind"].match(behind):
        return True
    measure = patterns.get("measure behind")
    return bound is Bound.AT_LEAST and measure is not None and bool(measure.match(behind))


def _is_age(text: str, found: re.Match[str], words: _Words, unit: Unit) -> bool:
    if unit is not Unit.YEAR:
        return False
    before, behind = text[max(0, found.start() - 24) : found.start()], text[found.end() : found.end() + 14].lstrip()
    return bool(words.patterns["age before"].search(before) or words.patterns["age behind"].match(behind))


def _amount(number: str | None, language: str) -> int:
    """Return the number before a unit; one where the unit stands alone, such as «в течение суток»."""
    if not number:
        return 1
    if number.isdecimal():
        return int(number)
    return together([value for word in WORD.findall(number.lower()) for value in _values(word, language)])


def _values(word: str, language: str) -> list[int]:
    """Return what a word says, taken apart where words are run together, as in «двадцатичетырёх»; else nothing."""
    if whole := value_of(word, language):
        return [whole]
    for at in range(len(word) - 1, 0, -1):
        if (first := value_of(word[:at], language)) and (others := _values(word[at:], language)):
            return [first, *others]
    return []


def _sentence_start(text: str, at: int) -> int:
    return max((found.end() for found in SENTENCE.finditer(text, 0, at)), default=0)


def _sentence(text: str, start: int, end: int) -> str:
    after = SENTENCE.search(text, end)
    return text[_sentence_start(text, start) : after.start() if after else len(text)]


@cache
def _words(language: str) -> _Words:
    rows = [row for row in table(TABLE) if row["language"] == language]
    units = tuple((Unit(row["value"]), row["pattern"]) for row in rows if row["role"] == "unit")
    joined: dict[str, list[str]] = {}
    for row in rows:
        joined.setdefault(row["role"], []).append(row["pattern"])
    patterns = {
        role: re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)", re.IGNORECASE)
        for role, found in joined.items()
        if not role.startswith(("said", "unit", "one", "adjective", "alone", "number"))
    }
    said = {(row["role"], row["value"]): row["pattern"] for row in rows if row["role"].startswith("said")}
    durations = tuple(_durations(rows, language)) if units else ()
    return _Words(language, units, patterns, durations, frozenset({2, 3}), said)


def _durations(rows: list[dict[str, str]], language: str) -> Iterator[re.Pattern[str]]:
    """Yield how a duration is written: a number and its unit, a unit alone behind its introduction, one adjective."""
    words = "|".join(sorted((one.pattern for _, one in cardinals(language)), key=len, reverse=True)) or r"(?!)"
    joint = "|".join(row["pattern"] for row in rows if row["role"] == "number and") or r"(?!)"
    gap = rf"(?:[\s-]+(?:(?:{joint})\s+)?)"
    number = rf"(?P<number>\d{{1,4}}|(?:{words})(?:{gap}(?:{words})){{0,3}})"
    spelled = r"(?:\s*\((?:\d{1,4}|[^()\d]{1,40})\))?"
    yield re.compile(rf"(?<![\w.,/-]){number}{spelled}\s+(?:{_named(rows, 'unit')})(?!\w)", re.IGNORECASE)
    yield re.compile(rf"(?<=\s)(?:{_named(rows, 'one')})(?!\w)", re.IGNORECASE)
    run = rf"(?P<number>\d{{1,4}}|(?:{words})(?:[\s-]*(?:{words})){{0,2}})"
    yield re.compile(rf"(?<![\w.,/-]){run}[\s-]*(?:{_named(rows, 'adjective')})(?!\w)", re.IGNORECASE)
    yield re.compile(rf"(?<!\w)(?:{_named(rows, 'alone')})(?!\w)", re.IGNORECASE)


def _named(rows: list[dict[str, str]], role: str) -> str:
    found = [row for row in rows if row["role"] == role]
    return (
        r"(?!)"
        if not found
        else "|".join(f"(?P<{row['value']}_at_{at}>{row['pattern']})" for at, row in enumerate(found))
    )
