"""A provision is accepted or rejected by a person, and may become undecided again as long as it is not quoted."""

import pytest

from muvofiq.records.actions.decide_candidate import decide_candidate, withdraw_decision
from muvofiq.records.actions.quote import quote
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.errors import NoAnswerInStandard, NotOnFile, StillNeeded, UnitMissing
from muvofiq.records.models import Answer
from muvofiq.records.queries.answers import answer_named
from muvofiq.records.words import Decision, Purpose
from tests.records.guests import act_on_file
from tests.records.small import (
    IDS,
    UNIT,
    VICTIMS,
    WORDS,
    accepted,
    desk,
    expert_in,
    history,
    law_on_file,
    mission_of,
    no_entry,
    one_entry,
    refused,
    scope_in,
    workbench,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("decision", Decision)
def test_a_decision_is_saved_with_the_unit_of_the_edition(decision: Decision) -> None:
    at = desk()
    with one_entry(at.mission, at.expert, "decide_candidate"):
        decide_candidate(at.expert, at.mission, VICTIMS, edition=at.edition, eid=UNIT, decision=decision)
    saved = Answer.objects.get()
    assert (saved.mission, saved.edition, saved.eid) == (at.mission, at.edition, UNIT)
    assert (saved.requirement.requirement_id, saved.decision, saved.decided_by) == (VICTIMS, decision.value, at.expert)
    assert history(at.mission)[-1].subject == f"{VICTIMS} border-law-ru~{UNIT}"
    assert history(at.mission)[-1].change == {"from": None, "to": decision.value}


def test_the_same_decision_again_changes_nothing_not_even_its_author() -> None:
    at = desk()
    answer = accepted(at)
    other = expert_in(at.mission, at.manager)
    with no_entry(at.mission):
        same = decide_candidate(other, at.mission, VICTIMS, edition=at.edition, eid=UNIT, decision=Decision.ACCEPTED)
    assert (same.pk, same.decided_by) == (answer.pk, at.expert)


def test_a_decision_can_be_turned_round() -> None:
    at = desk()
    answer = accepted(at)
    other = expert_in(at.mission, at.manager)
    with one_entry(at.mission, other, "decide_candidate"):
        decide_candidate(other, at.mission, VICTIMS, edition=at.edition, eid=UNIT, decision=Decision.REJECTED)
    answer.refresh_from_db()
    assert (answer.decision, answer.decided_by) == ("rejected", other)
    assert history(at.mission)[-1].change == {"from": "accepted", "to": "rejected"}


def test_a_quoted_provision_is_neither_rejected_nor_undecided() -> None:
    at = desk()
    answer = accepted(at)
    quote(at.expert, answer, WORDS)
    with refused(StillNeeded):
        decide_candidate(at.expert, at.mission, VICTIMS, edition=at.edition, eid=UNIT, decision=Decision.REJECTED)
    with refused(StillNeeded):
        withdraw_decision(at.expert, answer)


@pytest.mark.parametrize("eid", ["art_999", "art_4__para_99", "", "nonsense", "art_4__para_2 "])
def test_a_unit_that_the_edition_does_not_have_is_refused(eid: str) -> None:
    at = desk()
    with refused(UnitMissing):
        decide_candidate(at.expert, at.mission, VICTIMS, edition=at.edition, eid=eid, decision=Decision.ACCEPTED)


def test_an_edition_of_another_mission_and_a_requirement_outside_the_scope_are_refused() -> None:
    at = desk()
    other = mission_of(at.manager, slug="other")
    foreign = law_on_file(other, at.manager)
    with refused(NotOnFile):
        decide_candidate(at.expert, at.mission, VICTIMS, edition=foreign, eid=UNIT, decision=Decision.ACCEPTED)
    scope_in(at.mission, at.expert, ids=IDS[1:])
    with refused(NotOnFile):
        decide_candidate(at.expert, at.mission, VICTIMS, edition=at.edition, eid=UNIT, decision=Decision.ACCEPTED)


def test_a_decision_is_withdrawn_once() -> None:
    at = desk()
    answer, same = accepted(at), answer_named(at.mission, VICTIMS, at.edition, UNIT)
    with one_entry(at.mission, at.expert, "decide_candidate"):
        withdraw_decision(at.expert, answer)
    assert not Answer.objects.exists()
    assert history(at.mission)[-1].change == {"from": "accepted", "to": None}
    with no_entry(at.mission):
        withdraw_decision(at.expert, same)


def test_withdrawing_where_nobody_has_decided_changes_nothing() -> None:
    at = desk()
    undecided = answer_named(at.mission, VICTIMS, at.edition, UNIT)
    with no_entry(at.mission):
        withdraw_decision(at.expert, undecided)


def test_all_requirements_of_the_scope_can_be_answered_by_the_same_unit() -> None:
    at = desk()
    for name in IDS:
        accepted(at, requirement_id=name)
    assert at.mission.answers.count() == len(IDS)
    assert workbench() != at.manager


@pytest.mark.parametrize("decision", Decision)
def test_a_unit_of_a_standard_is_no_answer_and_the_error_says_what_to_do(decision: Decision) -> None:
    at = desk()
    edition = act_on_file(at).editions.get()
    with refused(NoAnswerInStandard, match=f"{edition.name}(.|\\n)*Choose a unit of a law"):
        decide_candidate(at.expert, at.mission, VICTIMS, edition=edition, eid="art_3", decision=decision)
    act = edition.act
    register_act(at.expert, at.mission, title=act.title, registered=act, purpose=Purpose.NATIONAL)
    decide_candidate(at.expert, at.mission, VICTIMS, edition=edition, eid="art_3", decision=decision)
    assert Answer.objects.get().edition == edition
