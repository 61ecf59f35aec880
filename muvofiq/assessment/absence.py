"""«Not found in these acts of these dates»: what may be said where nothing was found, and when «absent» may be said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A text in which was sought: the titles of its act by language, the text's own language, its day where known."""

    title: Mapping[str, str]
    language: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A person's word that these acts are all that there are."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Absence:
    """In what was sought, in the order of the register, and whether a person confirmed that this is all.

    Only then may anybody say «absent»; before, «not found in these acts», and so where ``is_contradicted``: a provision
    is accepted as an answer all the same.

    >>> law = LookedAt({"en": "Border Law"}, "en", date(2019, 1, 2))
    >>> Absence((law,), acts=1).is_confirmed
    False
    >>> Absence((law,), 1, Confirmation("Anna Horvat", date(2026, 3, 6))).days
    (datetime.date(2019, 1, 2),)
    """

    texts: tuple[LookedAt, ...]
    acts: int
    confirmation: Confirmation | None = None
    is_contradicted: bool = False

    @property
    def is_confirmed(self) -> bool:
        """Whether «absent» may be said."""
        return self.confirmation is not None and bool(self.texts) and not self.is_contradicted

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the texts, each once, the oldest first."""
        return tuple(sorted({one.day for one in self.texts if one.day}))

    @property
    def undated(self) -> int:
        """How many of the texts nobody knows the day of."""
        return sum(one.day is None for one in self.texts)
