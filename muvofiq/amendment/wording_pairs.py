"""Which of the former paragraphs, sentences or units is which of the new ones: in their order, the likest together."""

from collections.abc import Callable, Sequence
from typing import TypeVar

One = TypeVar("One")
MANY = 40_000  # pairs; of more, only the same ones and those of the same place are paired


def pairs_in_order(before: Sequence[One], after: Sequence[One], alike: Callable[[One, One], float]) -> dict[int, int]:
    """Return for places on the left those on the right, so that the likeness of all is greatest; 0 is no pair."""
    start = _same(before, after)
    end = _same(before[start:][::-1], after[start:][::-1])
    pairs = {at: at for at in range(start)}
    left, right = before[start : len(before) - end], after[start : len(after) - end]
    pairs |= {start + one: start + other for one, other in _best(left, right, alike).items()}
    return pairs | {len(before) - end + at: len(after) - end + at for at in range(end)}


def _same(before: Sequence[One], after: Sequence[One]) -> int:
    changed = (at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other)
    return next(changed, min(len(before), len(after)))


def _best(before: Sequence[One], after: Sequence[One], alike: Callable[[One, One], float]) -> dict[int, int]:
    if len(before) * len(after) > MANY:
        return {at: at for at, (one, other) in enumerate(zip(before, after, strict=False)) if alike(one, other)}
    sums = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    said = [[alike(one, other) for other in after] for one in before]
    for row in range(len(before) - 1, -1, -1):
        for column in range(len(after) - 1, -1, -1):
            pair = sums[row + 1][column + 1] + said[row][column] if said[row][column] else 0.0
            sums[row][column] = max(pair, sums[row + 1][column], sums[row][column + 1])
    pairs: dict[int, int] = {}
    row = column = 0
    while row < len(before) and column < len(after):
        here = said[row][column]
        if here and sums[row][column] == sums[row + 1][column + 1] + here:
            pairs[row] = column
            row, column = row + 1, column + 1
        elif sums[row][column] == sums[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs
