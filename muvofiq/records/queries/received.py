"""What a received file would do to the catalogue of a mission: told in full before anything is taken."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from muvofiq.law.citing import cite
from muvofiq.publication.concordance_reading import LeftRow, Link
from muvofiq.records.models import Edition, Mission, OwnInstrument, ReceivedTable, RequirementEdition, TableLink
from muvofiq.records.queries.exchange import catalogue_on_file, free_codes
from muvofiq.records.queries.law_text import reference_to
from muvofiq.records.queries.received_reading import Reading, read_received
from muvofiq.records.queries.released import released
from muvofiq.records.queries.requirements import newest_editions, requirement_of
from muvofiq.records.queries.table_places import Places
from muvofiq.standards.drafting import own_theme
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.relation import Relation
from muvofiq.standards.requirement import Requirement, Signature
from muvofiq.standards.unrevised import marked
from muvofiq.text.source import fingerprint

FIELDS = (
    *("code", "title", "statement", "citations", "groups", "stages", "elements"),
    *("terms", "strength", "practice", "signed", "unconfirmed_languages"),
)


class Fate(StrEnum):
    """What becomes of an entry of a file."""

    NEW = "new"
    EDITION = "a new edition"
    CHANGED = "changed"
    SAME = "unchanged"
    OLDER = "older than what is on file"
    RELEASED = "differs from the released one, which stays"
    KEPT = "differs from what is on file, which stays"

    @property
    def is_taken(self) -> bool:
        """Whether taking the file changes anything here."""
        return self in {Fate.NEW, Fate.EDITION, Fate.CHANGED}


@dataclass(frozen=True, slots=True)
class Change:
    """A part of a requirement that differs: its words on file and in the file."""

    name: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class IncomingRequirement:
    """A requirement of a file; ``saved`` is the edition on file, ``told_code`` its code where that was taken.

    ``signed`` is a signature of the file that is not taken over: whoever signs has read the text here.
    """

    requirement: Requirement
    fate: Fate
    saved: RequirementEdition | None = None
    told_code: str = ""
    signed: Signature | None = None

    @property
    def before(self) -> Requirement | None:
        """What is on file."""
        return requirement_of(self.saved) if self.saved else None

    @property
    def changes(self) -> tuple[Change, ...]:
        """Tell what differs from what is on file, the words of both."""
        before, now = self.before, self.requirement
        if before is None:
            return ()
        differ = (name for name in FIELDS if getattr(before, name) != getattr(now, name))
        return tuple(Change(name, _written(getattr(before, name)), _written(getattr(now, name))) for name in differ)


@dataclass(frozen=True, slots=True)
class IncomingInstrument:
    """An instrument of a file; ``row`` is the one of the mission's own on file."""

    instrument: Instrument
    fate: Fate
    row: OwnInstrument | None = None


@dataclass(frozen=True, slots=True)
class IncomingRelation:
    """A relation of a file."""

    relation: Relation
    fate: Fate


@dataclass(frozen=True, slots=True)
class IncomingLink:
    """A row of a table of concordance that answers a requirement; ``edition`` and ``eid`` where its unit is on file."""

    requirement: str
    link: Link
    edition: Edition | None
    eid: str
    fate: Fate
    row: TableLink | None = None

    @property
    def citation(self) -> str:
        """The unit on file, as lawyers cite it."""
        return cite(reference_to(self.edition, self.eid), self.edition.language) if self.edition else ""

    def facts(self) -> dict[str, Any]:
        """Return what is kept of the row."""
        return {
            "act": self.link.act,
            "unit": self.link.unit,
            "text": self.link.text,
            "edition": self.edition,
            "eid": self.eid,
            "degree": self.link.degree.value if self.link.degree else "",
            "degree_words": self.link.degree_words,
            "explanation": self.link.explanation,
        }


@dataclass(frozen=True, slots=True)
class Received:
    """All that a file would do, and what of it is left out and why; ``stamp`` changes with any of it.

    ``themes`` are letters that the file calls otherwise than the catalogue here, whose titles stay.
    """

    requirements: tuple[IncomingRequirement, ...]
    instruments: tuple[IncomingInstrument, ...]
    relations: tuple[IncomingRelation, ...]
    links: tuple[IncomingLink, ...]
    left: tuple[LeftRow, ...]
    unread: tuple[str, ...]
    themes: tuple[str, ...]
    stamp: str

    @property
    def taken(self) -> int:
        """How many entries would be new or changed."""
        return sum(fate.is_taken for fate in self.fates)

    @property
    def fates(self) -> tuple[Fate, ...]:
        """What becomes of every entry."""
        return (
            *(one.fate for one in self.requirements),
            *(one.fate for one in self.instruments),
            *(one.fate for one in self.relations),
            *(one.fate for one in self.links),
        )


def received_of(table: ReceivedTable) -> Received | None:
    """Return what a file would do; None while nobody has said what its columns hold. Raises the errors of its form."""
    reading = read_received(table)
    return told(table.mission, table.file_name, reading) if reading else None


