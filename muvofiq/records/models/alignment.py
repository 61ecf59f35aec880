"""Which provisions answer a requirement: proposed by the machine, accepted or rejected by a person, quoted."""

from django.db import models

from muvofiq.records.models.law import Edition
from muvofiq.records.models.mission import Mission
from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row
from muvofiq.records.models.standards import RequirementEdition
from muvofiq.records.words import Decision, choices, one_of


class Proposal(Row):
    """A cache of what the last matching found; made anew by each matching, and no judgement of anybody.

    ``state`` is empty for what national law may answer, and names the state of a law to compare with.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="proposals")
    requirement = models.ForeignKey(RequirementEdition, on_delete=models.CASCADE, related_name="+")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    eid = models.CharField(max_length=200)
    rank = models.PositiveSmallIntegerField()
    score = models.FloatField()
    reason = models.JSONField(default=dict)
    state = models.CharField(max_length=2, blank=True)

    class Meta:
        ordering = ("state", "rank")
        constraints = (
            models.UniqueConstraint(fields=("mission", "requirement", "state", "rank"), name="proposal_rank_once"),
        )


class Outcome(Row):
    """What the last matching says of a requirement as a whole; like the proposals a cache, made anew by each matching.

    ``confidence`` is the chance that the first proposal is right, ``nothing`` that none of the acts answers, both from
    0 to 1; ``looked_at`` names the editions among which was sought; ``state`` is as in a proposal.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="outcomes")
    requirement = models.ForeignKey(RequirementEdition, on_delete=models.CASCADE, related_name="+")
    confidence = models.FloatField()
    nothing = models.FloatField()
    looked_at = models.JSONField(default=list)
    state = models.CharField(max_length=2, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("mission", "requirement", "state"), name="outcome_once"),)


class Answer(Row):
    """What a person decided about a provision as an answer to a requirement."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="answers")
    requirement = models.ForeignKey(RequirementEdition, on_delete=models.PROTECT, related_name="answers")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="answers")
    eid = models.CharField(max_length=200)
    decision = models.CharField(max_length=10, choices=choices(Decision))
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ("decided_at",)
        constraints = (
            models.UniqueConstraint(fields=("mission", "requirement", "edition", "eid"), name="answer_once"),
            one_of("decision", Decision, "answer_decision"),
        )


class Quotation(Row):
    """Words of the edition as they stand there; ``text_sha256`` is the hash of the text they were taken from."""

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="quotations")
    words = models.TextField()
    text_sha256 = models.CharField(max_length=64)
    quoted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    quoted_at = models.DateTimeField()

    class Meta:
        ordering = ("quoted_at",)


class NormQuotation(Row):
    """Words of a standard whose text is on file, as they stand there; ``text_sha256`` is the hash of that text."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="norm_quotations")
    requirement = models.ForeignKey(RequirementEdition, on_delete=models.PROTECT, related_name="norm_quotations")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="norm_quotations")
    eid = models.CharField(max_length=200)
    words = models.TextField()
    text_sha256 = models.CharField(max_length=64)
    quoted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    quoted_at = models.DateTimeField()

    class Meta:
        ordering = ("quoted_at",)
