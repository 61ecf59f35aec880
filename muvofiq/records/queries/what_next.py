"""Which requirement awaits a verdict next."""

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.models import Mission
from muvofiq.records.queries.requirements import scope_of


def next_without_verdict(mission: Mission, requirement_id: str) -> str | None:
    """Return the next requirement of the scope, behind this one and then from the start, whose law nobody judged."""
    judged = mission.findings.exclude(law=Verdict.NOT_ASSESSED.value).values_list("requirement", flat=True)
    done = set(judged)
    scope = [item.requirement for item in scope_of(mission)]
    at = next((place for place, one in enumerate(scope) if one.requirement_id == requirement_id), -1)
    behind = [*scope[at + 1 :], *scope[: max(at, 0)]]
    return next((one.requirement_id for one in behind if one.pk not in done), None)
