"""What the agencies contributed in the discussions: evidence for the experts, never a ballot."""

from django.db import models

from muvofiq.records.models.mission import Agency, Mission, Session
from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row
from muvofiq.records.models.standards import RequirementEdition
from muvofiq.records.words import ContributionKind, choices, one_of


class Contribution(Row):
    """A note of what an agency said, in which session, on which requirements. ``public`` is a person's word."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="contributions")
    number = models.PositiveSmallIntegerField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="contributions")
    session = models.ForeignKey(Session, on_delete=models.PROTECT, null=True, related_name="contributions")
    kind = models.CharField(max_length=12, choices=choices(ContributionKind))
    text = models.JSONField(default=dict)
    public = models.BooleanField(default=False)
    requirements = models.ManyToManyField(RequirementEdition, related_name="+")
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("mission", "number"), name="contribution_number_once"),
            one_of("kind", ContributionKind, "contribution_kind"),
        )
