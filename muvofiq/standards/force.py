"""Says with what force a requirement speaks to a state on a given day, from the instruments that it cites.

The force is always computed and never written down, because a state may accede or an act may change any day.
"""

from collections.abc import Mapping
from datetime import date

from muvofiq.standards.instrument import Instrument
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.standing import Force, standing

__all__ = ["Force", "force", "force_of", "reserved"]


def force(requirement: Requirement, instruments: Mapping[str, Instrument], state: str, on: date) -> tuple[Force, ...]:
    """List the forces of the cited sources for a state on a day, the strongest first, each once."""
    cited = {citation.instrument for citation in requirement.citations}
    found = {force_of(instruments[name], state, on) for name in cited}
    return tuple(one for one in Force if one in found)


def reserved(requirement: Requirement, instruments: Mapping[str, Instrument], state: str, on: date) -> frozenset[Force]:
    """Return the forces that bind the state with a reservation, because one that stood that day touches a citation."""
    return frozenset(
        found
        for citation in requirement.citations
        if (found := force_of(instruments[citation.instrument], state, on)).binds
        for one in instruments[citation.instrument].reservations_of(state, on)
        if one.touches(citation.pinpoint)
    )


def force_of(instrument: Instrument, state: str, on: date) -> Force:
    """Say with what force one instrument speaks to a state on a day."""
    return standing(instrument, state, on).force
