"""Where a finding can go from where it stands, and for whom."""

from muvofiq.records.models import Mission, Person
from muvofiq.records.models import RequirementEdition as Saved


def moves_for(mission: Mission, saved: Saved, person: Person) -> object:
    """Return the moves that a person may make."""
    return None if mission.findings.filter(requirement=saved) else ()
