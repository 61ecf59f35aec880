"""Two judgements that differ are settled on record: who, when, why, and the dissent of who still holds otherwise."""

from typing import Any

from muvofiq.assessment.assessment import Assessment
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.give_verdict import refuse_what_changed, write
from muvofiq.records.actions.texts import given, wanted
from muvofiq.records.errors import Missing
from muvofiq.records.errors_assessment import NothingToSettle
from muvofiq.records.models import Mission, Opinion, Person, Settlement
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.assessments import assessment_of
from muvofiq.records.queries.blind import refuse_while_blind
from muvofiq.records.queries.opinions import SecondOpinion, Standing, opinions_of
from muvofiq.records.queries.requirements import requirement_of, scoped
from muvofiq.standards.requirement import Words


def settle(
    actor: Person,
    mission: Mission,
    requirement_id: str,
    opinion: Opinion,
    outcome: Assessment,
    *,
    why: Words,
    version: int,
    dissent: Words | None = None,
    dissenter: Person | None = None,
    edition: int | None = None,
) -> Settlement:
    """Make ``outcome`` the finding, and keep both judgements as they stood, with the reason and any dissent.

    ``version`` is the version of the finding that the person had open. Raises Missing (no reason; a dissent without
    its owner, or the reverse), NothingToSettle, ChangedMeanwhile, and SecondOpinionFirst for somebody who owes an
    opinion on the requirement; also NotAWord and NotBinding, as for every verdict.
    """
    where = f"{mission} > {requirement_id} > verdict"
    whys, dissents = wanted(why, "why it is settled so", where), given(dissent or {})
    if bool(dissents) != (dissenter is not None):
        field = "the words of the dissent" if dissenter else "whose dissent it is"
        raise Missing(where, field=field)
    with acting(actor, Verb.SETTLE, mission) as act:
        refuse_while_blind(actor, mission, [requirement_id])
        seen = _disagreement(mission, requirement_id, opinion, where)
        finding = seen.finding
        if finding is None:
            raise NothingToSettle(where, code=seen.requirement.code)
        refuse_what_changed(finding, where, version=version, edition=edition)
        settlement = Settlement.objects.create(
            opinion=opinion,
            first=seen.first.entry(),
            first_by=finding.judged_by,
            second=assessment_of(opinion).entry(),
            outcome=outcome.entry(),
            why=whys,
            dissent=dissents,
            dissenter=dissenter,
            settled_by=actor,
            settled_at=act.at,
        )
        told: dict[str, Any] = {"dissent": dissents, "dissenter": str(dissenter.pk)} if dissenter else {}
        write(act, finding, outcome, why=whys, second_by=str(opinion.asked_of_id), **told)
    return settlement


def _disagreement(mission: Mission, requirement_id: str, opinion: Opinion, where: str) -> SecondOpinion:
    """Return the opinion beside the finding; raises NothingToSettle where the two do not differ."""
    requirement = requirement_of(scoped(mission, requirement_id))
    seen = next((one for one in opinions_of(mission, on=requirement_id) if one.opinion.pk == opinion.pk), None)
    if seen is None or seen.standing is not Standing.DISAGREED:
        raise NothingToSettle(where, code=requirement.code)
    return seen
