"""Words of a standard on file are quoted for a requirement only if they stand in the unit of the edition cited."""

from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.quote import place_of, words_as_printed
from muvofiq.records.errors import NotAStandard, NotOnFile
from muvofiq.records.models import Edition, Mission, NormQuotation, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.requirements import requirement_of, scoped
from muvofiq.records.words import Purpose


def quote_norm(
    actor: Person, mission: Mission, requirement_id: str, *, edition: Edition, eid: str, words: str
) -> NormQuotation:
    """Quote words of a unit of a standard for a requirement of the scope.

    Raises NotOnFile, NotAStandard (the text is no standard here), UnitMissing, Missing and NotInEdition.
    """
    requirement = scoped(mission, requirement_id)
    if edition.mission_id != mission.pk:
        raise NotOnFile(requirement_of(requirement).code, sort="edition", name=edition.name)
    where = place_of(requirement, edition, eid)
    found = words_as_printed(edition, eid, words, where)
    with acting(actor, Verb.QUOTE, mission) as act:
        if not mission.acts.filter(pk=edition.act_id, purpose=Purpose.STANDARD.value).exists():
            raise NotAStandard(where, title=next(iter(edition.act.title.values()), edition.name))
        quotation = NormQuotation.objects.create(
            mission=mission,
            requirement=requirement,
            edition=edition,
            eid=eid,
            words=found,
            text_sha256=edition.text_id,
            quoted_by=actor,
            quoted_at=act.at,
        )
        act.says(f"{requirement_id} {edition.name}~{eid}", quotation=found)
    return quotation


def unquote_norm(actor: Person, quotation: NormQuotation) -> None:
    """Take a quotation of a norm back; raises NotOnFile if another person has done so meanwhile."""
    mission = quotation.mission
    with acting(actor, Verb.QUOTE, mission) as act:
        if not mission.norm_quotations.filter(pk=quotation.pk).exists():
            raise NotOnFile(str(mission), sort="quotation", name=quotation.words)
        name = f"{quotation.requirement.requirement_id} {quotation.edition.name}~{quotation.eid}"
        act.says(name, withdrawn=quotation.words)
        quotation.delete()
