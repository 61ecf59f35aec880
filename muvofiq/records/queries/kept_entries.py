"""Which entries of the history would show somebody a judgement that this person must not see yet."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.models import HistoryEntry, Mission, Person
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.first_judgements import SUBJECT

OPINION = "opinion "
RECOMMENDATION = "recommendation "
AMENDMENT = "amendment "  # of recommendation 3 the first: «amendment R3.1»
SOURCES = "changed sources"


@dataclass(frozen=True, slots=True)
class KeptEntries:
    """What is kept back from a person: findings, recommendations on them with amendments, opinions that came first."""

    person: UUID | None
    findings: frozenset[str] = frozenset()
    recommendations: frozenset[int] = frozenset()
    lone_opinions: frozenset[str] = frozenset()

    def has(self, entry: HistoryEntry) -> bool:
        """Whether the entry is kept back; that there is one, who wrote it and when, is no secret."""
        subject = entry.subject
        if subject.startswith(SUBJECT):
            moved = entry.change.get("requirements", ())  # of a move of several findings at once
            return not self.findings.isdisjoint((subject.removeprefix(SUBJECT), *moved))
        if subject == SOURCES:
            told = (*entry.change.get("look_again", ()), *entry.change.get("rests_on", ()))
            return not self.findings.isdisjoint(told)
        if subject.startswith(OPINION):
            return self._has_opinion(entry, subject.removeprefix(OPINION))
        return subject.startswith((RECOMMENDATION, AMENDMENT)) and self._has_recommendation(entry)

    def _has_opinion(self, entry: HistoryEntry, name: str) -> bool:
        says_something = "to" in entry.change or "written" in entry.change
        is_others = entry.actor_id != self.person
        return says_something and (name in self.findings or (is_others and name in self.lone_opinions))

    def _has_recommendation(self, entry: HistoryEntry) -> bool:
        if "removed" in entry.change:
            return bool(self.findings)  # on what it rested is not to be read from its entry
        number = entry.subject.removeprefix(RECOMMENDATION).removeprefix(f"{AMENDMENT}R").partition(".")[0]
        told = entry.change.get("rests_on", {})
        rested_on = {*told.get("findings", ()), *told.get("requirements", ())}
        return bool(self.findings & rested_on) or number in set(map(str, self.recommendations))


def kept_entries(mission: Mission, person: Person | None) -> KeptEntries:
    """Return what is kept back from a person; nothing where nobody is named."""
    if person is None:
        return KeptEntries(None)
    findings = kept_from(person, mission)
    given = mission.opinions.filter(given_at__isnull=False).exclude(asked_of=person)
    names = set(given.values_list("requirement__requirement_id", flat=True))
    return KeptEntries(
        person.pk, findings, kept_recommendations(mission, findings), frozenset(names - _judged(mission))
    )


def kept_recommendations(mission: Mission, findings: Collection[str]) -> frozenset[int]:
    """Return the numbers of the recommendations that rest on one of these findings, or on its requirement."""
    judged, named = Q(findings__requirement__requirement_id__in=findings), Q(requirements__requirement_id__in=findings)
    rows = mission.recommendations.filter(judged | named)
    return frozenset(rows.values_list("number", flat=True))


def _judged(mission: Mission) -> set[str]:
    """Return the requirements whose law is judged: a word on practice alone opens no opinion that came first."""
    judged = mission.findings.exclude(law=Verdict.NOT_ASSESSED.value)
    return set(judged.values_list("requirement__requirement_id", flat=True))
