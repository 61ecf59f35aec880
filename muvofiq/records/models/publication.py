"""What may leave the room: the facts that a person entered as public."""

from django.db import models

from muvofiq.publication.release import Part
from muvofiq.records.models.mission import Mission
from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row
from muvofiq.records.words import choices, one_of


class PublicFact(Row):
    """A sentence of the press release, in the languages in which it was entered."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="public_facts")
    part = models.CharField(max_length=12, choices=choices(Part))
    text = models.JSONField(default=dict)
    position = models.PositiveSmallIntegerField()
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        ordering = ("position",)
        constraints = (one_of("part", Part, "public_fact_part"),)
