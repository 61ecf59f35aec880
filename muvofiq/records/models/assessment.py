"""How far national law and practice meet a requirement, as people judged it, alone or by two."""

from django.db import models

from muvofiq.assessment.scale import State
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.models.law import Edition
from muvofiq.records.models.mission import Mission
from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row
from muvofiq.records.models.standards import RequirementEdition
from muvofiq.records.words import choices, one_of


class Assessed(Row):
    """What a person said of a requirement: a verdict on two axes, its reason, and the letter of its particulars.

    ``particulars`` is read by ``Particulars.parse``; ``version`` counts the changes.
    """

    law = models.CharField(max_length=20, choices=choices(Verdict), default=Verdict.NOT_ASSESSED.value)
    practice = models.CharField(max_length=20, choices=choices(Verdict), default=Verdict.NOT_ASSESSED.value)
    reason = models.JSONField(default=dict)
    particulars = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


class Finding(Assessed):
    """The verdict of the mission on one requirement, and how far it is on its way to an agreement with the country.

    ``carried_from`` is the edition by which a person judged, where the mission has taken a newer one since;
    ``look_again`` marks a verdict that rests on something the newer edition words otherwise.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="findings")
    requirement = models.ForeignKey(RequirementEdition, on_delete=models.PROTECT, related_name="findings")
    carried_from = models.ForeignKey(RequirementEdition, on_delete=models.PROTECT, null=True, related_name="+")
    look_again = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=choices(State), default=State.DRAFT.value)
    moved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    moved_at = models.DateTimeField(null=True)
    judged_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    judged_at = models.DateTimeField()

    class Meta:
        ordering = ("mission", "requirement")
        constraints = (
            models.UniqueConstraint(fields=("mission", "requirement"), name="finding_once"),
            one_of("law", Verdict, "finding_law"),
            one_of("practice", Verdict, "finding_practice"),
            one_of("state", State, "finding_state"),
        )


class Opinion(Assessed):
    """A second opinion: asked of a person, and empty until that person gives it without having seen the first."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="opinions")
    requirement = models.ForeignKey(RequirementEdition, on_delete=models.PROTECT, related_name="+")
    asked_of = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="opinions")
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    given_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("asked_at",)
        constraints = (
            models.UniqueConstraint(fields=("mission", "requirement", "asked_of"), name="opinion_once"),
            one_of("law", Verdict, "opinion_law"),
            one_of("practice", Verdict, "opinion_practice"),
        )


class Settlement(Row):
    """How a disagreement ended. ``first`` and ``second`` are the entries of both assessments as they stood then.

    ``outcome`` is the entry of the settled one; ``dissent`` are the words of somebody who still holds otherwise.
    """

    opinion = models.ForeignKey(Opinion, on_delete=models.PROTECT, related_name="settlements")
    first = models.JSONField()
    first_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    second = models.JSONField()
    outcome = models.JSONField()
    why = models.JSONField(default=dict)
    dissent = models.JSONField(default=dict)
    dissenter = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    settled_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField()

    class Meta:
        ordering = ("settled_at",)


class ConfirmedList(Row):
    """A person's word that the acts on file were all that there are; before it, nothing is called absent.

    ``editions`` holds the names of the newest editions of national law on that day, and the keys of the acts of which
    no text was on file; the word stands as long as these are the newest ones, and no others.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="confirmed_lists")
    editions = models.JSONField(default=list)
    reason = models.JSONField(default=dict)
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField()

    class Meta:
        ordering = ("confirmed_at",)


class Look(Row):
    """A person opened a candidate to read it. No decision, and nothing that the history tells."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="looks")
    requirement = models.ForeignKey(RequirementEdition, on_delete=models.PROTECT, related_name="+")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    eid = models.CharField(max_length=200)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)
        constraints = (
            models.UniqueConstraint(fields=("mission", "requirement", "edition", "eid", "person"), name="look_once"),
        )
