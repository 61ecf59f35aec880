"""An instrument is a treaty, act or guideline that requirements cite, with the states that take part in it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from muvofiq.standards.partial_date import PartialDate
from muvofiq.standards.schema import Form, checked
from muvofiq.standards.vocabulary import Act, Kind
from muvofiq.standards.yaml_text import read
from muvofiq.standards.yaml_writing import InlineEntry, InlineList, paragraph, write


@dataclass(frozen=True, slots=True)
class Participation:
    """By which act, and since when, one state takes part in a treaty."""

    act: Act
    date: PartialDate | None = None
    unconfirmed: bool = False
    note: str = ""

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any], where: str) -> Self:
        """Take a participation from a checked entry."""
        return cls(
            Act(entry["act"]), _date(entry, "date", where), entry.get("unconfirmed", False), entry.get("note", "")
        )

    def entry(self) -> dict[str, object]:
        """Give the participation as an entry of the file."""
        entry = {
            "date": str(self.date or ""),
            "act": self.act.value,
            "unconfirmed": self.unconfirmed,
            "note": self.note,
        }
        return {name: value for name, value in entry.items() if value}

    def binds(self, on: dt.date) -> bool:
        """Whether the state had bound itself by that day; a signature alone binds nobody.

        A participation without a date counts on every day: the source then tells only that the state is a party.
        """
        begun = self.date is None or self.date.last_day <= on
        return begun and self.act is not Act.SIGNATURE


@dataclass(frozen=True, slots=True)
class Successor:
    """The instrument that replaces another, and from when."""

    instrument: str
    date: PartialDate | None = None
    note: str = ""

    def entry(self) -> dict[str, object]:
        """Give the successor as an entry of the file."""
        entry = {"instrument": self.instrument, "date": str(self.date or ""), "note": self.note}
        return {name: value for name, value in entry.items() if value}


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
    not a party; about any other state we do not know. ``unconfirmed`` names the facts still to be verified.
    """

    id: str
    title: Mapping[str, str]
    kind: Kind
    adopted: PartialDate | None
    in_force: PartialDate | None
    applies: PartialDate | None
    identifiers: Mapping[str, str]
    participation: Mapping[str, Participation]
    states_covered: tuple[str, ...]
    superseded_by: Successor | None
    note: str
    unconfirmed: tuple[str, ...]

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any], where: str) -> Self:
        """Take an instrument from a checked entry."""
        parties = entry.get("participation", {})
        return cls(
            id=entry["id"],
            title=entry["title"],
            kind=Kind(entry["kind"]),
            adopted=_date(entry, "adopted", where),
            in_force=_date(entry, "in_force", where),
            applies=_date(entry, "applies", where),
            identifiers=entry.get("identifiers", {}),
            participation={state: Participation.from_entry(party, where) for state, party in parties.items()},
            states_covered=tuple(entry.get("states_covered", ())),
            superseded_by=_successor(entry.get("superseded_by"), where),
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
            **{name: str(day) for name in ("adopted", "in_force", "applies") if (day := getattr(self, name))},
            "identifiers": dict(self.identifiers),
            "participation": {state: InlineEntry(one.entry()) for state, one in self.participation.items()},
            "states_covered": InlineList(self.states_covered),
            "superseded_by": self.superseded_by.entry() if self.superseded_by else None,
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
        return (*self.unconfirmed, *parties)

    def binds(self, state: str, on: dt.date) -> bool:
        """Whether the instrument was in force and the state was a party to it on that day.

        The weeks that a treaty may leave between a state's deposit and its effect for that state are not counted.
        """
        party = self.participation.get(state)
        in_force = self.in_force is None or self.in_force.last_day <= on
        return party is not None and in_force and party.binds(on)


def _date(entry: Mapping[str, Any], key: str, where: str) -> PartialDate | None:
    return PartialDate.parse(entry[key], f"{where}.{key}") if key in entry else None


def _successor(entry: Mapping[str, Any] | None, where: str) -> Successor | None:
    if entry is None:
        return None
    return Successor(entry["instrument"], _date(entry, "date", where), entry.get("note", ""))
