"""What an agency was asked in writing, and what it answered."""

from django.db import models

from muvofiq.records.models.consultation import Contribution
from muvofiq.records.models.mission import Agency, Mission
from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row
from muvofiq.records.models.standards import RequirementEdition


class Questionnaire(Row):
    """A questionnaire for one agency. ``letter`` is its text, read by ``Questionnaire.parse`` of the consultation."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="questionnaires")
    number = models.PositiveSmallIntegerField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="questionnaires")
    letter = models.TextField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("mission", "number"), name="questionnaire_number_once"),)


class AgencyAnswer(Row):
    """The answer of an agency to one question, as it came back: information from the country, never a verdict.

    ``question`` is the key of the question in the questionnaire; ``letter`` is read by ``Answer.parse`` of the
    consultation; ``contribution`` is the discussion note by which it reached the finding.
    """

    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(max_length=80)
    requirement = models.ForeignKey(RequirementEdition, on_delete=models.PROTECT, related_name="+")
    letter = models.TextField()
    contribution = models.OneToOneField(Contribution, on_delete=models.SET_NULL, null=True, related_name="answer")
    file_name = models.CharField(max_length=255)
    file_sha256 = models.CharField(max_length=64)
    version = models.PositiveIntegerField(default=1)
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    class Meta:
        ordering = ("question",)
        constraints = (models.UniqueConstraint(fields=("questionnaire", "question"), name="agency_answer_once"),)
