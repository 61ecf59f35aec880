"""A mission's table shows what persons decided before what the machine proposes."""

import pytest

from muvofiq.assessment.verdict import Verdict
from muvofiq.publication.concordance import State
from muvofiq.publication.errors import UnknownUnit
from muvofiq.publication.judged import Decision
from tests.publication.small import STATE, findings_for, judged_table

FIRST = judged_table().requirements[0].id


def units(*decisions: Decision) -> list[tuple[str | None, str | None]]:
    rows = judged_table(findings=findings_for(FIRST, *decisions)).rows
    return [(row.answer.unit, row.answer.state.value) if row.answer else (None, None) for row in rows]


def test_accepted_units_come_first_then_proposals_then_a_row_where_there_is_nothing() -> None:
    assert [row.answer.state if row.answer else None for row in judged_table().rows] == [
        State.ACCEPTED,
        State.ACCEPTED,
        State.PROPOSED,
        None,
    ]
    assert [row.opens for row in judged_table().rows] == [True, False, False, True]
    assert len(judged_table().requirements) == 2


def test_a_unit_of_any_size_is_cited_and_quoted() -> None:
    answer = judged_table().rows[0].answer
    assert answer is not None
    assert answer.citation == "ст. 2 ч. 7"
    assert answer.text == "Переводчик номер 7 предоставляется бесплатно и без очереди."
    assert answer.heading == "Язык"
    assert (answer.place, answer.score, answer.reason) == (None, None, None)


def test_what_the_machine_had_proposed_keeps_its_place_and_reason() -> None:
    answer = judged_table().rows[1].answer
    assert answer is not None
    assert (answer.unit, answer.place, answer.score) == ("aid~art_1", 2, 0.5)


def test_what_was_rejected_is_left_out() -> None:
    assert units(Decision("aid~art_2", accepted=False)) == [("aid~art_1", "proposed"), (None, None)]
    both = (Decision("aid~art_2", accepted=False), Decision("aid~art_1", accepted=False))
    assert units(*both) == [(None, None), (None, None)]


def test_the_last_decision_on_a_unit_holds_in_whatever_edition_it_is_written() -> None:
    twice = (Decision("aid~art_2", accepted=False), Decision("aid@2019-01-02~art_2", accepted=True))
    assert units(*twice) == [("aid@2019-01-02~art_2", "accepted"), ("aid~art_1", "proposed"), (None, None)]


@pytest.mark.parametrize("unit", ["aid~art_77", "other~art_1", "no address at all", "aid"])
def test_a_unit_that_no_act_has_is_an_error_that_names_the_acts(unit: str) -> None:
    with pytest.raises(UnknownUnit) as raised:
        units(Decision(unit, accepted=True))
    assert f"«{unit}»" in str(raised.value)
    assert "aid" in str(raised.value)


def test_a_requirement_that_nobody_judged_is_not_assessed() -> None:
    *_, last = judged_table().rows
    assert (last.law, last.practice) == (Verdict.NOT_ASSESSED, Verdict.NOT_ASSESSED)
    assert judged_table().rows[0].law is Verdict.PARTIAL


def test_the_force_is_computed_for_a_named_state() -> None:
    assert judged_table(for_state=STATE).rows[0].force
