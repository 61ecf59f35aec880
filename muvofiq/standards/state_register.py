"""The register of the acts of a state: what they are called, when each was in force, and which to open for a topic."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from importlib.resources import files
from typing import Any, Self

from muvofiq.standards.cross_checks import refuse_repeated
from muvofiq.standards.errors import EndsBeforeItBegins, NotInCatalogue, ReplacedByItself, UnknownAct
from muvofiq.standards.partial_date import PartialDate
from muvofiq.standards.requirement import Requirement, Words
from muvofiq.standards.schema import Form, checked
from muvofiq.standards.spelling import nearest
from muvofiq.standards.yaml_text import read
from muvofiq.standards.yaml_writing import InlineEntry, InlineList, paragraph, write


class Standing(StrEnum):
    """How an act stands on a day; not certain where its dates are not known to the day."""

    IN_FORCE = "in force"
    UNCERTAIN = "not certain"
    LATER = "adopted later"
    ENDED = "ended before"


STOOD = frozenset({Standing.IN_FORCE, Standing.UNCERTAIN})


@dataclass(frozen=True, slots=True)
class Amendment:
    """An act by which another was amended: when, under which number, and what it changed, if the source says so."""

    date: PartialDate
    number: str = ""
    what: Words | None = None

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any], where: str) -> Self:
        """Take an amendment from a checked entry."""
        return cls(PartialDate.parse(entry["date"], f"{where}.date"), entry.get("number", ""), entry.get("what"))

    def entry(self) -> dict[str, object]:
        """Give the amendment as an entry of the file, without what it does not say."""
        entry = {"date": str(self.date), "number": self.number, "what": _written(self.what)}
        return {name: value for name, value in entry.items() if value}


@dataclass(frozen=True, slots=True)
class RegisteredAct:
    """An act of the state. ``until`` is the last day on which it held; ``replaces`` names its predecessor.

    ``address`` is where the state publishes it; ``unconfirmed`` names the facts still to be looked up, in one language
    only where the name of the fact ends with it.
    """

    id: str
    title: Words
    kind: str
    number: str = ""
    adopted: PartialDate | None = None
    in_force_from: PartialDate | None = None
    until: PartialDate | None = None
    replaces: str = ""
    amendments: tuple[Amendment, ...] = ()
    address: str = ""
    note: Words | None = None
    unconfirmed: tuple[str, ...] = ()

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any], where: str) -> Self:
        """Take an act from a checked entry."""
        days: dict[str, Any] = {
            name: PartialDate.parse(entry[name], f"{where}.{name}")
            for name in ("adopted", "in_force_from", "until")
            if name in entry
        }
        amendments = (
            Amendment.from_entry(one, f"{where}.amendments[{at}]") for at, one in enumerate(entry.get("amendments", ()))
        )
        facts = {name: entry[name] for name in ("number", "replaces", "address", "note") if name in entry}
        act = cls(
            id=entry["id"],
            title=entry["title"],
            kind=entry["kind"],
            amendments=tuple(amendments),
            unconfirmed=tuple(entry.get("unconfirmed", ())),
            **days,
            **facts,
        )
        if act.until and act.begins and act.until.last_day < act.begins.first_day:
            raise EndsBeforeItBegins(where, until=act.until, begins=act.begins)
        return act

    def entry(self) -> dict[str, object]:
        """Give the act as an entry of the file, without what it does not say."""
        entry: dict[str, object] = {
            "id": self.id,
            "title": _written(self.title),
            "kind": self.kind,
            "number": self.number,
            **{name: str(day) for name in ("adopted", "in_force_from", "until") if (day := getattr(self, name))},
            "replaces": self.replaces,
            "amendments": [one.entry() if one.what else InlineEntry(one.entry()) for one in self.amendments],
            "address": self.address,
            "note": _written(self.note),
            "unconfirmed": InlineList(self.unconfirmed),
        }
        return {name: value for name, value in entry.items() if value}

    @property
    def begins(self) -> PartialDate | None:
        """The day from which it holds; where nobody has told it, the day of its adoption."""
        return self.in_force_from or self.adopted

    def doubts(self, language: str) -> frozenset[str]:
        """Return the facts in doubt for a reader of one language."""
        parts = (name.partition(".") for name in self.unconfirmed)
        return frozenset(fact for fact, _, only in parts if only in {"", language})

    def amendments_by(self, day: date) -> tuple[Amendment, ...]:
        """Return the amendments that may have been made by a day."""
        return tuple(one for one in self.amendments if one.date.first_day <= day)

    def amendments_after(self, day: date) -> tuple[Amendment, ...]:
        """Return the amendments that were surely made after a day."""
        return tuple(one for one in self.amendments if one.date.first_day > day)


@dataclass(frozen=True, slots=True)
class Pointer:
    """An act to open, and where in it, in words; ``unconfirmed`` where the place is still to be looked up."""

    act: str
    units: Words | None = None
    unconfirmed: bool = False

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any]) -> Self:
        """Take a pointer from a checked entry."""
        return cls(entry["act"], entry.get("units"), entry.get("unconfirmed", False))

    def entry(self) -> dict[str, object]:
        """Give the pointer as an entry of the file."""
        entry = {"act": self.act, "units": _written(self.units), "unconfirmed": self.unconfirmed}
        return {name: value for name, value in entry.items() if value}


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject on which the law of the state is sought, the requirements it serves (ids, or the letter of a theme)."""

    id: str
    title: Words
    requirements: tuple[str, ...]
    acts: tuple[Pointer, ...]
    note: Words | None = None

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any]) -> Self:
        """Take a topic from a checked entry."""
        pointers = tuple(map(Pointer.from_entry, entry["acts"]))
        return cls(entry["id"], entry["title"], tuple(entry["requirements"]), pointers, entry.get("note"))

    def entry(self) -> dict[str, object]:
        """Give the topic as an entry of the file."""
        entry: dict[str, object] = {
            "id": self.id,
            "title": _written(self.title),
            "requirements": InlineList(self.requirements),
            "acts": [one.entry() for one in self.acts],
            "note": _written(self.note),
        }
        return {name: value for name, value in entry.items() if value}

    def serves(self, requirement: Requirement) -> bool:
        """Whether the acts of this topic should be open for a requirement."""
        return requirement.id in self.requirements or requirement.theme in self.requirements


