"""The list of findings as it leaves the room: the rows as chosen on the screen, with the notices of the mission."""

from collections.abc import Sequence
from datetime import date

from muvofiq.publication.findings_list import FindingsList, Line
from muvofiq.records.models import Mission
from muvofiq.records.queries.documents import notices_of
from muvofiq.records.queries.scope_list import ScopeRow
from muvofiq.standards.requirement import in_language


def findings_sheet(
    mission: Mission, rows: Sequence[ScopeRow], language: str, *, scope: int, chosen: str, made_on: date
) -> FindingsList:
    """Put the list together; ``chosen`` says in words by which conditions, ``scope`` of how many requirements."""
    return FindingsList(
        mission=in_language(mission.title, language),
        notices=notices_of(mission, language),
        lines=tuple(_line(row, language) for row in rows),
        scope=scope,
        chosen=chosen,
        made_on=made_on,
    )


def _line(row: ScopeRow, language: str) -> Line:
    said, shown = row.assessment, row.standing
    return Line(
        code=row.requirement.code,
        requirement=in_language(row.requirement.title, language),
        law=shown.law,
        practice=shown.practice,
        elements=row.elements,
        state=row.state,
        severity=said.particulars.severity,
        priority=said.particulars.priority,
        owner=row.owner.name if row.owner else "",
        reason=in_language(said.reason, language) if any(said.reason.values()) else "",
        accepted=row.accepted,
        proposed=row.proposed,
        notes=row.notes,
    )
