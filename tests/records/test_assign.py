"""Requirements of the scope are given to members of the mission, and taken back."""

import pytest

from muvofiq.records.actions.ask_opinion import ask_opinion, withdraw_opinion
from muvofiq.records.actions.assign import assign
from muvofiq.records.actions.choose_scope import choose_scope
from muvofiq.records.errors import Missing, NotOnFile
from muvofiq.records.errors_assessment import OwesOpinion
from muvofiq.records.models import Mission
from muvofiq.records.queries.owners import owner_side
from muvofiq.records.queries.requirements import scoped
from muvofiq.records.words import Role
from tests.records.small import (
    IDS,
    INTERPRETER,
    REASON,
    VICTIMS,
    Desk,
    expert_in,
    history,
    no_entry,
    one_entry,
    person,
    refused,
)

pytestmark = pytest.mark.django_db


def owners(mission: Mission) -> dict[str, str | None]:
    rows = mission.scope.select_related("requirement", "owner")
    return {one.requirement.requirement_id: one.owner.name if one.owner else None for one in rows}


def test_several_requirements_are_given_at_once_and_taken_back(at: Desk) -> None:
    colleague = expert_in(at.mission, at.manager, name="Nilufar Karimova", role=Role.NATIONAL_EXPERT)
    with one_entry(at.mission, at.expert, "assign"):
        assert assign(at.expert, at.mission, [VICTIMS, INTERPRETER, VICTIMS], colleague) == 2
    assert owners(at.mission) == dict.fromkeys(IDS) | {VICTIMS: colleague.name, INTERPRETER: colleague.name}
    told = history(at.mission)[-1].change
    assert told == {
        "from": {VICTIMS: "", INTERPRETER: ""},
        "to": dict.fromkeys((VICTIMS, INTERPRETER), str(colleague.pk)),
    }
    with one_entry(at.mission, at.manager, "assign"):
        assert assign(at.manager, at.mission, IDS, None) == 2
    assert owners(at.mission) == dict.fromkeys(IDS)


def test_what_changes_nothing_is_not_told(at: Desk) -> None:
    assign(at.expert, at.mission, [VICTIMS], at.expert)
    with no_entry(at.mission):
        assert assign(at.expert, at.mission, [VICTIMS], at.expert) == 0


def test_nobody_but_a_member_is_given_a_requirement(at: Desk) -> None:
    stranger = person(name="Stranger")
    with refused(NotOnFile, match="member «Stranger»"):
        assign(at.expert, at.mission, [VICTIMS], stranger)
    left = expert_in(at.mission, at.manager, name="Left")
    left.is_active = False
    left.save()
    with refused(NotOnFile, match="member «Left»"):
        assign(at.expert, at.mission, [VICTIMS], left)


def test_only_what_is_in_the_scope_is_given_and_all_of_it_or_nothing(at: Desk) -> None:
    with refused(NotOnFile, match="nonsense"):
        assign(at.expert, at.mission, [VICTIMS, "nonsense"], at.expert)
    with refused(Missing):
        assign(at.expert, at.mission, [], at.expert)


def test_who_owes_a_second_opinion_is_not_given_the_first_until_the_question_is_taken_back(at: Desk) -> None:
    colleague = expert_in(at.mission, at.manager, name="Nilufar Karimova", role=Role.NATIONAL_EXPERT)
    (opinion,) = ask_opinion(at.expert, at.mission, (VICTIMS,), colleague)
    with refused(OwesOpinion, match="Nilufar Karimova still owes a second opinion"):
        assign(at.expert, at.mission, [INTERPRETER, VICTIMS], colleague)
    assert assign(at.expert, at.mission, [INTERPRETER], colleague) == 1
    withdraw_opinion(at.expert, opinion)
    assert assign(at.expert, at.mission, [VICTIMS], colleague) == 1


def test_the_owner_stays_when_the_scope_is_chosen_anew(at: Desk) -> None:
    assign(at.expert, at.mission, [INTERPRETER], at.expert)
    choose_scope(at.expert, at.mission, IDS[:2], themes=["A"], reason=REASON)
    assert owners(at.mission) == {VICTIMS: None, INTERPRETER: at.expert.name}


def test_who_may_assign_sees_to_whom(at: Desk) -> None:
    assign(at.expert, at.mission, [VICTIMS], at.expert)
    observer = expert_in(at.mission, at.manager, role=Role.OBSERVER, name="Observer")
    shown, seen = (owner_side(at.mission, scoped(at.mission, VICTIMS), one) for one in (at.expert, observer))
    assert shown.owner == seen.owner == at.expert
    assert {one.name for one in shown.people} == {"Anna Horvat", "Marta Ozola", "Observer"}
    assert seen.people == ()
