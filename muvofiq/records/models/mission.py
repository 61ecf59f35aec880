"""A mission: who goes where, when, for what, and which requirements are its scope."""

from django.db import models

from muvofiq.records.models.people import Person
from muvofiq.records.models.programme import Phase
from muvofiq.records.models.row import Row
from muvofiq.records.models.standards import RequirementEdition
from muvofiq.records.words import MissionStatus, Role, SessionKind, choices, one_of


class Mission(Row):
    """One mission of experts to a state. ``notice`` is printed on each of its pages and documents.

    ``consent_on`` and ``consent_by`` record that the beneficiary agreed to publication. ``exercise`` names the folder
    of the library with the key of an exercise; it is empty for every other mission.
    """

    slug = models.SlugField(max_length=80, unique=True)
    phase = models.ForeignKey(Phase, on_delete=models.PROTECT, null=True, related_name="missions")
    title = models.JSONField(default=dict)
    theme = models.JSONField(default=dict)
    state = models.CharField(max_length=2)
    place = models.JSONField(default=dict)
    starts = models.DateField()
    ends = models.DateField()
    status = models.CharField(max_length=10, choices=choices(MissionStatus), default=MissionStatus.PLANNED.value)
    invented = models.BooleanField(default=False)
    notice = models.JSONField(default=dict)
    sources = models.JSONField(default=list)
    services = models.JSONField(default=list)
    scope_themes = models.JSONField(default=list)
    scope_reason = models.JSONField(default=dict)
    consent_on = models.DateField(null=True)
    consent_by = models.CharField(max_length=160, blank=True)
    exercise = models.SlugField(max_length=80, blank=True)

    class Meta:
        ordering = ("-starts", "slug")
        constraints = (one_of("status", MissionStatus, "mission_status"),)

    def __str__(self) -> str:
        return self.slug


class Membership(Row):
    """One role that a person has in a mission; on a laptop one person may have several."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=choices(Role))

    class Meta:
        ordering = ("person__name", "role")
        constraints = (
            models.UniqueConstraint(fields=("mission", "person", "role"), name="member_once_in_role"),
            one_of("role", Role, "membership_role"),
        )


class ScopedRequirement(Row):
    """A requirement that the mission has chosen to judge, in the edition that it will be judged by, and who judges."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="scope")
    requirement = models.ForeignKey(RequirementEdition, on_delete=models.PROTECT, related_name="scoped")
    owner = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("mission", "requirement"), name="scoped_once"),)


class Agency(Row):
    """A national agency that takes part, with what it is competent for."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="agencies")
    name = models.JSONField(default=dict)
    short = models.JSONField(default=dict)
    competence = models.JSONField(default=dict)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position",)


class Session(Row):
    """An item of the agenda; the hours are left out where they are not known."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="sessions")
    kind = models.CharField(max_length=12, choices=choices(SessionKind))
    title = models.JSONField(default=dict)
    day = models.DateField()
    starts = models.TimeField(null=True)
    ends = models.TimeField(null=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("day", "position")
        constraints = (one_of("kind", SessionKind, "session_kind"),)
