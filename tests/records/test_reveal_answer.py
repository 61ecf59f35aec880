"""The facilitator reveals the key step by step; what is covered is told to nobody."""

import pytest

from muvofiq.assessment.answer_key import Agreement, Step
from muvofiq.assessment.case import cases
from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.ask_opinion import ask_opinion
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.open_exercise import open_exercise
from muvofiq.records.actions.reveal_answer import cover_answer, reveal_answer
from muvofiq.records.errors import NotAllowed, NotOnFile
from muvofiq.records.models import Mission, Person
from muvofiq.records.queries.exercise_page import Shown, exercise_page, shown_answer
from muvofiq.records.queries.requirements import requirement_of, scoped
from muvofiq.records.words import Role
from tests.records.small import (
    STARTS,
    VICTIMS,
    catalogue,
    desk,
    everything,
    expert_in,
    facilitator,
    history,
    mission_of,
    no_entry,
    one_entry,
    person,
    refused,
    workbench,
)

pytestmark = pytest.mark.django_db
CONSENT, CARRIERS, LEGAL_AID = "thb-consent", "som-carriers", "rtn-legal-aid"


@pytest.fixture
def leader() -> Person:
    return facilitator()


@pytest.fixture
def workshop(leader: Person) -> Mission:
    return open_exercise(leader, "workshop", starts=STARTS)


def shown(mission: Mission, name: str, language: str = "ru") -> Shown:
    found = shown_answer(mission, requirement_of(scoped(mission, name)), language)
    assert found
    return found


def test_at_first_everything_is_covered(workshop: Mission) -> None:
    assert shown(workshop, CONSENT) == Shown(0, unconfirmed_languages=("tg",))
    page = exercise_page(workshop)
    assert (len(page.rows), page.shown, page.agreed) == (60, 0, Agreement(0, 0))
    assert not any(row.verdict or row.step for row in page.rows)


def test_each_step_shows_more_and_the_last_one_all(leader: Person, workshop: Mission) -> None:
    with one_entry(workshop, leader, "reveal_answer"):
        reveal_answer(leader, workshop, CONSENT, Step.WHERE)
    first = shown(workshop, CONSENT)
    assert {one.reference.act for one in first.places} == {"criminal"}
    assert all(one.edition and one.citation for one in first.places)
    assert (first.elements, first.answer, first.next_step) == ((), None, 2)
    with one_entry(workshop, leader, "reveal_answer"):
        reveal_answer(leader, workshop, CONSENT, Step.ELEMENTS)
    second = shown(workshop, CONSENT)
    assert len(second.elements) == len(requirement_of(scoped(workshop, CONSENT)).elements)
    assert second.answer is None
    reveal_answer(leader, workshop, CONSENT, Step.VERDICT)
    third = shown(workshop, CONSENT)
    assert third.answer
    assert (third.answer.verdict, third.next_step) == (Verdict.CONTRADICTS, None)
    assert (second.instrument, third.instrument) == (None, catalogue().instrument("tip-protocol"))


def test_a_later_step_shows_the_earlier_ones_and_a_step_is_shown_once(leader: Person, workshop: Mission) -> None:
    reveal_answer(leader, workshop, CARRIERS, Step.VERDICT)
    assert shown(workshop, CARRIERS).places
    assert workshop.reveals.count() == 3
    with no_entry(workshop):
        reveal_answer(leader, workshop, CARRIERS, Step.WHERE)


def test_an_answer_can_be_covered_again_and_the_history_keeps_both(leader: Person, workshop: Mission) -> None:
    reveal_answer(leader, workshop, CARRIERS, Step.VERDICT)
    with one_entry(workshop, leader, "reveal_answer"):
        cover_answer(leader, workshop, CARRIERS)
    assert shown(workshop, CARRIERS).step == 0
    assert [entry.change for entry in history(workshop)[-2:]] == [{"from": 0, "to": 3}, {"from": 3, "to": 0}]
    with no_entry(workshop):
        cover_answer(leader, workshop, CARRIERS)


def test_participants_hunt_and_do_not_reveal(leader: Person, workshop: Mission) -> None:
    participant = expert_in(workshop, leader, role=Role.NATIONAL_EXPERT)
    with refused(NotAllowed):
        reveal_answer(participant, workshop, CARRIERS, Step.WHERE)


