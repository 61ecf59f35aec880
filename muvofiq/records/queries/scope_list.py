"""The scope as a list: each requirement with its finding, who judges it, how much evidence it has, what is left."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from muvofiq.alignment.candidate import NOTHING
from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.heat_map import Standing
from muvofiq.assessment.scale import State
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.models import Finding, Mission, Person, ScopedRequirement
from muvofiq.records.queries.assessments import assessment_of
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.missions import Judging, findings_of
from muvofiq.records.queries.norms import instruments_of
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.records.queries.whose_law import answers_on, proposals_on
from muvofiq.standards.force import Force, force_of
from muvofiq.standards.requirement import Requirement

# Verdicts that say something of words on file, so that a provision must have been accepted for them.
ON_WORDS = frozenset(
    {
        Verdict.FULL,
        Verdict.PARTIAL,
        Verdict.CONTRADICTS,
        Verdict.DIFFERS,
        Verdict.PROTECTS_MORE,
        Verdict.RESTRICTS_MORE,
    }
)


class Left(StrEnum):
    """What is left to do on a requirement of the scope."""

    VERDICT = "verdict"
    REASON = "reason"
    EVIDENCE = "evidence"
    CHECK = "check"
    AGAIN = "again"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True)
class ScopeRow:
    """One requirement of the scope.

    ``finding`` is None where nobody judged, and where ``is_kept_back``: then it exists for others, or may exist, but
    the person who asks gives a second opinion first.
    """

    requirement: Requirement
    finding: Finding | None
    accepted: int
    proposed: int
    notes: int
    is_probably_nothing: bool = False
    owner: Person | None = None
    forces: tuple[Force, ...] = ()
    is_kept_back: bool = False
    assessment: Assessment = field(default_factory=Assessment)

    @property
    def look_again(self) -> bool:
        """Whether its verdict was carried to an edition that says otherwise, and nobody has looked again."""
        return self.finding is not None and self.finding.look_again

    @property
    def state(self) -> State | None:
        """How far the finding is; None where there is none."""
        return State(self.finding.state) if self.finding else None

    @property
    def left(self) -> frozenset[Left]:
        """What is left to do on it for the person who asks."""
        if self.is_kept_back:
            return frozenset({Left.OPINION})
        said, is_judged = self.assessment, self.assessment.law is not Verdict.NOT_ASSESSED
        open_ = {
            Left.VERDICT: not is_judged,
            Left.REASON: said.is_judged and not any(said.reason.values()),
            Left.EVIDENCE: said.law in ON_WORDS and not self.accepted,
            Left.CHECK: said.is_judged and self.state is State.DRAFT,
            Left.AGAIN: self.look_again,
        }
        return frozenset(one for one, is_open in open_.items() if is_open)

    @property
    def elements(self) -> tuple[int, int] | None:
        """How many elements are covered, of how many; None where nobody looked at the elements."""
        said = self.assessment.particulars
        if not said.covered and not said.uncovered:
            return None
        return len(said.covered), len(self.requirement.elements)

    @property
    def judging(self) -> Judging:
        """The requirement as the progress of the mission counts it."""
        return Judging(self.requirement.id, self.standing.law, is_answered=self.accepted > 0)

    @property
    def standing(self) -> Standing:
        """The requirement as the pictures count it."""
        if self.is_kept_back:
            return Standing(self.requirement, None, None)
        return Standing(self.requirement, self.assessment.law, self.assessment.practice)


def scope_list(mission: Mission, person: Person | None = None) -> list[ScopeRow]:
    """Return the rows in the order of the scope, as a person may see them; without a person, all of them whole."""
    findings = {one.requirement_id: one for one in findings_of(mission, person)}
    kept = kept_from(person, mission) if person else frozenset()
    accepted = Counter(answers_on(mission).filter(decision="accepted").values_list("requirement_id", flat=True))
    proposed = Counter(proposals_on(mission).values_list("requirement_id", flat=True))
    nothing = set(mission.outcomes.filter(state="", nothing__gt=NOTHING).values_list("requirement_id", flat=True))
    notes = Counter(mission.contributions.values_list("requirements", flat=True))
    items = list(mission.scope.select_related("requirement", "owner"))
    forces = _forces(mission, items)
    return [
        ScopeRow(
            requirement_of(item.requirement),
            finding := findings.get(item.requirement_id),
            accepted[item.requirement_id],
            proposed[item.requirement_id],
            notes[item.requirement_id],
            item.requirement_id in nothing,
            item.owner,
            forces[item.requirement.requirement_id],
            item.requirement.requirement_id in kept,
            assessment_of(finding),
        )
        for item in items
    ]


def _forces(mission: Mission, items: list[ScopedRequirement]) -> Mapping[str, tuple[Force, ...]]:
    """Return with what forces each requirement speaks, each instrument asked once."""
    known = instruments_of(mission)

    @cache
    def of(name: str) -> Force:
        return force_of(known[name], mission.state, mission.starts)

    found = {}
    for item in items:
        cited = {of(one.instrument) for one in requirement_of(item.requirement).citations if one.instrument in known}
        found[item.requirement.requirement_id] = tuple(one for one in Force if one in cited)
    return found
