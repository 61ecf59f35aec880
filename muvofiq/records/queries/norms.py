"""The norms that a requirement cites, each with its force for the state on the day of the mission."""

from muvofiq.records.models import Mission
from muvofiq.records.models import RequirementEdition as Saved


def norms_of(mission: Mission, saved: Saved) -> tuple[()]:
    """Return the cited norms in their order."""
    del mission, saved
    return ()
