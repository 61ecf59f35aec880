"""The good practice that belongs to a requirement: what comes with the product, and what the mission wrote."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from muvofiq.publication.concordance import Compared
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Mission, PracticeEntry
from muvofiq.records.queries.norms import instruments_of
from muvofiq.records.queries.released import released
from muvofiq.records.queries.requirements import newest_editions, requirement_of
from muvofiq.standards.good_practice import GoodPractice
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.practice_shelf import neighbours, shipped_practices
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.state import state_name

SHIPPED, OURS = "shipped", "ours"  # from where an entry comes
CONFIRMED, UNCONFIRMED = "confirmed", "unconfirmed"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which practices are wanted; empty for all. ``words`` are looked for in every language."""

    state: str = ""
    theme: str = ""
    requirement: str = ""
    words: str = ""
    origin: str = ""
    confirmed: str = ""

    @property
    def is_all(self) -> bool:
        """Whether no practice is left out."""
        return self == Wanted()


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """A practice on the shelf of a mission.

    ``entry`` is None for what comes with the product; ``instrument`` where the act is one of the catalogue.
    ``is_later``: begun after the last day of the mission; ``is_past``: over before its first.
    """

    practice: GoodPractice
    entry: PracticeEntry | None
    instrument: Instrument | None
    requirements: tuple[Requirement, ...]
    is_later: bool
    is_past: bool

    def has(self, words: str) -> bool:
        """Whether all words stand in what it says, in any language, or in its act, unit, source or state."""
        one = self.practice
        title = self.instrument.title.values() if self.instrument else ()
        states = (state_name(one.state, language) for language in one.title)
        said = (text for texts in one.texts for text in texts.values())
        text = " ".join((*said, one.act, one.unit, one.source, *one.read_also, *title, *states)).casefold()
        return all(word in text for word in words.casefold().split())


