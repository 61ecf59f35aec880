"""Whether a proposed wording loses something that the wording in force has, so that somebody must say why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What sort of thing is lost."""

    ELEMENT = "element"  # an element of a requirement that the words in force answer
    TIME_LIMIT = "time_limit"
    AUTHORITY = "authority"
    UNIT = "unit"  # a part or point that is gone


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that stands in the wording in force and not in the proposed one. ``key`` stays the same at each look.

    ``words`` are the words in force; ``what`` names the element by requirement and label, or what the machine saw.
    """

    key: str
    sort: Sort
    words: str
    what: str


def losses(
    current: str, proposed: str, language: str, *, answered: Mapping[str, Sequence[str]] | None = None
) -> tuple[Loss, ...]:
    """Return what the proposed wording loses. ``answered`` holds for each element the quotations that answer it."""
    raise NotImplementedError
