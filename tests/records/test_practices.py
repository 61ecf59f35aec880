"""The shelf of a mission: what comes with the product and what its people wrote, in both directions."""

from datetime import date

import pytest

from muvofiq.records.actions.write_practice import write_practice
from muvofiq.records.queries.documents import concordance_of
from muvofiq.records.queries.practices import (
    OURS,
    SHIPPED,
    UNCONFIRMED,
    PracticeRow,
    Wanted,
    practice_rows,
    practices_on,
    shelf,
    states_on_shelf,
)
from muvofiq.standards.practice_shelf import shipped_practices
from tests.records.small import INDICATORS, VICTIMS, Desk, mission_of
from tests.records.test_write_practice import PRACTICE

pytestmark = pytest.mark.django_db


def of_2016(at: Desk) -> Desk:
    at.mission.starts, at.mission.ends = date(2016, 6, 1), date(2016, 6, 3)
    at.mission.save()
    return at


def named(rows: tuple[PracticeRow, ...] | list[PracticeRow]) -> dict[str, PracticeRow]:
    return {row.practice.id: row for row in rows}


def test_a_requirement_has_the_shipped_practices_and_those_of_the_mission(at: Desk) -> None:
    assert practices_on(at.mission, VICTIMS) == ()
    entry = write_practice(at.expert, at.mission, PRACTICE)
    (row,) = practices_on(at.mission, VICTIMS)
    assert (row.entry, row.practice.state, row.is_later) == (entry, "TJ", False)
    shipped = named(practices_on(at.mission, INDICATORS))
    assert {"lv-thb-recognition-criteria", "eu-bomca-guidelines"} <= set(shipped)
    assert all(row.entry is None for row in shipped.values())
    instrument = shipped["lv-thb-recognition-criteria"].instrument
    assert instrument
    assert instrument.id == "lv-cab-344-2019"


def test_a_mission_of_2016_is_told_what_began_later_and_one_of_today_what_is_over(at: Desk) -> None:
    today = named(practice_rows(at.mission))
    then = named(practice_rows(of_2016(at).mission))
    assert then["lv-thb-help-2019"].is_later
    assert then["pt-coordination-unit"].is_later
    assert not then["pt-single-service"].is_later
    assert not then["pt-single-service"].is_past
    assert not then["lv-thb-help-2006"].is_past
    assert (today["pt-single-service"].is_past, today["lv-thb-help-2006"].is_past) == (True, True)
    assert not any(row.is_later for row in today.values())


def test_on_a_requirement_what_began_later_stands_last(at: Desk) -> None:
    rows = practices_on(of_2016(at).mission, "thb-assistance-content")
    later = [row.is_later for row in rows]
    assert later == sorted(later)
    assert any(later)
    assert not all(later)


def test_the_shelf_has_both_directions(at: Desk) -> None:
    write_practice(at.expert, at.mission, PRACTICE)
    both = shelf(at.mission, Wanted())
    assert {group.state for group in both.others} == {"LV", "PT", "EU"}
    assert both.own[0].state == "TJ"
    assert {group.state for group in both.own} == {"TJ", "KG", "KZ", "TM", "UZ"}
    assert both.count == len(shipped_practices()) + 1
    assert states_on_shelf(at.mission)[0] == "TJ"


def test_by_requirement_a_practice_stands_under_each_that_it_answers(at: Desk) -> None:
    groups = shelf(at.mission, Wanted(state="LV"), is_by_requirement=True)
    codes = [group.requirement.code for group in groups.others if group.requirement]
    assert codes == sorted(codes)
    assert len(set(codes)) == len(codes) > 15
    assert groups.own == ()
    one = shelf(at.mission, Wanted(requirement="rtn-monitoring"), is_by_requirement=True)
    assert [group.requirement.id for group in one.others if group.requirement] == ["rtn-monitoring"]


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (Wanted(state="PT"), lambda row: row.practice.state == "PT"),
        (Wanted(theme="D"), lambda row: any(one.theme == "D" for one in row.requirements)),
        (Wanted(requirement=VICTIMS), lambda row: VICTIMS in row.practice.requirements),
        (Wanted(origin=OURS), lambda row: row.entry is not None),
        (Wanted(origin=SHIPPED, confirmed=UNCONFIRMED), lambda row: not row.entry and not row.practice.confirmed),
        (Wanted(words="ОМБУДСМЕН"), lambda row: "мбудсмен" in str(row.practice)),
        (Wanted(words="португалия отказ"), lambda row: row.practice.state == "PT" and "тказ" in str(row.practice)),
    ],
)
def test_the_shelf_is_narrowed(at: Desk, wanted: Wanted, fits: object) -> None:
    assert callable(fits)
    write_practice(at.expert, at.mission, PRACTICE)
    expected = {row.practice.id for row in practice_rows(at.mission) if fits(row)}
    found = shelf(at.mission, wanted)
    assert {row.practice.id for group in (*found.others, *found.own) for row in group.rows} == expected
    assert found.count == len(expected) > 0


def test_another_mission_does_not_see_what_this_one_wrote(at: Desk) -> None:
    write_practice(at.expert, at.mission, PRACTICE)
    assert practices_on(mission_of(at.manager, slug="other"), VICTIMS) == ()


def test_the_table_of_concordance_compares_both(at: Desk) -> None:
    write_practice(at.expert, at.mission, PRACTICE)
    table = concordance_of(of_2016(at).mission, "en", date(2016, 6, 3))
    (ours,) = table.practices[VICTIMS]
    assert (ours.practice.title, ours.is_later) == (PRACTICE.title, True)
    assert {one.practice.state for one in table.practices[INDICATORS]} == {"LV", "EU"}
