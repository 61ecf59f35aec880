"""Acts of the state's register enter that of the mission, and a requirement tells which of them are missing."""

from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from muvofiq.records.actions.add_member import add_member
from muvofiq.records.actions.create_mission import create_mission
from muvofiq.records.actions.open_mission import Opening
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.take_from_register import take_from_register
from muvofiq.records.errors import NotAllowed, NotOnFile
from muvofiq.records.models import Mission, Person
from muvofiq.records.queries.acts_to_open import ActsToOpen, acts_to_open, missing_acts
from muvofiq.records.queries.state_register import StateRegisterPage, state_register_page
from muvofiq.records.words import Role
from muvofiq.standards.state_register import Standing
from muvofiq.standards.yaml_text import read
from tests.records.small import (
    INTERPRETER,
    VICTIMS,
    Desk,
    facilitator,
    no_entry,
    one_entry,
    person,
    refused,
    scope_in,
)
from tests.records.small import history as history_of

pytestmark = pytest.mark.django_db

DUSHANBE = files("muvofiq.library").joinpath("missions", "dushanbe-2016.yaml").read_bytes()
BORDER: dict[str, Any] = {"number": "481", "adopted": date(1997, 8, 1)}


def in_2016(manager: Person, *, state: str = "TJ") -> Mission:
    days: dict[str, Any] = {"starts": date(2016, 6, 1), "ends": date(2016, 6, 3)}
    mission = create_mission(manager, title={"en": "Readmission"}, state=state, **days)
    add_member(manager, mission, manager, Role.EU_EXPERT)
    return mission


def to_open(mission: Mission, name: str) -> ActsToOpen:
    found = acts_to_open(mission, name)
    assert found
    return found


def shown(mission: Mission, looked_for: str = "") -> StateRegisterPage:
    page = state_register_page(mission, looked_for)
    assert page
    return page


def test_an_act_is_entered_with_all_that_the_register_knows_of_it_by_the_day(at: Desk) -> None:
    mission = in_2016(at.manager)
    with one_entry(mission, at.manager, "plan"):
        (row,) = take_from_register(at.manager, mission, ["refugees"])
    assert (row.number, row.adopted, row.kind) == ("50", date(2002, 5, 10), "law")
    assert row.title["tg"] == "Дар бораи гурезаҳо"
    assert row.register_id == "refugees"
    assert row.address == "migration.tj"
    assert row.amendments[-1] == {"date": "2014-07-26", "number": "1124"}
    assert row.unconfirmed == ["number", "address"]
    assert row.topics["en"].startswith("Asylum at the border; Children alone")
    assert history_of(mission)[-1].change == {"entered": [str(row.pk)]}


def test_amendments_after_the_mission_are_not_entered_and_a_date_known_in_part_is_left_open(at: Desk) -> None:
    mission = in_2016(at.manager)
    law, measures = take_from_register(at.manager, mission, ["trafficking-2014", "trafficking-measures-2016"])
    assert law.amendments == []
    assert (measures.number, measures.adopted) == ("327", None)


def test_taking_again_changes_nothing_and_what_people_corrected_stays(at: Desk) -> None:
    (row,) = take_from_register(at.expert, at.mission, ["state-border"])
    register_act(at.expert, at.mission, title={"en": "Ours"}, **BORDER, registered=row)
    with no_entry(at.mission):
        assert take_from_register(at.expert, at.mission, ["state-border"]) == []
    assert at.mission.acts.get(pk=row.pk).title == {"en": "Ours"}


def test_an_act_entered_by_hand_with_number_and_date_is_linked_and_not_doubled(at: Desk) -> None:
    by_hand = register_act(at.expert, at.mission, title={"en": "Border law"}, **BORDER)
    before = at.mission.acts.count()
    with one_entry(at.mission, at.expert, "plan"):
        assert take_from_register(at.expert, at.mission, ["state-border"]) == [by_hand]
    row = at.mission.acts.get(pk=by_hand.pk)
    assert (row.register_id, row.address, row.title) == ("state-border", "mmih.tj", {"en": "Border law"})
    assert at.mission.acts.count() == before


def test_another_number_or_another_date_is_another_act(at: Desk) -> None:
    register_act(at.expert, at.mission, title={"en": "Border law"}, number="481", adopted=date(1998, 8, 1))
    register_act(at.expert, at.mission, title={"en": "Border law"}, number="482", adopted=date(1997, 8, 1))
    (row,) = take_from_register(at.expert, at.mission, ["state-border"])
    assert row.title["en"] == "Law on the State Border of the Republic of Tajikistan"


def test_an_act_without_a_number_is_known_by_its_date_and_title(at: Desk) -> None:
    title = {"ru": "Конституция Республики Таджикистан"}
    by_hand = register_act(at.expert, at.mission, title=title, adopted=date(1994, 11, 6))
    assert take_from_register(at.expert, at.mission, ["constitution"]) == [by_hand]


