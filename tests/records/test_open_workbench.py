"""The workbench opens with what comes with the product: once, wholly, and with nothing said of a real state."""

import pytest

from muvofiq.records.actions.open_workbench import open_workbench
from muvofiq.records.chain import first_break
from muvofiq.records.models import Answer, Finding, Mission, Person, Quotation, Recommendation, RequirementEdition
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.queries.missions import missions_of
from tests.records.small import catalogue, history, no_entry, person

pytestmark = pytest.mark.django_db


def test_it_opens_once_and_the_second_time_changes_nothing() -> None:
    first = open_workbench()
    assert first
    assert RequirementEdition.objects.count() == len(catalogue().requirements)
    assert missions_of(first) == list(Mission.objects.all()) != []
    for mission in Mission.objects.all():
        assert all(may(first, verb, mission) for verb in (Verb.ADD_MEMBER, Verb.QUOTE, Verb.GIVE_VERDICT))
        assert first_break(history(mission)) is None
    assert first_break(history(None)) is None
    with no_entry(None):
        assert open_workbench() is None


def test_no_verdict_and_no_criticism_is_shipped_about_a_real_state() -> None:
    open_workbench()
    for rows in (Answer, Finding, Recommendation):
        assert not rows.objects.filter(mission__invented=False).exists()
    assert Finding.objects.filter(mission__invented=True).exists()


def test_every_quotation_that_is_shipped_stands_in_its_edition() -> None:
    open_workbench()
    quotations = Quotation.objects.select_related("answer__edition__mission")
    assert quotations
    for one in quotations:
        unit = unit_of(one.answer.edition, one.answer.eid)
        assert one.words in unit.words or one.words in unit.heading
        assert one.text_sha256 == one.answer.edition.text_id


def test_where_people_work_already_only_the_catalogue_is_published() -> None:
    person()
    assert open_workbench() is None
    assert not Mission.objects.exists()
    assert RequirementEdition.objects.exists()
    assert Person.objects.count() == 2