def test_what_has_no_key_cannot_be_revealed(leader: Person, workshop: Mission) -> None:
    with refused(NotOnFile):
        reveal_answer(leader, workshop, "vul-unknown", Step.WHERE)
    plain = desk(slug="plain")
    with refused(NotOnFile):
        reveal_answer(plain.expert, plain.mission, VICTIMS, Step.WHERE)
    assert shown_answer(plain.mission, catalogue().requirement(VICTIMS), "ru") is None
    with pytest.raises(NotOnFile):
        exercise_page(plain.mission)


def test_the_page_counts_agreement_among_what_is_shown_and_judged(leader: Person, workshop: Mission) -> None:
    reason = {"en": "We read the note."}
    give_verdict(leader, workshop, CONSENT, law=Verdict.CONTRADICTS, reason=reason, version=0)
    give_verdict(leader, workshop, CARRIERS, law=Verdict.PARTIAL, reason=reason, version=0)
    assert exercise_page(workshop).agreed == Agreement(0, 0)
    for name in (CONSENT, CARRIERS, LEGAL_AID):
        reveal_answer(leader, workshop, name, Step.VERDICT)
    page = exercise_page(workshop)
    assert (page.shown, page.agreed) == (3, Agreement(same=1, judged=2))
    assert page.cases == cases()


def test_what_the_group_judged_is_kept_back_from_who_owes_a_second_opinion(leader: Person, workshop: Mission) -> None:
    give_verdict(leader, workshop, CONSENT, law=Verdict.CONTRADICTS, reason={"en": "We read it."}, version=0)
    reveal_answer(leader, workshop, CONSENT, Step.VERDICT)
    second = expert_in(workshop, leader)
    ask_opinion(leader, workshop, [CONSENT], second)
    page = exercise_page(workshop, second)
    assert [(row.requirement.id, row.finding) for row in page.rows if row.is_kept] == [(CONSENT, None)]
    assert (page.agreed, exercise_page(workshop, leader).agreed) == (Agreement(0, 0), Agreement(1, 1))


def test_a_provision_is_named_in_the_asked_language_where_the_act_has_it(leader: Person, workshop: Mission) -> None:
    reveal_answer(leader, workshop, VICTIMS, Step.WHERE)
    languages = {
        language: [
            one.edition.language for one in shown(workshop, "identification-vot-duty", language).places if one.edition
        ]
        for language in ("ru", "tg", "en")
    }
    assert set(languages["ru"]) == {"ru"}
    assert languages["tg"][0] == "tg"
    assert languages["en"][0] == "en"


def test_a_text_that_lost_the_unit_gives_the_citation_without_a_link(leader: Person, workshop: Mission) -> None:
    reveal_answer(leader, workshop, CARRIERS, Step.WHERE)
    workshop.editions.filter(act__key="border").delete()
    places = shown(workshop, CARRIERS).places
    assert [(one.citation, one.edition) for one in places if one.reference.act == "border"] == [("ст. 8", None)]


def test_another_group_gets_an_exercise_of_its_own(leader: Person, workshop: Mission) -> None:
    reveal_answer(leader, workshop, CONSENT, Step.VERDICT)
    second = open_exercise(leader, "workshop", starts=STARTS)
    assert (workshop.slug, second.slug) == ("workshop", "workshop-2")
    assert (second.starts, second.ends) == (workshop.starts, workshop.ends)
    assert {one.day for one in second.sessions.all()} <= {STARTS, *(one.day for one in workshop.sessions.all())}
    assert min(one.day for one in second.sessions.all()) == STARTS
    assert shown(second, CONSENT).step == 0
    assert second.scope.count() == 60


def test_an_exercise_is_opened_whole_or_not_at_all(leader: Person) -> None:
    with refused(NotOnFile):
        open_exercise(leader, "dushanbe-2016", starts=STARTS)
    stranger = person()
    before = everything()
    with pytest.raises(NotAllowed):
        open_exercise(stranger, "workshop", starts=STARTS)
    assert everything() == before


def test_an_exercise_opens_where_its_programme_was_never_registered() -> None:
    leader = workbench(ids=[one.id for one in catalogue().requirements])
    mission_of(leader)
    assert open_exercise(leader, "workshop", starts=STARTS).phase is None
