"""The machine proposes provisions for each requirement of a mission's scope; its older proposals go."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from muvofiq.alignment.candidate import Candidate, Found
from muvofiq.alignment.embedding import Progress
from muvofiq.alignment.match import match
from muvofiq.alignment.meaning import Meaning, model_behind
from muvofiq.alignment.question import Question, question_of
from muvofiq.errors import MuvofiqError
from muvofiq.law.reference import Reference
from muvofiq.records.models import Edition, Job, Mission, Outcome, Proposal, RequirementEdition
from muvofiq.records.queries.law_text import editions_on_file
from muvofiq.records.queries.matched import editions_to_match, units_in
from muvofiq.records.queries.released import thesaurus_of
from muvofiq.records.queries.requirements import requirement_of, scope_of
from muvofiq.records.queries.whose_law import OWN, compared_states
from muvofiq.records.words import Purpose

BESIDE = " · "  # stands between a stage of the work and the state whose law it is about
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Matched:
    """What was found in the law of one state, by the id of the requirement; in no text where none is on file."""

    state: str
    editions: Mapping[str, Edition]
    found: Mapping[str, Found]
    is_anything_on_file: bool


def match_mission(job: Job, meaning: Meaning | None, progress: Progress) -> dict[str, object]:
    """Rank all acts on file for the scope and replace the proposals in one step; return what the job tells.

    National law is ranked first, then the law of each state to compare with, by itself.
    Where the model is elsewhere, texts for official use are ranked by words alone; ``by_words`` names them.
    """
    mission = job.mission
    scope = {item.requirement.requirement_id: item.requirement for item in scope_of(mission)}
    questions = [question_of(requirement_of(edition)) for edition in scope.values()]
    states = (OWN, *compared_states(mission))
    laws = [_matched(mission, state, questions, meaning, _about(state, progress)) for state in states]
    _replace_proposals(mission, scope, laws)
    if meaning:
        _read_translations(mission, meaning, progress)
    return _told(laws, meaning)


def _matched(
    mission: Mission, state: str, questions: Sequence[Question], meaning: Meaning | None, progress: Progress
) -> Matched:
    editions = {edition.name: edition for edition in editions_to_match(mission, state)}
    units = [unit for edition in editions.values() for unit in units_in(edition)]
    found = match(questions, units, thesaurus_of(mission), meaning=meaning, progress=progress)
    return Matched(state, editions, found, is_anything_on_file=bool(units))


def _about(state: str, progress: Progress) -> Progress:
    """Let the progress tell whose law is read and matched, where it is not national law."""
    if not state:
        return progress
    return lambda stage, done, total: progress(f"{stage}{BESIDE}{state}", done, total)


def _told(laws: Sequence[Matched], meaning: Meaning | None) -> dict[str, object]:
    national, *others = laws
    model = next(filter(None, (model_behind(one.found, meaning) for one in laws)), None)
    editions = [(name, edition) for one in laws for name, edition in one.editions.items()]
    by_words = sorted(name for name, one in editions if one.is_restricted and meaning and meaning.host)
    compared = {one.state: sorted(one.editions) for one in others}
    told: dict[str, object] = {"model": model, "editions": sorted(national.editions)}
    return told | ({"compared": compared} if compared else {}) | ({"by_words": by_words} if by_words else {})


def _replace_proposals(mission: Mission, scope: Mapping[str, RequirementEdition], laws: Sequence[Matched]) -> None:
    """Put what was found in the place of what was proposed before, in one step."""
    with transaction.atomic():
        Mission.objects.select_for_update().get(pk=mission.pk)
        mission.proposals.all().delete()
        mission.outcomes.all().delete()
        Proposal.objects.bulk_create(
            _proposal(mission, scope[name], law, candidate)
            for law in laws
            for name, one in law.found.items()
            for candidate in one.candidates
        )
        Outcome.objects.bulk_create(
            Outcome(
                mission=mission,
                requirement=scope[name],
                confidence=one.confidence,
                nothing=one.nothing,
                looked_at=sorted(law.editions),
                state=law.state,
            )
            for law in laws
            for name, one in law.found.items()
            if law.is_anything_on_file
        )


def _read_translations(mission: Mission, meaning: Meaning, progress: Progress) -> None:
    """Let the model read the texts that were not matched too, so that a search across languages finds them."""
    on_file = [*editions_on_file(mission), *editions_on_file(mission, Purpose.COMPARATOR)]
    editions = [one for one in on_file if not (meaning.host and one.is_restricted)]
    openings = [unit.opening for edition in editions for unit in units_in(edition)]
    try:
        meaning.vectors("passage", openings, progress)
    except MuvofiqError:  # the proposals stand; until the next matching, translations are searched by their words
        log.warning("the translations of %s were not read", mission.slug, exc_info=True)


def _proposal(mission: Mission, requirement: RequirementEdition, law: Matched, candidate: Candidate) -> Proposal:
    unit = Reference.parse(candidate.unit)
    return Proposal(
        mission=mission,
        requirement=requirement,
        edition=law.editions[unit.act],
        eid=unit.eid,
        rank=candidate.rank,
        score=candidate.score,
        reason=candidate.reason.entry(),
        state=law.state,
    )
