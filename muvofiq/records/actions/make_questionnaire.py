"""A questionnaire is made for one agency; once made it never changes, so that answers always find their question."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from muvofiq.consultation.questionnaire import Kind, Question, key_of
from muvofiq.consultation.questionnaire import Questionnaire as Letter
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.texts import wanted
from muvofiq.records.errors import Missing, NotAWord
from muvofiq.records.models import Agency, Mission, Person, Questionnaire
from muvofiq.records.numbering import next_number
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.questions_to_ask import Wanted
from muvofiq.records.queries.requirements import requirement_of, scoped
from muvofiq.standards.thesaurus import LANGUAGES


def make_questionnaire(
    actor: Person,
    mission: Mission,
    *,
    agency: Agency,
    languages: Sequence[str],
    questions: Sequence[Wanted],
    wanted_by: date | None = None,
) -> Questionnaire:
    """Number and save it. Raises Missing without a language, a question, or words; NotOnFile outside the scope."""
    where = f"{mission} > questionnaires"
    chosen = tuple(dict.fromkeys(languages))
    if not chosen:
        raise Missing(where, field="the language of the questionnaire")
    if not set(chosen) <= set(LANGUAGES):
        raise NotAWord(where, value=", ".join(chosen), allowed=", ".join(LANGUAGES))
    if not questions:
        raise Missing(where, field="a question")
    with acting(actor, Verb.ASK_AGENCY, mission) as act:
        on_file(mission, agency)
        asked = [_question(mission, one, where) for one in questions]
        keyed = tuple(replace(one, key=key_of(place)) for place, one in enumerate(asked, 1))
        letter = Letter(agency.name, mission.title, chosen, keyed, wanted_by)
        number = next_number(mission.questionnaires)
        row = Questionnaire(mission=mission, number=number, agency=agency, letter=str(letter))
        row.made_by, row.made_at = actor, act.at
        row.save(force_insert=True)
        told = {"agency": str(agency.pk), "questions": len(keyed), "languages": list(chosen)}
        act.says(f"questionnaire {number}", **told, requirements=sorted({one.requirement for one in keyed}))
    return row


def _question(mission: Mission, one: Wanted, where: str) -> Question:
    if not one.requirement_id:
        raise Missing(where, field="the requirement that a question concerns")
    requirement = requirement_of(scoped(mission, one.requirement_id))
    return Question(
        key="",
        requirement=requirement.id,
        code=requirement.code,
        kind=one.kind,
        text=wanted(one.text, "the words of a question", f"{where} > {requirement.code}"),
        title=dict(requirement.title),
        statement=dict(requirement.statement),
        element=one.element if one.kind is Kind.ELEMENT else 0,
    )
