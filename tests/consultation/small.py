"""A small questionnaire on which all tests of the consultation work; its agency and its words are invented."""

from datetime import date

from muvofiq.consultation.asking import wording
from muvofiq.consultation.questionnaire import Kind, Question, Questionnaire, key_of
from muvofiq.standards.load import load_catalogue
from muvofiq.standards.requirement import Requirement

VICTIMS = "identification-vot-duty"
AGENCY = {"en": "Border Guard of Vestaria", "ru": "Пограничная стража Вестарии"}


def requirement(name: str = VICTIMS) -> Requirement:
    """Return a requirement of the released catalogue."""
    return load_catalogue().requirement(name)


def question(place: int, kind: Kind, element: int = 0) -> Question:
    """Return a question about the duty to identify victims, in the words of the library."""
    one = requirement()
    text = wording(kind, one, element) or {"en": "What else?"}
    return Question(key_of(place), one.id, one.code, kind, text, one.title, one.statement, element)


def questionnaire(*, count: int = 3) -> Questionnaire:
    """Return a questionnaire in three languages."""
    kinds = [Kind.OPEN, Kind.ELEMENT, Kind.PRACTICE, Kind.TEXT, Kind.FREE]
    questions = [question(place, kinds[place % len(kinds)], 1) for place in range(1, count + 1)]
    title = {"en": "Border and protection", "ru": "Граница и защита"}
    return Questionnaire(AGENCY, title, ("en", "ru", "tg"), tuple(questions), date(2026, 12, 20))
