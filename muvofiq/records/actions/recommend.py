"""The experts recommend another wording of a unit, on the findings and contributions that they name."""

from collections.abc import Collection, Mapping

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.texts import wanted
from muvofiq.records.errors import ChangedMeanwhile, Missing, NotOnFile
from muvofiq.records.models import Act, Agency, Contribution, Edition, Finding, Mission, Person, Recommendation
from muvofiq.records.numbering import next_number
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.blind import refuse_while_blind
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.words import Purpose


def recommend(
    actor: Person,
    mission: Mission,
    *,
    act: Act,
    reason: Mapping[str, str],
    proposed: str,
    edition: Edition | None = None,
    eid: str = "",
    unit: str = "",
    is_key: bool = False,
    addressee: Agency | None = None,
    finding_ids: Collection[str] = (),
    contribution_numbers: Collection[int] = (),
    written: Recommendation | None = None,
    version: int = 0,
) -> Recommendation:
    """Save a recommendation, or a new version of one.

    The current wording is taken from the edition and typed by nobody. ``unit`` names a place that the edition does
    not have yet, or the place in an act without text on file. An empty ``proposed`` recommends to delete the unit.
    ``finding_ids`` are ids of requirements that were judged. Only acts of the mission's state can be amended.
    Raises Missing, NotOnFile, UnitMissing, ChangedMeanwhile, SecondOpinionFirst.
    """
    where = f"{mission} > recommendations"
    reasons = wanted(reason, "the reason of the recommendation", where)
    current = unit_of(edition, eid).words if edition and eid else ""
    if not (edition and eid) and not unit.strip():
        raise Missing(where, field="the unit, such as «article 12(2), new»")
    if not proposed.strip() and not current:
        raise Missing(where, field="the proposed wording")
    with acting(actor, Verb.RECOMMEND, mission) as record:
        on_file(mission, act, edition, addressee, written)
        if edition and edition.act_id != act.pk:
            raise NotOnFile(where, sort="edition of this act", name=edition.name)
        if act.purpose != Purpose.NATIONAL.value:
            raise NotOnFile(where, sort="act of its own state", name=next(iter(act.title.values()), str(act.pk)))
        refuse_while_blind(actor, mission, [*finding_ids, *_rested_on(written)])
        findings = _findings(mission, finding_ids, where)
        contributions = _contributions(mission, contribution_numbers, where)
        row = written or Recommendation(mission=mission, number=next_number(mission.recommendations), version=0)
        if row.version != version:
            name = row.written_by.name if written else "–"
            raise ChangedMeanwhile(where, name=name, yours=version, theirs=row.version)
        before = {"proposed": row.proposed, "reason": row.reason} if written else None
        row.act, row.edition, row.eid, row.unit = act, edition, eid, unit.strip()
        row.current, row.proposed, row.reason = current, proposed.strip(), reasons
        row.is_key, row.addressee, row.version = is_key, addressee, version + 1
        row.written_by, row.written_at = actor, record.at
        row.save()
        row.findings.set(findings)
        row.contributions.set(contributions)
        place = f"{edition.name}~{eid}" if edition and eid else row.unit
        after = {"unit": place, "proposed": row.proposed, "reason": reasons}
        rests_on = {"findings": sorted(finding_ids), "contributions": sorted(contribution_numbers)}
        record.says(f"recommendation {row.number}", **{"from": before, "to": after}, rests_on=rests_on)
    return row


def _findings(mission: Mission, ids: Collection[str], where: str) -> list[Finding]:
    found = list(mission.findings.filter(requirement__requirement_id__in=ids).select_related("requirement"))
    for missing in set(ids) - {one.requirement.requirement_id for one in found}:
        raise NotOnFile(where, sort="finding", name=missing)
    return found


def _rested_on(written: Recommendation | None) -> list[str]:
    """Return the requirements on whose findings a recommendation rested so far."""
    return list(written.findings.values_list("requirement__requirement_id", flat=True)) if written else []


def _contributions(mission: Mission, numbers: Collection[int], where: str) -> list[Contribution]:
    found = list(mission.contributions.filter(number__in=numbers))
    for missing in set(numbers) - {one.number for one in found}:
        raise NotOnFile(where, sort="discussion note", name=missing)
    return found
