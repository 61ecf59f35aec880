"""The questionnaires that were made: their letters, their list, and how each leaves as a file."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from django.utils.timezone import localdate

from muvofiq.consultation.answer import Answer
from muvofiq.consultation.questionnaire import Questionnaire as Letter
from muvofiq.publication.questionnaire_form import Sent
from muvofiq.records.errors import NotOnFile
from muvofiq.records.errors_assessment import KeptBack
from muvofiq.records.models import Mission, Person, Questionnaire
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.documents import notices_of
from muvofiq.standards.thesaurus import LANGUAGES


@dataclass(frozen=True, slots=True)
class SentRow:
    """A questionnaire in the list: how many questions, how many answers came, and how many of them are incomplete."""

    sent: Questionnaire
    questions: int
    answers: int
    incomplete: int


def letter_of(sent: Questionnaire) -> Letter:
    """Return what a questionnaire asks."""
    return _read(sent.letter)


def sent_list(mission: Mission) -> list[SentRow]:
    """Return the questionnaires of a mission in their order."""
    answers, incomplete = Counter[object](), Counter[object]()
    for key, letter in mission.questionnaires.filter(answers__isnull=False).values_list("pk", "answers__letter"):
        answers[key] += 1
        incomplete[key] += bool(Answer.parse(letter).missing)
    rows = mission.questionnaires.select_related("agency", "made_by")
    return [SentRow(one, len(letter_of(one).questions), answers[one.pk], incomplete[one.pk]) for one in rows]


def questionnaire_numbered(mission: Mission, number: int) -> Questionnaire:
    """Return a questionnaire of the mission; raises NotOnFile."""
    found = mission.questionnaires.select_related("agency", "made_by", "mission").filter(number=number).first()
    if found is None:
        raise NotOnFile(f"{mission} > questionnaires", sort="questionnaire", name=number)
    return found


def as_sent(sent: Questionnaire) -> Sent:
    """Return a questionnaire as a file shows it."""
    notices = {code: notices_of(sent.mission, code) for code in LANGUAGES}
    return Sent(letter_of(sent), sent.mission.slug, sent.number, localdate(sent.made_at), notices)


def to_send(sent: Questionnaire, person: Person) -> Sent:
    """Return a questionnaire for somebody who takes its file along; raises KeptBack where that tells of a finding."""
    kept = kept_from(person, sent.mission) & {one.requirement for one in letter_of(sent).questions}
    if kept:
        raise KeptBack(f"{sent.mission} > questionnaires > {sent.number}", count=len(kept))
    return as_sent(sent)


@lru_cache(maxsize=256)
def _read(letter: str) -> Letter:
    return Letter.parse(letter)
