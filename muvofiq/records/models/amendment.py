"""What the experts recommend, on what it rests, and the wording that they propose for units of national law."""

from uuid import UUID

from django.db import models

from muvofiq.assessment.scale import Cure, Priority
from muvofiq.records.models.assessment import Finding
from muvofiq.records.models.consultation import Contribution
from muvofiq.records.models.law import Act, Edition
from muvofiq.records.models.mission import Agency, Mission
from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row
from muvofiq.records.models.standards import RequirementEdition
from muvofiq.records.words import RecommendationKind, RecommendationState, Term, choices, one_of


class Recommendation(Row):
    """What the experts recommend, in their own words, to whom, until when, and on what it rests.

    ``cure`` is the level of the hierarchy of acts on which the gap is closed; ``together`` are the acts that must be
    changed at the same time. Priority, term and cure may be left open. ``version`` is that of its own text; ``seen``
    grows with each change of the recommendation or of its amendments, so that nobody moves what they have not read.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="recommendations")
    number = models.PositiveSmallIntegerField()
    is_key = models.BooleanField(default=False)
    text = models.JSONField(default=dict)
    reason = models.JSONField(default=dict)
    kind = models.CharField(max_length=12, choices=choices(RecommendationKind), default=RecommendationKind.AMEND.value)
    priority = models.CharField(max_length=12, choices=choices(Priority), blank=True)
    term = models.CharField(max_length=12, choices=choices(Term), blank=True)
    cure = models.CharField(max_length=12, choices=choices(Cure), blank=True)
    state = models.CharField(
        max_length=12, choices=choices(RecommendationState), default=RecommendationState.DRAFT.value
    )
    addressee = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="recommendations")
    together = models.ManyToManyField(Act, related_name="moving_together")
    findings = models.ManyToManyField(Finding, related_name="recommendations")
    requirements = models.ManyToManyField(RequirementEdition, related_name="+")
    contributions = models.ManyToManyField(Contribution, related_name="recommendations")
    version = models.PositiveIntegerField(default=1)
    seen = models.PositiveIntegerField(default=0)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("mission", "number"), name="recommendation_number_once"),
            one_of("kind", RecommendationKind, "recommendation_kind"),
            one_of("state", RecommendationState, "recommendation_state"),
        )


class Amendment(Row):
    """The wording proposed for one unit of an act, in one edition and so in one language.

    ``current`` is the wording in force, locked to the edition, as printed with its number; it is empty where the unit
    is new: then ``after`` is the unit behind which it will stand. ``proposed`` is the whole unit as it should read,
    and empty where it should be repealed. Without text on file there is no edition, and ``unit`` names the place in
    words. ``clause`` is the amending clause as a person wrote it; empty: the one that the machine writes.
    ``losses`` holds, by the key of each loss, the reason that somebody gave for it, with name and day.
    """

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="amendments")
    number = models.PositiveSmallIntegerField()
    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="proposed_amendments")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, null=True, related_name="proposed_amendments")
    eid = models.CharField(max_length=200, blank=True)
    after = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=200, blank=True)
    current = models.TextField(blank=True)
    proposed = models.TextField(blank=True)
    clause = models.TextField(blank=True)
    losses = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("recommendation__number", "number")
        constraints = (models.UniqueConstraint(fields=("recommendation", "number"), name="amendment_number_once"),)

    def __str__(self) -> str:
        return f"R{self.recommendation.number}.{self.number}"

    @property
    def mission(self) -> Mission:
        """The mission in which it is proposed."""
        return self.recommendation.mission

    @property
    def mission_id(self) -> UUID:
        """The key of this mission."""
        return self.recommendation.mission_id


class ActTitle(Row):
    """The title that a person gave to the draft amending act in one language; empty: the counted one stands again."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="act_titles")
    language = models.CharField(max_length=8)
    title = models.CharField(max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("language",)
        constraints = (models.UniqueConstraint(fields=("mission", "language"), name="act_title_once"),)
