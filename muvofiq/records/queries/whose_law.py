"""Whose law a text is to a mission: that of its own state, that of a state to compare with, or a standard."""

from django.db.models import Q, QuerySet

from muvofiq.records.models import Act, Answer, Edition, Mission, Proposal
from muvofiq.records.queries.editions import newest_of
from muvofiq.records.queries.law_text import editions_on_file
from muvofiq.records.words import Purpose

OWN = ""  # stands for the state of the mission where the state is named whose law is meant


def law_of_state(state: str, act: str = "edition__act__") -> Q:
    """Return the condition that a row rests on the law of a state; ``act`` leads from the row to its act."""
    purpose = Purpose.COMPARATOR if state else Purpose.NATIONAL
    return Q(**{f"{act}purpose": purpose.value, f"{act}state": state})


def compared_states(mission: Mission) -> list[str]:
    """Return the states of whose law a text is on file to compare with, in the order of the register."""
    return list(dict.fromkeys(one.act.state for one in editions_on_file(mission, Purpose.COMPARATOR)))


def is_compared(mission: Mission) -> bool:
    """Tell whether a text of the law of another state is on file."""
    return mission.editions.filter(act__purpose=Purpose.COMPARATOR.value).exists()


def editions_of_state(mission: Mission, state: str = OWN) -> list[Edition]:
    """Return the newest editions of the law of a state."""
    purpose = Purpose.COMPARATOR if state else Purpose.NATIONAL
    return newest_of(one for one in editions_on_file(mission, purpose) if one.act.state == state)


def answers_on(mission: Mission, state: str = OWN) -> QuerySet[Answer]:
    """Return what persons decided about units of the law of a state."""
    return mission.answers.filter(law_of_state(state))


def proposals_on(mission: Mission, state: str = OWN) -> QuerySet[Proposal]:
    """Return what the last matching found in the law of a state, as far as it is still that."""
    return mission.proposals.filter(law_of_state(state), state=state)


def national_acts(mission: Mission) -> QuerySet[Act]:
    """Return the acts of the state of the mission."""
    return mission.acts.filter(law_of_state(OWN, ""))
