"""Agencies, sessions and acts are planned, corrected, and stand in the order in which they were entered."""

from datetime import date, time

import pytest

from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.plan_session import plan_session
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.remove import remove
from muvofiq.records.errors import Missing, NotOnFile, WrongDays
from muvofiq.records.models import Act, Agency, Mission, Person, Session
from muvofiq.records.words import SessionKind
from tests.records.small import ENDS, STARTS, history, mission_of, one_entry, refused, workbench

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager() -> Person:
    return workbench()


@pytest.fixture
def mission(manager: Person) -> Mission:
    return mission_of(manager)


def session(manager: Person, mission: Mission, *, day: date = STARTS, title: str = "Opening") -> Session:
    return plan_session(manager, mission, kind=SessionKind.WORKSHOP, title={"en": title}, day=day)


def test_an_agency_joins_the_plan(manager: Person, mission: Mission) -> None:
    with one_entry(mission, manager, "plan"):
        plan_agency(
            manager, mission, name={"en": " Border service ", "ru": ""}, short={"en": "BS"}, competence={"tg": "сарҳад"}
        )
    saved = Agency.objects.get()
    assert (saved.name, saved.short) == ({"en": "Border service"}, {"en": "BS"})
    assert (saved.competence, saved.position) == ({"tg": "сарҳад"}, 0)


def test_an_entry_is_corrected_in_its_place(manager: Person, mission: Mission) -> None:
    first = plan_agency(manager, mission, name={"en": "Borderservice"}, short={"en": "BS"})
    plan_agency(manager, mission, name={"en": "Police"})
    with one_entry(mission, manager, "plan"):
        plan_agency(manager, mission, name={"en": "Border service"}, agency=first)
    assert [one.name["en"] for one in mission.agencies.all()] == ["Border service", "Police"]
    assert history(mission)[-1].change == {"from": {"en": "Borderservice"}, "to": {"en": "Border service"}}
    assert Agency.objects.get(pk=first.pk).short == {}

    act = register_act(manager, mission, title={"en": "On gards"}, number="1")
    register_act(manager, mission, title={"en": "On guards"}, number=" 118 ", adopted=date(2014, 7, 15), registered=act)
    assert (Act.objects.get().title, Act.objects.get().number) == ({"en": "On guards"}, "118")

    opening = session(manager, mission)
    plan_session(
        manager,
        mission,
        kind=SessionKind.ROUND_TABLE,
        title={"en": "Closing"},
        day=ENDS,
        starts=time(9),
        ends=time(17, 30),
        session=opening,
    )
    saved = Session.objects.get()
    assert (saved.kind, saved.day, saved.starts, saved.ends) == ("round_table", ENDS, time(9), time(17, 30))


def test_who_joins_after_a_removal_still_stands_last(manager: Person, mission: Mission) -> None:
    first = plan_agency(manager, mission, name={"en": "A"})
    plan_agency(manager, mission, name={"en": "B"})
    remove(manager, first)
    plan_agency(manager, mission, name={"en": "C"})
    assert [(one.name["en"], one.position) for one in mission.agencies.all()] == [("B", 1), ("C", 2)]
    acts = [register_act(manager, mission, title={"en": title}) for title in "AB"]
    remove(manager, acts[0])
    assert register_act(manager, mission, title={"en": "C"}).position == 2


def test_the_agenda_goes_by_days_and_then_by_entry(manager: Person, mission: Mission) -> None:
    session(manager, mission, day=ENDS, title="Last")
    session(manager, mission, title="First")
    session(manager, mission, title="Second")
    assert [one.title["en"] for one in mission.sessions.all()] == ["First", "Second", "Last"]


@pytest.mark.parametrize("words", [{}, {"en": ""}, {"en": " ", "ru": "\n"}])
def test_nothing_is_planned_without_a_name(manager: Person, mission: Mission, words: dict[str, str]) -> None:
    with refused(Missing, match="agency"):
        plan_agency(manager, mission, name=words)
    with refused(Missing, match="act"):
        register_act(manager, mission, title=words)
    with refused(Missing, match="session"):
        plan_session(manager, mission, kind=SessionKind.WORKSHOP, title=words, day=STARTS)


def test_hours_and_days_follow_each_other(manager: Person, mission: Mission) -> None:
    common = {"kind": SessionKind.WORKSHOP, "title": {"en": "Opening"}}
    with refused(WrongDays, match="12:00"):
        plan_session(manager, mission, **common, day=STARTS, starts=time(12), ends=time(9))  # type: ignore[arg-type]
    with refused(WrongDays):
        plan_session(manager, mission, **common, day=date(2026, 3, 1))  # type: ignore[arg-type]


def test_an_entry_of_another_mission_is_not_corrected_from_here(manager: Person, mission: Mission) -> None:
    other = mission_of(manager, slug="other")
    agency = plan_agency(manager, other, name={"en": "Theirs"})
    act = register_act(manager, other, title={"en": "Theirs"})
    opening = session(manager, other)
    with refused(NotOnFile):
        plan_agency(manager, mission, name={"en": "Ours"}, agency=agency)
    with refused(NotOnFile):
        register_act(manager, mission, title={"en": "Ours"}, registered=act)
    with refused(NotOnFile):
        plan_session(manager, mission, kind=SessionKind.WORKSHOP, title={"en": "O"}, day=STARTS, session=opening)


def test_an_entry_removed_meanwhile_is_not_corrected(manager: Person, mission: Mission) -> None:
    agency = plan_agency(manager, mission, name={"en": "A"})
    remove(manager, Agency.objects.get())
    with refused(NotOnFile):
        plan_agency(manager, mission, name={"en": "B"}, agency=agency)
