"""One questionnaire with its answers as the page shows it."""

from dataclasses import dataclass
from datetime import date

from muvofiq.consultation.answer import Answer
from muvofiq.consultation.questionnaire import Question
from muvofiq.records.models import AgencyAnswer, Person, Questionnaire
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.questionnaires import Placed, placed
from muvofiq.records.queries.sent_questionnaires import letter_of


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A question with its answer, if one was taken."""

    question: Question
    saved: AgencyAnswer | None
    answer: Answer | None
    placed: Placed | None


@dataclass(frozen=True, slots=True)
class AskedList:
    """The questions in their order; ``kept_back`` counts those that would tell the person of a finding."""

    rows: tuple[AskedRow, ...]
    kept_back: int
    wanted_by: date | None
    languages: tuple[str, ...]


def asked_list(sent: Questionnaire, person: Person) -> AskedList:
    """Return the questions with the answers on file."""
    kept, letter = kept_from(person, sent.mission), letter_of(sent)
    saved = {one.question: one for one in sent.answers.select_related("taken_by", "contribution")}
    shown = [one for one in letter.questions if one.requirement not in kept]
    rows = tuple(_row(sent, one, saved.get(one.key)) for one in shown)
    return AskedList(rows, len(letter.questions) - len(shown), letter.wanted_by, letter.languages)


def _row(sent: Questionnaire, question: Question, saved: AgencyAnswer | None) -> AskedRow:
    answer = Answer.parse(saved.letter) if saved else None
    return AskedRow(question, saved, answer, placed(sent.mission, answer) if answer else None)