def test_an_unknown_act_a_state_without_register_and_a_stranger_are_refused(at: Desk) -> None:
    with refused(NotOnFile, match="no-such-act"):
        take_from_register(at.expert, at.mission, ["refugees", "no-such-act"])
    elsewhere = in_2016(at.manager, state="LV")
    with refused(NotOnFile, match="LV"):
        take_from_register(at.manager, elsewhere, ["refugees"])
    stranger = person()
    with refused(NotAllowed):
        take_from_register(stranger, at.mission, ["no-such-act"])


def test_a_requirement_tells_what_is_on_file_what_is_without_text_and_what_is_not_registered(at: Desk) -> None:
    register_act(at.expert, at.mission, title={"en": "Border"}, **BORDER, registered=at.edition.act)
    take_from_register(at.expert, at.mission, ["border-troops"])
    (vulnerable, border) = to_open(at.mission, INTERPRETER).topics
    assert [one.topic.id for one in (vulnerable, border)] == ["vulnerable-groups", "border-checks"]
    acts = {one.act.id: one for one in vulnerable.acts}
    assert acts["state-border"].editions == (at.edition,)
    assert not acts["state-border"].is_missing
    assert acts["border-troops"].row
    assert acts["border-troops"].is_missing
    assert acts["social-services"].row is None
    assert acts["social-services"].is_missing
    assert acts["social-services"].address == "mmih.tj"
    assert to_open(at.mission, INTERPRETER).on_file == 1


def test_a_mission_of_2016_opens_the_law_of_2016_and_shows_later_acts_apart(at: Desk) -> None:
    mission = in_2016(at.manager)
    scope_in(mission, at.manager, ids=[VICTIMS])
    (topic,) = [one for one in to_open(mission, VICTIMS).topics if one.topic.id == "vulnerable-groups"]
    assert "foreigners-1996" in {one.act.id for one in topic.stood}
    assert {one.act.id for one in topic.later} == {"health-code", "equality-2022"}
    assert not any(one.is_missing for one in topic.later)
    today = to_open(at.mission, VICTIMS).topics[0]
    assert {"foreigners-2018", "health-code"} <= {one.act.id for one in today.stood}


def test_the_missing_acts_of_a_mission_come_with_the_requirements_that_need_them(at: Desk) -> None:
    found = missing_acts(at.mission)
    counts = [len(one.requirements) for one in found]
    assert counts == sorted(counts, reverse=True)
    by_id = {one.act.act.id: {each.id for each in one.requirements} for one in found}
    assert by_id["social-services"] == {one.requirement.requirement_id for one in at.mission.scope.all()}
    assert by_id["trafficking-2014"] == {VICTIMS, "identification-indicators"}
    register_act(at.expert, at.mission, title={"en": "Border"}, **BORDER, registered=at.edition.act)
    assert "state-border" not in {one.act.act.id for one in missing_acts(at.mission)}


def test_a_state_without_register_has_nothing_to_open(at: Desk) -> None:
    mission = in_2016(at.manager, state="LV")
    scope_in(mission, at.manager)
    assert acts_to_open(mission, VICTIMS) is None
    assert missing_acts(mission) == ()
    assert state_register_page(mission, "") is None


@pytest.mark.parametrize(
    ("looked_for", "found"),
    [
        ("гурезаҳо", {"refugees"}),
        ("ГУРЕЗАХО", {"refugees"}),
        ("беженцах", {"refugees"}),
        ("№ 1096", {"trafficking-2014"}),
        ("law refugees", {"refugees"}),
        ("nothing of the sort", set()),
    ],
)
def test_the_register_is_searched_by_words_in_any_language_and_by_number(
    at: Desk, looked_for: str, found: set[str]
) -> None:
    page = shown(at.mission, looked_for)
    assert {line.act.act.id for lines in page.lines.values() for line in lines} == found
    assert page.found == len(found)


def test_the_whole_register_is_told_by_how_each_act_stood(at: Desk) -> None:
    page = shown(in_2016(at.manager))
    stood = {line.act.act.id: standing for standing, lines in page.lines.items() for line in lines}
    assert len(stood) == len(page.register.acts)
    assert stood["foreigners-2018"] is Standing.LATER
    assert stood["trafficking-2004"] is Standing.ENDED
    assert stood["treaties-2016"] is Standing.UNCERTAIN
    assert stood["refugees"] is Standing.IN_FORCE


def test_the_acts_of_a_mission_file_are_linked_when_it_is_opened() -> None:
    leader = facilitator()
    written: Any = read(DUSHANBE).value
    mission = Opening(leader, written, {}).enter()
    assert {row.register_id for row in mission.acts.all()} == {row["register"] for row in written["acts"]}
    border_troops = mission.acts.get(key="border-troops")
    assert border_troops.adopted == date(2005, 3, 1)  # as the file has it; the register says that sources differ
    assert border_troops.address == "mmih.tj"
