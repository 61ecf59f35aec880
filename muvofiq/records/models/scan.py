"""A scan that is being recognised: the file, how a person wants it filed, and the pages read so far."""

from django.db import models

from muvofiq.records.models.law import Act, Edition
from muvofiq.records.models.mission import Mission
from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row
from muvofiq.records.words import Purpose, choices, one_of


class Scan(Row):
    """A file of pictures on its way to become an edition; it goes when it is imported or given up.

    ``pages`` holds the lines of each recognised page by its number, ``count`` how many pages are pictures.
    ``purpose`` and ``state`` say what a new act is to be to the mission, as in the register.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="scans")
    file_name = models.CharField(max_length=255)
    file_sha256 = models.CharField(max_length=64)
    data = models.BinaryField()
    languages = models.JSONField(default=list)
    act = models.ForeignKey(Act, on_delete=models.SET_NULL, null=True, related_name="+")
    is_new_act = models.BooleanField(default=False)
    as_of = models.DateField(null=True)
    replaces = models.ForeignKey(Edition, on_delete=models.CASCADE, null=True, related_name="+")
    purpose = models.CharField(max_length=12, choices=choices(Purpose), default=Purpose.NATIONAL.value)
    state = models.CharField(max_length=2, blank=True)
    count = models.PositiveIntegerField()
    pages = models.JSONField(default=dict)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()

    class Meta:
        ordering = ("asked_at",)
        constraints = (
            models.UniqueConstraint(fields=("mission", "file_sha256"), name="scan_once"),
            one_of("purpose", Purpose, "scan_purpose"),
        )

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_recognised(self) -> bool:
        """Whether all pages are read, so that only the import is left."""
        return len(self.pages) >= self.count

    @property
    def text(self) -> str:
        """The recognised words, page after page, with a blank line between two pages."""
        return "\n\n".join("\n".join(self.pages[page]) for page in sorted(self.pages, key=int))
