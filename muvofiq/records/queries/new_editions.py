"""Newer editions of the requirements of a scope, and what taking them would do."""

from muvofiq.records.models import Mission
from muvofiq.records.models import RequirementEdition as Saved


def newer_edition(mission: Mission, saved: Saved) -> object | None:
    """Return what the newest edition would change for this requirement, or None."""
    del mission, saved
