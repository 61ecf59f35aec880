"""Which time limits of the wording in force a proposed one drops, makes longer or shorter, or takes exceptions from."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from muvofiq.amendment.regression_storage import is_shorter, times_of_storage
from muvofiq.amendment.regression_words import Where, folded, said, sentence_around
from muvofiq.law.time_limit import Sighting, TimeLimit, Unit, limits_in

WORD = re.compile(r"\w+")
NEAR = 3  # words before a limit by which it is known again
MINUTES = {Unit.MINUTE: 1, Unit.HOUR: 60, Unit.DAY: 24 * 60, Unit.WEEK: 7 * 24 * 60}
EXCEPTING = ("except", "usually")  # senses of words by which a limit holds no longer in every case
LIKE = 50  # of 100: the lines of two limits are then so alike that one stands instead of the other


@dataclass(frozen=True, slots=True)
class LostLimit:
    """A limit that stands no longer as it was: the one in its place, or the sentence that now makes exceptions."""

    sighting: Sighting
    instead: Sighting | None = None
    sentence: str = ""


def lost_limits(current: str, proposed: str, language: str) -> tuple[LostLimit, ...]:
    """Return the limits that stand no longer, are others, or hold no longer in every case.

    A limit behind the same words is the same limit, whatever its length; any other stands still if one of its length
    stands anywhere. Something may be kept for a shorter time: that takes nothing from anybody.
    """
    stored = [times_of_storage(text, language) for text in (current, proposed)]
    old, new = (
        sorted((*limits_in(text, language), *times), key=lambda one: one.start)
        for text, times in zip((current, proposed), stored, strict=True)
    )
    pairs = [*_behind_same_words(current, proposed, old, new)]
    for one, other in pairs:
        old.remove(one)
        new.remove(other)
    for one in tuple(old):
        if same := next((other for other in new if _is_as_long(one.limit, other.limit)), None):
            old.remove(one)
            new.remove(same)
            pairs.append((one, same))
    paired = [LostLimit(one, *_change(one, other, current, proposed, language)) for one, other in pairs]
    left = [LostLimit(one, _instead(one, current, proposed, new)) for one in old]
    changed = (one for one in (*paired, *left) if one.instead or one.sentence or one in left)
    return tuple(
        sorted((one for one in changed if not _is_kept_shorter(one, stored[0])), key=lambda one: one.sighting.start)
    )


def _change(one: Sighting, other: Sighting, current: str, proposed: str, language: str) -> tuple[Sighting | None, str]:
    """Return what a limit is instead, and the sentence that makes new exceptions to it; nothing where it stands."""
    if not _is_as_long(one.limit, other.limit):
        return other, ""
    before, after = (
        text[slice(*sentence_around(text, (at.start, at.end)))] for text, at in ((current, one), (proposed, other))
    )
    more = said(folded(after), Where.SENTENCE, language) - said(folded(before), Where.SENTENCE, language)
    return None, after.strip() if any(more[sense] for sense in EXCEPTING) else ""


def _is_kept_shorter(lost: LostLimit, stored: Sequence[Sighting]) -> bool:
    return lost.sighting in stored and lost.instead is not None and is_shorter(lost.instead.limit, lost.sighting.limit)


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
