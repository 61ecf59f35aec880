"""A law file on its way to become an edition: read, and open to a person's review; nothing of it is on file yet."""

from django.db import models

from muvofiq.records.models.law import Act, Edition
from muvofiq.records.models.mission import Mission
from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row
from muvofiq.records.words import Purpose, choices, one_of


class Draft(Row):
    """An uploaded file, how a person wants it filed, and what was decided about it; it goes when it is filed.

    ``source`` is the letter of the file as it was read (empty until then), ``review`` that of a person's decisions.
    ``purpose`` and ``state`` say what a new act is to be to the mission, as in the register.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="drafts")
    file_name = models.CharField(max_length=255)
    file_sha256 = models.CharField(max_length=64)
    data = models.BinaryField()
    changes = models.CharField(max_length=10, blank=True)
    act = models.ForeignKey(Act, on_delete=models.SET_NULL, null=True, related_name="+")
    is_new_act = models.BooleanField(default=False)
    as_of = models.DateField(null=True)
    replaces = models.ForeignKey(Edition, on_delete=models.CASCADE, null=True, related_name="+")
    purpose = models.CharField(max_length=12, choices=choices(Purpose), default=Purpose.NATIONAL.value)
    state = models.CharField(max_length=2, blank=True)
    source = models.TextField(blank=True)
    review = models.TextField(blank=True)
    uploaded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()

    class Meta:
        ordering = ("uploaded_at",)
        constraints = (one_of("purpose", Purpose, "draft_purpose"),)

    def __str__(self) -> str:
        return self.file_name