@dataclass(frozen=True, slots=True)
class Group:
    """Practices that stand together on the shelf: those of one state, or those on one requirement."""

    state: str
    requirement: Requirement | None
    rows: tuple[PracticeRow, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The wanted practices in both directions: what others do, and what the state and its neighbours do."""

    others: tuple[Group, ...]
    own: tuple[Group, ...]
    count: int
    unconfirmed: int
    unconfirmed_languages: frozenset[str]


def shelf(mission: Mission, wanted: Wanted, *, is_by_requirement: bool = False) -> Shelf:
    """Return the wanted practices, by state or by requirement."""
    rows = [row for row in practice_rows(mission) if _fits(row, wanted)]
    near = neighbours(mission.state)
    grouped = _by_requirement if is_by_requirement else _by_state
    return Shelf(
        others=tuple(grouped([row for row in rows if row.practice.state not in near], wanted)),
        own=tuple(grouped([row for row in rows if row.practice.state in near], wanted)),
        count=len(rows),
        unconfirmed=sum(not row.practice.confirmed for row in rows),
        unconfirmed_languages=frozenset(one for row in rows for one in row.practice.unconfirmed_languages),
    )


def practices_on(mission: Mission, requirement_id: str) -> tuple[PracticeRow, ...]:
    """Return the practices on a requirement, those of the mission's time first."""
    found = [row for row in _rows(mission, {}) if requirement_id in row.practice.requirements]
    return tuple(sorted(found, key=lambda row: (row.is_later, row.is_past)))


def practice_rows(mission: Mission) -> list[PracticeRow]:
    """Return all practices that the mission can see, its own first."""
    return _rows(mission, _known(mission))


def compared_in(mission: Mission) -> dict[str, list[Compared]]:
    """Return what the table of concordance compares, by the id of the requirement."""
    found: dict[str, list[Compared]] = {}
    for row in _rows(mission, {}):
        for name in row.practice.requirements:
            found.setdefault(name, []).append(Compared(row.practice, row.is_later))
    return found


def states_on_shelf(mission: Mission) -> list[str]:
    """Return the states of which there is a practice, the state of the mission first."""
    found = {row.practice.state for row in _rows(mission, {})}
    return sorted(found, key=lambda state: (state != mission.state, state))


def scoped_ids(mission: Mission) -> set[str]:
    """Return the ids of the requirements of the scope: only these have a page in the mission."""
    return set(mission.scope.values_list("requirement__requirement_id", flat=True))


def practice_keyed(mission: Mission, key: UUID) -> PracticeEntry:
    """Return an entry of the mission; raises NotOnFile."""
    entry = mission.practices.select_related("written_by", "mission").filter(pk=key).first()
    if entry is None:
        raise NotOnFile(f"{mission} > good practice", sort="good practice", name=str(key))
    return entry


def practice_row(mission: Mission, entry: PracticeEntry) -> PracticeRow:
    """Return an entry as the shelf shows it."""
    return _row(mission, practice_of(entry), entry, _known(mission), instruments_of(mission))


def practice_of(entry: PracticeEntry) -> GoodPractice:
    """Return the practice that an entry holds."""
    return _read(entry.letter)


def _known(mission: Mission) -> dict[str, Requirement]:
    """Return the requirements as the mission may judge them, and those of the library that nobody has published."""
    saved = {name: requirement_of(edition) for name, edition in newest_editions(mission).items()}
    return {one.id: one for one in released().requirements} | saved


def _rows(mission: Mission, known: Mapping[str, Requirement]) -> list[PracticeRow]:
    """Return the rows, each with those of its requirements that are among the known ones."""
    instruments = instruments_of(mission)
    ours = [(practice_of(entry), entry) for entry in mission.practices.select_related("written_by")]
    shipped = [(practice, None) for practice in shipped_practices()]
    return [_row(mission, practice, entry, known, instruments) for practice, entry in (*ours, *shipped)]


def _row(
    mission: Mission,
    practice: GoodPractice,
    entry: PracticeEntry | None,
    known: Mapping[str, Requirement],
    instruments: Mapping[str, Instrument],
) -> PracticeRow:
    return PracticeRow(
        practice,
        entry,
        instruments.get(practice.act),
        tuple(known[name] for name in practice.requirements if name in known),
        practice.begins_after(mission.ends),
        practice.ended_before(mission.starts),
    )


def _by_state(rows: Iterable[PracticeRow], _: Wanted) -> Iterator[Group]:
    found: dict[str, list[PracticeRow]] = {}
    for row in rows:
        found.setdefault(row.practice.state, []).append(row)
    for state, group in found.items():
        yield Group(state, None, tuple(group))


def _by_requirement(rows: Iterable[PracticeRow], wanted: Wanted) -> Iterator[Group]:
    """Yield the requirements by code, of those that are wanted; a practice stands under each of its requirements."""
    found: dict[str, tuple[Requirement, list[PracticeRow]]] = {}
    for row in rows:
        for one in row.requirements:
            if wanted.requirement in {"", one.id} and wanted.theme in {"", one.theme}:
                found.setdefault(one.code, (one, []))[1].append(row)
    for _, (requirement, group) in sorted(found.items()):
        yield Group("", requirement, tuple(group))


def _fits(row: PracticeRow, wanted: Wanted) -> bool:
    return all(_asked(row, wanted))


def _asked(row: PracticeRow, wanted: Wanted) -> Iterator[bool]:
    yield wanted.state in {"", row.practice.state}
    yield not wanted.theme or wanted.theme in {one.theme for one in row.requirements}
    yield not wanted.requirement or wanted.requirement in row.practice.requirements
    yield wanted.origin in {"", OURS if row.entry else SHIPPED}
    yield wanted.confirmed in {"", CONFIRMED if row.practice.confirmed else UNCONFIRMED}
    yield not wanted.words or row.has(wanted.words)


@lru_cache(maxsize=1024)
def _read(letter: str) -> GoodPractice:
    return GoodPractice.parse(letter)
