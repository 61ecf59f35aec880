"""What a group noted while it followed an invented traveller through the law."""

from django.db import models

from muvofiq.records.models.mission import Mission
from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row


class CaseNote(Row):
    """A note of the group at one station of a case; ``case`` is its id, ``station`` its place in the case, from 1."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="case_notes")
    case = models.SlugField(max_length=80)
    station = models.PositiveSmallIntegerField()
    text = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("case", "station")
        constraints = (models.UniqueConstraint(fields=("mission", "case", "station"), name="case_note_once"),)
