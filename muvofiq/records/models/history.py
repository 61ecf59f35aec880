"""Who did what, when: a chain in which each entry carries the hash of the one before it."""

from django.db import models

from muvofiq.records.models.mission import Mission
from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row


class HistoryEntry(Row):
    """One act of one person. It is only ever added; without a mission it concerns the whole workbench."""

    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, null=True, related_name="history")
    sequence = models.PositiveIntegerField()
    actor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    verb = models.CharField(max_length=40)
    subject = models.CharField(max_length=420)
    change = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("mission", "sequence")
        constraints = (
            models.UniqueConstraint(fields=("mission", "sequence"), name="history_once_in_mission"),
            models.UniqueConstraint(
                fields=("sequence",), condition=models.Q(mission=None), name="history_once_in_workbench"
            ),
        )
