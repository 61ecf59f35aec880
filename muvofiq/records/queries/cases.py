"""The cases of the walk-through, and what the mission's law answers at each of their stations."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.case import Case, Standing, Station, cases, standing_of, together
from muvofiq.assessment.verdict import Verdict
from muvofiq.law.citing import cite
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Answer, CaseNote, Edition, Mission, Person
from muvofiq.records.queries.assessments import assessment_of
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.law_text import reference_to
from muvofiq.records.queries.missions import findings_of
from muvofiq.records.queries.released import released
from muvofiq.records.queries.requirements import requirement_of, scope_of
from muvofiq.records.queries.time_limits import Agencies, Limits, agencies_of, limits_of
from muvofiq.records.queries.whose_law import answers_on
from muvofiq.records.words import Decision
from muvofiq.standards.requirement import Requirement


@dataclass(frozen=True, slots=True)
class Cited:
    """A provision that a person accepted, with the words that were quoted of it."""

    edition: Edition
    eid: str
    citation: str
    quotations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """A requirement at a station and the mission's answer to it.

    Outside the scope nothing is known of it. Where it is kept back, a person who owes a second opinion does not see
    the verdict yet; ``limits`` is what the machine reads in the provisions, and no part of the verdict.
    """

    requirement: Requirement
    in_scope: bool
    kept_back: bool = False
    assessment: Assessment = field(default_factory=Assessment)
    provisions: tuple[Cited, ...] = ()
    limits: Limits = field(default_factory=Limits)

    @property
    def standing(self) -> Standing | None:
        """How it is drawn: a gap in the law or in practice is a gap; None outside the scope."""
        if not self.in_scope:
            return None
        is_gap = standing_of(self.assessment.practice) is Standing.GAP
        return Standing.GAP if is_gap else standing_of(self.assessment.law)

    @property
    def is_practice_judged(self) -> bool:
        """Whether a person has judged the practice."""
        return self.assessment.practice is not Verdict.NOT_ASSESSED


@dataclass(frozen=True, slots=True)
class Stop:
    """A station of a case in this mission: its number, its answers, and what the group noted."""

    number: int
    station: Station
    applied: tuple[Applied, ...]
    note: CaseNote | None

    @property
    def standing(self) -> Standing:
        """How the station is drawn; of what is outside the scope nothing is known."""
        return together(tuple(one.standing or Standing.OPEN for one in self.applied))

    @property
    def in_scope(self) -> tuple[Applied, ...]:
        """The requirements that the mission judges."""
        return tuple(one for one in self.applied if one.in_scope)

    @property
    def outside(self) -> tuple[Applied, ...]:
        """The requirements outside the scope."""
        return tuple(one for one in self.applied if not one.in_scope)

    @property
    def counts(self) -> dict[str, int]:
        """How many requirements stand how; ``outside`` counts those outside the scope."""
        found = Counter(one.standing.value if one.standing else "outside" for one in self.applied)
        return {name: found[name] for name in (*(one.value for one in Standing), "outside")}

    @property
    def is_answered(self) -> bool:
        """Whether a person accepted a provision for any of its requirements."""
        return any(one.provisions for one in self.applied)


@dataclass(frozen=True, slots=True)
class Walk:
    """A case walked through with the law of one mission, and the numbers of its summary."""

    case: Case
    stops: tuple[Stop, ...]

    @property
    def with_gap(self) -> int:
        """How many stations have a gap."""
        return sum(one.standing is Standing.GAP for one in self.stops)

    @property
    def unanswered(self) -> int:
        """How many stations have no accepted provision at all."""
        return sum(not one.is_answered for one in self.stops)

    @property
    def requirements(self) -> dict[str, Applied]:
        """The requirements of the case by their ids, each once."""
        return {one.requirement.id: one for stop in self.stops for one in stop.applied}

    @property
    def in_scope(self) -> int:
        """How many requirements of the case are in the scope of the mission."""
        return sum(one.in_scope for one in self.requirements.values())

    @property
    def judged(self) -> int:
        """How many of these a person has judged on the law."""
        return sum(one.assessment.law is not Verdict.NOT_ASSESSED for one in self.requirements.values())


def case_named(mission: Mission, case_id: str) -> Case:
    """Return a case of the library; raises NotOnFile."""
    found = next((one for one in cases() if one.id == case_id), None)
    if found is None:
        raise NotOnFile(f"{mission} > cases", sort="case", name=case_id)
    return found


def station_of(mission: Mission, case_id: str, number: int) -> Station:
    """Return a station of a case by its place, from 1; raises NotOnFile."""
    stations = case_named(mission, case_id).stations
    if not 1 <= number <= len(stations):
        raise NotOnFile(f"{mission} > {case_id}", sort="station", name=str(number))
    return stations[number - 1]


def walks(mission: Mission, person: Person) -> tuple[Walk, ...]:
    """Walk through every case, as far as this person may see the findings."""
    return _walks(mission, person, cases())


def walk(mission: Mission, case_id: str, person: Person) -> Walk:
    """Walk through one case, as far as this person may see the findings; raises NotOnFile."""
    return _walks(mission, person, (case_named(mission, case_id),))[0]


def _walks(mission: Mission, person: Person, chosen: Iterable[Case]) -> tuple[Walk, ...]:
    room = _room(mission, person)
    notes = {(one.case, one.station): one for one in mission.case_notes.select_related("written_by")}
    return tuple(
        Walk(
            case,
            tuple(
                Stop(at, station, tuple(map(room.applied, station.requirements)), notes.get((case.id, at)))
                for at, station in enumerate(case.stations, 1)
            ),
        )
        for case in chosen
    )


@dataclass(frozen=True, slots=True)
class _Room:
    """All that the mission holds on requirements, read once for all stations."""

    scope: Mapping[str, Requirement]
    answers: Mapping[str, tuple[Answer, ...]]
    assessments: Mapping[str, Assessment]
    kept: frozenset[str]
    agencies: Agencies

    def applied(self, name: str) -> Applied:
        """Return what the mission answers to a requirement."""
        requirement = self.scope.get(name)
        if requirement is None:
            return Applied(released().requirement(name), in_scope=False)
        answers = self.answers.get(name, ())
        facts: dict[str, Any] = {"provisions": tuple(map(_cited, answers)), "limits": limits_of(answers, self.agencies)}
        if name in self.kept:
            return Applied(requirement, in_scope=True, kept_back=True, **facts)
        return Applied(requirement, in_scope=True, assessment=self.assessments.get(name, Assessment()), **facts)


def _room(mission: Mission, person: Person) -> _Room:
    scope = {one.requirement.requirement_id: requirement_of(one.requirement) for one in scope_of(mission)}
    chosen: dict[UUID, str] = {one.requirement_id: one.requirement.requirement_id for one in scope_of(mission)}
    rows = answers_on(mission).filter(decision=Decision.ACCEPTED.value, requirement__in=list(chosen))
    answers: dict[str, list[Answer]] = {}
    for one in rows.select_related("edition__act", "edition__mission").prefetch_related("quotations"):
        answers.setdefault(chosen[one.requirement_id], []).append(one)
    findings = {chosen[one.requirement_id]: one for one in findings_of(mission) if one.requirement_id in chosen}
    return _Room(
        scope=scope,
        answers={name: tuple(found) for name, found in answers.items()},
        assessments={name: assessment_of(one) for name, one in findings.items()},
        kept=kept_from(person, mission),
        agencies=agencies_of(mission),
    )


def _cited(answer: Answer) -> Cited:
    citation = cite(reference_to(answer.edition, answer.eid), answer.edition.language)
    return Cited(answer.edition, answer.eid, citation, tuple(one.words for one in answer.quotations.all()))
