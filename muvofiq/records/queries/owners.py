"""Who judges a requirement, and to whom it could be given."""

from dataclasses import dataclass

from muvofiq.records.models import Mission, Person
from muvofiq.records.models import RequirementEdition as Saved
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.people import members_of


@dataclass(frozen=True, slots=True)
class OwnerSide:
    """The owner of a requirement; ``people`` are those to whom the person who asks may give it, nobody where not."""

    owner: Person | None
    people: tuple[Person, ...]


def owner_side(mission: Mission, saved: Saved, person: Person) -> OwnerSide:
    """Return who judges a requirement, as the page of it shows."""
    item = mission.scope.select_related("owner").get(requirement=saved)
    return OwnerSide(item.owner, tuple(members_of(mission)) if may(person, Verb.ASSIGN, mission) else ())
