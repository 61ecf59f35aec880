"""Says with what force a requirement speaks to a state on a given day, from the instruments that it cites.

The force is always computed and never written down, because a state may accede or an act may change any day.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from muvofiq.standards.instrument import Instrument
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.vocabulary import Kind


class Force(StrEnum):
    """The force of a source, the strongest first."""

    BINDING_TREATY = "binding treaty"
    CIS_OR_BILATERAL = "CIS or bilateral"
    NOT_BINDING = "treaty not binding"
    NOT_KNOWN = "participation not known"
    EU_BENCHMARK = "EU benchmark"
    COE_BENCHMARK = "CoE benchmark"
    SOFT_LAW = "soft law"
    GOOD_PRACTICE = "good practice"
    NOT_YET_ADOPTED = "not yet adopted"


_WHATEVER_THE_STATE = {
    Kind.EU_LAW: Force.EU_BENCHMARK,
    Kind.EU_AGREEMENT: Force.EU_BENCHMARK,
    Kind.EU_GUIDANCE: Force.EU_BENCHMARK,
    Kind.COE_SOFT_LAW: Force.SOFT_LAW,
    Kind.SOFT_LAW: Force.SOFT_LAW,
    Kind.MODEL_LAW: Force.SOFT_LAW,
    Kind.NATIONAL_LAW: Force.GOOD_PRACTICE,
}
_FOR_A_PARTY = {
    Kind.UN_TREATY: Force.BINDING_TREATY,
    Kind.ILO_CONVENTION: Force.BINDING_TREATY,
    Kind.COE_TREATY: Force.BINDING_TREATY,
    Kind.CIS_TREATY: Force.CIS_OR_BILATERAL,
    Kind.REGIONAL_TREATY: Force.CIS_OR_BILATERAL,
    Kind.BILATERAL: Force.CIS_OR_BILATERAL,
}


def force(requirement: Requirement, instruments: Mapping[str, Instrument], state: str, on: date) -> tuple[Force, ...]:
    """List the forces of the cited sources for a state on a day, the strongest first, each once."""
    cited = {citation.instrument for citation in requirement.citations}
    found = {force_of(instruments[name], state, on) for name in cited}
    return tuple(one for one in Force if one in found)


def force_of(instrument: Instrument, state: str, on: date) -> Force:
    """Say with what force one instrument speaks to a state on a day."""
    if instrument.adopted is not None and instrument.adopted.last_day > on:
        return Force.NOT_YET_ADOPTED
    if instrument.kind in _WHATEVER_THE_STATE:
        return _WHATEVER_THE_STATE[instrument.kind]
    if instrument.binds(state, on):
        return _FOR_A_PARTY[instrument.kind]
    if instrument.kind is Kind.COE_TREATY:
        return Force.COE_BENCHMARK
    return Force.NOT_BINDING if state in instrument.states_covered else Force.NOT_KNOWN
