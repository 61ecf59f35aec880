"""A case is walked through with what the mission has judged, quoted and noted; what is kept back stays so."""

from dataclasses import replace

import pytest

from muvofiq.assessment.case import Case, Standing, Station, cases
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.ask_opinion import ask_opinion
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.quote import quote
from muvofiq.records.actions.write_case_note import write_case_note
from muvofiq.records.errors import ChangedMeanwhile, Missing, NotOnFile
from muvofiq.records.models import CaseNote, Person
from muvofiq.records.queries.cases import Applied, Walk, walk, walks
from muvofiq.records.words import Role
from tests.records.small import (
    INDICATORS,
    INTERPRETER,
    REASON,
    SCREENING,
    VICTIMS,
    WORDS,
    Desk,
    accepted,
    desk,
    expert_in,
    history,
    no_entry,
    one_entry,
    refused,
)

pytestmark = pytest.mark.django_db
GIRL, WORKER = "girl-without-papers", "young-man-back-from-work"
WITH_TIME, TIMES = "art_12__para_1", ["at most 24 hour"]
NOTE = {"en": "Nobody is named who finds the interpreter."}


def judged(at: Desk, name: str, law: Verdict, practice: Verdict | None = None, **particulars: object) -> None:
    letter = Particulars(**particulars)  # type: ignore[arg-type]
    give_verdict(at.expert, at.mission, name, law=law, practice=practice, reason=REASON, version=0, particulars=letter)


def at_case(at: Desk, name: str, case: str = GIRL, person: Person | None = None) -> Applied:
    return walk(at.mission, case, person or at.expert).requirements[name]


def test_a_requirement_of_the_scope_shows_verdict_provision_and_quotation(at: Desk) -> None:
    quote(at.expert, accepted(at), WORDS)
    judged(at, VICTIMS, Verdict.PARTIAL, Verdict.NOT_FOUND)
    shown = at_case(at, VICTIMS)
    assert (shown.assessment.law, shown.assessment.practice) == (Verdict.PARTIAL, Verdict.NOT_FOUND)
    assert shown.standing is Standing.GAP
    (cited,) = shown.provisions
    assert (cited.edition, cited.quotations) == (at.edition, (WORDS,))
    assert cited.citation == "ст. 4 ч. 2"


def test_a_requirement_outside_the_scope_is_shown_and_not_counted(at: Desk) -> None:
    shown = walk(at.mission, GIRL, at.expert)
    outside = shown.requirements["uac-guardian"]
    assert (outside.in_scope, outside.standing) == (False, None)
    assert shown.in_scope == sum(name in {VICTIMS, INTERPRETER, SCREENING} for name in shown.requirements) == 3
    assert shown.stops[0].counts == {"met": 0, "gap": 0, "open": 1, "aside": 0, "outside": 3}


def test_a_gap_in_practice_alone_is_a_gap(at: Desk) -> None:
    judged(at, INTERPRETER, Verdict.FULL)
    assert at_case(at, INTERPRETER).standing is Standing.MET
    give_verdict(
        at.expert, at.mission, INTERPRETER, law=Verdict.FULL, practice=Verdict.NOT_FOUND, reason=REASON, version=1
    )
    assert at_case(at, INTERPRETER).standing is Standing.GAP


def test_stations_stand_by_their_answers_and_the_summary_counts_them(at: Desk) -> None:
    accepted(at, requirement_id=INTERPRETER)
    judged(at, INTERPRETER, Verdict.FULL)
    judged(at, SCREENING, Verdict.NOT_APPLICABLE)
    judged(at, VICTIMS, Verdict.NOT_FOUND)
    shown = walk(at.mission, GIRL, at.expert)
    assert [stop.standing for stop in shown.stops[:3]] == [Standing.OPEN, Standing.OPEN, Standing.GAP]
    assert (shown.with_gap, shown.judged) == (1, 3)
    assert shown.unanswered == len(shown.stops) - 1
    assert shown == walks(at.mission, at.expert)[0]
    assert [one.case for one in walks(at.mission, at.expert)] == list(cases())


def test_what_a_person_decided_of_time_and_authority_stands_beside_what_the_machine_reads(at: Desk) -> None:
    plan_agency(at.expert, at.mission, name={"en": "Border service", "ru": "Пограничная служба"})
    accepted(at, eid=WITH_TIME)
    before = at_case(at, VICTIMS)
    assert [str(one.limit) for one in before.limits.times] == TIMES
    assert before.assessment.particulars.time_limit == {}
    judged(at, VICTIMS, Verdict.PARTIAL, time_limit={"en": "within a day"})
    after = at_case(at, VICTIMS)
    assert after.assessment.particulars.time_limit == {"en": "within a day"}
    assert after.limits == before.limits


