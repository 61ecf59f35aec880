"""The recommendations of a mission: their list, and what the page of one offers to choose from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db.models import Prefetch, Q

from muvofiq.amendment.cited_unit import cited
from muvofiq.assessment.verdict import Verdict
from muvofiq.law.citing import cite
from muvofiq.records.errors import NotOnFile
from muvofiq.records.errors_amendment import UnitNotCited, UnitUnclear
from muvofiq.records.models import (
    Act,
    Amendment,
    Contribution,
    Edition,
    Finding,
    Mission,
    Person,
    Recommendation,
    RequirementEdition,
)
from muvofiq.records.permissions import RECOMMENDATION_MOVES, may_step
from muvofiq.records.queries.advice import standing
from muvofiq.records.queries.answers import edition_named
from muvofiq.records.queries.blind import kept_from, refuse_while_blind
from muvofiq.records.queries.kept_entries import kept_recommendations
from muvofiq.records.queries.law_text import eids_of, law_of, reference_to, unit_of
from muvofiq.records.queries.requirements import requirement_of, scope_of
from muvofiq.records.queries.whose_law import OWN, answers_on, law_of_state, national_acts
from muvofiq.records.words import Decision, RecommendationState
from muvofiq.standards.requirement import Requirement

ADDRESS = re.compile(r"[a-z]+_[\w-]+(__[a-z]+_[\w-]+)*")


@dataclass(frozen=True, slots=True)
class AmendmentRow:
    """An amendment with its place in the law, cited as lawyers cite it or as it was named in words."""

    amendment: Amendment
    unit: str


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """A recommendation with its amendments and all that it rests on.

    ``requirements`` are those of its findings and those named beside them, each once. Where ``is_kept``, it rests on a
    finding that is kept back from the person who reads: text, wording and reason are not shown.
    """

    recommendation: Recommendation
    amendments: tuple[AmendmentRow, ...]
    requirements: tuple[Requirement, ...]
    contributions: tuple[Contribution, ...]
    is_kept: bool = False

    @property
    def unit(self) -> str:
        """The places that it amends, in one line."""
        return "; ".join(dict.fromkeys(one.unit for one in self.amendments))


@dataclass(frozen=True, slots=True)
class UnitShown:
    """A unit of an edition as it reads now."""

    edition: Edition
    eid: str
    citation: str
    heading: str
    words: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """A provision that was accepted as an answer, from which a recommendation can begin."""

    requirement: Requirement
    edition: Edition
    eid: str
    citation: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A judged requirement on which a recommendation can rest."""

    requirement: Requirement
    finding: Finding


def recommendation_list(
    mission: Mission, person: Person | None = None, *, is_standing: bool = False
) -> list[RecommendationRow]:
    """Return the recommendations by number, as this person may read them: all, or those that were not withdrawn."""
    kept = kept_recommendations(mission, kept_from(person, mission)) if person else frozenset()
    amendments = Amendment.objects.select_related("act", "edition__mission", "edition__act", "written_by")
    chosen = standing(mission) if is_standing else mission.recommendations.all()
    rows = chosen.select_related("addressee", "written_by", "mission").prefetch_related(
        "findings__requirement", "requirements", "contributions__agency", Prefetch("amendments", amendments), "together"
    )
    return [replace(row_of(one), is_kept=one.number in kept) for one in rows]


def recommendation_numbered(mission: Mission, number: int) -> Recommendation:
    """Return a recommendation of the mission; raises NotOnFile."""
    found = mission.recommendations.select_related("addressee", "written_by", "mission").filter(number=number).first()
    if found is None:
        raise NotOnFile(f"{mission} > recommendations", sort="recommendation", name=f"R{number}")
    return found


def refuse_kept(recommendation: Recommendation, person: Person) -> None:
    """Raise SecondOpinionFirst where it rests on a finding that is kept back from this person."""
    refuse_while_blind(person, recommendation.mission, requirement_ids_of(recommendation))


def requirement_ids_of(recommendation: Recommendation) -> list[str]:
    """Return the ids of the requirements on which it rests, through their findings or named beside them."""
    return [one.requirement_id for one in _requirements(recommendation)]


def rests_on(recommendation: Recommendation) -> dict[str, list[str] | list[int]]:
    """Return on what it rests, as the history tells it and by which entries are kept back."""
    return {
        "findings": sorted(one.requirement.requirement_id for one in recommendation.findings.all()),
        "requirements": sorted(one.requirement_id for one in recommendation.requirements.all()),
        "contributions": sorted(one.number for one in recommendation.contributions.all()),
    }


