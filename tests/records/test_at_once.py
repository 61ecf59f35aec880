"""People act at the same moment: their acts follow one another, and the chains of the history hold."""

from functools import partial

import pytest

from muvofiq.records.actions.add_member import add_member
from muvofiq.records.actions.create_mission import create_mission
from muvofiq.records.actions.import_edition import import_editions
from muvofiq.records.actions.note_contribution import note_contribution
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.recommend import recommend
from muvofiq.records.chain import first_break
from muvofiq.records.errors import AlreadyOnFile, NameTaken
from muvofiq.records.models import Edition, Mission
from muvofiq.records.words import ContributionKind, Role
from tests.paths import RUSSIAN
from tests.records.at_once import at_once
from tests.records.small import ENDS, REASON, STARTS, desk, history, mission_of, person, workbench

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 6


def test_every_act_on_a_mission_is_told_in_one_unbroken_chain() -> None:
    manager = workbench()
    mission = mission_of(manager)
    results = at_once(*(partial(add_member, manager, mission, person(), Role.DELEGATE) for _ in range(MANY)))
    assert len(results) == len(history(mission)) == mission.members.filter(role="delegate").count() == MANY
    assert first_break(history(mission)) is None


def test_every_act_on_the_workbench_is_too_whoever_acts() -> None:
    managers = [workbench(), *(person(manages=True) for _ in range(MANY - 1))]
    before = len(history(None))
    results = at_once(*(partial(mission_of, manager) for manager in managers))
    assert all(isinstance(one, Mission) for one in results)
    assert len(set(Mission.objects.values_list("slug", flat=True))) == MANY
    assert len(history(None)) == before + MANY
    assert first_break(history(None)) is None


def test_an_address_asked_for_twice_at_once_is_given_once() -> None:
    manager = workbench()
    create = partial(create_mission, manager, title={"en": "M"}, state="TJ", starts=STARTS, ends=ENDS, slug="dushanbe")
    results = at_once(*[create] * 4)
    assert sum(isinstance(one, Mission) for one in results) == 1
    assert sum(isinstance(one, NameTaken) for one in results) == 3


def test_a_file_imported_twice_at_once_is_on_file_once() -> None:
    manager = workbench()
    mission = mission_of(manager)
    load = partial(import_editions, manager, mission, data=RUSSIAN.read_bytes(), file_name=RUSSIAN.name)
    results = at_once(*[load] * 3)
    assert sum(isinstance(one, tuple) for one in results) == 1
    assert sum(isinstance(one, AlreadyOnFile) for one in results) == 2
    assert (mission.acts.count(), mission.editions.count()) == (1, 1)


def test_the_same_text_imported_into_two_missions_at_once_is_kept_once() -> None:
    manager = workbench()
    missions = [mission_of(manager) for _ in range(3)]
    load = partial(import_editions, manager, data=RUSSIAN.read_bytes(), file_name=RUSSIAN.name)
    results = at_once(*(partial(load, mission) for mission in missions))
    assert len({one[0].text_id for one in results if isinstance(one, tuple)}) == 1
    assert Edition.objects.count() == 3


def test_notes_and_recommendations_never_share_a_number() -> None:
    at = desk()
    agency = plan_agency(at.expert, at.mission, name={"en": "Border service"})
    note = partial(
        note_contribution, at.expert, at.mission, agency=agency, kind=ContributionKind.PRACTICE, text={"en": "So."}
    )
    write = partial(recommend, at.expert, at.mission, text={"en": "Do so."}, reason=REASON)
    at_once(*[note] * 4)
    at_once(*[write] * 4)
    assert list(at.mission.contributions.values_list("number", flat=True)) == [1, 2, 3, 4]
    assert list(at.mission.recommendations.values_list("number", flat=True)) == [1, 2, 3, 4]
    assert first_break(history(at.mission)) is None


def test_different_missions_are_worked_on_at_once() -> None:
    manager = workbench()
    missions = [mission_of(manager) for _ in range(4)]
    at_once(*(partial(plan_agency, manager, mission, name={"en": "Police"}) for mission in missions))
    assert [mission.agencies.count() for mission in missions] == [1, 1, 1, 1]
    assert [first_break(history(mission)) for mission in missions] == [None] * 4
