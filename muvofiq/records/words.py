"""The fixed words of the records: roles, kinds and states, each saved under its own name."""

from enum import StrEnum

from django.db import models


class Role(StrEnum):
    """What a person is in a mission."""

    PROGRAMME_MANAGER = "programme_manager"
    EU_EXPERT = "eu_expert"
    NATIONAL_EXPERT = "national_expert"
    DELEGATE = "delegate"
    STANDARDS_EDITOR = "standards_editor"
    OBSERVER = "observer"


class MissionStatus(StrEnum):
    """How far a mission is."""

    PLANNED = "planned"
    RUNNING = "running"
    REPORTED = "reported"


class SessionKind(StrEnum):
    """How people sit together."""

    WORKSHOP = "workshop"
    ROUND_TABLE = "round_table"


class Decision(StrEnum):
    """What a person decided about a proposed provision."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class ContributionKind(StrEnum):
    """What sort of contribution an agency made."""

    INFORMATION = "information"
    PRACTICE = "practice"
    OBJECTION = "objection"
    PROPOSAL = "proposal"


class RecommendationKind(StrEnum):
    """What is recommended to be done."""

    AMEND = "amend"
    REPEAL = "repeal"
    NEW_ACT = "new_act"
    BY_LAW = "by_law"
    PRACTICE = "practice"
    TRAINING = "training"


class Term(StrEnum):
    """Within which time it should be done: within a year, within three years, later."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class RecommendationState(StrEnum):
    """How far a recommendation is on its way from the expert's desk to the country."""

    DRAFT = "draft"
    CHECKED = "checked"  # another expert has read it
    SHOWN = "shown"  # to the agencies
    AGREED = "agreed"
    WITHDRAWN = "withdrawn"


class Counted(StrEnum):
    """What is counted in an act: what its lawyers cite first."""

    ARTICLE = "article"
    POINT = "point"
    UNIT = "unit"


class Purpose(StrEnum):
    """What an act is to a mission: the law that is judged, a law to compare with, or a standard to judge by."""

    NATIONAL = "national"
    COMPARATOR = "comparator"
    STANDARD = "standard"


class DraftState(StrEnum):
    """What became of a requirement that was drafted from an instrument."""

    PROPOSED = "proposed"
    KEPT = "kept"
    DROPPED = "dropped"


class TermState(StrEnum):
    """What became of a word that somebody proposed for the thesaurus."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class JobKind(StrEnum):
    """What long work there is."""

    MATCHING = "matching"
    RECOGNISE = "recognise"
    READ = "read"


class JobState(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


def choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    """Return the values as Django wants them; what people read is translated by the web."""
    return [(word.value, word.value) for word in words]


def one_of(field: str, words: type[StrEnum], name: str) -> models.CheckConstraint:
    """Return the constraint that a column holds one of the words."""
    return models.CheckConstraint(condition=models.Q(**{f"{field}__in": [word.value for word in words]}), name=name)


# The user names and names of those who enter what comes with the product; nobody signs in as one of them.
LIBRARIAN = ("muvofiq", "Muvofiq")
INVENTED_EXPERT = ("invented-expert", "Invented expert")
