"""Finding what an address or a form names: an edition, an answer, a quotation."""

from django.core.exceptions import ValidationError

from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Answer, Edition, Mission, Quotation
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.queries.requirements import scoped
from muvofiq.records.words import Decision


def edition_named(mission: Mission, name: str) -> Edition:
    """Return an edition of the mission; raises NotOnFile."""
    edition = mission.editions.select_related("act", "mission").filter(name=name).first()
    if edition is None:
        raise NotOnFile(f"{mission} > acts", sort="edition", name=name)
    return edition


def answer_named(mission: Mission, requirement_id: str, edition: Edition, eid: str) -> Answer:
    """Return the decision about a unit, or a new one, not saved yet, where nobody has decided; raises UnitMissing."""
    requirement = scoped(mission, requirement_id)
    unit_of(edition, eid)
    new = Answer(mission=mission, requirement=requirement, edition=edition, eid=eid, decision=Decision.REJECTED.value)
    return saved_answer(new) or new


def saved_answer(answer: Answer) -> Answer | None:
    """Return the decision about the unit of an answer as it is saved now, or None where nobody has decided."""
    place = {"requirement": answer.requirement_id, "edition": answer.edition_id, "eid": answer.eid}
    return Answer.objects.filter(mission=answer.mission_id, **place).first()


def quotation_named(mission: Mission, pk: str) -> Quotation:
    """Return a quotation of the mission; raises NotOnFile."""
    try:
        quotation = Quotation.objects.filter(answer__mission=mission, pk=pk).first()
    except ValidationError:  # no key at all
        quotation = None
    if quotation is None:
        raise NotOnFile(f"{mission}", sort="quotation", name=str(pk))
    return quotation
