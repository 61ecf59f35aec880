"""The requirements as published: each edition is an envelope around its text; and what a mission adds of its own."""

from django.db import models

from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row


class RequirementEdition(Row):
    """One edition of a requirement. ``letter`` is its YAML text, read by ``Requirement.parse``; nothing repeats it.

    Without ``mission`` it is of the released catalogue; with one, it is that mission's own.
    """

    requirement_id = models.CharField(max_length=80)
    edition = models.PositiveSmallIntegerField()
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    published = models.DateTimeField()
    letter = models.TextField()
    mission = models.ForeignKey("Mission", on_delete=models.CASCADE, null=True, related_name="own_requirements")

    class Meta:
        ordering = ("requirement_id", "edition")
        constraints = (
            models.UniqueConstraint(
                fields=("requirement_id", "edition"), condition=models.Q(mission=None), name="requirement_edition_once"
            ),
            models.UniqueConstraint(fields=("mission", "requirement_id", "edition"), name="own_requirement_once"),
        )

    def __str__(self) -> str:
        return f"{self.requirement_id} {self.edition}"
