"""The answers of an agency are taken: each becomes information on a finding, and a corrected one replaces the first."""

from collections.abc import Mapping

from muvofiq.consultation.answer import Answer
from muvofiq.publication.questionnaire_reading import Filled
from muvofiq.records.actions.acting import Act, acting
from muvofiq.records.errors import ChangedMeanwhile
from muvofiq.records.models import AgencyAnswer, Contribution, Person, Questionnaire
from muvofiq.records.numbering import next_number
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.answer_notes import note_of
from muvofiq.records.queries.requirements import editions_to_judge_by
from muvofiq.records.queries.returned_answers import ReturnedAnswer, returned_file, versions_of
from muvofiq.records.words import ContributionKind

LONGEST = 255  # of the name of a file


def take_answers(
    actor: Person,
    sent: Questionnaire,
    filled: Filled,
    *,
    file_name: str,
    file_sha256: str,
    seen: Mapping[str, int],
) -> int:
    """Save what is new or otherwise than before, and return how many answers that are.

    ``seen`` holds the versions that the person was shown. Raises ChangedMeanwhile if somebody took a file since.
    """
    where = f"{sent.mission} > questionnaires > {sent.number}"
    with acting(actor, Verb.ASK_AGENCY, sent.mission) as act:
        _refuse_what_changed(sent, where, seen)
        saved = {one.question: one for one in sent.answers.select_related("contribution")}
        taken = [one for one in returned_file(sent, filled).rows if one.is_taken]
        before = {one.question.key: str(one.before) for one in taken if one.before}
        for one in taken:
            row = saved.get(one.question.key) or AgencyAnswer(questionnaire=sent, question=one.question.key, version=0)
            row.file_name, row.file_sha256 = file_name[:LONGEST], file_sha256
            _save(act, row, one)
        if taken:
            after = {one.question.key: str(one.answer) for one in taken}
            change = {"from": before, "to": after, "file": file_name[:LONGEST], "count": len(taken)}
            act.says(f"questionnaire {sent.number}", **change)
    return len(taken)


def _save(act: Act, row: AgencyAnswer, one: ReturnedAnswer) -> None:
    sent = row.questionnaire
    row.requirement = editions_to_judge_by(sent.mission, [one.question.requirement])[one.question.requirement]
    row.letter, row.version = str(one.answer), row.version + 1
    row.taken_by, row.taken_at = act.actor, act.at
    row.contribution = _noted(act, row, one.answer, is_edited=one.is_note_edited)
    row.save()


def _noted(act: Act, row: AgencyAnswer, answer: Answer, *, is_edited: bool) -> Contribution:
    """Write the answer down as a discussion note, or correct the note of the earlier answer.

    A note whose words a person has edited stays as it is; then the answer gets a new one. New words are public only
    if somebody says so again.
    """
    sent = row.questionnaire
    note = None if is_edited else row.contribution
    note = note or Contribution(mission=sent.mission, number=next_number(sent.mission.contributions))
    note.agency, note.kind = sent.agency, ContributionKind.INFORMATION.value
    note.text, note.public = note_of(sent, row.question, answer), False
    note.noted_by, note.noted_at = act.actor, act.at
    note.save()
    note.requirements.add(row.requirement)
    return note


def _refuse_what_changed(sent: Questionnaire, where: str, seen: Mapping[str, int]) -> None:
    now = versions_of(sent)
    key = next((key for key in {**now, **seen} if now.get(key, 0) != seen.get(key, 0)), "")
    if key:
        last = sent.answers.select_related("taken_by").order_by("-taken_at").first()
        name = last.taken_by.name if last else "–"
        raise ChangedMeanwhile(f"{where} > {key}", name=name, yours=seen.get(key, 0), theirs=now.get(key, 0))
