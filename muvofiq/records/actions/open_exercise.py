"""A facilitator opens a workshop exercise of the library for another group: same laws, same key, nothing judged yet."""

from datetime import date

from django.db import transaction

from muvofiq.records.actions.open_mission import Opening
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Mission, Person
from muvofiq.records.queries.mission_files import exercises, law_files
from muvofiq.records.queries.missions import free_slug


def open_exercise(actor: Person, name: str, *, starts: date) -> Mission:
    """Enter the exercise as a new mission that begins on this day, whole or not at all; raises NotOnFile."""
    written = next((one for one in exercises() if one["mission"]["slug"] == name), None)
    if written is None:
        raise NotOnFile("missions", sort="exercise in its library", name=name)
    with transaction.atomic():
        return Opening(actor, written, law_files(written), slug=free_slug(name), starts=starts).enter()
