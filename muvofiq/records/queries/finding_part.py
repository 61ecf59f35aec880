"""What rests on the verdict of one requirement and follows when it changes: its state, its checks, its versions."""

from dataclasses import dataclass

from muvofiq.records.models import Finding, Mission, Person
from muvofiq.records.queries.blind import is_kept_from
from muvofiq.records.queries.finding_moves import moves_for
from muvofiq.records.queries.quality import checks_on
from muvofiq.records.queries.requirements import requirement_of, scoped
from muvofiq.records.queries.verdict_versions import Version, change_to_undo, to_be_shown, versions_of
from muvofiq.standards.requirement import Requirement


@dataclass(frozen=True, slots=True)
class FindingPart:
    """The part of the page that follows the verdict; empty where the finding is kept back from the person."""

    requirement: Requirement
    finding: Finding | None = None
    quality: object = None
    moves: object = None
    versions: tuple[Version, ...] = ()
    undoable: Version | None = None


def finding_part(mission: Mission, requirement_id: str, person: Person) -> FindingPart:
    """Gather the part alone, without the provisions beside it; raises NotOnFile outside the scope."""
    saved = scoped(mission, requirement_id)
    if is_kept_from(person, mission, requirement_id):
        return FindingPart(requirement_of(saved))
    quality, versions = checks_on(mission, saved, person), versions_of(mission, requirement_id)
    return FindingPart(
        requirement_of(saved),
        mission.findings.filter(requirement=saved).select_related("judged_by").first(),
        quality,
        moves_for(mission, person, quality),
        to_be_shown(versions),
        change_to_undo(versions, person),
    )
