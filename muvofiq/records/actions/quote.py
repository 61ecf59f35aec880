"""A quotation is saved only if its words stand in the unit of the edition that is cited."""

from muvofiq.law.citing import cite
from muvofiq.records.actions.acting import acting
from muvofiq.records.errors import Missing, NotInEdition, NotOnFile
from muvofiq.records.models import Answer, Edition, Person, Quotation, RequirementEdition
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.answers import saved_answer
from muvofiq.records.queries.evidence import printed
from muvofiq.records.queries.law_text import reference_to
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.records.words import Decision


def quote(actor: Person, answer: Answer, words: str) -> Quotation:
    """Quote words of the unit of an answer, which is accepted thereby. Raises Missing, NotInEdition."""
    mission, edition = answer.mission, answer.edition
    where = place_of(answer.requirement, edition, answer.eid)
    found = words_as_printed(edition, answer.eid, words, where)
    with acting(actor, Verb.QUOTE, mission) as act:
        saved = saved_answer(answer)  # another person may have decided since it was read
        kept = saved or answer
        if saved is None or saved.decision != Decision.ACCEPTED.value:
            kept.decision, kept.decided_by, kept.decided_at = Decision.ACCEPTED.value, actor, act.at
            kept.save()
        quotation = Quotation.objects.create(
            answer=kept, words=found, text_sha256=edition.text_id, quoted_by=actor, quoted_at=act.at
        )
        act.says(f"{answer.requirement.requirement_id} {edition.name}~{answer.eid}", quotation=found)
    return quotation


def place_of(requirement: RequirementEdition, edition: Edition, eid: str) -> str:
    """Return where a quotation stands, as lawyers say it: the code of the requirement, the unit. Raises UnitMissing."""
    return f"{requirement_of(requirement).code} > {cite(reference_to(edition, eid), edition.language)}"


def words_as_printed(edition: Edition, eid: str, words: str, where: str) -> str:
    """Return words as the cited unit prints them, or refuse them: raises Missing, UnitMissing, NotInEdition."""
    if not words.strip():
        raise Missing(where, field="the words to quote")
    found = printed(edition, eid, words)
    if found is None:
        citation = cite(reference_to(edition, eid), edition.language)
        shown = " ".join(words.split())[:200]
        raise NotInEdition(where, unit=citation, words=shown, edition=edition.name, language=edition.language)
    return found


def withdraw_quotation(actor: Person, quotation: Quotation) -> None:
    """Take a quotation back; raises NotOnFile if another person has done so meanwhile."""
    answer = quotation.answer
    with acting(actor, Verb.QUOTE, answer.mission) as act:
        if not answer.quotations.filter(pk=quotation.pk).exists():
            raise NotOnFile(str(answer.mission), sort="quotation", name=quotation.words)
        act.says(f"{answer.requirement.requirement_id} {answer.edition.name}~{answer.eid}", withdrawn=quotation.words)
        quotation.delete()
