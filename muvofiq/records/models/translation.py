"""Working translations: what a unit of a law says for those who do not read its language; never an official text."""

from django.db import models

from muvofiq.records.models.law import Act, Edition
from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row


class WorkingTranslation(Row):
    """The words of one unit in another language, without those of the units below it.

    It belongs to the act, so that it is found again in a later edition; ``original_sha256`` is the hash of the words
    that were translated: where the unit has other words by now, the translation is stale. ``is_machine`` marks what a
    machine translated; ``translator`` names who, or which machine.
    """

    act = models.ForeignKey(Act, on_delete=models.CASCADE, related_name="translations")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="translations")
    original_language = models.CharField(max_length=8)
    eid = models.CharField(max_length=200)
    original_sha256 = models.CharField(max_length=64)
    language = models.CharField(max_length=8)
    heading = models.TextField(blank=True)
    text = models.TextField(blank=True)
    translator = models.CharField(max_length=200)
    is_machine = models.BooleanField(default=False)
    translated_on = models.DateField()
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        ordering = ("act__position", "eid")
        constraints = (
            models.UniqueConstraint(
                fields=("act", "original_language", "eid", "language"), name="translation_of_a_unit_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.edition.name}~{self.eid} [{self.language}]"
