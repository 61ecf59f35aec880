"""Long work: what is to be done, how far it is, and what it has computed so far."""

from django.db import models

from muvofiq.records.models.mission import Mission
from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row
from muvofiq.records.words import JobKind, JobState, choices, one_of


class Job(Row):
    """A piece of long work. The row is the truth: a job whose heartbeat is old is taken again."""

    kind = models.CharField(max_length=20, choices=choices(JobKind))
    key = models.CharField(max_length=120)
    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="jobs")
    state = models.CharField(max_length=10, choices=choices(JobState), default=JobState.WAITING.value)
    stage = models.CharField(max_length=80, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    stage_began = models.DateTimeField(null=True)
    heartbeat = models.DateTimeField(null=True)
    error = models.TextField(blank=True)
    result = models.JSONField(default=dict)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("asked_at",)
        constraints = (
            one_of("kind", JobKind, "job_kind"),
            one_of("state", JobState, "job_state"),
            models.UniqueConstraint(
                fields=("key",), condition=models.Q(state__in=("waiting", "running")), name="job_open_once"
            ),
        )


class StoredVector(models.Model):
    """A vector of the language model by the hash of its text: a cache that may be emptied at any time."""

    model = models.CharField(max_length=120)
    key = models.CharField(max_length=80)
    values = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("model", "key"), name="vector_once"),)
