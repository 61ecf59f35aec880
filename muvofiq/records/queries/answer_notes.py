"""The answer of an agency as a discussion note, and whether a person has edited that note since it was written."""

from muvofiq.consultation.answer import Answer
from muvofiq.publication.questionnaire_form import told
from muvofiq.records.models import AgencyAnswer, Questionnaire
from muvofiq.records.queries.sent_questionnaires import letter_of
from muvofiq.standards.requirement import in_language


def note_of(sent: Questionnaire, key: str, answer: Answer) -> dict[str, str]:
    """Return the answer as a note, its labels in the languages of the questionnaire, its words as they were given."""
    found = {}
    for language in letter_of(sent).languages:
        agency = in_language(sent.agency.short or sent.agency.name, language)
        head, lines = told(answer, language, agency=agency, number=sent.number, question=key)
        found[language] = "\n".join((head, *lines))
    return found


def is_edited(row: AgencyAnswer) -> bool:
    """Whether the note of an answer on file says anything else than what was written from that answer."""
    note = row.contribution
    return note is not None and note.text != note_of(row.questionnaire, row.question, Answer.parse(row.letter))
