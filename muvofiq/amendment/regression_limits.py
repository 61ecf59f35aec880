"""Which time limits of the wording in force a proposed one drops, or makes longer or shorter."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.fuzz import ratio

from muvofiq.law.time_limit import Sighting, TimeLimit, Unit, limits_in

WORD = re.compile(r"\w+")
NEAR = 3  # words before a limit by which it is known again
MINUTES = {Unit.MINUTE: 1, Unit.HOUR: 60, Unit.DAY: 24 * 60, Unit.WEEK: 7 * 24 * 60}
LIKE = 50  # of 100: the lines of two limits are then so alike that one stands instead of the other


def lost_limits(current: str, proposed: str, language: str) -> tuple[tuple[Sighting, Sighting | None], ...]:
    """Return the limits that stand no longer, each with the one that stands in its place.

    A limit behind the same words is the same limit, whatever its length; any other stands still if one of its length
    stands anywhere.
    """
    old, new = list(limits_in(current, language)), list(limits_in(proposed, language))
    found = [*_behind_same_words(current, proposed, old, new)]
    for one, other in found:
        old.remove(one)
        new.remove(other)
    for one in tuple(old):
        if same := next((other for other in new if _is_as_long(one.limit, other.limit)), None):
            old.remove(one)
            new.remove(same)
    changed = [(one, other) for one, other in found if not _is_as_long(one.limit, other.limit)]
    left = [(one, _instead(one, current, proposed, new)) for one in old]
    return tuple(sorted((*changed, *left), key=lambda pair: pair[0].start))


def _is_as_long(one: TimeLimit, other: TimeLimit) -> bool:
    """Whether two limits are the same, be it in other units: a day is twenty-four hours."""
    minutes = [limit.amount * MINUTES[limit.unit] for limit in (one, other) if limit.unit in MINUTES]
    return one == other or (one.bound is other.bound and len(minutes) == 2 and minutes[0] == minutes[1])


def _behind_same_words(
    current: str, proposed: str, old: Sequence[Sighting], new: Sequence[Sighting]
) -> Iterator[tuple[Sighting, Sighting]]:
    """Yield the limits before which the same words stand, where these words stand before one limit only."""
    sides = [[_before(text, one) for one in side] for text, side in ((current, old), (proposed, new))]
    counts = [Counter(side) for side in sides]
    for before, one in zip(sides[0], old, strict=True):
        if len(before) == NEAR and counts[0][before] == counts[1][before] == 1:
            yield one, new[sides[1].index(before)]


def _before(text: str, one: Sighting) -> tuple[str, ...]:
    line = text[text.rfind("\n", 0, one.start) + 1 : one.start]
    return tuple(WORD.findall(line.lower())[-NEAR:])


def _instead(one: Sighting, current: str, proposed: str, new: list[Sighting]) -> Sighting | None:
    """Return the limit in the likest line, and take it off those that are left."""
    line = _line(current, one)
    best = max(new, key=lambda other: ratio(line, _line(proposed, other)), default=None)
    if best is None or ratio(line, _line(proposed, best)) < LIKE:
        return None
    new.remove(best)
    return best


def _line(text: str, one: Sighting) -> str:
    end = text.find("\n", one.end)
    return text[text.rfind("\n", 0, one.start) + 1 : end if end >= 0 else len(text)]
