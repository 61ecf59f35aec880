"""The missions that a person sees, and what one mission holds."""

from collections.abc import Iterable
from dataclasses import dataclass

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Finding, Mission, Person
from muvofiq.records.permissions import Verb, require
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.whose_law import answers_on


def missions_of(person: Person) -> list[Mission]:
    """Return the missions in which a person has a role."""
    theirs = person.memberships.values("mission")  # a person with two roles sees the mission once
    return list(Mission.objects.filter(pk__in=theirs).select_related("phase__programme"))


def mission_named(person: Person, slug: str) -> Mission:
    """Return a mission for somebody who may see it; raises NotOnFile, NotAllowed."""
    mission = Mission.objects.select_related("phase__programme").filter(slug=slug).first()
    if mission is None:
        raise NotOnFile("missions", sort="mission", name=slug)
    require(person, Verb.SEE, mission)
    return mission


def free_slug(stem: str) -> str:
    """Return an address that no mission has yet: the stem, or the stem with a number."""
    taken = set(Mission.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(name for at in range(1, len(taken) + 2) if (name := stem if at == 1 else f"{stem}-{at}") not in taken)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the judging is; it counts the scope, never the whole catalogue.

    ``judged`` are the requirements with a verdict on the law, ``full`` those of them whose verdict is «full».
    ``kept_back`` are in the scope, but their finding is kept back from the person who asks, so that they count as
    neither.
    """

    scope: int
    judged: int
    full: int
    answered: int
    first_left: str | None
    """The id of the first requirement of the scope without a verdict."""
    kept_back: int = 0

    @property
    def left(self) -> int:
        """How many requirements of the scope await a verdict."""
        return self.scope - self.judged - self.kept_back


@dataclass(frozen=True, slots=True)
class Judging:
    """A requirement of the scope as progress counts it; ``law`` is None where its finding is kept back."""

    requirement_id: str
    law: Verdict | None
    is_answered: bool


def progress_of(mission: Mission, person: Person | None = None) -> Progress:
    """Count what is judged: a requirement of the scope whose law axis has another word than «not assessed».

    For a person of whom second opinions are asked, the findings on these requirements are left out.
    """
    kept = kept_from(person, mission) if person else frozenset()
    laws = dict(mission.findings.values_list("requirement", "law"))
    accepted = set(answers_on(mission).filter(decision="accepted").values_list("requirement_id", flat=True))
    return progress_over(
        Judging(
            name, None if name in kept else Verdict(laws.get(key, Verdict.NOT_ASSESSED)), is_answered=key in accepted
        )
        for key, name in mission.scope.values_list("requirement", "requirement__requirement_id")
    )


def progress_over(scope: Iterable[Judging]) -> Progress:
    """Count a scope in its order."""
    every = list(scope)
    seen = [one for one in every if one.law is not None]
    judged = [one for one in seen if one.law is not Verdict.NOT_ASSESSED]
    return Progress(
        scope=len(every),
        judged=len(judged),
        full=sum(one.law is Verdict.FULL for one in judged),
        answered=sum(one.is_answered for one in every),
        first_left=next((one.requirement_id for one in seen if one.law is Verdict.NOT_ASSESSED), None),
        kept_back=len(every) - len(seen),
    )


def findings_of(mission: Mission, person: Person | None = None) -> list[Finding]:
    """Return the findings of a mission with their authors; without those that are kept back from the person."""
    rows = mission.findings.select_related("requirement", "judged_by")
    kept = kept_from(person, mission) if person else frozenset()
    return [one for one in rows if one.requirement.requirement_id not in kept]
