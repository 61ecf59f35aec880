"""Whose judgement a finding is: where a disagreement was settled, that of the expert whose judgement was chosen."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from muvofiq.records.models import Finding, Mission, Settlement


@dataclass(frozen=True, slots=True)
class Author:
    """Who judged; ``settled_by`` is named where somebody settled a disagreement so, ``is_second`` where by the second.

    Whoever settled with a judgement of his or her own is the author alone.
    """

    name: str
    settled_by: str = ""
    is_second: bool = False


def author_of(finding: Finding | None) -> Author | None:
    """Return whose judgement a finding is; None where there is none."""
    if finding is None:
        return None
    rows = _settled(finding.mission).filter(opinion__requirement__requirement_id=finding.requirement.requirement_id)
    return _author(finding, rows.filter(settled_at=finding.judged_at))


def authors_of(mission: Mission) -> dict[str, Author]:
    """Return whose judgements the findings of a mission are, by the id of the requirement."""
    settled: dict[str, list[Settlement]] = {}
    for row in _settled(mission):
        settled.setdefault(row.opinion.requirement.requirement_id, []).append(row)
    findings = mission.findings.select_related("requirement", "judged_by")
    return {name: _author(one, settled.get(name, ())) for one in findings for name in [one.requirement.requirement_id]}


def _settled(mission: Mission) -> QuerySet[Settlement]:
    rows = Settlement.objects.filter(opinion__mission=mission)
    return rows.select_related("opinion__requirement", "opinion__asked_of", "first_by", "settled_by")


def _author(finding: Finding, settled: Iterable[Settlement]) -> Author:
    """Return the author; a settlement counts as long as nobody has saved the finding since."""
    row = next((one for one in settled if one.settled_at == finding.judged_at), None)
    if row is None or row.outcome not in (row.first, row.second):
        return Author(finding.judged_by.name)
    is_second = row.outcome == row.second
    chosen = row.opinion.asked_of if is_second else row.first_by
    return Author(chosen.name, row.settled_by.name, is_second)
