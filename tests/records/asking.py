"""A mission that asks an agency in writing, and files that come back from it."""

from muvofiq.consultation.answer import Answer, Point
from muvofiq.consultation.asking import wording
from muvofiq.consultation.questionnaire import Kind
from muvofiq.publication.questionnaire_reading import Filled
from muvofiq.records.actions.make_questionnaire import make_questionnaire
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.take_answers import take_answers
from muvofiq.records.models import Agency, Person, Questionnaire
from muvofiq.records.queries.questions_to_ask import Wanted
from muvofiq.records.queries.requirements import requirement_of, scoped
from muvofiq.records.queries.returned_answers import versions_of
from tests.records.small import INTERPRETER, VICTIMS, WORDS, Desk

COMPETENCE = {"en": "Identifies victims of trafficking at crossing points", "ru": "Выявляет жертв торговли людьми"}
GIVEN = {
    Point.SAID: "да",
    Point.ACT: "О государственной границе",
    Point.ARTICLE: "ст. 4 ч. 2",
    Point.TEXT: WORDS,
}


def agency_in(at: Desk, *, name: str = "Border Guard", competence: dict[str, str] | None = None) -> Agency:
    """Let an agency take part."""
    words = COMPETENCE if competence is None else competence
    return plan_agency(at.expert, at.mission, name={"en": name}, competence=words)


def wanted(at: Desk, requirement_id: str = VICTIMS, kind: Kind = Kind.OPEN) -> Wanted:
    """Return a question in the words of the library."""
    requirement = requirement_of(scoped(at.mission, requirement_id))
    return Wanted(requirement_id, kind, 0, wording(kind, requirement))


def asked(at: Desk, agency: Agency, *, actor: Person | None = None) -> Questionnaire:
    """Make a questionnaire with two questions."""
    questions = [wanted(at), wanted(at, INTERPRETER)]
    return make_questionnaire(
        actor or at.expert, at.mission, agency=agency, languages=["en", "ru"], questions=questions
    )


def filled(cells: dict[Point, str] | None = None, key: str = "Q01") -> Filled:
    """Return what is read of a file with one answer."""
    return Filled({key: Answer.of(GIVEN if cells is None else cells)})


def taken(sent: Questionnaire, actor: Person, file: Filled | None = None, *, seen: dict[str, int] | None = None) -> int:
    """Take a file as a person does who has just looked at it."""
    versions = versions_of(sent) if seen is None else seen
    return take_answers(actor, sent, file or filled(), file_name="back.docx", file_sha256="0" * 64, seen=versions)