def row_of(recommendation: Recommendation) -> RecommendationRow:
    """Return a recommendation with its amendments and what it rests on."""
    return RecommendationRow(
        recommendation,
        tuple(AmendmentRow(one, place_of(one)) for one in recommendation.amendments.all()),
        tuple(requirement_of(one) for one in _requirements(recommendation)),
        tuple(recommendation.contributions.all()),
    )


def place_of(amendment: Amendment) -> str:
    """Cite the unit of an amendment, or the one behind which its new unit will stand, or give the words for it."""
    edition, eid = amendment.edition, amendment.eid or amendment.after
    return cite(reference_to(edition, eid), edition.language) if edition and eid else amendment.unit


def steps_open(recommendation: Recommendation, person: Person) -> tuple[RecommendationState, ...]:
    """Return the states to which this person may take the recommendation from where it stands."""
    before = RecommendationState(recommendation.state)
    afters = (after for start, after in RECOMMENDATION_MOVES if start is before)
    return tuple(one for one in afters if may_step(person, recommendation.mission, before, one))


def _requirements(recommendation: Recommendation) -> list[RequirementEdition]:
    """Return the requirements of its findings, then those named beside them."""
    judged = [one.requirement for one in recommendation.findings.all()]
    return list({one.pk: one for one in (*judged, *recommendation.requirements.all())}.values())


def act_keyed(mission: Mission, key: str) -> Act:
    """Return an act of the state, which alone can be amended; raises NotOnFile."""
    act = national_acts(mission).filter(pk=key).first()
    if act is None:
        raise NotOnFile(f"{mission} > acts", sort="act", name=key)
    return act


def editions_to_amend(mission: Mission) -> list[Edition]:
    """Return the national editions on file, and replaced ones on which answers or recommendations rest."""
    used = Q(answers__decision=Decision.ACCEPTED.value) | Q(proposed_amendments__isnull=False)
    rows = mission.editions.filter(Q(replaced_by=None) | used, law_of_state(OWN, "act__")).distinct()
    return list(rows.select_related("act", "mission"))


def unit_typed(mission: Mission, edition_name: str, typed: str) -> UnitShown:
    """Return the unit that a person named by its address or by its citation, in any language.

    Raises NotOnFile, UnitMissing (no such address), UnitNotCited, UnitUnclear.
    """
    edition = edition_named(mission, edition_name)
    eid = _eid(edition, typed.strip())
    unit = unit_of(edition, eid)
    return UnitShown(edition, eid, cite(reference_to(edition, eid), edition.language), unit.heading, unit.words)


def units_near(mission: Mission, edition_name: str, typed: str) -> list[UnitShown]:
    """Return the units that a citation may mean, or that come nearest to it; raises NotOnFile."""
    edition = edition_named(mission, edition_name)
    found = cited(law_of(edition), typed)
    return [unit_typed(mission, edition_name, one.eid) for one in found.units or found.nearest]


def accepted_units(mission: Mission) -> Iterator[Accepted]:
    """Yield the provisions accepted in the scope, in its order."""
    answers = (
        answers_on(mission).filter(decision=Decision.ACCEPTED.value).select_related("edition__act", "edition__mission")
    )
    for item in scope_of(mission):
        for answer in answers.filter(requirement=item.requirement):
            citation = cite(reference_to(answer.edition, answer.eid), answer.edition.language)
            yield Accepted(requirement_of(item.requirement), answer.edition, answer.eid, citation)


def judged_requirements(mission: Mission, person: Person | None = None) -> list[Judged]:
    """Return what was judged and is not kept back from the person who reads, in the order of the scope."""
    kept = kept_from(person, mission) if person else frozenset()
    findings = {one.requirement_id: one for one in mission.findings.exclude(law=Verdict.NOT_ASSESSED.value)}
    scope = [item.requirement for item in scope_of(mission)]
    return [
        Judged(requirement_of(one), findings[one.pk])
        for one in scope
        if one.pk in findings and one.requirement_id not in kept
    ]


def contributions_to_rest_on(mission: Mission, requirement_id: str) -> list[Contribution]:
    """Return the discussion notes, those on the requirement first."""
    notes = list(mission.contributions.select_related("agency").prefetch_related("requirements"))
    return sorted(notes, key=lambda note: requirement_id not in {one.requirement_id for one in note.requirements.all()})


def _eid(edition: Edition, typed: str) -> str:
    """Return the address of a unit that was cited as lawyers cite it; an address stays as it is."""
    if not typed or typed in eids_of(edition):
        return typed
    found = cited(law_of(edition), typed)
    if len(found.units) == 1:
        return found.units[0].eid
    if ADDRESS.fullmatch(typed):
        return typed
    where, sort = f"{edition.mission} > {edition.name}", UnitUnclear if found.units else UnitNotCited
    near = "; ".join(cite(one, edition.language) for one in found.units or found.nearest)
    raise sort(where, unit=typed, nearest=near or "–")
