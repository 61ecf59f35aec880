"""What the quality checks find in the findings of a mission."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from muvofiq.assessment.checks import Check, Failure, Weight, checked, checks
from muvofiq.assessment.facts import Facts
from muvofiq.assessment.scale import State
from muvofiq.records.models import Finding, Mission, Person
from muvofiq.records.models import RequirementEdition as Saved
from muvofiq.records.queries.blind import is_kept_from, kept_from
from muvofiq.records.queries.finding_facts import facts_of, findings_in_scope
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.standards.requirement import Requirement


@dataclass(frozen=True, slots=True)
class CheckedFinding:
    """A finding with what the checks found in it, the heaviest first."""

    finding: Finding
    requirement: Requirement
    facts: Facts
    failures: tuple[Failure, ...]

    @property
    def state(self) -> State:
        """How far the finding is on its way."""
        return State(self.finding.state)

    @property
    def key(self) -> str:
        """By what it is ticked: the id of the requirement and the version of the verdict."""
        return f"{self.requirement.id} {self.finding.version}"

    @property
    def counts(self) -> Mapping[Weight, int]:
        """How many errors, warnings and notes there are."""
        return Counter(one.check.severity for one in self.failures)

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return self.counts[Weight.ERROR]


@dataclass(frozen=True, slots=True)
class Spot:
    """What one check found in one finding."""

    requirement: Requirement
    failure: Failure


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """A check with the findings in which it found something."""

    check: Check
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """The findings of the scope that a person may see; ``kept`` counts those that are kept back from this person."""

    findings: tuple[CheckedFinding, ...]
    kept: int = 0

    @property
    def counts(self) -> Mapping[Weight, int]:
        """How many errors, warnings and notes there are in all."""
        return Counter(one.check.severity for each in self.findings for one in each.failures)

    @property
    def states(self) -> Mapping[State, int]:
        """How many findings are in which state."""
        return Counter(one.state for one in self.findings)

    @property
    def failing(self) -> int:
        """In how many findings there is an error."""
        return sum(bool(one.errors) for one in self.findings)

    def groups(self, severity: Weight | None = None, check: str = "") -> tuple[CheckGroup, ...]:
        """Return what was found check by check, the heaviest first: all, or of one severity, or of one check."""
        found: dict[str, list[Spot]] = {name: [] for name in checks()}
        for each in self.findings:
            for one in each.failures:
                found[one.check.id].append(Spot(each.requirement, one))
        return tuple(
            CheckGroup(one, tuple(found[one.id]))
            for one in checks().values()
            if found[one.id] and severity in {None, one.severity} and check in {"", one.id}
        )


def checks_of(mission: Mission, person: Person | None = None) -> Quality:
    """Run the checks on all findings of the scope; those that are kept back from a person are left out and counted."""
    findings = findings_in_scope(mission)
    kept = kept_from(person, mission) if person else frozenset()
    seen = [one for one in findings if one.requirement.requirement_id not in kept]
    return Quality(_checked(mission, seen), len(kept))


def checks_on(mission: Mission, saved: Saved, person: Person | None = None) -> CheckedFinding | None:
    """Return what the checks find in one finding; None where there is none, or it is kept back from the person."""
    if person and is_kept_from(person, mission, saved.requirement_id):
        return None
    return next(iter(_checked(mission, findings_in_scope(mission, [saved.requirement_id]))), None)


def failing(mission: Mission, person: Person | None = None) -> int:
    """Count the findings with an error, as far as a person may see them."""
    return checks_of(mission, person).failing


def _checked(mission: Mission, findings: list[Finding]) -> tuple[CheckedFinding, ...]:
    facts = facts_of(mission, findings) if findings else {}
    return tuple(
        CheckedFinding(one, requirement_of(one.requirement), facts[one.pk], checked(facts[one.pk])) for one in findings
    )
