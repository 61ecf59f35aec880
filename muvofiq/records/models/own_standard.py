"""The standards that a mission brings itself: instruments, what was drafted from them, and tables that it received."""

from django.db import models

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.models.law import Act, Edition
from muvofiq.records.models.mission import Mission
from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row
from muvofiq.records.models.standards import RequirementEdition
from muvofiq.records.words import DraftState, choices, one_of


class OwnInstrument(Row):
    """An instrument of the mission's own. ``letter`` is its YAML text, read by ``Instrument.parse``.

    ``act`` holds its text on file (its purpose is «standard»); it is empty where only its name is known.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="own_instruments")
    act = models.OneToOneField(Act, on_delete=models.SET_NULL, null=True, related_name="own_instrument")
    letter = models.TextField()
    version = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("written_at",)


class DraftRequirement(Row):
    """A requirement that the machine drafted from one unit of an instrument, until a person keeps or drops it.

    ``letter`` is its YAML text as it would be published, read by ``Requirement.parse``.
    """

    instrument = models.ForeignKey(OwnInstrument, on_delete=models.CASCADE, related_name="drafts")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    eid = models.CharField(max_length=200)
    position = models.PositiveIntegerField()
    letter = models.TextField()
    state = models.CharField(max_length=10, choices=choices(DraftState), default=DraftState.PROPOSED.value)
    version = models.PositiveIntegerField(default=1)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("instrument", "position"), name="draft_requirement_once"),
            one_of("state", DraftState, "draft_requirement_state"),
        )


class ReceivedTable(Row):
    """A catalogue or a table of concordance on its way in; it goes when it is taken or given up.

    ``layout`` names the layout by which it is read; ``columns`` says which column of the file holds which field.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="received_tables")
    file_name = models.CharField(max_length=255)
    file_sha256 = models.CharField(max_length=64)
    data = models.BinaryField()
    layout = models.CharField(max_length=40, blank=True)
    columns = models.JSONField(default=dict)
    received_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField()

    class Meta:
        ordering = ("received_at",)

    def __str__(self) -> str:
        return self.file_name


class TableLink(Row):
    """A line of a table of concordance that somebody else filled in: what it says answers a requirement, and how far.

    It is evidence, never a verdict of the mission. ``act`` and ``unit`` are the words of the table; ``edition`` and
    ``eid`` are there where these words point to a text on file. ``degree`` is empty where the table has none.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="table_links")
    requirement = models.ForeignKey(RequirementEdition, on_delete=models.PROTECT, related_name="table_links")
    file_name = models.CharField(max_length=255)
    row = models.PositiveIntegerField()
    act = models.TextField(blank=True)
    unit = models.TextField(blank=True)
    text = models.TextField(blank=True)
    edition = models.ForeignKey(Edition, on_delete=models.SET_NULL, null=True, related_name="+")
    eid = models.CharField(max_length=200, blank=True)
    degree = models.CharField(max_length=20, blank=True, choices=choices(Verdict))
    degree_words = models.TextField(blank=True)
    explanation = models.TextField(blank=True)
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    class Meta:
        ordering = ("requirement", "file_name", "row")


class RequirementRelation(Row):
    """How two requirements are related, as a person says. ``letter`` is its YAML text, read by ``Relation.parse``."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="relations")
    letter = models.TextField()
    version = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("written_at",)
