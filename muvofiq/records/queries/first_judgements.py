"""Who judged a requirement first, and what: read from the history, which nobody can change."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.models import Mission

SUBJECT = "verdict "


@dataclass(frozen=True, slots=True)
class Judgement:
    """One verdict as the history has it."""

    at: datetime
    by: UUID
    assessment: Assessment


def judgements_on(mission: Mission, requirement_ids: Collection[str]) -> dict[str, list[Judgement]]:
    """Return by requirement the verdicts on the law that were given on it, the oldest first."""
    subjects = [f"{SUBJECT}{name}" for name in set(requirement_ids)]
    entries = mission.history.filter(subject__in=subjects).order_by("sequence")
    found: dict[str, list[Judgement]] = {}
    for subject, at, actor, change in entries.values_list("subject", "at", "actor_id", "change"):
        told = change.get("to")
        if not isinstance(told, dict) or "law" not in told:
            continue
        assessment = Assessment.from_entry(told)
        if assessment.law is not Verdict.NOT_ASSESSED:
            found.setdefault(subject.removeprefix(SUBJECT), []).append(Judgement(at, actor, assessment))
    return found


def judges_on(mission: Mission, requirement_ids: Collection[str]) -> dict[str, set[UUID]]:
    """Return by requirement who judged it, or is assigned to."""
    found = {name: {one.by for one in given} for name, given in judgements_on(mission, requirement_ids).items()}
    findings = mission.findings.filter(requirement__requirement_id__in=requirement_ids)
    owners = mission.scope.filter(requirement__requirement_id__in=requirement_ids, owner__isnull=False)
    for rows, person in ((findings, "judged_by_id"), (owners, "owner_id")):
        for name, key in rows.values_list("requirement__requirement_id", person):
            found.setdefault(name, set()).add(key)
    return found
