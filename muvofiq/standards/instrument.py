"""An instrument is a treaty, act or guideline that requirements cite, with the states that take part in it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from muvofiq.standards.delay import Delay
from muvofiq.standards.partial_date import PartialDate
from muvofiq.standards.party import Participation, Reservation, date_in, refuse_reversed
from muvofiq.standards.schema import Form, checked
from muvofiq.standards.vocabulary import Act, Kind
from muvofiq.standards.yaml_text import read
from muvofiq.standards.yaml_writing import InlineEntry, InlineList, paragraph, write


@dataclass(frozen=True, slots=True)
class Successor:
    """The instrument that replaces another, and from when."""

    instrument: str
    date: PartialDate | None = None
    note: str = ""

    def entry(self) -> dict[str, object]:
        """Give the successor as an entry of the file."""
        entry = {"instrument": self.instrument, "date": str(self.date or ""), "note": self.note}
        return InlineEntry({name: value for name, value in entry.items() if value})


@dataclass(frozen=True, slots=True)
class Wording:
    """An edition of an instrument: since when its text reads so, and which instrument made it so, if we have that."""

    since: PartialDate
    title: Mapping[str, str]
    by: str | None = None
    celex: str = ""
    unconfirmed: bool = False

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any], where: str) -> Self:
        """Take an edition from a checked entry."""
        since = PartialDate.parse(entry["since"], f"{where}.since")
        return cls(since, entry["title"], entry.get("by"), entry.get("celex", ""), entry.get("unconfirmed", False))

    def entry(self) -> dict[str, object]:
        """Give the edition as an entry of the file."""
        entry = {
            "since": str(self.since),
            "title": dict(self.title),
            "by": self.by,
            "celex": self.celex,
            "unconfirmed": self.unconfirmed,
        }
        return InlineEntry({name: value for name, value in entry.items() if value})


@dataclass(frozen=True, slots=True)
class Family:
    """A file of instruments of one origin, and what is still to be verified in all of it."""

    id: str
    title: Mapping[str, str]
    checked: bool
    note: str = ""
    open_questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument:
    """One treaty, act or guideline.

    ``states_covered`` are the states about which the source speaks: one of them that has no participation is
    not a party; about any other state we do not know. ``until`` is the last day of force, ``applies`` the day from
    which an act that is in force must be applied, ``effect_after`` the time between a state's deposit and its effect.
    ``unconfirmed`` names the facts still to be verified.
    """

    id: str
    title: Mapping[str, str]
    kind: Kind
    adopted: PartialDate | None
    in_force: PartialDate | None
    applies: PartialDate | None
    until: PartialDate | None
    effect_after: Delay | None
    identifiers: Mapping[str, str]
    participation: Mapping[str, Participation]
    states_covered: tuple[str, ...]
    superseded_by: Successor | None
    editions: tuple[Wording, ...]
    note: str
    unconfirmed: tuple[str, ...]

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any], where: str) -> Self:
        """Take an instrument from a checked entry; raises EndsBeforeItBegins."""
        in_force, until = date_in(entry, "in_force", where), date_in(entry, "until", where)
        refuse_reversed(in_force or date_in(entry, "adopted", where), until, f"{where}.until")
        editions = enumerate(entry.get("editions", ()))
        return cls(
            id=entry["id"],
            title=entry["title"],
            kind=Kind(entry["kind"]),
            adopted=date_in(entry, "adopted", where),
            in_force=in_force,
            applies=date_in(entry, "applies", where),
            until=until,
            effect_after=Delay.parse(entry["effect_after"], f"{where}.effect_after")
            if "effect_after" in entry
            else None,
            identifiers=entry.get("identifiers", {}),
            participation={
                state: Participation.from_entry(party, f"{where}.participation.{state}")
                for state, party in entry.get("participation", {}).items()
            },
            states_covered=tuple(entry.get("states_covered", ())),
            superseded_by=_successor(entry.get("superseded_by"), where),
            editions=tuple(Wording.from_entry(one, f"{where}.editions[{at}]") for at, one in editions),
            note=entry.get("note", ""),
            unconfirmed=tuple(entry.get("unconfirmed", ())),
        )

    @classmethod
    def parse(cls, text: str, name: str = "instrument") -> Self:
        """Read the YAML text of one instrument."""
        document = read(text, name)
        return cls.from_entry(checked(document, Form.INSTRUMENT), document.place())

    def entry(self) -> dict[str, object]:
        """Give the instrument as an entry of the file, without what it does not say."""
        entry: dict[str, object] = {
            "id": self.id,
            "title": {language: paragraph(text) for language, text in self.title.items()},
            "kind": self.kind.value,
            **{name: str(value) for name in _PLAIN if (value := getattr(self, name)) is not None},
            "identifiers": dict(self.identifiers),
            "participation": {state: one.entry() for state, one in self.participation.items()},
            "states_covered": InlineList(self.states_covered),
            "superseded_by": self.superseded_by.entry() if self.superseded_by else None,
            "editions": [one.entry() for one in self.editions],
            "note": paragraph(self.note),
            "unconfirmed": InlineList(self.unconfirmed),
        }
        return {name: value for name, value in entry.items() if value}

    def __str__(self) -> str:
        return write(self.entry())

    @property
    def unconfirmed_facts(self) -> tuple[str, ...]:
        """Every fact of this instrument that the source says to verify."""
        parties = (f"participation.{state}" for state, party in self.participation.items() if party.unconfirmed)
        editions = (f"editions.{one.since}" for one in self.editions if one.unconfirmed)
        reservations = (
            f"reservations.{state}"
            for state, party in self.participation.items()
            if any(one.unconfirmed for one in party.reservations)
        )
        return (*self.unconfirmed, *parties, *editions, *reservations)

    def binds(self, state: str, on: dt.date) -> bool:
        """Whether the instrument was in force and bound the state on that day."""
        party = self.participation.get(state)
        in_force = self.in_force is None or self.in_force.last_day <= on
        return party is not None and in_force and not self.has_ended(on) and party.binds(on, self.effect_after)

    def bound_since(self, state: str) -> dt.date | None:
        """Return the day since which the instrument binds a party; None where it does not or no day is known."""
        party = self.participation.get(state)
        effect = party.takes_effect(self.effect_after) if party and party.act is not Act.SIGNATURE else None
        return max(effect, self.in_force.last_day) if effect and self.in_force else effect

    def has_ended(self, on: dt.date) -> bool:
        """Whether its force had ended before that day."""
        return self.until is not None and self.until.last_day < on

    def edition_on(self, on: dt.date) -> Wording | None:
        """Return the edition that was the newest on that day, where the editions are known."""
        known = [one for one in self.editions if one.since.last_day <= on]
        return max(known, key=lambda one: one.since.last_day, default=None)

    def reservations_of(self, state: str, on: dt.date) -> tuple[Reservation, ...]:
        """Return the reservations of a state that stood on that day."""
        party = self.participation.get(state)
        return tuple(one for one in party.reservations if one.holds(on)) if party else ()


_PLAIN = ("adopted", "in_force", "applies", "until", "effect_after")  # what is written as one word


def _successor(entry: Mapping[str, Any] | None, where: str) -> Successor | None:
    if entry is None:
        return None
    return Successor(entry["instrument"], date_in(entry, "date", where), entry.get("note", ""))
