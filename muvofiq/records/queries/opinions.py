"""Second opinions and what became of disagreements."""

from muvofiq.records.models import Mission, Person
from muvofiq.records.models import RequirementEdition as Saved


def opinion_side(mission: Mission, saved: Saved, person: Person) -> object:
    """Return the second opinions on one requirement as this person may see them."""
    return None if mission.findings.filter(requirement=saved) else ()
