"""A person takes a role in a mission, or gives it up."""

from muvofiq.records.actions.acting import acting
from muvofiq.records.errors import StillNeeded
from muvofiq.records.models import Membership, Mission, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.words import Role


def add_member(actor: Person, mission: Mission, person: Person, role: Role) -> Membership:
    """Give a person a role beside those that the person has."""
    with acting(actor, Verb.ADD_MEMBER, mission) as act:
        member, is_new = Membership.objects.get_or_create(mission=mission, person=person, role=role.value)
        if is_new:
            act.says(f"member {person.pk}", **{"from": None, "to": role.value})
    return member


def end_membership(actor: Person, member: Membership) -> None:
    """Take a role back; raises StillNeeded for the last programme manager. What was taken back stays so."""
    mission = member.mission
    with acting(actor, Verb.ADD_MEMBER, mission) as act:
        if not mission.members.filter(pk=member.pk).exists():
            return
        managers = mission.members.filter(role=Role.PROGRAMME_MANAGER.value)
        if member.role == Role.PROGRAMME_MANAGER.value and managers.count() == 1:
            raise StillNeeded(f"{mission} > people", name=member.person.name, others="the mission itself")
        act.says(f"member {member.person_id}", **{"from": member.role, "to": None})
        member.delete()
