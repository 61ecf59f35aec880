"""A filled questionnaire, answer by answer: what is new, what is missing, what stood there before; nothing is saved."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from muvofiq.consultation.answer import Answer, Point
from muvofiq.consultation.questionnaire import Question
from muvofiq.publication.questionnaire_reading import Filled
from muvofiq.records.models import AgencyAnswer, Questionnaire
from muvofiq.records.queries.answer_notes import is_edited
from muvofiq.records.queries.questionnaires import Placed, placed
from muvofiq.records.queries.sent_questionnaires import letter_of
from muvofiq.records.queries.table_places import Places


class Outcome(StrEnum):
    """What becomes of an answer when the file is taken."""

    NEW = "new"
    OTHER = "other"
    SAME = "same"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class ReturnedAnswer:
    """A question with what the file answers; ``before`` is the answer on file that it would replace.

    ``is_note_edited``: a person has edited the note of that answer, which therefore stays beside a new one.
    """

    question: Question
    answer: Answer
    outcome: Outcome
    before: Answer | None
    placed: Placed | None
    is_note_edited: bool = False

    @property
    def missing(self) -> tuple[Point, ...]:
        """What the answer lacks before it counts as one."""
        return () if self.outcome is Outcome.EMPTY else self.answer.missing

    @property
    def is_taken(self) -> bool:
        """Whether taking the file saves it."""
        return self.outcome in {Outcome.NEW, Outcome.OTHER}


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """All questions in their order, answers to questions that were never put, and every text that belongs to none."""

    rows: tuple[ReturnedAnswer, ...]
    unknown: Mapping[str, Answer]
    strays: tuple[str, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many answers there are of each outcome, where there are any."""
        found = Counter(row.outcome for row in self.rows)
        return {one.value: found[one] for one in Outcome if found[one]}


def returned_file(sent: Questionnaire, filled: Filled) -> ReturnedFile:
    """Hold what was read of a file against the questions, and against what was taken before."""
    letter, places = letter_of(sent), Places(sent.mission)
    saved = {one.question: one for one in sent.answers.select_related("contribution")}
    rows = [
        _returned(sent, question, filled.answers.get(question.key, Answer()), saved.get(question.key), places)
        for question in letter.questions
    ]
    asked = {one.key for one in letter.questions}
    unknown = {key: one for key, one in filled.answers.items() if key not in asked and not one.is_empty}
    return ReturnedFile(tuple(rows), unknown, filled.strays)


def versions_of(sent: Questionnaire) -> dict[str, int]:
    """Return the versions of the answers on file, so that a person replaces none that was not shown."""
    return dict(AgencyAnswer.objects.filter(questionnaire=sent).values_list("question", "version"))


def _returned(
    sent: Questionnaire, question: Question, answer: Answer, saved: AgencyAnswer | None, places: Places
) -> ReturnedAnswer:
    found = places.find(answer.act, answer.article) if answer.act and answer.article else None
    answer = replace(answer, place=f"{found[0].name}~{found[1]}" if found else "")
    before = Answer.parse(saved.letter) if saved else None
    outcome = _outcome(answer, before)
    is_note_edited = saved is not None and outcome is Outcome.OTHER and is_edited(saved)
    return ReturnedAnswer(question, answer, outcome, before, placed(sent.mission, answer), is_note_edited)


def _outcome(answer: Answer, before: Answer | None) -> Outcome:
    if answer.is_empty:
        return Outcome.EMPTY
    if before is None:
        return Outcome.NEW
    return Outcome.SAME if answer.says_the_same(before) else Outcome.OTHER