@dataclass(frozen=True, slots=True)
class ToOpen:
    """An act to open on a day, with its place in words and how it stood on that day."""

    act: RegisteredAct
    standing: Standing
    units: Words | None = None
    unconfirmed: bool = False


@dataclass(frozen=True, slots=True)
class StateRegister:
    """The acts of one state and the topics on which they are opened.

    ``source`` says from where the facts come; ``site`` is where the state publishes an act that has no own address.
    """

    state: str
    title: Words
    invented: bool
    source: Words
    acts: tuple[RegisteredAct, ...]
    topics: tuple[Topic, ...]
    site: str = ""
    unconfirmed_languages: tuple[str, ...] = ()
    _by_id: Mapping[str, RegisteredAct] = field(init=False, repr=False, compare=False)
    _newer: Mapping[str, RegisteredAct] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {one.id: one for one in self.acts})
        object.__setattr__(self, "_newer", {one.replaces: one for one in reversed(self.acts) if one.replaces})

    @classmethod
    def parse(cls, text: str | bytes, name: str = "register") -> Self:
        """Read the YAML text of a register; raises the errors of the catalogue, with file and line."""
        document = read(text, name)
        value = checked(document, Form.REGISTER)
        places = {
            (sort, one["id"]): document.place((f"{sort}s", at))
            for sort in ("act", "topic")
            for at, one in enumerate(value[f"{sort}s"])
        }
        for sort in ("act", "topic"):
            refuse_repeated([one["id"] for one in value[f"{sort}s"]], sort, places)
        _refuse_unknown_acts(value, places)
        return cls(
            state=value["state"],
            title=value["title"],
            invented=value["invented"],
            source=value["source"],
            acts=tuple(RegisteredAct.from_entry(one, places["act", one["id"]]) for one in value["acts"]),
            topics=tuple(map(Topic.from_entry, value["topics"])),
            site=value.get("site", ""),
            unconfirmed_languages=tuple(value.get("unconfirmed", ())),
        )

    def entry(self) -> dict[str, object]:
        """Give the register as the entries of its file."""
        entry: dict[str, object] = {
            "state": self.state,
            "title": _written(self.title),
            "invented": self.invented,
            "source": _written(self.source),
            "site": self.site,
            "unconfirmed": InlineList(self.unconfirmed_languages),
            "acts": [one.entry() for one in self.acts],
            "topics": [one.entry() for one in self.topics],
        }
        return {name: value for name, value in entry.items() if value or name in {"invented", "topics"}}

    def __str__(self) -> str:
        return write(self.entry())

    def act(self, name: str) -> RegisteredAct:
        """Find an act by its id; raises UnknownAct."""
        if name not in self._by_id:
            raise UnknownAct(f"register {self.state}", name=name, nearest=nearest(name, self._by_id))
        return self._by_id[name]

    def standing(self, act: RegisteredAct, day: date) -> Standing:
        """Return how an act stands on a day; one that was replaced ends where its successor begins."""
        begins, after = act.begins, self._newer.get(act.id)
        if begins and begins.first_day > day:
            return Standing.LATER
        if act.until and act.until.last_day < day:
            return Standing.ENDED
        if after and after.begins and after.begins.last_day <= day:
            return Standing.ENDED
        ends = [one for one in (act.until, after.begins if after else None) if one]
        if begins is None or begins.last_day > day or any(one.first_day <= day < one.last_day for one in ends):
            return Standing.UNCERTAIN
        return Standing.IN_FORCE

    def topics_of(self, requirement: Requirement) -> tuple[Topic, ...]:
        """Return the topics that serve a requirement."""
        return tuple(one for one in self.topics if one.serves(requirement))

    def to_open(self, topic: Topic, day: date) -> tuple[ToOpen, ...]:
        """Return the acts of a topic as on a day: in place of an act that did not stand, the one that did.

        Where neither an older nor a newer one stood, the act itself is returned with its standing.
        """
        found: dict[str, ToOpen] = {}
        for one in (self._opened(pointer, day) for pointer in topic.acts):
            found.setdefault(one.act.id, one)
        return tuple(found.values())

    def topics_by_act(self, day: date) -> dict[str, list[Topic]]:
        """Return the topics that name an act, or on which it is opened on a day in place of the one they name."""
        found: dict[str, list[Topic]] = {}
        for topic in self.topics:
            opened = [one.act.id for one in self.to_open(topic, day)]
            for name in dict.fromkeys((*(one.act for one in topic.acts), *opened)):
                found.setdefault(name, []).append(topic)
        return found

    def _opened(self, pointer: Pointer, day: date) -> ToOpen:
        act = self.act(pointer.act)
        stood = next((one for one in self._line(act) if self.standing(one, day) in STOOD), None)
        if stood is None or stood == act:
            return ToOpen(act, self.standing(act, day), pointer.units, pointer.unconfirmed)
        return ToOpen(stood, self.standing(stood, day))

    def _line(self, act: RegisteredAct) -> Iterator[RegisteredAct]:
        """Yield an act, then its predecessors, then its successors."""
        yield act
        older = act
        while older.replaces:
            older = self.act(older.replaces)
            yield older
        newer = self._newer.get(act.id)
        while newer:
            yield newer
            newer = self._newer.get(newer.id)


