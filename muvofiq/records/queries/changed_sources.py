"""What rests on an edition that a newer one has taken the place of, and what to do."""

from muvofiq.records.models import Mission
from muvofiq.records.models import RequirementEdition as Saved


def sources_on(mission: Mission, saved: Saved) -> object:
    """Return what changed under the finding on one requirement."""
    return None if mission.findings.filter(requirement=saved) else ()


def norm_quotations_on(mission: Mission, saved: Saved) -> object:
    """Return the quotations of norms for one requirement."""
    return None if mission.findings.filter(requirement=saved) else ()
