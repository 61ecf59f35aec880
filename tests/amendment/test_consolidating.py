from datetime import date

import pytest

from muvofiq.amendment.applying import Why
from muvofiq.amendment.change import (
    Change,
    EnterIntoForce,
    InsertUnits,
    InsertWords,
    NewEdition,
    RemoveUnits,
    Repeal,
    ReplaceWords,
)
from muvofiq.amendment.consolidating import AmendingAct, consolidate
from muvofiq.amendment.errors import ChangesNotApplied
from tests.amendment.small_law import BRIDGES, at, changed, reads

SPRING, AUTUMN = date(2026, 3, 1), date(2026, 9, 1)


def act(number: str, *changes: Change, in_force: date = SPRING, day: date = date(2026, 1, 15)) -> AmendingAct:
    return AmendingAct(in_force, day, number, changes)


def replaced(old: str, new: str, place: str = "art_4") -> ReplaceWords:
    return ReplaceWords(at(place), (old,), (new,))


def test_acts_are_applied_by_day_in_force_then_date_then_number() -> None:
    last = act("№ 3", replaced("журналу", "слову"), in_force=AUTUMN, day=date(2025, 1, 1))
    first = act("№ 21", replaced("расписанию", "приказу"), day=date(2026, 1, 10))
    second = act("№ 9", replaced("приказу", "звонку"))
    third = act("№ 10", replaced("звонку", "журналу"))
    of = consolidate(BRIDGES, (last, third, second, first))
    assert [edition.day for edition in of.editions] == [SPRING, AUTUMN]
    assert of.editions[0].acts == (first, second, third)
    assert "ходит по журналу" in reads(of.editions[0].law, "art_4")
    assert "ходит по слову" in reads(of.law, "art_4")
    assert not any(edition.not_applied for edition in of.editions)


def test_what_enters_into_force_after_the_day_asked_for_is_left_out_and_told() -> None:
    now, later = act("№ 1", Repeal(at("art_5"))), act("№ 1", Repeal(at("art_6")), in_force=AUTUMN)
    of = consolidate(BRIDGES, (later, now), until=date(2026, 8, 31))
    assert of.later == (later,)
    assert of.law == changed(Repeal(at("art_5")))
    assert consolidate(BRIDGES, (later, now), until=AUTUMN).later == ()
    assert consolidate(BRIDGES, ()).law is BRIDGES


def test_a_misfit_is_listed_with_its_act_or_stops_the_whole() -> None:
    wrong = act("№ 1", replaced("расписанию", "приказу"), Repeal(at("art_99")))
    (edition,) = consolidate(BRIDGES, (wrong,)).editions
    ((whose, one),) = edition.not_applied
    assert (whose, one.why) == (wrong, Why.NO_UNIT)
    assert "ходит по приказу" in reads(edition.law, "art_4")
    with pytest.raises(ChangesNotApplied):
        consolidate(BRIDGES, (wrong,), only_whole=True)


@pytest.mark.parametrize(
    ("one", "other", "place"),
    [
        (replaced("Мост", "Плот", "art_1__para_1#s2"), NewEdition(at("art_1"), "Статья 1. Плот\nПлыви."), "art_1"),
        (replaced("стоит", "лежит", "art_2-1"), replaced("стоит", "тонет", "art_2-1"), "art_2-1"),
        (replaced("стоит", "лежит", "act"), replaced("Паром", "Плот"), "act"),
        (InsertUnits(at("art_1"), "4. Плати."), InsertUnits(at("art_1"), "4. Не плати."), "art_1"),
        (NewEdition(at("art_4#heading"), "Плот"), Repeal(at("chp_2__art_4", "art_4")), "art_4"),
        (InsertUnits(at("art_1"), "4. Плати."), RemoveUnits(at("art_1")), "art_1"),
    ],
)
def test_places_that_two_acts_of_one_day_change_are_told(one: Change, other: Change, place: str) -> None:
    first, second = act("№ 1", one), act("№ 2", other)
    (edition,) = consolidate(BRIDGES, (first, second)).editions
    assert place in [str(overlap.place) for overlap in edition.overlaps]
    assert {(overlap.first, overlap.second) for overlap in edition.overlaps} == {(first, second)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (replaced("пять", "шесть", "art_5__para_1"), replaced("десять", "сто", "art_5__para_2")),
        (InsertUnits(at("art_1"), "4. Плати."), InsertUnits(at("art_1"), "5. Не плати.")),
        (InsertWords(at("art_4"), ("ночью",), ("ходит",)), InsertWords(at("art_4"), ("всегда",), ("который",))),
        (NewEdition(at("art_4#heading"), "Плот"), NewEdition(at("art_4__indent_1"), "Плот плывёт.")),
        (EnterIntoForce(at("act"), SPRING), Repeal(at("art_6"))),
    ],
)
def test_changes_apart_do_not_overlap(one: Change, other: Change) -> None:
    (edition,) = consolidate(BRIDGES, (act("№ 1", one), act("№ 2", other))).editions
    assert edition.overlaps == ()


def test_acts_of_different_days_do_not_overlap() -> None:
    acts = act("№ 1", replaced("стоит", "лежит", "art_2-1")), act("№ 2", Repeal(at("art_2-1")), in_force=AUTUMN)
    assert [edition.overlaps for edition in consolidate(BRIDGES, acts).editions] == [(), ()]
