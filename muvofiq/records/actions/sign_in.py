"""People sign in with a link that works once."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.db import transaction

from muvofiq.records.actions.acting import acting
from muvofiq.records.errors import LinkSpent, NotOnFile
from muvofiq.records.models import Mission, Person, SignInLink
from muvofiq.records.permissions import Verb

VALID = timedelta(days=1)


def make_link(person: Person) -> str:
    """Return the token of a new link for a person; older links of the person stop working."""
    token = token_urlsafe(32)
    with transaction.atomic():
        Person.objects.select_for_update(no_key=True).get(pk=person.pk)
        SignInLink.objects.filter(person=person, used=None).delete()
        SignInLink.objects.create(person=person, token_hash=_hash(token), expires=datetime.now(UTC) + VALID)
    return token


def invite(actor: Person, mission: Mission, person: Person) -> str:
    """Return the token of a new link for a member of the mission; raises NotAllowed, NotOnFile for a stranger."""
    with acting(actor, Verb.ADD_MEMBER, mission) as act:
        if not mission.members.filter(person=person).exists():
            raise NotOnFile(str(mission), sort="member", name=person.name)
        act.says(f"sign-in link for {person.pk}")
        return make_link(person)


def use_link(token: str) -> Person:
    """Spend a link and return the person whom it lets in; raises LinkSpent."""
    now = datetime.now(UTC)
    spent = SignInLink.objects.filter(token_hash=_hash(token), used=None, expires__gt=now, person__is_active=True)
    with transaction.atomic():
        link = spent.select_related("person").first()
        # Of two who come at once one waits here, and then finds it used: the condition must be on the link alone.
        if link is None or not SignInLink.objects.filter(pk=link.pk, used=None).update(used=now):
            raise LinkSpent("sign in")
    return link.person


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
