"""The people of the workbench."""

from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Person


def person_named(username: str) -> Person:
    """Return a person who may sign in; raises NotOnFile."""
    person = Person.objects.filter(username=username, is_active=True).first()
    if person is None:
        raise NotOnFile("people", sort="person", name=username)
    return person
