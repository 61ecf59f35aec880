"""How the scope of a mission covers the catalogue: the grid of groups and stages, counted from what is saved."""

from muvofiq.assessment.coverage import Coverage, coverage
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.models import Mission, Person
from muvofiq.records.queries.missions import findings_of
from muvofiq.records.queries.requirements import newest_editions, requirement_of, scope_of
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.vocabulary import Group, Stage


def coverage_of(mission: Mission, person: Person | None = None) -> Coverage:
    """Return the grid; a verdict counts on the axis of the law, by the edition that the mission judges by.

    What is kept back from the person who asks counts as not judged.
    """
    scope = [item.requirement for item in scope_of(mission)]
    verdicts = {finding.requirement_id: Verdict(finding.law) for finding in findings_of(mission, person)}
    return coverage(
        map(requirement_of, newest_editions(mission).values()),
        map(requirement_of, scope),
        {one.requirement_id: verdicts[one.pk] for one in scope if one.pk in verdicts},
    )


def concerns(requirement: Requirement, group: Group | None, stage: Stage | None) -> bool:
    """Whether a requirement names a group and a stage; one that is not asked for is no condition."""
    return (group is None or group in requirement.groups) and (stage is None or stage in requirement.stages)


def left_out(mission: Mission, group: Group | None, stage: Stage | None) -> list[Requirement]:
    """Return what the catalogue has for a group at a stage and the scope leaves out, by code."""
    chosen = {item.requirement.requirement_id for item in scope_of(mission)}
    others = (requirement_of(one) for name, one in newest_editions(mission).items() if name not in chosen)
    return sorted((one for one in others if concerns(one, group, stage)), key=lambda one: one.code)
