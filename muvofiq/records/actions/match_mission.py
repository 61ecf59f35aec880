"""The machine proposes provisions for each requirement of a mission's scope; its older proposals go."""

import logging
from collections.abc import Mapping

from django.db import transaction

from muvofiq.alignment.candidate import Candidate, Found
from muvofiq.alignment.embedding import Progress
from muvofiq.alignment.match import match
from muvofiq.alignment.meaning import Meaning, model_behind
from muvofiq.alignment.question import question_of
from muvofiq.errors import MuvofiqError
from muvofiq.law.reference import Reference
from muvofiq.records.models import Edition, Job, Mission, Outcome, Proposal, RequirementEdition
from muvofiq.records.queries.law_text import editions_on_file
from muvofiq.records.queries.matched import editions_to_match, units_in
from muvofiq.records.queries.released import thesaurus
from muvofiq.records.queries.requirements import requirement_of, scope_of

log = logging.getLogger(__name__)


def match_mission(job: Job, meaning: Meaning | None, progress: Progress) -> dict[str, object]:
    """Rank all acts on file for the scope and replace the proposals in one step; return what the job tells.

    Where the model is elsewhere, texts for official use are ranked by words alone; ``by_words`` names them.
    """
    mission = job.mission
    editions = {edition.name: edition for edition in editions_to_match(mission)}
    scope = {item.requirement.requirement_id: item.requirement for item in scope_of(mission)}
    units = [unit for edition in editions.values() for unit in units_in(edition)]
    found = match(
        [question_of(requirement_of(edition)) for edition in scope.values()],
        units,
        thesaurus(),
        meaning=meaning,
        progress=progress,
    )
    _replace_proposals(mission, scope, editions, found, is_anything_on_file=bool(units))
    if meaning:
        _read_translations(mission, meaning, progress)
    by_words = sorted(name for name, one in editions.items() if one.is_restricted and meaning and meaning.host)
    told: dict[str, object] = {"model": model_behind(found, meaning), "editions": sorted(editions)}
    return told | ({"by_words": by_words} if by_words else {})


def _replace_proposals(
    mission: Mission,
    scope: Mapping[str, RequirementEdition],
    editions: dict[str, Edition],
    found: Mapping[str, Found],
    *,
    is_anything_on_file: bool,
) -> None:
    """Put what was found in the place of what was proposed before, in one step."""
    with transaction.atomic():
        Mission.objects.select_for_update().get(pk=mission.pk)
        mission.proposals.all().delete()
        mission.outcomes.all().delete()
        Proposal.objects.bulk_create(
            _proposal(mission, scope[name], editions, candidate)
            for name, one in found.items()
            for candidate in one.candidates
        )
        Outcome.objects.bulk_create(
            Outcome(
                mission=mission,
                requirement=scope[name],
                confidence=one.confidence,
                nothing=one.nothing,
                looked_at=sorted(editions),
            )
            for name, one in found.items()
            if is_anything_on_file
        )


def _read_translations(mission: Mission, meaning: Meaning, progress: Progress) -> None:
    """Let the model read the texts that were not matched too, so that a search across languages finds them."""
    editions = [one for one in editions_on_file(mission) if not (meaning.host and one.is_restricted)]
    openings = [unit.opening for edition in editions for unit in units_in(edition)]
    try:
        meaning.vectors("passage", openings, progress)
    except MuvofiqError:  # the proposals stand; until the next matching, translations are searched by their words
        log.warning("the translations of %s were not read", mission.slug, exc_info=True)


def _proposal(
    mission: Mission, requirement: RequirementEdition, editions: dict[str, Edition], candidate: Candidate
) -> Proposal:
    unit = Reference.parse(candidate.unit)
    return Proposal(
        mission=mission,
        requirement=requirement,
        edition=editions[unit.act],
        eid=unit.eid,
        rank=candidate.rank,
        score=candidate.score,
        reason=candidate.reason.entry(),
    )
