"""Every act asks for permission, is done wholly or not at all, and leaves one entry in the history."""

import pytest

from muvofiq.records.actions.acting import LONGEST, acting
from muvofiq.records.chain import first_break
from muvofiq.records.errors import Missing, NotAllowed
from muvofiq.records.models import HistoryEntry
from muvofiq.records.permissions import Verb
from tests.records.small import desk, expert_in, history, mission_of, no_entry, one_entry, person, refused, workbench

pytestmark = pytest.mark.django_db


def test_an_act_tells_who_did_what_when_and_to_what() -> None:
    manager = workbench()
    mission = mission_of(manager)
    with one_entry(mission, manager, "plan"), acting(manager, Verb.PLAN, mission) as act:
        act.says("agency 1", **{"from": {}, "to": {"ru": "Служба"}})
    entry = history(mission)[-1]
    assert (entry.subject, entry.change, entry.at) == ("agency 1", {"from": {}, "to": {"ru": "Служба"}}, act.at)


def test_who_is_not_allowed_does_not_even_begin() -> None:
    mission = mission_of(workbench())
    stranger, begun = person(), []
    with refused(NotAllowed), acting(stranger, Verb.PLAN, mission) as act:
        begun.append(act)
    assert begun == []


def test_an_act_that_fails_changes_nothing_and_is_not_told() -> None:
    manager = workbench()
    mission = mission_of(manager)
    with refused(Missing), acting(manager, Verb.PLAN, mission) as act:
        mission.state = "UZ"
        mission.save()
        act.says("mission")
        raise Missing("here", field="all")


def test_an_act_that_says_nothing_leaves_no_entry() -> None:
    manager = workbench()
    mission = mission_of(manager)
    with no_entry(mission), acting(manager, Verb.PLAN, mission):
        pass


def test_each_mission_has_its_own_chain_and_so_has_the_workbench() -> None:
    manager = workbench()
    one, other = mission_of(manager, slug="one"), mission_of(manager, slug="other")
    expert_in(one, manager)
    expert_in(one, manager)
    expert_in(other, manager)
    assert [entry.sequence for entry in history(one)] == [1, 2]
    assert [entry.sequence for entry in history(other)] == [1]
    assert [entry.verb for entry in history(None)] == ["publish_catalogue", "create_mission", "create_mission"]
    assert [first_break(history(chain)) for chain in (one, other, None)] == [None, None, None]


def test_a_whole_days_work_leaves_an_unbroken_chain() -> None:
    at = desk()
    assert [entry.verb for entry in history(at.mission)] == ["add_member", "import_edition", "choose_scope"]
    assert first_break(history(at.mission)) is None


def test_the_longest_address_is_told_in_full() -> None:
    manager = workbench()
    mission = mission_of(manager)
    subject = f"{'r' * 80} {'e' * 120}~{'u' * 200}"
    assert len(subject) <= LONGEST == HistoryEntry._meta.get_field("subject").max_length
    with acting(manager, Verb.PLAN, mission) as act:
        act.says(subject)
    assert history(mission)[-1].subject == subject
