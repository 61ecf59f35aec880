"""The plan of a mission is corrected, and no session falls out of it."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from muvofiq.records.actions.plan_session import plan_session
from muvofiq.records.actions.revise_mission import revise_mission
from muvofiq.records.errors import Missing, NotAllowed, WrongDays
from muvofiq.records.permissions import Verb
from muvofiq.records.words import MissionStatus, Role, SessionKind
from tests.records.small import ENDS, STARTS, desk, expert_in, no_entry, one_entry, refused

pytestmark = pytest.mark.django_db
A_DAY = timedelta(days=1)
PLAN: dict[str, Any] = {
    "title": {"en": "Return", "ru": " Возвращение "},
    "theme": {"en": ""},
    "place": {"en": "Khujand"},
    "starts": STARTS,
    "ends": ENDS,
    "status": MissionStatus.REPORTED,
    "phase": None,
    "services": [{"name": {"en": "Border Guard"}, "state": "LV"}],
}


def test_the_plan_is_saved_with_what_it_was_before() -> None:
    at = desk()
    with one_entry(at.mission, at.expert, Verb.PLAN):
        revise_mission(at.expert, at.mission, **PLAN)
    at.mission.refresh_from_db()
    assert (at.mission.title, at.mission.theme) == ({"en": "Return", "ru": "Возвращение"}, {})
    assert (at.mission.status, at.mission.services[0]["state"]) == ("reported", "LV")
    with no_entry(at.mission):
        revise_mission(at.expert, at.mission, **PLAN)


def test_days_must_follow_and_hold_every_session() -> None:
    at = desk()
    plan_session(at.expert, at.mission, kind=SessionKind.WORKSHOP, title={"en": "Last"}, day=ENDS)
    revise = partial(revise_mission, at.expert, at.mission)
    for days in ({"starts": ENDS, "ends": ENDS - A_DAY}, {"ends": ENDS - A_DAY}, {"starts": ENDS + A_DAY}):
        with refused(WrongDays):
            revise(**{**PLAN, **days})
    with refused(WrongDays):
        plan_session(at.expert, at.mission, kind=SessionKind.WORKSHOP, title={"en": "Late"}, day=ENDS + A_DAY)


def test_a_title_is_wanted_and_an_observer_may_not() -> None:
    at = desk()
    with refused(Missing, match="title"):
        revise_mission(at.expert, at.mission, **{**PLAN, "title": {"en": " "}})
    observer = expert_in(at.mission, at.manager, role=Role.OBSERVER)
    with refused(NotAllowed):
        revise_mission(observer, at.mission, **PLAN)
