"""What the experts recommend to change in an act, and on what the recommendation rests."""

from django.db import models

from muvofiq.records.models.assessment import Finding
from muvofiq.records.models.consultation import Contribution
from muvofiq.records.models.law import Act, Edition
from muvofiq.records.models.mission import Agency, Mission
from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row


class Recommendation(Row):
    """A recommended wording of one unit. ``current`` is locked to the edition; empty where the unit is new.

    ``proposed`` is empty where the unit should be deleted. ``edition`` is empty where no text is on file.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="recommendations")
    number = models.PositiveSmallIntegerField()
    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="recommendations")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, null=True, related_name="recommendations")
    eid = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=200, blank=True)
    current = models.TextField(blank=True)
    proposed = models.TextField(blank=True)
    reason = models.JSONField(default=dict)
    is_key = models.BooleanField(default=False)
    addressee = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="recommendations")
    findings = models.ManyToManyField(Finding, related_name="recommendations")
    contributions = models.ManyToManyField(Contribution, related_name="recommendations")
    version = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("mission", "number"), name="recommendation_number_once"),)
