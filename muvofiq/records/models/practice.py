"""What the experts know of good practice, beside what comes with the product."""

from django.db import models

from muvofiq.records.models.mission import Mission
from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row


class PracticeEntry(Row):
    """A practice of some state that a person of the mission wrote down.

    ``letter`` is its YAML text, read by ``GoodPractice.parse``; the requirements to which it belongs stand in it.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="practices")
    letter = models.TextField()
    version = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("written_at",)
