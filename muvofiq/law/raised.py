"""A number whose raised figures a file has lost can be read in several ways: 1301 is 1301, 130¹ or 13⁰¹."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from muvofiq.law.number import Number
from muvofiq.text.superscripts import raise_figures

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a printed number: as it stands, or with its last figures raised."""

    number: Number
    is_restored: bool = False


# What a reading costs at a place of a row, behind the reading of the number before it (None at the beginning).
Cost = Callable[[int, Reading | None, Reading], float]


def readings(number: Number) -> list[Reading]:
    """Return the ways to read a printed number, as it stands first.

    >>> [str(reading.number) for reading in readings(Number("1311"))]
    ['1311', '13(11)', '131(1)']
    """
    stem = number.stem
    cuts = range(max(1, len(stem) - 2), len(stem)) if stem.isdecimal() else ()
    split = (Number(stem[:cut], (int(stem[cut:]), *number.inserted)) for cut in cuts if stem[cut] != "0")
    return [Reading(number), *(Reading(one, is_restored=True) for one in split)]


def spelled(printed: str, number: Number) -> str:
    """Return a printed number with those of its first figures raised that are no part of the stem of ``number``.

    >>> spelled("263-1", Number("26", (3, 1))), spelled("а1", Number("а", (1,)))
    ('26³-1', 'а¹')
    """
    word = WORD.match(printed)
    stem, end = len(number.stem), word.end() if word else 0
    return f"{printed[:stem]}{raise_figures(printed[stem:end])}{printed[end:]}"


def cheapest(row: Sequence[Sequence[Reading]], cost: Cost) -> list[Reading]:
    """Return the readings of a row of numbers that cost least together."""
    if not row:
        return []
    ways = _ways(row, cost)
    place = min(range(len(ways[-1])), key=lambda one: ways[-1][one][0])
    chosen: list[Reading] = []
    for choices, way in zip(reversed(row), reversed(ways), strict=True):
        chosen.append(choices[place])
        place = way[place][1]
    return chosen[::-1]


def through(row: Sequence[Sequence[Reading]], cost: Cost) -> list[list[float]]:
    """Return for each reading of each number what the row costs at least if the number is read so."""
    totals: list[list[float]] = []
    behind: list[float] = []
    for at, way in reversed([*enumerate(_ways(row, cost))]):
        behind = [_least_behind(at, reading, row, behind, cost) for reading in row[at]]
        totals.append([paid + further for (paid, _), further in zip(way, behind, strict=True)])
    return totals[::-1]


def _ways(row: Sequence[Sequence[Reading]], cost: Cost) -> list[list[tuple[float, int]]]:
    """Return for each reading the least cost up to it, and which one of the readings before leads to it."""
    ways: list[list[tuple[float, int]]] = []
    for at, choices in enumerate(row):
        before = [(paid, former) for (paid, _), former in zip(ways[-1], row[at - 1], strict=True)] if ways else []
        ways.append([_best(at, choice, before, cost) for choice in choices])
    return ways


def _best(at: int, reading: Reading, before: Sequence[tuple[float, Reading]], cost: Cost) -> tuple[float, int]:
    if not before:
        return cost(at, None, reading), 0
    costs = [paid + cost(at, former, reading) for paid, former in before]
    place = min(range(len(costs)), key=costs.__getitem__)
    return costs[place], place


def _least_behind(
    at: int, reading: Reading, row: Sequence[Sequence[Reading]], behind: Sequence[float], cost: Cost
) -> float:
    """Return what the numbers behind one cost at least if it is read so."""
    if at + 1 == len(row):
        return 0.0
    pairs = zip(row[at + 1], behind, strict=True)
    return min(cost(at + 1, reading, after) + further for after, further in pairs)
