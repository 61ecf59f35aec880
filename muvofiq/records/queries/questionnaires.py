"""What agencies were asked in writing and answered."""

from muvofiq.records.models import Mission
from muvofiq.records.models import RequirementEdition as Saved


def information_on(mission: Mission, saved: Saved) -> object:
    """Return what agencies answered on one requirement."""
    return None if mission.findings.filter(requirement=saved) else ()
