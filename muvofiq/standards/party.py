"""A party is a state that takes part in a treaty: by which act, from when until when, and with which reservations."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from muvofiq.standards.delay import Delay
from muvofiq.standards.errors import EndsBeforeItBegins
from muvofiq.standards.partial_date import PartialDate
from muvofiq.standards.vocabulary import Act
from muvofiq.standards.yaml_writing import InlineEntry

_PLACE = re.compile(r"(?P<first>\d+)(?P<inside>(?:\([^()]+\))*)(?:\s*[-–]\s*(?P<last>\d+))?")
LONGEST_RANGE = 200  # articles; no treaty has more
AT_ONCE = frozenset({Act.SUCCESSION, Act.PARTY})  # acts whose date is already that of their effect


@dataclass(frozen=True, slots=True)
class Reservation:
    """A reservation or declaration of a state in our own words, with the articles that it concerns."""

    text: Mapping[str, str]
    articles: str = ""
    date: PartialDate | None = None
    withdrawn: PartialDate | None = None
    unconfirmed: bool = False

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any], where: str) -> Self:
        """Take a reservation from a checked entry."""
        made, withdrawn = date_in(entry, "date", where), date_in(entry, "withdrawn", where)
        refuse_reversed(made, withdrawn, f"{where}.withdrawn")
        return cls(entry["text"], entry.get("articles", ""), made, withdrawn, entry.get("unconfirmed", False))

    def entry(self) -> dict[str, object]:
        """Give the reservation as an entry of the file."""
        entry = {
            "text": dict(self.text),
            "articles": self.articles,
            "date": str(self.date or ""),
            "withdrawn": str(self.withdrawn or ""),
            "unconfirmed": self.unconfirmed,
        }
        return {name: value for name, value in entry.items() if value}

    def holds(self, on: dt.date) -> bool:
        """Whether it stood on that day; one without a date counts as made with the act itself."""
        begun = self.date is None or self.date.last_day <= on
        return begun and (self.withdrawn is None or on < self.withdrawn.last_day)

    def touches(self, pinpoint: str) -> bool:
        """Whether it concerns a cited place; one that names no articles, and a citation of the whole, concern all.

        >>> one = Reservation({"en": "No arbitration."}, "arts 14, 16(3)")
        >>> one.touches("art. 16"), one.touches("art. 16(3)(a)"), one.touches("art. 16(1)"), one.touches("arts 12-15")
        (True, True, False, True)
        """
        if not self.articles or not pinpoint:
            return True
        cited = list(_places(pinpoint))
        return any(
            article == other and (inside.startswith(within) or within.startswith(inside))
            for article, inside in _places(self.articles)
            for other, within in cited
        )


@dataclass(frozen=True, slots=True)
class Participation:
    """By which act, and since when, one state takes part in a treaty; ``until`` is the last day of its participation.

    ``date`` is the day of the deposit, or of the signature where the act is one; ``signed`` that of a signature before.
    """

    act: Act
    date: PartialDate | None = None
    unconfirmed: bool = False
    note: str = ""
    signed: PartialDate | None = None
    until: PartialDate | None = None
    reservations: tuple[Reservation, ...] = ()

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any], where: str) -> Self:
        """Take a participation from a checked entry."""
        begun, until = date_in(entry, "date", where), date_in(entry, "until", where)
        refuse_reversed(begun, until, f"{where}.until")
        reservations = entry.get("reservations", ())
        return cls(
            act=Act(entry["act"]),
            date=begun,
            unconfirmed=entry.get("unconfirmed", False),
            note=entry.get("note", ""),
            signed=date_in(entry, "signed", where),
            until=until,
            reservations=tuple(
                Reservation.from_entry(one, f"{where}.reservations[{at}]") for at, one in enumerate(reservations)
            ),
        )

    def entry(self) -> dict[str, object]:
        """Give the participation as an entry of the file: on one line, unless it has reservations."""
        entry: dict[str, object] = {
            "signed": str(self.signed or ""),
            "date": str(self.date or ""),
            "act": self.act.value,
            "until": str(self.until or ""),
            "unconfirmed": self.unconfirmed,
            "note": self.note,
            "reservations": [one.entry() for one in self.reservations],
        }
        told = {name: value for name, value in entry.items() if value}
        return told if self.reservations else InlineEntry(told)

    def takes_effect(self, after: Delay | None) -> dt.date | None:
        """Return the day from which the act binds the state, if the treaty is in force; None where no day is known.

        A succession continues what bound before, so its day is that of its effect.
        """
        days = self.may_take_effect(after)
        return days[1] if days else None

    def may_take_effect(self, after: Delay | None) -> tuple[dt.date, dt.date] | None:
        """Return the first and the last day that can be that of its effect; two where its date is not exact."""
        if self.date is None:
            return None
        first, last = self.date.first_day, self.date.last_day
        return (first, last) if after is None or self.act in AT_ONCE else (after.after(first), after.after(last))

    def binds(self, on: dt.date, after: Delay | None = None) -> bool:
        """Whether the state is bound on that day; a signature alone binds nobody.

        A participation without a date counts on every day: the source then tells only that the state is a party.
        """
        effect = self.takes_effect(after)
        begun = effect is None or effect <= on
        return begun and self.act is not Act.SIGNATURE and not self.has_left(on)

    def has_left(self, on: dt.date) -> bool:
        """Whether the state had denounced the treaty with effect before that day."""
        return self.until is not None and self.until.last_day < on


def _places(text: str) -> Iterator[tuple[int, str]]:
    """Yield the articles that a text names, each with what it names inside them; all of a range."""
    for match in _PLACE.finditer(text):
        first, last = int(match["first"]), int(match["last"] or match["first"])
        yield first, match["inside"]
        yield from ((one, "") for one in range(first + 1, min(last, first + LONGEST_RANGE) + 1))


def date_in(entry: Mapping[str, Any], key: str, where: str) -> PartialDate | None:
    """Return the date under a key of a checked entry, if it has one."""
    return PartialDate.parse(entry[key], f"{where}.{key}") if key in entry else None


def refuse_reversed(begins: PartialDate | None, until: PartialDate | None, where: str) -> None:
    """Raise EndsBeforeItBegins for an end that certainly lies before the beginning."""
    if begins and until and until.last_day < begins.first_day:
        raise EndsBeforeItBegins(where, until=str(until), begins=str(begins))
