"""A person may have several roles, and a mission always has somebody who manages it."""

import pytest

from muvofiq.records.actions.add_member import add_member, end_membership
from muvofiq.records.errors import StillNeeded
from muvofiq.records.permissions import roles_of
from muvofiq.records.words import Role
from tests.records.small import expert_in, history, mission_of, no_entry, one_entry, person, refused, workbench

pytestmark = pytest.mark.django_db


def test_a_person_gets_a_role() -> None:
    manager = workbench()
    mission, delegate = mission_of(manager), person()
    with one_entry(mission, manager, "add_member"):
        member = add_member(manager, mission, delegate, Role.DELEGATE)
    assert (member.mission, member.person, member.role) == (mission, delegate, "delegate")
    assert history(mission)[-1].change == {"from": None, "to": "delegate"}


def test_a_second_role_stands_beside_the_first_and_the_same_one_changes_nothing() -> None:
    manager = workbench()
    mission = mission_of(manager)
    delegate = expert_in(mission, manager, role=Role.DELEGATE)
    add_member(manager, mission, delegate, Role.OBSERVER)
    assert roles_of(delegate, mission) == {Role.DELEGATE, Role.OBSERVER}
    with no_entry(mission):
        add_member(manager, mission, delegate, Role.OBSERVER)


def test_a_role_is_taken_back_once() -> None:
    manager = workbench()
    mission = mission_of(manager)
    delegate = expert_in(mission, manager, role=Role.DELEGATE)
    member, same = mission.members.get(person=delegate), mission.members.get(person=delegate)
    with one_entry(mission, manager, "add_member"):
        end_membership(manager, member)
    assert roles_of(delegate, mission) == frozenset()
    assert history(mission)[-1].change == {"from": "delegate", "to": None}
    with no_entry(mission):
        end_membership(manager, same)


def test_the_last_manager_stays() -> None:
    manager = workbench()
    mission = mission_of(manager)
    own = mission.members.get(person=manager, role=Role.PROGRAMME_MANAGER.value)
    with refused(StillNeeded):
        end_membership(manager, own)
    second = expert_in(mission, manager, role=Role.PROGRAMME_MANAGER)
    end_membership(second, own)
    assert roles_of(manager, mission) == {Role.EU_EXPERT}
