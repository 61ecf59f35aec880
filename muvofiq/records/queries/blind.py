"""From whom a finding is kept back: a person of whom a second opinion is asked does not see the first one before."""

from collections.abc import Collection

from muvofiq.records.errors_assessment import SecondOpinionFirst
from muvofiq.records.models import Mission, Person
from muvofiq.records.queries.requirements import requirement_of


def kept_from(person: Person, mission: Mission) -> frozenset[str]:
    """Return the ids of the requirements whose finding this person may not see yet."""
    waiting = mission.opinions.filter(asked_of=person, given_at=None)
    return frozenset(waiting.values_list("requirement__requirement_id", flat=True))


def is_kept_from(person: Person, mission: Mission, requirement_id: str) -> bool:
    """Whether this person may not see the finding on a requirement yet."""
    return mission.opinions.filter(asked_of=person, given_at=None, requirement__requirement_id=requirement_id).exists()


def refuse_while_blind(person: Person, mission: Mission, requirement_ids: Collection[str] | None = None) -> None:
    """Raise SecondOpinionFirst where this person would see, or change, a finding that is kept back.

    ``requirement_ids`` are those that would be shown or changed; None means that all of the mission would be.
    """
    waiting = mission.opinions.filter(asked_of=person, given_at=None).select_related("requirement")
    if requirement_ids is not None:
        waiting = waiting.filter(requirement__requirement_id__in=requirement_ids)
    if codes := sorted(requirement_of(one.requirement).code for one in waiting):
        raise SecondOpinionFirst(f"{mission} > second opinions", codes=", ".join(codes))
