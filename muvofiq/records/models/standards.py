"""The requirements as published: each edition is an envelope around its text."""

from django.db import models

from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row


class RequirementEdition(Row):
    """One edition of a requirement. ``letter`` is its YAML text, read by ``Requirement.parse``; nothing repeats it."""

    requirement_id = models.CharField(max_length=80)
    edition = models.PositiveSmallIntegerField()
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    published = models.DateTimeField()
    letter = models.TextField()

    class Meta:
        ordering = ("requirement_id", "edition")
        constraints = (models.UniqueConstraint(fields=("requirement_id", "edition"), name="requirement_edition_once"),)

    def __str__(self) -> str:
        return f"{self.requirement_id} {self.edition}"
