"""Which units of a wording that prohibit something permit it in a proposed one."""

from collections import Counter
from collections.abc import Iterator, Sequence

from muvofiq.amendment.regression_units import Unit, reworded
from muvofiq.amendment.regression_words import Where, patterns, said


def permitted(current: Sequence[Unit], proposed: Sequence[Unit], language: str) -> Iterator[tuple[Unit, Unit]]:
    """Yield the units of which the new wording prohibits less and permits more, each with the one that it becomes."""
    for old, new in reworded(current, proposed):
        less = said(old.plain, Where.PROHIBITION, language) - said(new.plain, Where.PROHIBITION, language)
        if less and _permissions(new, language) - _permissions(old, language):
            yield old, new


def _permissions(unit: Unit, language: str) -> Counter[str]:
    """Return how often a unit permits: «may», but not «may not»."""
    words = unit.plain
    for pattern in patterns(Where.PROHIBITION, language).values():
        words = pattern.sub(" ", words)
    return said(words, Where.PERMISSION, language)
