"""Second opinions and what became of disagreements."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.core.exceptions import ValidationError

from muvofiq.assessment.assessment import Assessment, differences
from muvofiq.assessment.second_opinion import Concord, Pair, concord, disagreements, says_the_same
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.errors import NotOnFile
from muvofiq.records.errors_assessment import SettleInstead
from muvofiq.records.models import Finding, Mission, Opinion, Person, Settlement
from muvofiq.records.models import RequirementEdition as Saved
from muvofiq.records.permissions import TABLE, Verb, may
from muvofiq.records.queries.assessments import assessment_of
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.first_judgements import Judgement, judgements_on, judges_on
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.records.words import INVENTED_EXPERT, LIBRARIAN
from muvofiq.standards.requirement import Requirement

NOTHING = Assessment()


class Standing(StrEnum):
    """How a second opinion stands to the first: not given yet, without a first one, or as the two compare."""

    WAITING = "waiting"
    ALONE = "alone"
    AGREED = "agreed"
    DISAGREED = "disagreed"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class SettlementSeen:
    """A settlement with its assessments; it is superseded where somebody has judged otherwise since."""

    row: Settlement
    first: Assessment
    second: Assessment
    outcome: Assessment
    is_superseded: bool


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """A second opinion beside the first judgement, as one person may see it.

    ``first`` and ``second`` are empty where ``is_kept``: the person still owes an opinion on the requirement, or it is
    not given yet, or nobody has judged the law first. ``on`` names what the two disagree on, ``differing`` every fact
    told otherwise. ``was_unseen`` says that nobody had judged yet when the opinion was asked.
    """

    opinion: Opinion
    requirement: Requirement
    standing: Standing
    is_kept: bool
    was_unseen: bool
    finding: Finding | None = None
    first: Assessment = NOTHING
    second: Assessment = NOTHING
    on: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    settlements: tuple[SettlementSeen, ...] = ()

    @property
    def settled(self) -> SettlementSeen | None:
        """The last settlement, whether it still stands or not."""
        return self.settlements[-1] if self.settlements else None


@dataclass(frozen=True, slots=True)
class OpinionSide:
    """What the page of a requirement shows of second opinions to one person.

    ``mine`` is the opinion that this person owes; while there is one, nothing of the finding is shown.
    """

    mine: Opinion | None
    typed: Assessment
    given: tuple[SecondOpinion, ...]
    to_ask: tuple[Person, ...]
    may_ask: bool
    may_settle: bool

    @property
    def is_disputed(self) -> bool:
        """Whether an opinion disagrees with the finding, and nobody has settled it."""
        return any(one.standing is Standing.DISAGREED for one in self.given)


@dataclass(frozen=True, slots=True)
class Concords:
    """How often first and second judgement were the same, before anybody compared them."""

    law: Concord
    practice: Concord


def opinions_of(mission: Mission, person: Person | None = None, *, on: str = "") -> list[SecondOpinion]:
    """Return the opinions as this person may see them, in the order in which they were asked; without one, all.

    With the id of a requirement, only those on it.
    """
    rows = mission.opinions.select_related("requirement", "asked_of", "asked_by").prefetch_related(
        "settlements__first_by", "settlements__settled_by", "settlements__dissenter"
    )
    rows = rows.order_by("asked_at", "requirement__requirement_id", "pk")  # of several asked at once, by requirement
    opinions = list(rows.filter(requirement__requirement_id=on) if on else rows)
    names = {one.requirement.requirement_id for one in opinions}
    found = mission.findings.filter(requirement__requirement_id__in=names).select_related("requirement", "judged_by")
    findings = {one.requirement.requirement_id: one for one in found}
    told = judgements_on(mission, names)
    blind = kept_from(person, mission) if person else frozenset()
    return [_seen(one, findings, told, person=person, blind=blind) for one in opinions]


def open_disagreements(mission: Mission) -> list[SecondOpinion]:
    """Return the opinions that disagree with the finding and are not settled."""
    return [one for one in opinions_of(mission) if one.standing is Standing.DISAGREED]


def opinion_side(mission: Mission, saved: Saved, person: Person) -> OpinionSide:
    """Return the second opinions on one requirement as this person may see them."""
    name = saved.requirement_id
    seen = opinions_of(mission, person, on=name)
    mine = next((one.opinion for one in seen if _is_owed(one.opinion, person)), None)
    asked = {one.opinion.asked_of_id for one in seen}
    taken = {person.pk} | asked | judges_on(mission, [name]).get(name, set())
    may_ask = mine is None and may(person, Verb.ASK_OPINION, mission)
    return OpinionSide(
        mine=mine,
        typed=assessment_of(mine),
        given=tuple(one for one in seen if one.opinion != mine),
        to_ask=tuple(one for one in who_may_judge(mission) if one.pk not in taken) if may_ask else (),
        may_ask=may_ask,
        may_settle=mine is None and may(person, Verb.SETTLE, mission),
    )


def settlements_on(mission: Mission) -> dict[str, tuple[SettlementSeen, ...]]:
    """Return the settlements by the id of the requirement, the oldest first; the last may be superseded."""
    found: dict[str, tuple[SettlementSeen, ...]] = {}
    for one in opinions_of(mission):
        if one.settlements:
            found[one.requirement.id] = (*found.get(one.requirement.id, ()), *one.settlements)
    return {name: tuple(sorted(rows, key=lambda seen: seen.row.settled_at)) for name, rows in found.items()}


def concords_of(mission: Mission, opinions: Iterable[SecondOpinion]) -> Concords:
    """Compare each given opinion with the first judgement as it stood before the two were seen beside each other.

    That is the last one of somebody else before the opinion was given, or else the first one after it.
    """
    given = [one for one in opinions if one.opinion.given_at]
    told = judgements_on(mission, {one.requirement.id for one in given})
    pairs = [(first, assessment_of(one.opinion)) for one in given if (first := _before(one, told))]
    law: list[Pair] = [(one.law, other.law) for one, other in pairs]
    return Concords(concord(law), concord((one.practice, other.practice) for one, other in pairs))


def who_may_judge(mission: Mission) -> list[Person]:
    """Return the members of whom an opinion can be asked, by name; not those as whom nobody signs in."""
    roles = [one.value for one in TABLE[Verb.GIVE_OPINION]]
    people = Person.objects.filter(memberships__mission=mission, memberships__role__in=roles, is_active=True)
    people = people.exclude(username__in=(LIBRARIAN[0], INVENTED_EXPERT[0]))
    return list(people.distinct().order_by("name", "pk"))


def opinion_of(mission: Mission, requirement_id: str, person: Person) -> Opinion:
    """Return the opinion that was asked of a person; raises NotOnFile."""
    rows = mission.opinions.filter(requirement__requirement_id=requirement_id, asked_of=person)
    found = rows.select_related("requirement", "asked_of").first()
    if found is None:
        raise NotOnFile(f"{mission} > second opinions", sort="second opinion asked of you", name=requirement_id)
    return found


def opinion_keyed(mission: Mission, key: str) -> Opinion:
    """Return an opinion of the mission by its key; raises NotOnFile."""
    try:
        found = mission.opinions.select_related("requirement", "asked_of").filter(pk=key).first()
    except ValidationError:  # no key at all
        found = None
    if found is None:
        raise NotOnFile(f"{mission} > second opinions", sort="second opinion", name=key)
    return found


def refuse_judging(person: Person, mission: Mission, requirement_id: str) -> None:
    """Raise SettleInstead where this person gave a second opinion that has no first one, or differs from it."""
    mine = mission.opinions.filter(asked_of=person, given_at__isnull=False, requirement__requirement_id=requirement_id)
    if not mine.exists():
        return
    for one in opinions_of(mission, on=requirement_id):
        if one.opinion.asked_of_id == person.pk and one.standing in {Standing.ALONE, Standing.DISAGREED}:
            raise SettleInstead(f"{mission} > {requirement_id} > verdict", code=one.requirement.code)


def _seen(
    opinion: Opinion,
    findings: Mapping[str, Finding],
    told: Mapping[str, Sequence[Judgement]],
    *,
    person: Person | None,
    blind: Collection[str],
) -> SecondOpinion:
    name = opinion.requirement.requirement_id
    finding, second = findings.get(name), assessment_of(opinion)
    first = assessment_of(finding)
    settlements = tuple(_settlement(one, first) for one in opinion.settlements.all())
    standing = _standing(opinion, first, second, settlements)
    was_unseen = not any(one.at < opinion.asked_at for one in told.get(name, ()))
    requirement = requirement_of(opinion.requirement)
    is_own = person is None or opinion.asked_of_id == person.pk
    is_kept = standing is Standing.WAITING or name in blind or (standing is Standing.ALONE and not is_own)
    if is_kept:
        hidden = Standing.ALONE if opinion.given_at else Standing.WAITING
        return SecondOpinion(opinion, requirement, hidden, is_kept=True, was_unseen=was_unseen)
    return SecondOpinion(
        opinion,
        requirement,
        standing,
        is_kept=False,
        was_unseen=was_unseen,
        finding=finding,
        first=first,
        second=second,
        on=disagreements(first, second),
        differing=differences(first, second),
        settlements=settlements,
    )


def _standing(
    opinion: Opinion, first: Assessment, second: Assessment, settlements: Sequence[SettlementSeen]
) -> Standing:
    if opinion.given_at is None:
        return Standing.WAITING
    if first.law is Verdict.NOT_ASSESSED:  # an opinion needs one on the law; the first judgement no less
        return Standing.ALONE
    if settlements and not settlements[-1].is_superseded:
        return Standing.SETTLED
    return Standing.DISAGREED if disagreements(first, second) else Standing.AGREED


def _settlement(row: Settlement, now: Assessment) -> SettlementSeen:
    first, second, outcome = (Assessment.from_entry(one) for one in (row.first, row.second, row.outcome))
    return SettlementSeen(row, first, second, outcome, is_superseded=not says_the_same(outcome, now))


def _before(one: SecondOpinion, told: Mapping[str, Sequence[Judgement]]) -> Assessment | None:
    """Return what somebody else judged last before this opinion was given, or first after it."""
    others = [row for row in told.get(one.requirement.id, ()) if row.by != one.opinion.asked_of_id]
    given_at = one.opinion.given_at
    earlier = [row for row in others if given_at and row.at <= given_at]
    chosen = earlier[-1] if earlier else next(iter(others), None)
    return chosen.assessment if chosen else None


def _is_owed(opinion: Opinion, person: Person) -> bool:
    return opinion.given_at is None and opinion.asked_of_id == person.pk
