"""Which acts of the state should be open for a requirement, and which of them are missing."""

from muvofiq.records.models import Mission


def acts_to_open(mission: Mission, requirement_id: str) -> tuple[()]:
    """Return the acts."""
    del mission, requirement_id
    return ()
