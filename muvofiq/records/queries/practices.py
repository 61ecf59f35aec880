"""The good practice that belongs to a requirement: what comes with the product, and what the mission wrote."""

from muvofiq.records.models import Mission


def practices_on(mission: Mission, requirement_id: str) -> tuple[()]:
    """Return the entries."""
    del mission, requirement_id
    return ()
