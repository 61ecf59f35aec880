"""A person is invited into a mission: known or new, with a role and, where that is safe, a link to sign in with."""

from django.db import transaction
from django.utils.text import slugify

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.add_member import add_member
from muvofiq.records.actions.sign_in import invite
from muvofiq.records.errors import Missing, NameTaken, NotAllowed, NotOnFile
from muvofiq.records.models import Membership, Mission, Person
from muvofiq.records.permissions import Verb, require, roles_of
from muvofiq.records.words import Role

LONGEST = 80


def invite_member(
    actor: Person, mission: Mission, *, name: str, role: Role, username: str = "", service: str = ""
) -> tuple[Membership, str]:
    """Give a person a role, and return the token of a link.

    A ``username`` that exists means that person; otherwise a new person is made, under a username made from the name.
    The token is empty for a person whom the actor may not let in. Raises Missing, NameTaken.
    """
    where = f"{mission} > people"
    with transaction.atomic():
        known = Person.objects.filter(username=username.strip()).first() if username.strip() else None
        person = known or _new_person(actor, mission, name.strip(), username.strip(), service.strip())
        if known and mission.members.filter(person=known, role=role.value).exists():
            raise NameTaken(where, name=f"{known.name}, {role.value}")
        member = add_member(actor, mission, person, role)
        token = invite(actor, mission, person) if may_let_in(actor, person) else ""
    return member, token


def renew_link(actor: Person, mission: Mission, person: Person) -> str:
    """Return the token of a new link for a member; raises NotOnFile, NotAllowed (see ``may_let_in``)."""
    where = f"{mission} > people"
    if not mission.members.filter(person=person).exists():
        raise NotOnFile(where, sort="member", name=person.username)
    require(actor, Verb.ADD_MEMBER, mission)
    if not may_let_in(actor, person):
        held = ", ".join(sorted(roles_of(actor, mission)))
        wanted = f"{Role.PROGRAMME_MANAGER.value} ({_missions_of(person)})"
        raise NotAllowed(f"{where} > {person}", verb="sign_in_link", role=held, roles=wanted)
    return invite(actor, mission, person)


def may_let_in(actor: Person, person: Person) -> bool:
    """Whether a link for a person gives the actor nothing that the actor could not do before.

    Whoever holds a link is that person, in all missions: so only a manager of each of them may make one.
    """
    if actor.manages_programmes or actor.pk == person.pk:
        return True
    managed = actor.memberships.filter(role=Role.PROGRAMME_MANAGER.value).values("mission")
    return not person.manages_programmes and not person.memberships.exclude(mission__in=managed).exists()


def _missions_of(person: Person) -> str:
    return ", ".join(sorted(set(person.memberships.values_list("mission__slug", flat=True))))


def _new_person(actor: Person, mission: Mission, name: str, username: str, service: str) -> Person:
    where = f"{mission} > people"
    if not name:
        raise Missing(where, field="the name of the person")
    with acting(actor, Verb.ADD_MEMBER, mission) as act:
        if any(member.person.name.casefold() == name.casefold() for member in mission.members.select_related("person")):
            raise NameTaken(where, name=name)
        person = Person.objects.create(username=username or _free_username(name), name=name, service=service)
        act.says(f"person {person.pk}", name=name, username=person.username, service=service)
    return person


def _free_username(name: str) -> str:
    stem = (slugify(name, allow_unicode=True) or "person")[: LONGEST - 5]
    taken = set(Person.objects.filter(username__startswith=stem).values_list("username", flat=True))
    names = (stem if at == 1 else f"{stem}-{at}" for at in range(1, len(taken) + 2))
    return next(one for one in names if one not in taken)
