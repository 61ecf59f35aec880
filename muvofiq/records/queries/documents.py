"""The three documents of a mission as pure values: table of concordance, comparative table, press release."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import localdate

from muvofiq.alignment.candidate import Candidate, Reason
from muvofiq.assessment.verdict import Verdict
from muvofiq.errors import MuvofiqError
from muvofiq.publication.comparative import ComparativeTable
from muvofiq.publication.concordance import Concordance, ForState
from muvofiq.publication.judged import Decision, Findings, judged_concordance
from muvofiq.publication.phrases import phrases
from muvofiq.publication.release import Figures, Part, PublicFact, Release, ReleaseFacts, compose, filled, propose
from muvofiq.publication.withholding import withhold
from muvofiq.records.errors import NothingRecommended, NotOnFile, ScopeEmpty
from muvofiq.records.models import Edition, Mission, Person, Recommendation
from muvofiq.records.models import PublicFact as Saved
from muvofiq.records.queries.advice import standing
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.comparative_rows import comparative_rows
from muvofiq.records.queries.complete_list import absence_of
from muvofiq.records.queries.judgements import judged_on
from muvofiq.records.queries.kept_entries import kept_recommendations
from muvofiq.records.queries.law_text import law_of
from muvofiq.records.queries.missions import progress_of
from muvofiq.records.queries.norms import instruments_of
from muvofiq.records.queries.pictures import overview_of
from muvofiq.records.queries.practices import compared_in
from muvofiq.records.queries.printed_translations import printed_translations
from muvofiq.records.queries.recommendation_page import recommendation_list
from muvofiq.records.queries.requirements import requirement_of, scope_of
from muvofiq.records.queries.whose_law import OWN, compared_states, editions_of_state, law_of_state, proposals_on
from muvofiq.records.words import Decision as Word
from muvofiq.records.words import JobKind, JobState
from muvofiq.standards.requirement import in_language


@dataclass(frozen=True, slots=True)
class ReleaseState:
    """A press release in one language, or why it cannot be put together; ``untranslated`` counts sentences."""

    language: str
    release: Release | None
    error: MuvofiqError | None
    untranslated: int

    @property
    def is_ready(self) -> bool:
        """Whether it can be printed."""
        return self.release is not None and self.release.length_problem is None


@dataclass(frozen=True, slots=True)
class PartFacts:
    """The public sentences of one part of the press release."""

    part: Part
    facts: tuple[Saved, ...]


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """How far the documents are, and what they still lack; ``compared`` are the states of laws to compare with."""

    figures: Figures
    editions: int
    without_answer: int
    without_contribution: tuple[Recommendation, ...]
    parts: tuple[PartFacts, ...]
    releases: tuple[ReleaseState, ...]
    compared: tuple[str, ...]

    @property
    def is_unfinished(self) -> bool:
        """Whether the table of concordance still has gaps: a requirement without verdict or provision, or no law."""
        return not self.editions or bool(self.without_answer) or self.figures.judged < self.figures.requirements


def documents_page(
    mission: Mission, languages: Sequence[str], made_on: date, person: Person | None = None
) -> DocumentsPage:
    """Gather the page of the documents; recommendations that are kept back from the person are not counted."""
    progress = progress_of(mission)
    kept = kept_recommendations(mission, kept_from(person, mission)) if person else frozenset()
    advice = standing(mission).exclude(number__in=kept)
    facts = list(mission.public_facts.select_related("entered_by"))
    return DocumentsPage(
        figures=replace(figures_of(mission), recommendations=advice.count()),
        editions=len(editions_in_table(mission)),
        without_answer=progress.scope - progress.answered,
        without_contribution=tuple(advice.filter(contributions=None)),
        parts=tuple(PartFacts(part, tuple(one for one in facts if one.part == part)) for part in Part),
        releases=tuple(_release_state(mission, language, made_on) for language in languages),
        compared=tuple(compared_states(mission)),
    )


def fact_keyed(mission: Mission, key: str) -> Saved:
    """Return a public sentence of the mission; raises NotOnFile."""
    fact = mission.public_facts.filter(pk=key).first()
    if fact is None:
        raise NotOnFile(f"{mission} > documents", sort="public sentence", name=str(key))
    return fact


def figures_of(mission: Mission) -> Figures:
    """Count what all documents and pages tell, so that the figures are equal everywhere."""
    progress = progress_of(mission)
    return Figures(
        recommendations=standing(mission).count(),
        requirements=progress.scope,
        judged=progress.judged,
        agencies=mission.agencies.count(),
        sessions=mission.sessions.count(),
    )


def concordance_of(mission: Mission, language: str, made_on: date, state: str = OWN) -> Concordance:
    """Return the table of concordance of the scope with the law of a state; raises ScopeEmpty.

    What was judged, said and recommended stands beside national law alone.
    """
    scope = [requirement_of(item.requirement) for item in scope_of(mission)]
    if not scope:
        raise ScopeEmpty(f"{mission} > documents")
    editions = {edition.pk: edition for edition in editions_in_table(mission, state)}
    table = judged_concordance(
        scope,
        instruments_of(mission),
        [law_of(edition) for edition in editions.values()],
        _findings(mission, editions, language, state),
        made_on=made_on,
        for_state=ForState(mission.state, mission.starts),
        model=_model(mission),
        notices=notices_of(mission, language, is_draft_told=True),
        editions={edition.name: edition.as_of for edition in editions.values() if edition.as_of},
    )
    table = replace(
        table,
        imported={one.name: localdate(one.imported_at) for one in editions.values() if not one.as_of},
        practices=compared_in(mission),
        overview=None if state else overview_of(mission),
        same_act={one.name: str(one.act_id) for one in editions.values()},
        absence=None if state else absence_of(mission),
    )
    return withhold(table, {edition.name for edition in editions.values() if edition.is_restricted}, language)


def comparative_of(mission: Mission, language: str, made_on: date) -> ComparativeTable:
    """Return the comparative table of all recommendations that stand; raises NothingRecommended."""
    rows = recommendation_list(mission, is_standing=True)
    if not rows:
        raise NothingRecommended(f"{mission} > documents")
    return ComparativeTable(
        title=in_language(mission.title, language),
        notices=notices_of(mission, language, is_draft_told=True),
        rows=comparative_rows(mission, rows, language),
        made_on=made_on,
    )


def release_of(mission: Mission, language: str, made_on: date) -> Release:
    """Return the press release, made of public facts alone; raises UnknownPlaceholder, BrokenPlaceholder."""
    return compose(
        [PublicFact(Part(fact.part), in_language(fact.text, language)) for fact in mission.public_facts.all()],
        figures_of(mission),
        notices=notices_of(mission, language),
        language=language,
        made_on=made_on,
        consent=mission.consent_on is not None,
    )


def proposed_facts(mission: Mission, language: str, kinds: Mapping[str, str]) -> list[PublicFact]:
    """Return the sentences that the machine proposes and nobody has entered; ``kinds`` are words for the sessions."""
    used = {one.kind for one in mission.sessions.all()}
    programme = mission.phase.programme if mission.phase else None
    facts = ReleaseFacts(
        programme=in_language(programme.name, language) if programme and programme.name else "",
        starts=mission.starts,
        ends=mission.ends,
        place=in_language(mission.place, language) if mission.place else "",
        kinds=tuple(word for kind, word in kinds.items() if kind in used),
        agencies=tuple(in_language(one.name, language) for one in mission.agencies.all()),
        services=tuple(in_language(one["name"], language) for one in mission.services),
        theme=in_language(mission.theme, language) if mission.theme else "",
    )
    entered = {text for fact in mission.public_facts.all() for text in fact.text.values()}
    return [one for one in propose(facts, language) if one.text not in entered]


def check_figures(mission: Mission, part: Part, text: str) -> None:
    """Raise UnknownPlaceholder or BrokenPlaceholder if the figures of a sentence cannot be filled in."""
    filled(PublicFact(part, text), figures_of(mission))


def notices_of(mission: Mission, language: str, *, is_draft_told: bool = False) -> tuple[str, ...]:
    """Return what is printed at the head: the mission's notice, the programme's, and the mark of a draft if asked."""
    programme = mission.phase.programme if mission.phase else None
    texts = [text for text in (mission.notice, programme.disclaimer if programme else {}) if text]
    draft = [phrases("release", language)("draft")] if is_draft_told and mission.consent_on is None else []
    return (*draft, *(in_language(text, language) for text in texts))


def editions_in_table(mission: Mission, state: str = OWN) -> list[Edition]:
    """Return the newest editions of the law of a state, and older ones to which accepted answers still point."""
    newest = Q(pk__in=[one.pk for one in editions_of_state(mission, state)])
    used = Q(answers__decision=Word.ACCEPTED.value)
    rows = mission.editions.filter(newest | used, law_of_state(state, "act__"))
    return list(rows.select_related("act", "mission").distinct())


def _release_state(mission: Mission, language: str, made_on: date) -> ReleaseState:
    untranslated = sum(not fact.text.get(language) for fact in mission.public_facts.all())
    try:
        return ReleaseState(language, release_of(mission, language, made_on), None, untranslated)
    except MuvofiqError as error:
        return ReleaseState(language, None, error, untranslated)


def _findings(mission: Mission, editions: Mapping[UUID, Edition], language: str, state: str) -> Findings:
    candidates, decisions = _candidates(mission, editions, state), _decisions(mission, editions)
    judged = {} if state else judged_on(mission, language, absence_of(mission))
    named = {edition.name: edition for edition in editions.values()}
    units = {one.unit for found in candidates.values() for one in found}
    units |= {one.unit for found in decisions.values() for one in found}
    places = [(named[name], eid) for name, _, eid in (unit.partition("~") for unit in units)]
    return Findings(candidates, decisions, judged, printed_translations(places, language))


def _candidates(mission: Mission, editions: Mapping[UUID, Edition], state: str) -> dict[str, list[Candidate]]:
    """Return what the machine proposes, of national law for the requirements that nobody has judged yet."""
    found: dict[str, list[Candidate]] = defaultdict(list)
    judged = mission.findings.exclude(law=Verdict.NOT_ASSESSED.value).values("requirement")
    proposals = proposals_on(mission, state).filter(edition__in=editions)
    if not state:
        proposals = proposals.exclude(requirement__in=judged)
    for one in proposals.select_related("requirement", "edition"):
        candidate = Candidate(f"{one.edition.name}~{one.eid}", one.rank, one.score, Reason.from_entry(one.reason))
        found[one.requirement.requirement_id].append(candidate)
    return found


def _decisions(mission: Mission, editions: Mapping[UUID, Edition]) -> dict[str, list[Decision]]:
    found: dict[str, list[Decision]] = defaultdict(list)
    scoped = mission.scope.values("requirement")
    rows = mission.answers.filter(edition__in=editions, requirement__in=scoped).select_related("requirement", "edition")
    for one in rows.prefetch_related("quotations"):
        quotations = tuple(quotation.words for quotation in one.quotations.all())
        decision = Decision(f"{one.edition.name}~{one.eid}", one.decision == Word.ACCEPTED.value, quotations)
        found[one.requirement.requirement_id].append(decision)
    return found


def _model(mission: Mission) -> str | None:
    done = mission.jobs.filter(kind=JobKind.MATCHING.value, state=JobState.DONE.value)
    last = done.order_by("-asked_at").first()
    return str(last.result["model"]) if last and last.result.get("model") else None