def test_who_owes_a_second_opinion_does_not_see_the_first_one(at: Desk) -> None:
    other = expert_in(at.mission, at.manager, role=Role.NATIONAL_EXPERT)
    accepted(at)
    judged(at, VICTIMS, Verdict.NOT_FOUND, time_limit={"en": "never said"})
    ask_opinion(at.manager, at.mission, [VICTIMS], other)
    kept = at_case(at, VICTIMS, person=other)
    assert kept.kept_back
    assert (kept.assessment.law, kept.standing) == (Verdict.NOT_ASSESSED, Standing.OPEN)
    assert kept.assessment.particulars == Particulars()
    assert kept.provisions
    theirs, ours = (walk(at.mission, GIRL, one) for one in (other, at.expert))
    assert (theirs.with_gap, ours.with_gap) == (0, 1)


def test_a_station_is_met_only_where_all_its_requirements_are_in_the_scope_and_met() -> None:
    station = cases()[0].stations[3]
    at = desk(ids=station.requirements)
    for name in station.requirements[1:]:
        judged(at, name, Verdict.FULL)
    assert walk(at.mission, GIRL, at.expert).stops[3].standing is Standing.OPEN
    judged(at, station.requirements[0], Verdict.PROTECTS_MORE)
    assert walk(at.mission, GIRL, at.expert).stops[3].standing is Standing.MET


def test_a_case_that_there_is_not(at: Desk) -> None:
    with refused(NotOnFile):
        walk(at.mission, "nobody", at.expert)


def test_a_note_is_written_at_a_station_and_corrected(at: Desk) -> None:
    with one_entry(at.mission, at.expert, "write_case_note"):
        first = write_case_note(at.expert, at.mission, GIRL, 1, text=NOTE, version=0)
    assert noted(walk(at.mission, GIRL, at.expert)) == {1: NOTE}
    with one_entry(at.mission, at.manager, "write_case_note"):
        write_case_note(at.manager, at.mission, GIRL, 1, text=NOTE | {"ru": "Никто."}, version=first.version)
    assert noted(walk(at.mission, GIRL, at.expert)) == {1: NOTE | {"ru": "Никто."}}
    assert noted(walk(at.mission, WORKER, at.expert)) == {}
    assert history(at.mission)[-1].change == {"from": NOTE, "to": NOTE | {"ru": "Никто."}}


def test_the_second_editor_sees_the_difference_and_nothing_is_replaced(at: Desk) -> None:
    write_case_note(at.expert, at.mission, GIRL, 2, text=NOTE, version=0)
    with refused(ChangedMeanwhile) as caught:
        write_case_note(at.manager, at.mission, GIRL, 2, text={"en": "Mine."}, version=0)
    assert caught.value.values["name"] == at.expert.name
    with refused(ChangedMeanwhile):
        write_case_note(at.manager, at.mission, GIRL, 3, text={"en": "Mine."}, version=4)


def test_an_old_note_may_be_emptied_and_a_new_one_not_be_empty(at: Desk) -> None:
    with refused(Missing):
        write_case_note(at.expert, at.mission, GIRL, 1, text={"en": "  "}, version=0)
    write_case_note(at.expert, at.mission, GIRL, 1, text=NOTE, version=0)
    write_case_note(at.expert, at.mission, GIRL, 1, text={"en": ""}, version=1)
    assert CaseNote.objects.get().text == {}
    assert history(at.mission)[-1].change["from"] == NOTE


@pytest.mark.parametrize(("case", "station"), [("nobody", 1), (GIRL, 0), (GIRL, 99)])
def test_a_station_that_there_is_not_takes_no_note(at: Desk, case: str, station: int) -> None:
    with refused(NotOnFile), no_entry(at.mission):
        write_case_note(at.expert, at.mission, case, station, text=NOTE, version=0)


def noted(shown: Walk) -> dict[int, dict[str, str]]:
    return {stop.number: stop.note.text for stop in shown.stops if stop.note}


def test_a_case_with_the_same_requirement_at_two_stations_counts_it_once(at: Desk) -> None:
    first = cases()[0]
    twice: Case = replace(first, stations=(first.stations[0], first.stations[0]))
    assert isinstance(twice.stations[0], Station)
    names = [one for stop in walk(at.mission, WORKER, at.expert).stops for one in stop.station.requirements]
    assert len(walk(at.mission, WORKER, at.expert).requirements) == len(set(names))
    assert INDICATORS in names
