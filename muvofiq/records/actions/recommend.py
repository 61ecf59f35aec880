"""The experts recommend what should be done, by whom and when, on the findings and contributions that they name."""

from collections.abc import Collection, Mapping
from typing import Any

from muvofiq.assessment.scale import Cure, Priority
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.move_recommendation import open_again
from muvofiq.records.actions.purpose import refuse_foreign
from muvofiq.records.actions.texts import given, wanted
from muvofiq.records.errors import ChangedMeanwhile, NotOnFile
from muvofiq.records.models import (
    Act,
    Agency,
    Contribution,
    Finding,
    Mission,
    Person,
    Recommendation,
    RequirementEdition,
)
from muvofiq.records.numbering import next_number
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.blind import refuse_while_blind
from muvofiq.records.queries.recommendation_page import requirement_ids_of, rests_on
from muvofiq.records.queries.requirements import scope_of
from muvofiq.records.words import RecommendationKind, Term


def recommend(
    actor: Person,
    mission: Mission,
    *,
    text: Mapping[str, str],
    reason: Mapping[str, str],
    kind: RecommendationKind = RecommendationKind.AMEND,
    priority: str = "",
    term: str = "",
    cure: str = "",
    is_key: bool = False,
    addressee: Agency | None = None,
    together: Collection[Act] = (),
    finding_ids: Collection[str] = (),
    requirement_ids: Collection[str] = (),
    contribution_numbers: Collection[int] = (),
    written: Recommendation | None = None,
    version: int = 0,
) -> Recommendation:
    """Save a recommendation, or a new version of one; wordings of units are proposed by ``amend``.

    ``finding_ids`` are ids of requirements that were judged, ``requirement_ids`` of others in the scope on which it
    rests; ``together`` are acts that must be changed at the same time. What was checked is a draft again. Raises
    Missing (no text), NotOnFile, ChangedMeanwhile, NotOpenToChange, SecondOpinionFirst.
    """
    where = f"{mission} > recommendations"
    texts = wanted(text, "the text of the recommendation", where)
    values: dict[str, Any] = {
        "text": texts,
        "reason": given(reason),
        "kind": RecommendationKind(kind).value,
        "priority": Priority(priority).value if priority else "",
        "term": Term(term).value if term else "",
        "cure": Cure(cure).value if cure else "",
        "is_key": is_key,
    }
    with acting(actor, Verb.RECOMMEND, mission) as record:
        on_file(mission, *together, addressee, written)
        refuse_foreign(together, where)
        rested_on = requirement_ids_of(written) if written else []
        refuse_while_blind(actor, mission, [*finding_ids, *requirement_ids, *rested_on])
        findings = _findings(mission, finding_ids, where)
        requirements = _requirements(mission, requirement_ids, where)
        contributions = _contributions(mission, contribution_numbers, where)
        row = written or Recommendation(mission=mission, number=next_number(mission.recommendations), version=0)
        if row.version != version:
            name = row.written_by.name if written else "–"
            raise ChangedMeanwhile(where, name=name, yours=version, theirs=row.version)
        open_again(row)
        before = {name: getattr(row, name) for name in values} if written else None
        for name, value in values.items():
            setattr(row, name, value)
        row.addressee, row.version, row.written_by, row.written_at = addressee, version + 1, actor, record.at
        row.save()
        row.findings.set(findings)
        row.requirements.set(requirements)
        row.contributions.set(contributions)
        row.together.set(together)
        told = {"addressee": str(addressee.pk) if addressee else "", "together": [str(one.pk) for one in together]}
        change: dict[str, Any] = {"from": before, "to": values}
        record.says(f"recommendation {row.number}", **change, **told, rests_on=rests_on(row))
    return row


def _findings(mission: Mission, ids: Collection[str], where: str) -> list[Finding]:
    found = list(mission.findings.filter(requirement__requirement_id__in=ids).select_related("requirement"))
    for missing in set(ids) - {one.requirement.requirement_id for one in found}:
        raise NotOnFile(where, sort="finding", name=missing)
    return found


def _requirements(mission: Mission, ids: Collection[str], where: str) -> list[RequirementEdition]:
    scope = {one.requirement.requirement_id: one.requirement for one in scope_of(mission)}
    for missing in sorted(set(ids) - set(scope)):
        raise NotOnFile(where, sort="requirement in its scope", name=missing)
    return [scope[name] for name in dict.fromkeys(ids)]


def _contributions(mission: Mission, numbers: Collection[int], where: str) -> list[Contribution]:
    found = list(mission.contributions.filter(number__in=numbers))
    for missing in set(numbers) - {one.number for one in found}:
        raise NotOnFile(where, sort="discussion note", name=missing)
    return found
