"""What the quality checks find in the findings of a mission."""

from muvofiq.records.models import Mission
from muvofiq.records.models import RequirementEdition as Saved


def checks_on(mission: Mission, saved: Saved) -> object:
    """Return what the checks find in one finding."""
    return None if mission.findings.filter(requirement=saved) else ()
