"""The discussion notes of a mission, agency by agency, with the requirements that each of them concerns."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Agency, Contribution, Mission, Session
from muvofiq.records.queries.requirements import requirement_of, scope_of
from muvofiq.standards.requirement import Requirement


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which notes are wanted: the keys of an agency and a session, the id of a requirement; empty for all."""

    agency: str = ""
    session: str = ""
    requirement: str = ""

    @property
    def is_all(self) -> bool:
        """Whether no note is left out."""
        return not (self.agency or self.session or self.requirement)


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note with its requirements."""

    note: Contribution
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class AgencyNotes:
    """What one agency contributed, in the order of the notes."""

    agency: Agency
    rows: tuple[NoteRow, ...]


def notes_list(mission: Mission, wanted: Wanted) -> list[AgencyNotes]:
    """Return the wanted notes, the agencies in the order of the plan."""
    notes = mission.contributions.select_related("agency", "session", "noted_by").prefetch_related("requirements")
    rows = [row for row in map(_row, notes.order_by("agency__position", "agency", "number")) if _fits(row, wanted)]
    return [AgencyNotes(agency, tuple(group)) for agency, group in groupby(rows, lambda row: row.note.agency)]


def note_numbered(mission: Mission, number: int) -> Contribution:
    """Return a note of the mission; raises NotOnFile."""
    rows = mission.contributions.select_related("agency", "session", "noted_by", "mission")
    note = rows.prefetch_related("requirements").filter(number=number).first()
    if note is None:
        raise NotOnFile(f"{mission} > discussion notes", sort="discussion note", name=f"C{number}")
    return note


def agency_keyed(mission: Mission, key: str) -> Agency:
    """Return an agency of the mission; raises NotOnFile."""
    agency = mission.agencies.filter(pk=key).first()
    if agency is None:
        raise NotOnFile(f"{mission} > agencies", sort="agency", name=key)
    return agency


def session_keyed(mission: Mission, key: str) -> Session | None:
    """Return a session of the mission, or None for no key; raises NotOnFile."""
    session = mission.sessions.filter(pk=key).first() if key else None
    if key and session is None:
        raise NotOnFile(f"{mission} > agenda", sort="session", name=key)
    return session


def scope_requirements(mission: Mission) -> list[Requirement]:
    """Return the requirements of the scope in its order."""
    return [requirement_of(item.requirement) for item in scope_of(mission)]


def _row(note: Contribution) -> NoteRow:
    return NoteRow(note, tuple(requirement_of(one) for one in note.requirements.all()))


def _fits(row: NoteRow, wanted: Wanted) -> bool:
    return all(_asked(row, wanted))


def _asked(row: NoteRow, wanted: Wanted) -> Iterator[bool]:
    yield wanted.agency in {"", str(row.note.agency_id)}
    yield wanted.session in {"", str(row.note.session_id)}
    yield not wanted.requirement or wanted.requirement in {one.id for one in row.requirements}
