"""A mission begins with a title, a state and its days; who creates it may begin to work."""

from datetime import date

import pytest

from muvofiq.records.actions.create_mission import create_mission
from muvofiq.records.errors import Missing, NameTaken, WrongDays
from muvofiq.records.models import Mission
from muvofiq.records.permissions import Verb, may, roles_of
from muvofiq.records.words import MissionStatus, Role
from tests.records.small import ENDS, STARTS, mission_of, one_entry, refused, workbench

pytestmark = pytest.mark.django_db


def test_a_mission_is_saved_and_managed_by_who_creates_it() -> None:
    manager = workbench()
    with one_entry(None, manager, "create_mission"):
        mission = create_mission(
            manager,
            title={"en": " Border in Dushanbe ", "ru": "", "tg": "Сарҳад"},
            state="tj",
            starts=STARTS,
            ends=STARTS,
            theme={"en": "Mixed migration"},
            place={"en": "Dushanbe", "ru": " "},
            status=MissionStatus.RUNNING,
        )
    saved = Mission.objects.get()
    assert saved == mission
    assert (saved.slug, saved.state, saved.status) == ("border-in-dushanbe", "TJ", "running")
    assert (saved.title, saved.place) == ({"en": "Border in Dushanbe", "tg": "Сарҳад"}, {"en": "Dushanbe"})
    assert (saved.consent_on, saved.consent_by) == (None, "")
    assert roles_of(manager, saved) == {Role.PROGRAMME_MANAGER, Role.EU_EXPERT}
    assert all(may(manager, verb, saved) for verb in (Verb.ADD_MEMBER, Verb.QUOTE, Verb.GIVE_VERDICT))


def test_missions_of_the_same_title_get_different_addresses() -> None:
    manager = workbench()
    assert [mission_of(manager).slug for _ in range(3)] == [
        "border-and-protection",
        "border-and-protection-2",
        "border-and-protection-3",
    ]


def test_a_title_without_latin_letters_gives_an_address_too() -> None:
    manager = workbench()
    ends = {"state": "TJ", "starts": STARTS, "ends": ENDS}
    slugs = [create_mission(manager, title={"tg": "Сарҳад"}, **ends).slug for _ in range(2)]  # type: ignore[arg-type]
    assert slugs == ["mission-2026-03", "mission-2026-03-2"]


@pytest.mark.parametrize("state", ["", "T", "TJK", "T1", "ТҶ", "  "])
def test_a_state_has_two_letters(state: str) -> None:
    manager = workbench()
    with refused(Missing, match="new mission"):
        mission_of(manager, state=state)


@pytest.mark.parametrize("title", ["", "   "])
def test_a_mission_without_a_title_is_refused(title: str) -> None:
    manager = workbench()
    with refused(Missing):
        mission_of(manager, title=title)


def test_a_mission_does_not_end_before_it_begins() -> None:
    manager = workbench()
    with refused(WrongDays):
        create_mission(manager, title={"en": "M"}, state="TJ", starts=STARTS, ends=date(2026, 3, 1))


def test_an_address_is_given_once() -> None:
    manager = workbench()
    mission_of(manager, slug="dushanbe")
    with refused(NameTaken):
        mission_of(manager, slug="dushanbe")
