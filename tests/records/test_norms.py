"""The norms of a mission: which instruments it may cite, and what each says on the day by which it judges."""

from datetime import date

import pytest

from muvofiq.records.models import OwnInstrument
from muvofiq.records.queries.instruments import Wanted, instrument_list, instrument_page
from muvofiq.records.queries.norms import instruments_of, norms_of
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.standing import Force
from tests.records.small import STARTS, Desk

pytestmark = pytest.mark.django_db

OWN = """\
id: river-treaty
title: {en: Treaty on the river crossing}
kind: bilateral
superseded_by: {instrument: nobody-knows, date: 2026-04-01}
"""


def brought(at: Desk, letter: str) -> None:
    OwnInstrument.objects.create(
        mission=at.mission, letter=letter, written_by=at.expert, written_at="2026-03-01T00:00Z"
    )


def test_the_list_can_be_narrowed_to_the_scope_and_to_a_force(at: Desk) -> None:
    scoped = instrument_list(at.mission, Wanted(STARTS, is_scoped=True))
    rows = [row for family in scoped.families for row in family.rows]
    assert {row.instrument.id for row in rows} >= {"dir-2011-36", "coe-197"}
    assert all(row.in_scope and row.in_scope <= row.in_all for row in rows)
    bound = instrument_list(at.mission, Wanted(STARTS, force=Force.BINDING_TREATY))
    assert {row.standing.force for family in bound.families for row in family.rows} == {Force.BINDING_TREATY}
    assert instrument_list(at.mission, Wanted(STARTS, words="no such thing")).shown == 0


def test_an_own_instrument_cannot_hide_one_of_the_catalogue(at: Desk) -> None:
    brought(at, OWN.replace("river-treaty", "crc"))
    assert instruments_of(at.mission)["crc"].kind == "un_treaty"


def test_a_successor_that_nobody_knows_is_shown_by_its_id(at: Desk) -> None:
    brought(at, OWN)
    page = instrument_page(at.mission, "river-treaty", date(2026, 3, 1))
    assert page.own
    assert page.succession
    assert page.succession.instrument is None
    assert page.succession.successor.instrument == "nobody-knows"


def test_a_requirement_tells_its_norms_in_their_order(at: Desk) -> None:
    saved = at.mission.scope.get(requirement__requirement_id="vul-early-screening").requirement
    norms = norms_of(at.mission, saved)
    assert [str(one.citation) for one in norms] == [str(one) for one in _cited(at)]
    assert all(isinstance(one.instrument, Instrument) for one in norms)


def test_the_scope_of_another_mission_is_not_counted(at: Desk) -> None:
    at.mission.scope.all().delete()
    assert instrument_list(at.mission, Wanted(STARTS, is_scoped=True)).shown == 0


def _cited(at: Desk) -> list[object]:
    saved = at.mission.scope.get(requirement__requirement_id="vul-early-screening").requirement
    return list(requirement_of(saved).citations)
