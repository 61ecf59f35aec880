"""The workbench opens: the catalogue is published, and an empty one gets its first person and its first missions."""

from django.db import transaction

from muvofiq.records.actions.add_member import add_member
from muvofiq.records.actions.open_mission import Opening
from muvofiq.records.actions.publish_catalogue import publish_catalogue
from muvofiq.records.models import Mission, Person
from muvofiq.records.queries.mission_files import law_files, mission_files
from muvofiq.records.words import INVENTED_EXPERT, LIBRARIAN, Role
from muvofiq.standards.load import load_catalogue

# The product prints a link for this one alone.
FIRST = ("expert", "Expert")


def open_workbench() -> Person | None:
    """Publish the catalogue and, where there are no missions yet, enter those of the library.

    Return the first person until that person has signed in, then None. Nothing of it is saved by halves.
    """
    with transaction.atomic():
        librarian = _person(*LIBRARIAN)
        publish_catalogue(librarian, load_catalogue().requirements)
        if Person.objects.exclude(pk=librarian.pk).exists() or Mission.objects.exists():
            return Person.objects.filter(username=FIRST[0], last_login=None).first()
        person = _person(*FIRST)
        for written in mission_files():
            author = _person(*INVENTED_EXPERT) if written["mission"]["invented"] else librarian
            mission = Opening(author, written, law_files(written)).enter()
            for role in (Role.PROGRAMME_MANAGER, Role.EU_EXPERT):
                add_member(author, mission, person, role)
    return person


def _person(username: str, name: str) -> Person:
    person, _ = Person.objects.get_or_create(username=username, defaults={"name": name, "manages_programmes": True})
    return person
