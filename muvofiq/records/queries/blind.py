"""From whom a finding is kept back: a person of whom a second opinion is asked does not see the first one before."""

from muvofiq.records.models import Mission, Person


def kept_from(person: Person, mission: Mission) -> frozenset[str]:
    """Return the ids of the requirements whose finding this person may not see yet."""
    waiting = mission.opinions.filter(asked_of=person, given_at=None)
    return frozenset(waiting.values_list("requirement__requirement_id", flat=True))


def is_kept_from(person: Person, mission: Mission, requirement_id: str) -> bool:
    """Whether this person may not see the finding on a requirement yet."""
    return mission.opinions.filter(asked_of=person, given_at=None, requirement__requirement_id=requirement_id).exists()