def load_registers(requirement_ids: Collection[str]) -> dict[str, StateRegister]:
    """Read all registers of the library, by state; raises NotInCatalogue where a topic names no such requirement."""
    folder = files("muvofiq.library").joinpath("registers")
    found = sorted((one for one in folder.iterdir() if one.name.endswith(".yaml")), key=lambda one: one.name)
    registers = [StateRegister.parse(one.read_bytes(), f"registers/{one.name}") for one in found]
    refuse_repeated([one.state for one in registers], "register", {})
    for register in registers:
        refuse_unknown_requirements(register, requirement_ids)
    return {one.state: one for one in registers}


def refuse_unknown_requirements(register: StateRegister, requirement_ids: Collection[str]) -> None:
    """Refuse a topic that names a requirement which the catalogue does not have; a theme is a single letter."""
    for topic in register.topics:
        for name in topic.requirements:
            if len(name) > 1 and name not in requirement_ids:
                where = f"register {register.state}, topic {topic.id}"
                near = nearest(name, requirement_ids)
                raise NotInCatalogue(where, sort="requirement", name=name, nearest=near)


def _refuse_unknown_acts(value: Mapping[str, Any], places: Mapping[tuple[str, str], str]) -> None:
    older = {one["id"]: one.get("replaces", "") for one in value["acts"]}
    for where, name in _named(value, places):
        if name not in older:
            raise UnknownAct(where, name=name, nearest=nearest(name, older))
    for name in older:
        chain = [name]
        while older[chain[-1]]:
            chain.append(older[chain[-1]])
            if chain.count(chain[-1]) > 1:
                raise ReplacedByItself(places["act", name], name=name, chain=" - ".join(chain))


def _named(value: Mapping[str, Any], places: Mapping[tuple[str, str], str]) -> Iterable[tuple[str, str]]:
    for act in value["acts"]:
        if "replaces" in act:
            yield f"{places['act', act['id']]}.replaces", act["replaces"]
    for topic in value["topics"]:
        for pointer in topic["acts"]:
            yield f"{places['topic', topic['id']]}.acts", pointer["act"]


def _written(words: Words | None) -> dict[str, str]:
    return {language: paragraph(text) for language, text in (words or {}).items()}
