"""The scope as a list: each requirement with its verdict and how much evidence it has."""

from collections import Counter
from dataclasses import dataclass

from muvofiq.alignment.candidate import NOTHING
from muvofiq.records.models import Finding, Mission
from muvofiq.records.queries.missions import findings_of
from muvofiq.records.queries.requirements import requirement_of, scope_of
from muvofiq.records.queries.whose_law import answers_on, proposals_on
from muvofiq.standards.requirement import Requirement


@dataclass(frozen=True, slots=True)
class ScopeRow:
    """One requirement of the scope."""

    requirement: Requirement
    finding: Finding | None
    accepted: int
    proposed: int
    notes: int
    is_probably_nothing: bool = False

    @property
    def look_again(self) -> bool:
        """Whether its verdict was carried to an edition that says otherwise, and nobody has looked again."""
        return self.finding is not None and self.finding.look_again


def scope_list(mission: Mission) -> list[ScopeRow]:
    """Return the rows in the order of the scope."""
    findings = {one.requirement_id: one for one in findings_of(mission)}
    accepted = Counter(answers_on(mission).filter(decision="accepted").values_list("requirement_id", flat=True))
    proposed = Counter(proposals_on(mission).values_list("requirement_id", flat=True))
    nothing = set(mission.outcomes.filter(state="", nothing__gt=NOTHING).values_list("requirement_id", flat=True))
    notes = Counter(mission.contributions.values_list("requirements", flat=True))
    return [
        ScopeRow(
            requirement_of(item.requirement),
            findings.get(item.requirement_id),
            accepted[item.requirement_id],
            proposed[item.requirement_id],
            notes[item.requirement_id],
            item.requirement_id in nothing,
        )
        for item in scope_of(mission)
    ]
