"""The people of a mission with their roles, and who may do what."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from muvofiq.records.actions.invite_member import may_let_in
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Membership, Mission, Person
from muvofiq.records.permissions import TABLE, Verb
from muvofiq.records.words import Role


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A person with all roles in the mission; ``is_for_actor`` says whether the actor may make a link for them."""

    person: Person
    roles: tuple[Membership, ...]
    is_for_actor: bool


@dataclass(frozen=True, slots=True)
class PermissionRow:
    """What can be done, and for each role whether it includes it; with no role at all it concerns the workbench."""

    verb: Verb
    allowed: tuple[bool, ...]

    @property
    def is_for_workbench(self) -> bool:
        """Whether no role of a mission includes it."""
        return not any(self.allowed)


def members_list(mission: Mission, actor: Person) -> list[MemberRow]:
    """Return the people in the order of their names."""
    by_person: dict[Person, list[Membership]] = {}
    for member in mission.members.select_related("person", "mission"):
        by_person.setdefault(member.person, []).append(member)
    return [MemberRow(person, tuple(roles), may_let_in(actor, person)) for person, roles in by_person.items()]


def member_named(mission: Mission, pk: UUID | str) -> Membership:
    """Return a role that a person has in the mission; raises NotOnFile."""
    member = mission.members.select_related("person", "mission").filter(pk=pk).first()
    if member is None:
        raise NotOnFile(f"{mission} > people", sort="member", name=str(pk))
    return member


def permission_rows(roles: Sequence[Role]) -> list[PermissionRow]:
    """Return the table of permissions, with a column for each role."""
    return [PermissionRow(verb, tuple(role in allowed for role in roles)) for verb, allowed in TABLE.items()]
