"""The clauses of a readmission agreement with their requirements, beside an agreement of the state that is on file."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from muvofiq.law.citing import cite
from muvofiq.records.models import Act, Answer, Edition, Finding, Mission, Person, Proposal
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.law_text import editions_on_file, eids_of, reference_to, unit_of
from muvofiq.records.queries.missions import findings_of
from muvofiq.records.queries.released import released
from muvofiq.records.queries.requirements import requirement_of, scope_of
from muvofiq.records.queries.whose_law import answers_on, proposals_on
from muvofiq.records.words import Decision
from muvofiq.standards.clause_map import Clause, ClauseMap, load_clause_map
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.requirement import Requirement

TREATY = "treaty"  # the kind of act that an agreement is
MOST = 3  # proposals that are shown for one requirement


@dataclass(frozen=True, slots=True)
class TiedRequirement:
    """A requirement that a clause answers, and its verdict, unless kept back; one outside the scope is only named."""

    requirement: Requirement
    is_scoped: bool
    finding: Finding | None = None
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class AnsweringUnit:
    """A unit of the chosen agreement that was accepted for a requirement, or that the machine proposes for it."""

    edition: Edition
    eid: str
    citation: str
    heading: str
    is_accepted: bool
    requirements: tuple[Requirement, ...]

    @property
    def codes(self) -> str:
        """The codes of the requirements, in the order of the clause."""
        return ", ".join(one.code for one in self.requirements)


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause with its requirements and the units of the chosen agreement beside it."""

    clause: Clause
    requirements: tuple[TiedRequirement, ...]
    units: tuple[AnsweringUnit, ...]

    @property
    def is_sought(self) -> bool:
        """Whether some of its requirements is in the scope, so that the acts are searched for it."""
        return any(one.is_scoped for one in self.requirements)


@dataclass(frozen=True, slots=True)
class ReadmissionPage:
    """The map in its order. ``acts`` are the national acts with a text on file, agreements first."""

    map: ClauseMap
    model: Instrument
    rows: tuple[ClauseRow, ...]
    outside: tuple[TiedRequirement, ...]
    acts: tuple[Act, ...]
    chosen: Act | None

    @property
    def scoped(self) -> int:
        """How many of the requirements at the clauses are in the scope."""
        return len({one.requirement.id for row in self.rows for one in row.requirements if one.is_scoped})


@cache
def clause_map() -> ClauseMap:
    """Return the map of readmission agreements, read once in the life of the program."""
    return load_clause_map("readmission", released())


def acts_with_text(mission: Mission) -> list[Act]:
    """Return the national acts of which a text is on file, agreements first, then in the order of the register."""
    acts = {one.act_id: one.act for one in editions_on_file(mission)}
    return sorted(acts.values(), key=lambda one: one.kind != TREATY)


def readmission_page(mission: Mission, chosen: str, person: Person | None = None) -> ReadmissionPage:
    """Gather the page beside the act with this key; beside the first agreement on file where none is chosen."""
    acts = acts_with_text(mission)
    act = next((one for one in acts if str(one.pk) == chosen), None)
    if act is None and acts and acts[0].kind == TREATY:
        act = acts[0]
    found = clause_map()
    tied = _tied(mission, (*found.tied, *found.outside), person)
    units = _units(mission, act, [one for one in tied if tied[one].is_scoped]) if act else {}
    rows = [
        ClauseRow(one, tuple(tied[name] for name in one.requirements), _joined(one.requirements, units, tied))
        for one in found.clauses
    ]
    return ReadmissionPage(
        map=found,
        model=released().instrument(found.model),
        rows=tuple(rows),
        outside=tuple(tied[name] for name in found.outside),
        acts=tuple(acts),
        chosen=act,
    )


def _tied(mission: Mission, names: Iterable[str], person: Person | None) -> dict[str, TiedRequirement]:
    scope = {item.requirement.requirement_id: item.requirement for item in scope_of(mission)}
    findings = {one.requirement_id: one for one in findings_of(mission, person)}
    kept = kept_from(person, mission) if person else frozenset()
    return {
        name: TiedRequirement(
            requirement_of(scope[name]), is_scoped=True, finding=findings.get(scope[name].pk), is_kept=name in kept
        )
        if name in scope
        else TiedRequirement(released().requirement(name), is_scoped=False)
        for name in names
    }


def _units(mission: Mission, act: Act, names: Collection[str]) -> dict[str, list[Answer | Proposal]]:
    """Return by requirement what was accepted in an act, then the best undecided proposals."""
    wanted = {"edition__act": act, "requirement__requirement_id__in": names}
    answers = list(answers_on(mission).filter(**wanted).select_related("edition__mission", "requirement"))
    proposals = proposals_on(mission).filter(**wanted).select_related("edition__mission", "requirement")
    decided = {(one.requirement_id, one.edition_id, one.eid) for one in answers}
    found: dict[str, list[Answer | Proposal]] = {}
    for answer in answers:
        if answer.decision == Decision.ACCEPTED.value:
            found.setdefault(answer.requirement.requirement_id, []).append(answer)
    shown = dict.fromkeys(names, 0)
    for proposal in proposals.order_by("rank"):
        name = proposal.requirement.requirement_id
        is_new = (proposal.requirement_id, proposal.edition_id, proposal.eid) not in decided
        if is_new and shown[name] < MOST and proposal.eid in eids_of(proposal.edition):
            shown[name] += 1
            found.setdefault(name, []).append(proposal)
    return found


def _joined(
    names: Sequence[str], units: Mapping[str, Sequence[Answer | Proposal]], tied: Mapping[str, TiedRequirement]
) -> tuple[AnsweringUnit, ...]:
    """Return each unit once for a clause, the accepted ones first, with the requirements for which it stands."""
    rows: dict[tuple[str, str, bool], list[tuple[Answer | Proposal, Requirement]]] = {}
    for name in names:
        for one in units.get(name, ()):
            key = (one.edition.name, one.eid, isinstance(one, Answer))
            rows.setdefault(key, []).append((one, tied[name].requirement))
    found = [_unit(group) for group in rows.values()]
    return tuple(sorted(found, key=lambda one: not one.is_accepted))


def _unit(group: Sequence[tuple[Answer | Proposal, Requirement]]) -> AnsweringUnit:
    one = group[0][0]
    return AnsweringUnit(
        edition=one.edition,
        eid=one.eid,
        citation=cite(reference_to(one.edition, one.eid), one.edition.language),
        heading=unit_of(one.edition, one.eid).heading,
        is_accepted=isinstance(one, Answer),
        requirements=tuple(requirement for _, requirement in group),
    )
