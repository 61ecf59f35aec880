"""What the facilitator of an exercise has shown of its key so far."""

from django.db import models

from muvofiq.records.models.mission import Mission
from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row


class Reveal(Row):
    """A step of an answer that was shown: 1 where to look, 2 the elements, 3 the verdict and why.

    The answer itself lies in the library; ``requirement_id`` names it.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="reveals")
    requirement_id = models.CharField(max_length=80)
    step = models.PositiveSmallIntegerField()
    revealed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)
        constraints = (
            models.UniqueConstraint(fields=("mission", "requirement_id", "step"), name="reveal_once"),
            models.CheckConstraint(condition=models.Q(step__range=(1, 3)), name="reveal_step"),
        )
