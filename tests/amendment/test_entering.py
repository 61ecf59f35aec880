"""Each part of an amending act is in force from the day that the act tells for it."""

from datetime import date

from muvofiq.amendment.change import Change, EnterIntoForce, Repeal
from muvofiq.amendment.entering import in_parts
from muvofiq.amendment.instruction import Instruction, Reading
from muvofiq.law.reference import Reference
from tests.amendment.small_law import at

OWN, FIRST, SECOND = date(2021, 5, 3), date(2027, 1, 1), date(2030, 1, 1)


def said(where: str, change: Change) -> Instruction:
    return Instruction(Reference.parse(f"act~{where}"), "", (change,))


ORDERS = (said("art_1__para_1", Repeal(at("art_4"))), said("art_1__para_2__point_1", Repeal(at("art_5"))))


def days(*forces: EnterIntoForce) -> list[tuple[date, bool, str]]:
    rules = tuple(said("art_2", one) for one in forces)
    parts = in_parts(Reading((*ORDERS, *rules)), OWN, "40")
    return [(part.in_force, part.is_day_told, ",".join(map(str, part.changes[0].places))) for part in parts]


def test_what_is_said_of_a_smaller_unit_goes_before_what_is_said_of_the_act() -> None:
    forces = EnterIntoForce(at("act"), SECOND), EnterIntoForce(at("art_1__point_2"), FIRST)
    assert days(*forces) == [(SECOND, True, "art_4"), (FIRST, True, "art_5")]


def test_all_that_is_in_force_from_one_day_is_one_part() -> None:
    assert days(EnterIntoForce(at("act"), FIRST)) == [(FIRST, True, "art_4")]


def test_where_no_day_is_told_or_two_are_it_is_that_of_the_act_and_said_to_be_a_guess() -> None:
    assert days() == days(EnterIntoForce(at("act"), words="after publication")) == [(OWN, False, "art_4")]
    assert days(EnterIntoForce(at("act"), FIRST), EnterIntoForce(at("act"), SECOND)) == [(OWN, False, "art_4")]
