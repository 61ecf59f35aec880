"""Newer editions of the requirements of a scope, and what taking them would do to what people have judged."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet

from muvofiq.alignment.question import question_of
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.models import Contribution, Finding, Mission, Person, Quotation
from muvofiq.records.models import RequirementEdition as Saved
from muvofiq.records.queries.advice import advice_on
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.norms import instruments_of
from muvofiq.records.queries.requirements import newest_editions, requirement_of, scope_of, unrevised_in
from muvofiq.records.words import Decision
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.revision import Effect, Revision, compare
from muvofiq.standards.unrevised import Unrevised


@dataclass(frozen=True, slots=True)
class Resting:
    """What hangs on a requirement in the edition by which the mission judges it.

    Where ``is_kept`` there is a verdict, but it is kept back from the person who reads.
    """

    finding: Finding | None = None
    answers: int = 0
    quotations: int = 0
    contributions: int = 0
    recommendations: int = 0
    table_links: int = 0
    rejected: int = 0
    is_kept: bool = field(default=False, kw_only=True)

    @property
    def is_judged(self) -> bool:
        """Whether a person gave a verdict on the law or on practice."""
        one = self.finding
        return self.is_kept or (one is not None and {one.law, one.practice} != {Verdict.NOT_ASSESSED.value})

    @property
    def is_nothing(self) -> bool:
        """Whether nobody has done anything with the requirement yet."""
        return not (
            self.finding
            or self.is_kept
            or self.answers
            or self.rejected
            or self.contributions
            or self.table_links
            or self.recommendations
        )


@dataclass(frozen=True, slots=True)
class NewEdition:
    """A requirement of the scope of which a newer edition exists, with what changed and what hangs on it."""

    saved: Saved
    newest: Saved
    before: Requirement
    after: Requirement
    revision: Revision
    resting: Resting
    unrevised: tuple[Unrevised, ...] = ()

    @property
    def effect(self) -> Effect | None:
        """What happens to the verdict; None where there is none."""
        return self.revision.effect if self.resting.is_judged else None

    @property
    def is_kept(self) -> bool:
        """Whether nobody would have to look again after taking it."""
        return self.effect is not Effect.LOOK_AGAIN

    @property
    def asks_anew(self) -> bool:
        """Whether the laws have to be asked again, because the question to them changed."""
        return question_of(self.before) != question_of(self.after)


@dataclass(frozen=True, slots=True)
class Carried:
    """A verdict that a person gave by an older edition, and what has changed since on which it may rest."""

    finding: Finding
    judged_by: Saved
    revision: Revision


@dataclass(frozen=True, slots=True)
class EditionNews:
    """What the page of a requirement tells of its editions."""

    offered: NewEdition | None
    carried: Carried | None


def new_editions(mission: Mission, person: Person | None = None) -> list[NewEdition]:
    """Return every requirement of the scope of which a newer edition exists, in the order of the scope.

    Verdicts that are kept back from the person who reads are left out.
    """
    ours = [item.requirement for item in scope_of(mission)]
    newest = newest_editions(mission, [one.requirement_id for one in ours])
    kept = kept_from(person, mission) if person else frozenset()
    return [_without(one, kept) for one in _offered(mission, [(one, newest[one.requirement_id]) for one in ours])]


def newer_edition(mission: Mission, saved: Saved, person: Person | None = None) -> EditionNews:
    """Return what the newest edition would change for this requirement, and whether its verdict was carried here.

    Of a verdict that is kept back from the person who reads, nothing is told.
    """
    newest = newest_editions(mission, [saved.requirement_id])[saved.requirement_id]
    offered = _offered(mission, [(saved, newest)])
    finding = mission.findings.filter(requirement=saved, carried_from__isnull=False).select_related("carried_from")
    kept = kept_from(person, mission) if person else frozenset()
    if saved.requirement_id in kept:
        return EditionNews(_without(offered[0], kept) if offered else None, None)
    return EditionNews(offered[0] if offered else None, next((_carried(mission, one) for one in finding), None))


def to_look_at_again(mission: Mission) -> list[Requirement]:
    """Return the requirements whose verdict was carried to an edition that says otherwise on what it may rest on."""
    marked = mission.findings.filter(look_again=True).select_related("requirement")
    return sorted((requirement_of(one.requirement) for one in marked), key=lambda one: one.code)


def successors(mission: Mission) -> dict[str, str]:
    """Return which instrument replaces another."""
    found = instruments_of(mission).values()
    return {one.id: one.superseded_by.instrument for one in found if one.superseded_by}


def _without(one: NewEdition, kept: Collection[str]) -> NewEdition:
    """Return an edition on offer without the verdict where that is kept back."""
    if one.saved.requirement_id not in kept:
        return one
    return replace(one, resting=replace(one.resting, finding=None, recommendations=0, is_kept=one.resting.is_judged))


def _carried(mission: Mission, finding: Finding) -> Carried:
    old = finding.carried_from or finding.requirement
    before, after = requirement_of(old), requirement_of(finding.requirement)
    return Carried(finding, old, compare(before, after, successors(mission)))


def _offered(mission: Mission, pairs: list[tuple[Saved, Saved]]) -> list[NewEdition]:
    """Compare each edition with the newest one, where that is another."""
    touched = [(ours, last) for ours, last in pairs if _age(last) > _age(ours)]
    if not touched:
        return []
    resting, heirs = _resting(mission, [ours for ours, _ in touched]), successors(mission)
    stale = unrevised_in(mission, [last for _, last in touched])
    found = []
    for ours, last in touched:
        before, after = requirement_of(ours), requirement_of(last)
        found.append(
            NewEdition(ours, last, before, after, compare(before, after, heirs), resting[ours.pk], stale[last.pk])
        )
    return found


def _resting(mission: Mission, editions: list[Saved]) -> dict[object, Resting]:
    ours = Q(requirement__in=editions)
    accepted, rejected = (
        mission.answers.filter(ours, decision=one.value) for one in (Decision.ACCEPTED, Decision.REJECTED)
    )
    quoted = Quotation.objects.filter(answer__in=mission.answers.filter(ours))
    noted = Contribution.objects.filter(mission=mission, requirements__in=editions)
    findings = {one.requirement_id: one for one in mission.findings.filter(ours).select_related("judged_by")}
    answers, quotations = _counted(accepted, "requirement"), _counted(quoted, "answer__requirement")
    contributions, recommendations = _counted(noted, "requirements"), advice_on(mission, [one.pk for one in editions])
    links, refused = _counted(mission.table_links.filter(ours), "requirement"), _counted(rejected, "requirement")
    counts = (answers, quotations, contributions, recommendations, links, refused)
    return {one.pk: Resting(findings.get(one.pk), *(count[one.pk] for count in counts)) for one in editions}


def _counted(rows: QuerySet[Any], by: str) -> Counter[object]:
    return Counter(dict(rows.order_by().values_list(by).annotate(count=Count("pk", distinct=True))))


def _age(one: Saved) -> tuple[int, datetime]:
    """Return by what editions are ordered; an own and a released one may have the same number."""
    return one.edition, one.published
