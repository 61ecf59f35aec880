"""How requirements are related, and what a verdict on one tells of another."""

from muvofiq.records.models import Mission
from muvofiq.records.models import RequirementEdition as Saved


def derived_for(mission: Mission, saved: Saved) -> tuple[()]:
    """Return what the verdicts on related requirements tell; derived, not judged."""
    del mission, saved
    return ()