def told(mission: Mission, file_name: str, reading: Reading) -> Received:
    """Hold what was read against what is on file."""
    bundle = reading.bundle
    requirements = tuple(_requirements(mission, bundle.requirements))
    instruments = tuple(_instruments(mission, bundle.instruments))
    relations = tuple(_relations(mission, bundle.relations))
    links = tuple(_links(mission, file_name, reading))
    said = (
        *((one.requirement, one.fate, one.saved and one.saved.edition) for one in requirements),
        *((one.instrument, one.fate, one.row and one.row.version) for one in instruments),
        *((one.relation, one.fate) for one in relations),
        *((one.requirement, one.link, one.eid, one.fate) for one in links),
    )
    stamp = fingerprint("\n".join(map(str, said)).encode("utf-8", "replace"))[:16]
    titles = {one.id: one.title for one in (own_theme(), *released().themes)}
    themes = tuple(one.id for one in bundle.themes if titles.get(one.id) != one.title)
    return Received(requirements, instruments, relations, links, reading.left, reading.unread, themes, stamp)


def _requirements(mission: Mission, requirements: Iterable[Requirement]) -> Iterator[IncomingRequirement]:
    newest = newest_editions(mission)
    older = [_unsigned(requirement_of(row)) for row in mission.own_requirements.all()]
    codes = {requirement_of(one).code: name for name, one in newest.items()}
    for requirement in requirements:
        saved, signed = newest.get(requirement.id), requirement.signed
        requirement = _unsigned(requirement)  # noqa: PLW2901 as it would be taken
        told_code = requirement.code if codes.get(requirement.code, requirement.id) != requirement.id else ""
        if told_code and (saved is None or saved.mission_id):
            free = next(free_codes(codes, requirement.theme, str(mission)))
            requirement = replace(requirement, code=free)  # noqa: PLW2901 the same requirement under another number
        codes[requirement.code] = requirement.id
        fate = _fate(requirement, saved, older)
        if saved and fate is Fate.EDITION:
            requirement = marked(requirement_of(saved), requirement)  # noqa: PLW2901 as it would be taken
        yield IncomingRequirement(requirement, fate, saved, told_code, signed if fate.is_taken else None)


def _fate(requirement: Requirement, saved: RequirementEdition | None, older: Collection[Requirement]) -> Fate:
    """Return what becomes of a requirement; who has signed it, there or here, makes no difference to its words.

    A file that was taken before is the same although what it left unrevised was marked.
    """
    if saved is None:
        return Fate.NEW
    ours, before = _unsigned(requirement_of(saved)), [one for one in older if one.id == requirement.id]
    if ours == requirement or (saved.mission_id and any(marked(one, requirement) == ours for one in before)):
        return Fate.SAME
    if saved.mission_id is None:
        return Fate.RELEASED
    return Fate.OLDER if requirement in older else Fate.EDITION


def _unsigned(requirement: Requirement) -> Requirement:
    return replace(requirement, signed=None)


def _instruments(mission: Mission, instruments: Iterable[Instrument]) -> Iterator[IncomingInstrument]:
    own = {Instrument.parse(row.letter).id: row for row in mission.own_instruments.all()}
    for one in instruments:
        row, ours = own.get(one.id), released().instruments.get(one.id)
        if ours:
            yield IncomingInstrument(one, Fate.SAME if ours == one else Fate.RELEASED)
        elif row:
            yield IncomingInstrument(one, Fate.SAME if Instrument.parse(row.letter) == one else Fate.CHANGED, row)
        else:
            yield IncomingInstrument(one, Fate.NEW)


def _relations(mission: Mission, relations: Iterable[Relation]) -> Iterator[IncomingRelation]:
    known = {frozenset({one.first, one.second}): one for one in catalogue_on_file(mission).relations}
    for one in relations:
        before = known.get(frozenset({one.first, one.second}))
        is_same = before is not None and _bare(before.told_from(one.first)) == _bare(one)
        yield IncomingRelation(one, Fate.NEW if before is None else Fate.SAME if is_same else Fate.KEPT)


def _links(mission: Mission, file_name: str, reading: Reading) -> Iterator[IncomingLink]:
    rows = mission.table_links.filter(file_name=file_name).select_related("requirement")
    kept = {(one.requirement.requirement_id, one.row): one for one in rows}
    places = Places(mission)
    for name, link in reading.links:
        edition, eid = places.find(link.act, link.unit) or (None, "")
        new = IncomingLink(name, link, edition, eid, Fate.NEW, kept.get((name, link.row)))
        yield _held_against(new)


def _held_against(one: IncomingLink) -> IncomingLink:
    if one.row is None:
        return one
    is_same = all(getattr(one.row, field) == value for field, value in one.facts().items())
    return replace(one, fate=Fate.SAME if is_same else Fate.CHANGED)


def _written(value: object) -> str:
    """Write a part of a requirement line by line."""
    if isinstance(value, Mapping):
        return "\n".join(f"{language}: {_written(words)}" for language, words in value.items())
    if isinstance(value, tuple):
        return "\n".join(map(_written, value))
    if isinstance(value, Signature):
        return f"{value.name}, {value.date.isoformat()}"
    return str(value or "")


def _bare(relation: Relation) -> Relation:
    return Relation(relation.first, relation.second, relation.kind, relation.common, relation.reason)
