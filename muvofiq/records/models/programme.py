"""The programme that sends missions, its phases, and the services that carry it out together."""

from django.db import models

from muvofiq.records.models.row import Row


class Programme(Row):
    """A programme such as one of technical cooperation; ``disclaimer`` is printed on what it publishes."""

    key = models.SlugField(max_length=80, unique=True)
    short = models.CharField(max_length=80)
    name = models.JSONField(default=dict)
    since = models.PositiveSmallIntegerField(null=True)
    funder = models.JSONField(default=dict)
    disclaimer = models.JSONField(default=dict)
    invented = models.BooleanField(default=False)
    unconfirmed = models.JSONField(default=list)

    class Meta:
        ordering = ("short",)

    def __str__(self) -> str:
        return self.short


class Phase(Row):
    """A phase of a programme with its years, its budget in euro and its grant number."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="phases")
    key = models.SlugField(max_length=80)
    name = models.JSONField(default=dict)
    starts = models.CharField(max_length=10, blank=True)
    ends = models.CharField(max_length=10, blank=True)
    budget_eur = models.PositiveBigIntegerField(null=True)
    budget_words = models.JSONField(default=dict)
    grant = models.CharField(max_length=80, blank=True)
    unconfirmed = models.JSONField(default=list)

    class Meta:
        ordering = ("starts", "key")
        constraints = (models.UniqueConstraint(fields=("programme", "key"), name="phase_once_in_programme"),)


class Partner(Row):
    """A member of the consortium of a phase; the lead stands first."""

    phase = models.ForeignKey(Phase, on_delete=models.CASCADE, related_name="partners")
    name = models.JSONField(default=dict)
    state = models.CharField(max_length=2, blank=True)
    leads = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("-leads", "position")
