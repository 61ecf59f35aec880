"""How far national law and practice meet a requirement, as people judged it."""

from django.db import models

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.models.mission import Mission
from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row
from muvofiq.records.models.standards import RequirementEdition
from muvofiq.records.words import choices, one_of


class Finding(Row):
    """The verdict on one requirement, on two axes, with its reason. ``version`` counts the changes.

    ``carried_from`` is the edition by which a person judged, where the mission has taken a newer one since;
    ``look_again`` marks a verdict that rests on something the newer edition words otherwise.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="findings")
    requirement = models.ForeignKey(RequirementEdition, on_delete=models.PROTECT, related_name="findings")
    law = models.CharField(max_length=20, choices=choices(Verdict), default=Verdict.NOT_ASSESSED.value)
    practice = models.CharField(max_length=20, choices=choices(Verdict), default=Verdict.NOT_ASSESSED.value)
    reason = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    carried_from = models.ForeignKey(RequirementEdition, on_delete=models.PROTECT, null=True, related_name="+")
    look_again = models.BooleanField(default=False)
    judged_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    judged_at = models.DateTimeField()

    class Meta:
        ordering = ("mission", "requirement")
        constraints = (
            models.UniqueConstraint(fields=("mission", "requirement"), name="finding_once"),
            one_of("law", Verdict, "finding_law"),
            one_of("practice", Verdict, "finding_practice"),
        )
