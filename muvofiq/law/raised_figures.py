"""Raised figures that a file has lost are found again by the order of the numbers: 1301 between 130 and 131 is 130¹."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard

from muvofiq.law.headings import Piece
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.text.source import Remark

REMARKS = ("{count} numbers had lost their raised figures; the order of the units tells that 1301 means 130(1).",)

# How unlikely it is that one number follows another. An act may leave numbers out, but it does not go back.
BACK = 10.0
AGAIN_FROM_ONE = 3.0
LOST = 0.9  # that a number has lost its raised figures
LOST_AGAIN = 0.2  # that the next one has too
LEAPS = ((0, 0.0), (2, 0.5), (10, 1.0), (50, 2.0))  # numbers left out at most, and how unlikely that is
LARGE_LEAP = 4.0
WITHOUT_BASE = 1.5  # 130¹ without 130


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a printed number: as it stands, or with its last figures raised."""

    number: Number
    is_restored: bool = False


def restore_raised_figures(pieces: Sequence[Piece]) -> tuple[list[Piece], tuple[Remark, ...]]:
    """Give the numbers their raised figures back. Reads: pieces. Writes: their numbers, and a remark with the count."""
    restored = list(pieces)
    count = 0
    for at in _rows(pieces):
        for index, reading in zip(at, _likeliest([pieces[index].number for index in at]), strict=True):
            if reading and reading.is_restored:
                restored[index] = replace(pieces[index], number=reading.number)
                count += 1
    return restored, (Remark(REMARKS[0], count),) if count else ()


def _rows(pieces: Sequence[Piece]) -> Iterator[list[int]]:
    """Yield where units stand whose numbers should ascend: the articles of an act, the points of a part."""
    open_rows: dict[Kind, list[int]] = {}
    for index, piece in enumerate(pieces):
        if piece.kind is None or piece.number is None:
            continue
        for kind in [kind for kind in open_rows if _begins_anew(kind, piece.kind)]:
            yield open_rows.pop(kind)
        open_rows.setdefault(piece.kind, []).append(index)
    yield from open_rows.values()


def _begins_anew(kind: Kind, after: Kind) -> bool:
    """Whether units of a kind are counted anew behind this one; articles and all above go on through the act."""
    counts_through = kind.depth <= Kind.ARTICLE.depth
    return after is Kind.ANNEX if counts_through else after.depth < kind.depth


def _likeliest(numbers: Sequence[Number | None]) -> list[Reading | None]:
    """Return the likeliest reading of each number of a row, found from left to right in one pass."""
    steps: list[list[tuple[float, Reading, int]]] = []
    for number in filter(_is_counted, numbers):
        before = steps[-1] if steps else []
        steps.append([_best(reading, before) for reading in _readings(number)])
    chosen: list[Reading] = []
    at = min(range(len(steps[-1])), key=lambda one: steps[-1][one][0]) if steps else 0
    for step in reversed(steps):
        _, reading, at = step[at]
        chosen.append(reading)
    found = iter(reversed(chosen))
    return [next(found) if _is_counted(number) else None for number in numbers]


def _is_counted(number: Number | None) -> TypeGuard[Number]:
    return number is not None and number.order[0] > 0


def _best(reading: Reading, before: list[tuple[float, Reading, int]]) -> tuple[float, Reading, int]:
    """Return the least cost of a reading, the reading, and which one of the readings before leads to it."""
    if not before:
        return (LOST if reading.is_restored else 0.0, reading, 0)
    costs = [cost + _cost(former, reading) for cost, former, _ in before]
    at = min(range(len(costs)), key=costs.__getitem__)
    return costs[at], reading, at


def _readings(number: Number) -> list[Reading]:
    stem = number.stem
    cuts = range(max(1, len(stem) - 2), len(stem)) if stem.isdecimal() and not number.inserted else ()
    split = (Number(stem[:cut], (int(stem[cut:]),)) for cut in cuts if stem[cut] != "0")
    return [Reading(number), *(Reading(one, is_restored=True) for one in split)]


def _cost(former: Reading, reading: Reading) -> float:
    before, after = former.number, reading.number
    same_stem = before.stem == after.stem
    lost = (LOST_AGAIN if former.is_restored and same_stem else LOST) if reading.is_restored else 0.0
    if after.order <= before.order:
        return lost + (AGAIN_FROM_ONE if str(after) == "1" else BACK)
    if same_stem:
        follows = after.inserted[0] == (before.inserted[0] if before.inserted else 0) + 1
        return lost + (0.0 if follows else 1.0)
    return lost + _leap(after.order[0] - before.order[0] - 1) + (WITHOUT_BASE if after.inserted else 0.0)


def _leap(left_out: int) -> float:
    return next((cost for most, cost in LEAPS if left_out <= most), LARGE_LEAP)
