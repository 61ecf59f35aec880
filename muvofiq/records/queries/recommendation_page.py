"""The recommendations of a mission: their list, and what the page of one offers to choose from."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db.models import Q

from muvofiq.assessment.verdict import Verdict
from muvofiq.law.citing import cite
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Act, Contribution, Edition, Finding, Mission, Person, Recommendation
from muvofiq.records.queries.answers import edition_named
from muvofiq.records.queries.blind import kept_from, refuse_while_blind
from muvofiq.records.queries.kept_entries import kept_recommendations
from muvofiq.records.queries.law_text import law_of, reference_to, unit_of
from muvofiq.records.queries.requirements import requirement_of, scope_of
from muvofiq.records.queries.whose_law import OWN, answers_on, law_of_state, national_acts
from muvofiq.records.words import Decision
from muvofiq.standards.requirement import Requirement


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """A recommendation with its place in the law and all that it rests on.

    Where ``is_kept``, it rests on a finding that is kept back from the person who reads: wording and reason are not
    shown.
    """

    recommendation: Recommendation
    unit: str
    requirements: tuple[Requirement, ...]
    contributions: tuple[Contribution, ...]
    is_kept: bool = False


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


def recommendation_list(mission: Mission, person: Person | None = None) -> list[RecommendationRow]:
    """Return the recommendations by number, as this person may read them."""
    kept = kept_recommendations(mission, kept_from(person, mission)) if person else frozenset()
    rows = mission.recommendations.select_related("act", "edition__mission", "addressee", "written_by")
    whole = [row_of(one) for one in rows.prefetch_related("findings__requirement", "contributions__agency")]
    return [replace(one, is_kept=one.recommendation.number in kept) for one in whole]


def recommendation_numbered(mission: Mission, number: int) -> Recommendation:
    """Return a recommendation of the mission; raises NotOnFile."""
    rows = mission.recommendations.select_related("act", "edition__mission", "addressee", "written_by", "mission")
    found = rows.filter(number=number).first()
    if found is None:
        raise NotOnFile(f"{mission} > recommendations", sort="recommendation", name=f"R{number}")
    return found


def refuse_kept(recommendation: Recommendation, person: Person) -> None:
    """Raise SecondOpinionFirst where it rests on a finding that is kept back from this person."""
    rests_on = recommendation.findings.values_list("requirement__requirement_id", flat=True)
    refuse_while_blind(person, recommendation.mission, list(rests_on))


def row_of(recommendation: Recommendation) -> RecommendationRow:
    """Return a recommendation with what it rests on."""
    return RecommendationRow(
        recommendation,
        place_of(recommendation),
        tuple(requirement_of(one.requirement) for one in recommendation.findings.all()),
        tuple(recommendation.contributions.all()),
    )


def place_of(recommendation: Recommendation) -> str:
    """Cite the unit of a recommendation, or give the words by which its place was named."""
    edition = recommendation.edition
    if edition and recommendation.eid:
        return cite(reference_to(edition, recommendation.eid), edition.language)
    return recommendation.unit


def act_keyed(mission: Mission, key: str) -> Act:
    """Return an act of the state, which alone can be amended; raises NotOnFile."""
    act = national_acts(mission).filter(pk=key).first()
    if act is None:
        raise NotOnFile(f"{mission} > acts", sort="act", name=key)
    return act


def editions_to_amend(mission: Mission) -> list[Edition]:
    """Return the national editions on file, and replaced ones on which answers or recommendations rest."""
    used = Q(answers__decision=Decision.ACCEPTED.value) | Q(recommendations__isnull=False)
    rows = mission.editions.filter(Q(replaced_by=None) | used, law_of_state(OWN, "act__")).distinct()
    return list(rows.select_related("act", "mission"))


def unit_typed(mission: Mission, edition_name: str, typed: str) -> UnitShown:
    """Return the unit that a person named by its address or by its citation; raises NotOnFile, UnitMissing."""
    edition = edition_named(mission, edition_name)
    eid = _eid(edition, typed.strip())
    unit = unit_of(edition, eid)
    return UnitShown(edition, eid, cite(reference_to(edition, eid), edition.language), unit.heading, unit.words)


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
    """Return the address of a unit that was cited as lawyers cite it; anything else is taken as an address."""
    wanted = "".join(typed.lower().split())
    units = law_of(edition).units() if wanted else ()
    cited = (ref.eid for ref, *_ in units if "".join(cite(ref, edition.language).lower().split()) == wanted)
    return next(cited, typed)
