"""A person accepts or rejects a provision as an answer to a requirement; the machine only proposes."""

from typing import Any

from muvofiq.records.actions.acting import acting
from muvofiq.records.errors import NoAnswerInStandard, NotOnFile, StillNeeded
from muvofiq.records.models import Answer, Edition, Mission, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.answers import saved_answer
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.queries.requirements import scoped
from muvofiq.records.words import Decision, Purpose


def decide_candidate(
    actor: Person, mission: Mission, requirement_id: str, *, edition: Edition, eid: str, decision: Decision
) -> Answer:
    """Save the decision about one unit of a law, of the mission's own state or of one to compare with.

    Raises NotOnFile, UnitMissing, NoAnswerInStandard, and StillNeeded (a rejected unit is quoted).
    """
    where = f"{mission} > {requirement_id}"
    if edition.mission_id != mission.pk:
        raise NotOnFile(where, sort="edition", name=edition.name)
    unit_of(edition, eid)
    with acting(actor, Verb.DECIDE_CANDIDATE, mission) as act:
        requirement = scoped(mission, requirement_id)
        if mission.acts.filter(pk=edition.act_id, purpose=Purpose.STANDARD.value).exists():
            raise NoAnswerInStandard(where, edition=edition.name)
        key: dict[str, Any] = {"mission": mission, "requirement": requirement, "edition": edition, "eid": eid}
        before = Answer.objects.filter(**key).first()
        if before and decision is Decision.REJECTED and before.quotations.exists():
            raise StillNeeded(where, name=eid, others="quotations")
        if before and before.decision == decision.value:
            return before
        values = {"decision": decision.value, "decided_by": actor, "decided_at": act.at}
        answer, _ = Answer.objects.update_or_create(**key, defaults=values)
        change = {"from": before.decision if before else None, "to": decision.value}
        act.says(f"{requirement_id} {edition.name}~{eid}", **change)
    return answer


def withdraw_decision(actor: Person, answer: Answer) -> None:
    """Make a provision undecided again; raises StillNeeded while it is quoted."""
    with acting(actor, Verb.DECIDE_CANDIDATE, answer.mission) as act:
        saved = saved_answer(answer)
        if saved is None:
            return
        if saved.quotations.exists():
            raise StillNeeded(str(answer.mission), name=answer.eid, others="quotations")
        name = f"{answer.requirement.requirement_id} {answer.edition.name}~{answer.eid}"
        act.says(name, **{"from": saved.decision, "to": None})
        saved.delete()
