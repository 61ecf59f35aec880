"""In what time, and by whom, the accepted provisions say that something is done."""

from muvofiq.records.models import Mission
from muvofiq.records.models import RequirementEdition as Saved


def limits_on(mission: Mission, saved: Saved) -> object:
    """Return what the accepted provisions say of time and authority."""
    return None if mission.findings.filter(requirement=saved) else ()
