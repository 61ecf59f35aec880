"""The register of acts that comes with the product, beside what a mission has of it, as on the mission's first day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from muvofiq.law.identity import FOLDED
from muvofiq.records.models import Act, Edition, Mission
from muvofiq.records.queries.editions import newest_of
from muvofiq.records.queries.law_text import editions_on_file
from muvofiq.records.queries.released import released
from muvofiq.records.queries.requirements import requirement_of, scope_of
from muvofiq.records.queries.whose_law import national_acts
from muvofiq.standards.requirement import Requirement, Words
from muvofiq.standards.state_register import (
    STOOD,
    Amendment,
    RegisteredAct,
    Standing,
    StateRegister,
    ToOpen,
    Topic,
    load_registers,
)


@dataclass(frozen=True, slots=True)
class OpenAct:
    """An act of the state's register as on the day, with its row and its texts in the mission, if it has them.

    ``units`` say in words where to look; ``is_unsure`` that the place is still to be looked up.
    """

    act: RegisteredAct
    standing: Standing
    address: str
    row: Act | None = None
    editions: tuple[Edition, ...] = ()
    units: Words | None = None
    is_unsure: bool = False

    @property
    def stood(self) -> bool:
        """Whether it was in force on the day, or may have been."""
        return self.standing in STOOD

    @property
    def is_missing(self) -> bool:
        """Whether it should be open on that day, and no text of it is on file."""
        return self.stood and not self.editions


@dataclass(frozen=True, slots=True)
class OpenTopic:
    """A topic with its acts as on the day of the mission."""

    topic: Topic
    acts: tuple[OpenAct, ...]

    @property
    def stood(self) -> tuple[OpenAct, ...]:
        """The acts that stood on the day, or may have."""
        return tuple(one for one in self.acts if one.stood)

    @property
    def on_file(self) -> int:
        """How many of them have a text on file."""
        return sum(bool(one.editions) for one in self.stood)

    @property
    def later(self) -> tuple[OpenAct, ...]:
        """The acts that were adopted after it, or had ended before."""
        return tuple(one for one in self.acts if not one.stood)


@dataclass(frozen=True, slots=True)
class MissingAct:
    """An act without a text on file, with the requirements of the scope that need it."""

    act: OpenAct
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """An act in the whole register, with its amendments up to the day and after it."""

    act: OpenAct
    amendments: tuple[Amendment, ...]
    later_amendments: tuple[Amendment, ...]


@dataclass(frozen=True, slots=True)
class StateRegisterPage:
    """All that the page shows; ``lines`` are those that have the words looked for, by how they stood on the day."""

    register: StateRegister
    lines: Mapping[Standing, Sequence[RegisterLine]]
    topics: tuple[OpenTopic, ...]
    missing: tuple[MissingAct, ...]

    @property
    def found(self) -> int:
        """How many acts are shown."""
        return sum(map(len, self.lines.values()))

    @property
    def entered(self) -> int:
        """How many of the missing acts are in the register of the mission, without a text."""
        return sum(one.act.row is not None for one in self.missing)


class MissionRegister:
    """The register of the state of a mission beside the mission's own rows and texts, gathered once."""

    def __init__(self, mission: Mission, register: StateRegister) -> None:
        self.register = register
        self.day: date = mission.starts
        self.rows = rows_of(mission, register)
        self.texts: dict[object, list[Edition]] = {}
        for one in newest_of(editions_on_file(mission)):
            self.texts.setdefault(one.act_id, []).append(one)

    def opened(self, one: ToOpen) -> OpenAct:
        """Return an act to open with what the mission has of it."""
        row = self.rows.get(one.act.id)
        return OpenAct(
            act=one.act,
            standing=one.standing,
            address=one.act.address or self.register.site,
            row=row,
            editions=tuple(self.texts.get(row.pk, ())) if row else (),
            units=one.units,
            is_unsure=one.unconfirmed,
        )

    def topics(self, requirement: Requirement | None = None) -> tuple[OpenTopic, ...]:
        """Return the topics of a requirement, or all of them, with their acts as on the day."""
        topics = self.register.topics_of(requirement) if requirement else self.register.topics
        return tuple(OpenTopic(one, tuple(map(self.opened, self.register.to_open(one, self.day)))) for one in topics)

    def missing(self, requirements: Iterable[Requirement]) -> tuple[MissingAct, ...]:
        """Return the acts without text that some of the requirements need, those that most need first."""
        acts: dict[str, OpenAct] = {}
        needed: dict[str, list[Requirement]] = {}
        for requirement in requirements:
            here = {one.act.id: one for topic in self.topics(requirement) for one in topic.acts if one.is_missing}
            acts |= here
            for name in here:
                needed.setdefault(name, []).append(requirement)
        found = [MissingAct(acts[name], tuple(by)) for name, by in needed.items()]
        return tuple(sorted(found, key=lambda one: -len(one.requirements)))

    def lines(self, looked_for: str) -> Iterator[RegisterLine]:
        """Yield the acts that have the words or the number, in the order of the register."""
        for act in self.register.acts:
            if _has(act, looked_for):
                opened = self.opened(ToOpen(act, self.register.standing(act, self.day)))
                yield RegisterLine(opened, act.amendments_by(self.day), act.amendments_after(self.day))


@cache
def registers() -> Mapping[str, StateRegister]:
    """Return the registers that come with the product, by state, read once in the life of the program."""
    return load_registers([one.id for one in released().requirements])


def mission_register(mission: Mission) -> MissionRegister | None:
    """Return the register of the state of a mission, or None where the product has none of that state."""
    register = registers().get(mission.state)
    return MissionRegister(mission, register) if register else None


def rows_of(mission: Mission, register: StateRegister) -> dict[str, Act]:
    """Return the rows of the mission by the id in the register: as linked, else by the same number and date."""
    acts = list(national_acts(mission))
    linked = {row.register_id: row for row in acts if row.register_id}
    free = [row for row in acts if not row.register_id]
    return {one.id: row for one in register.acts if (row := linked.get(one.id) or _same(one, free))}


def state_register_page(mission: Mission, looked_for: str) -> StateRegisterPage | None:
    """Gather the page; None where the product has no register of the state."""
    of_mission = mission_register(mission)
    if of_mission is None:
        return None
    lines: dict[Standing, list[RegisterLine]] = {standing: [] for standing in Standing}
    for line in of_mission.lines(looked_for):
        lines[line.act.standing].append(line)
    scope = [requirement_of(item.requirement) for item in scope_of(mission)]
    return StateRegisterPage(of_mission.register, lines, of_mission.topics(), of_mission.missing(scope))


def _same(act: RegisteredAct, rows: Iterable[Act]) -> Act | None:
    """Return the row with the same number and date, or the same title where the act has no number."""
    adopted = str(act.adopted or "")
    for row in rows:
        is_dated = bool(adopted) and adopted == str(row.adopted)
        if is_dated and act.number == row.number and (act.number or set(act.title.values()) & set(row.title.values())):
            return row
    return None


def _has(act: RegisteredAct, looked_for: str) -> bool:
    text = _folded(" ".join((*act.title.values(), act.number, act.id, str(act.adopted or ""))))
    return all(word in text for word in _folded(looked_for).split())


def _folded(text: str) -> str:
    return text.casefold().translate(FOLDED).replace("№", " ")
