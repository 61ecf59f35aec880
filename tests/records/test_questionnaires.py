"""Agencies are asked in writing; what they answer is information on the findings, never a verdict."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.verdict import Verdict
from muvofiq.consultation.answer import Answer, Point, Said
from muvofiq.consultation.questionnaire import Kind
from muvofiq.publication.questionnaire_docx import write_questionnaire_docx
from muvofiq.publication.questionnaire_reading import Filled, read_filled
from muvofiq.publication.questionnaire_xlsx import write_questionnaire_xlsx
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.make_questionnaire import make_questionnaire
from muvofiq.records.actions.note_contribution import note_contribution
from muvofiq.records.actions.remove import remove
from muvofiq.records.errors import ChangedMeanwhile, Missing, NotAllowed, NotAWord, NotOnFile
from muvofiq.records.errors_assessment import KeptBack
from muvofiq.records.models import AgencyAnswer, Finding, Opinion
from muvofiq.records.queries.questionnaire_page import asked_list
from muvofiq.records.queries.questionnaires import information_on
from muvofiq.records.queries.questions_to_ask import questions_to_ask, ticked_for
from muvofiq.records.queries.requirements import scoped
from muvofiq.records.queries.returned_answers import Outcome, returned_file
from muvofiq.records.queries.sent_questionnaires import as_sent, letter_of, sent_list, to_send
from muvofiq.records.words import ContributionKind, Role
from tests.publication.filling import filled_docx, filled_xlsx, shown
from tests.records.asking import GIVEN, agency_in, asked, filled, taken, wanted
from tests.records.small import (
    INDICATORS,
    INTERPRETER,
    STARTS,
    UNIT,
    VICTIMS,
    Desk,
    accepted,
    desk,
    expert_in,
    history,
    one_entry,
    refused,
)

pytestmark = pytest.mark.django_db

REASON = "Nowhere does the act on guards speak of victims; the ministry hides it."


def judged(at: Desk, law: Verdict, *, requirement_id: str = VICTIMS, particulars: Particulars | None = None) -> Finding:
    """Give a verdict; whether it can be given of this requirement is tested elsewhere."""
    law_now, said = Verdict.PARTIAL, {"en": REASON}
    finding = give_verdict(
        at.expert, at.mission, requirement_id, law=law_now, reason=said, version=0, particulars=particulars
    )
    finding.law = law.value
    finding.save()
    return finding


def owing(at: Desk, requirement_id: str = VICTIMS) -> Opinion:
    return Opinion.objects.create(
        mission=at.mission,
        requirement=scoped(at.mission, requirement_id),
        asked_of=at.expert,
        asked_by=at.manager,
        asked_at=STARTS.isoformat() + "T00:00Z",
    )


def test_what_is_open_is_proposed_by_theme_with_the_agency_that_it_may_concern(at: Desk) -> None:
    agency = agency_in(at)
    agency_in(at, name="Foreign ministry", competence={"en": "Treaties"})
    accepted(at, requirement_id=INTERPRETER)
    judged(at, Verdict.PARTIAL, requirement_id=INDICATORS, particulars=Particulars(uncovered=(1,)))
    found = questions_to_ask(at.mission, at.expert)
    by_requirement = {(row.requirement.id, row.kind) for row in found.rows}
    assert (VICTIMS, Kind.OPEN) in by_requirement
    assert {kind for name, kind in by_requirement if name == INDICATORS} >= {Kind.GAP, Kind.ELEMENT, Kind.PRACTICE}
    assert INTERPRETER not in {name for name, _ in by_requirement}
    row = next(row for row in found.rows if row.requirement.id == VICTIMS)
    assert row.agency == agency
    assert row.words
    assert row.tick in ticked_for(found, str(agency.pk))


def test_what_an_agency_was_asked_already_is_not_ticked_again(at: Desk) -> None:
    agency = agency_in(at)
    sent = asked(at, agency)
    found = questions_to_ask(at.mission, at.expert)
    row = next(row for row in found.rows if row.requirement.id == VICTIMS)
    assert row.asked_in == (sent,)
    assert row.tick not in ticked_for(found, str(agency.pk))


def test_a_person_who_owes_a_second_opinion_is_not_told_what_is_open_there(at: Desk) -> None:
    agency = agency_in(at)
    judged(at, Verdict.NOT_FOUND)
    sent = asked(at, agency)
    owing(at)
    found = questions_to_ask(at.mission, at.expert)
    assert found.kept_back == 1
    assert VICTIMS not in {row.requirement.id for row in found.rows}
    page = asked_list(sent, at.expert)
    assert (page.kept_back, [row.question.key for row in page.rows]) == (1, ["Q02"])
    with refused(KeptBack):
        to_send(sent, at.expert)
    assert to_send(sent, at.manager).number == sent.number
    taken(sent, at.expert)
    (one,) = information_on(at.mission, scoped(at.mission, VICTIMS), at.expert)
    assert one.question is None
    (other,) = information_on(at.mission, scoped(at.mission, VICTIMS), at.manager)
    assert other.question


def test_a_questionnaire_is_numbered_and_keeps_its_questions_as_they_were_put(at: Desk) -> None:
    agency = agency_in(at)
    with one_entry(at.mission, at.expert, "ask_agency"):
        first = make_questionnaire(
            at.expert,
            at.mission,
            agency=agency,
            languages=["ru", "en", "ru"],
            questions=[wanted(at), replace(wanted(at), kind=Kind.FREE, text={"en": " Who decides? "})],
            wanted_by=date(2026, 12, 20),
        )
    second = asked(at, agency)
    letter = letter_of(first)
    assert (first.number, second.number) == (1, 2)
    assert (letter.languages, [one.key for one in letter.questions]) == (("ru", "en"), ["Q01", "Q02"])
    assert letter.questions[1].text == {"en": "Who decides?"}
    assert [row.questions for row in sent_list(at.mission)] == [2, 2]


def test_nothing_is_made_without_language_question_words_or_requirement(at: Desk) -> None:
    agency = agency_in(at)
    facts: dict[str, Any] = {"agency": agency, "languages": ["en"], "questions": [wanted(at)]}
    changes: tuple[dict[str, Any], ...] = (
        {"languages": []},
        {"questions": []},
        {"questions": [replace(wanted(at), text={"en": " "})]},
        {"questions": [replace(wanted(at), requirement_id="")]},
    )
    for change in changes:
        with refused(Missing):
            make_questionnaire(at.expert, at.mission, **{**facts, **change})
    with refused(NotAWord):
        make_questionnaire(at.expert, at.mission, **{**facts, "languages": ["zz"]})
    with refused(NotOnFile):
        make_questionnaire(at.expert, at.mission, **{**facts, "questions": [replace(wanted(at), requirement_id="x")]})
    elsewhere = agency_in(desk(slug="other"))
    with refused(NotOnFile):
        make_questionnaire(at.expert, at.mission, **{**facts, "agency": elsewhere})


@pytest.mark.parametrize("role", [Role.DELEGATE, Role.OBSERVER, Role.STANDARDS_EDITOR])
def test_only_who_may_ask_takes_answers(at: Desk, role: Role) -> None:
    sent = asked(at, agency_in(at))
    other = expert_in(at.mission, at.manager, role=role, name="Somebody")
    with refused(NotAllowed):
        asked(at, sent.agency, actor=other)
    with refused(NotAllowed):
        taken(sent, other)


@pytest.mark.parametrize("law", [one for one in Verdict if one is not Verdict.NO_DATA])
def test_no_verdict_and_no_reason_leaves_the_mission(at: Desk, law: Verdict) -> None:
    agency = agency_in(at)
    particulars = Particulars(uncovered=(1, 2), harm={"en": "They are turned away."})
    judged(at, law, particulars=particulars)
    rows = [row for row in questions_to_ask(at.mission, at.expert).rows if row.requirement.id == VICTIMS]
    questions = [replace(wanted(at), kind=row.kind, element=row.element, text=row.text) for row in rows]
    if not questions:
        assert law is Verdict.NOT_APPLICABLE
        return
    made = make_questionnaire(at.expert, at.mission, agency=agency, languages=["en"], questions=questions)
    files = [write(as_sent(made), ("en",)) for write in (write_questionnaire_docx, write_questionnaire_xlsx)]
    said = " ".join(map(shown, files)).casefold()
    assert "does" in said or "can" in said
    for secret in (REASON, "turned away", "contradicts", "not found in these", "differs from", "partial", "gap"):
        assert secret.casefold() not in said


def test_answers_become_information_on_the_finding_and_never_a_verdict(at: Desk) -> None:
    sent = asked(at, agency_in(at))
    before = list(Finding.objects.values())
    with one_entry(at.mission, at.expert, "ask_agency"):
        assert taken(sent, at.expert) == 1
    assert list(Finding.objects.values()) == before
    (one,) = information_on(at.mission, scoped(at.mission, VICTIMS), at.expert)
    assert (one.said, one.missing) == (Said.YES, ())
    note = one.saved.contribution
    assert note
    assert (note.kind, note.agency) == (ContributionKind.INFORMATION.value, sent.agency)
    assert [row.requirement_id for row in note.requirements.all()] == [VICTIMS]
    assert set(note.text) == {"en", "ru"}
    assert GIVEN[Point.TEXT] in note.text["ru"]
    assert information_on(at.mission, scoped(at.mission, INTERPRETER), at.expert) == ()


def test_the_unit_that_is_named_is_found_and_its_words_are_held_against_the_edition(at: Desk) -> None:
    sent = asked(at, agency_in(at))
    title = at.edition.act.title["ru"]
    (row, _) = returned_file(sent, filled({**GIVEN, Point.ACT: title})).rows
    assert row.placed
    assert (row.placed.eid, row.placed.stands, row.placed.is_own) == (UNIT, True, True)
    (other, _) = returned_file(sent, filled({**GIVEN, Point.ACT: title, Point.TEXT: "Другие слова"})).rows
    assert other.placed
    assert other.placed.stands is False
    (nowhere, _) = returned_file(sent, filled({**GIVEN, Point.ACT: "О рыболовстве"})).rows
    assert nowhere.placed is None
    taken(sent, at.expert, filled({**GIVEN, Point.ACT: title}))
    (one,) = information_on(at.mission, scoped(at.mission, VICTIMS), at.expert)
    assert one.placed
    assert (one.placed.eid, one.is_decided) == (UNIT, False)
    accepted(at)
    (one,) = information_on(at.mission, scoped(at.mission, VICTIMS), at.expert)
    assert one.is_decided


def test_a_yes_without_its_text_is_taken_and_stays_marked(at: Desk) -> None:
    sent = asked(at, agency_in(at))
    taken(sent, at.expert, filled({Point.SAID: "yes", Point.ACT: "Border Act"}))
    (one,) = information_on(at.mission, scoped(at.mission, VICTIMS), at.expert)
    assert one.missing == (Point.ARTICLE, Point.TEXT)
    (row,) = sent_list(at.mission)
    assert (row.answers, row.incomplete) == (1, 1)
    assert one.saved.contribution
    assert "incomplete: article, text" in one.saved.contribution.text["en"]


def test_a_corrected_file_replaces_the_answer_and_its_note_and_the_history_keeps_both(at: Desk) -> None:
    sent = asked(at, agency_in(at))
    taken(sent, at.expert)
    note = AgencyAnswer.objects.get().contribution
    (row, _) = returned_file(sent, filled()).rows
    assert row.outcome is Outcome.SAME
    (row, empty) = returned_file(sent, filled({**GIVEN, Point.SAID: "частично"})).rows
    assert (row.outcome, empty.outcome) == (Outcome.OTHER, Outcome.EMPTY)
    with one_entry(at.mission, at.expert, "ask_agency"):
        assert taken(sent, at.expert, filled({**GIVEN, Point.SAID: "частично"})) == 1
    saved = AgencyAnswer.objects.get()
    assert (saved.version, saved.contribution, at.mission.contributions.count()) == (2, note, 1)
    assert Answer.parse(saved.letter).said is Said.PARTLY
    change = history(at.mission)[-1].change
    assert Answer.parse(change["from"]["Q01"]).said is Said.YES
    assert Answer.parse(change["to"]["Q01"]).said is Said.PARTLY


def test_a_note_that_somebody_edited_stays_beside_the_note_of_the_corrected_answer(at: Desk) -> None:
    agency = agency_in(at)
    sent = asked(at, agency)
    taken(sent, at.expert)
    note = at.mission.contributions.get()
    edited = {"en": "The ministry said more by telephone."}
    note_contribution(
        at.expert, at.mission, agency=agency, kind=ContributionKind.INFORMATION, text=edited, public=True,
        requirement_ids=[VICTIMS, INTERPRETER], noted=note,
    )  # fmt: skip
    correction = filled({**GIVEN, Point.SAID: "частично"})
    assert returned_file(sent, correction).rows[0].is_note_edited
    assert not returned_file(sent, filled()).rows[0].is_note_edited  # nothing is taken, so nothing becomes of the note
    taken(sent, at.expert, correction)
    note.refresh_from_db()
    assert (note.text, note.public, note.requirements.count()) == (edited, True, 2)
    new = AgencyAnswer.objects.get().contribution
    assert new
    assert (new == note, new.public, at.mission.contributions.count()) == (False, False, 2)
    assert not returned_file(sent, filled()).rows[0].is_note_edited


def test_a_corrected_note_keeps_what_was_added_to_it_and_is_public_only_if_somebody_says_so_again(at: Desk) -> None:
    agency = agency_in(at)
    sent = asked(at, agency)
    taken(sent, at.expert)
    note = at.mission.contributions.get()
    note_contribution(
        at.expert, at.mission, agency=agency, kind=ContributionKind.INFORMATION, text=note.text, public=True,
        requirement_ids=[VICTIMS, INTERPRETER], noted=note,
    )  # fmt: skip
    taken(sent, at.expert, filled({**GIVEN, Point.SAID: "частично"}))
    (saved,) = at.mission.contributions.all()
    assert (saved.pk, saved.public, saved.requirements.count()) == (note.pk, False, 2)
    assert saved.text != note.text


def test_the_same_file_twice_changes_nothing_and_an_empty_cell_takes_no_answer_away(at: Desk) -> None:
    sent = asked(at, agency_in(at))
    taken(sent, at.expert)
    before = len(history(at.mission))
    assert taken(sent, at.expert) == 0
    assert taken(sent, at.expert, Filled({"Q01": Answer()})) == 0
    assert len(history(at.mission)) == before
    assert AgencyAnswer.objects.get().version == 1


def test_two_people_with_two_files_the_second_sees_first_what_the_first_took(at: Desk) -> None:
    sent = asked(at, agency_in(at))
    taken(sent, at.manager)
    with refused(ChangedMeanwhile, match="Marta Ozola"):
        taken(sent, at.expert, filled({Point.SAID: "нет"}), seen={})


def test_an_answer_whose_note_was_removed_gets_another(at: Desk) -> None:
    sent = asked(at, agency_in(at))
    taken(sent, at.expert)
    remove(at.expert, at.mission.contributions.get())
    assert AgencyAnswer.objects.get().contribution is None
    taken(sent, at.expert, filled({Point.SAID: "no"}))
    assert at.mission.contributions.count() == 1


def test_an_answer_to_a_question_that_was_never_put_is_told_and_not_taken(at: Desk) -> None:
    sent = asked(at, agency_in(at))
    file = Filled({"Q77": Answer(Said.NO)}, ("a line of its own",))
    shown = returned_file(sent, file)
    assert (list(shown.unknown), shown.strays) == (["Q77"], ("a line of its own",))
    assert taken(sent, at.expert, file) == 0


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_a_file_goes_out_and_comes_back(at: Desk, ending: str) -> None:
    sent = asked(at, agency_in(at))
    letter = to_send(sent, at.expert)
    write, fill = {
        "docx": (write_questionnaire_docx, filled_docx),
        "xlsx": (write_questionnaire_xlsx, filled_xlsx),
    }[ending]
    file = read_filled(fill(write(letter, letter.questionnaire.languages), {"Q02": GIVEN}), "x", as_sent(sent))
    assert taken(sent, at.expert, file) == 1
    assert AgencyAnswer.objects.get().requirement.requirement_id == INTERPRETER
