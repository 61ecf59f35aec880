"""The people of the workbench."""

from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Mission, Person


def person_named(username: str) -> Person:
    """Return a person who may sign in; raises NotOnFile."""
    person = Person.objects.filter(username=username, is_active=True).first()
    if person is None:
        raise NotOnFile("people", sort="person", name=username)
    return person


def members_of(mission: Mission) -> list[Person]:
    """Return the people of a mission who may sign in, by name, each once."""
    theirs = mission.members.values("person")
    return list(Person.objects.filter(pk__in=theirs, is_active=True))
