"""What may be told to everybody is entered by a person, and the consent to tell it is recorded."""

import pytest

from muvofiq.publication.release import Part
from muvofiq.records.actions.enter_public_fact import enter_public_fact
from muvofiq.records.actions.record_consent import record_consent
from muvofiq.records.errors import Missing, NotOnFile
from muvofiq.records.models import Mission, PublicFact
from tests.records.small import ENDS, history, mission_of, one_entry, refused, workbench

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("part", Part)
def test_a_fact_is_saved_for_each_part_of_the_release(part: Part) -> None:
    manager = workbench()
    mission = mission_of(manager)
    with one_entry(mission, manager, "enter_public_fact"):
        enter_public_fact(manager, mission, part=part, text={"en": " A mission. ", "ru": ""})
    saved = PublicFact.objects.get()
    assert (saved.part, saved.text, saved.position, saved.entered_by) == (part.value, {"en": "A mission."}, 0, manager)


def test_a_fact_is_corrected_in_its_place_and_not_from_another_mission() -> None:
    manager = workbench()
    mission, other = mission_of(manager, slug="one"), mission_of(manager, slug="other")
    first, second = (enter_public_fact(manager, mission, part=Part.LEAD, text={"en": word}) for word in ("A", "B"))
    enter_public_fact(manager, mission, part=Part.AIM, text={"en": "C"}, entered=first)
    assert [(one.text["en"], one.position) for one in mission.public_facts.all()] == [("C", 0), ("B", 1)]
    assert history(mission)[-1].change == {"part": "aim", "from": {"en": "A"}, "to": {"en": "C"}}
    with refused(NotOnFile):
        enter_public_fact(manager, other, part=Part.AIM, text={"en": "D"}, entered=second)


def test_a_fact_has_words() -> None:
    manager = workbench()
    mission = mission_of(manager)
    with refused(Missing):
        enter_public_fact(manager, mission, part=Part.LEAD, text={"en": "  "})


def test_consent_is_recorded_and_taken_back() -> None:
    manager = workbench()
    mission = mission_of(manager)
    with one_entry(mission, manager, "record_consent"):
        record_consent(manager, mission, on=ENDS, by=" Ministry ")
    assert (Mission.objects.get().consent_on, Mission.objects.get().consent_by) == (ENDS, "Ministry")
    with one_entry(mission, manager, "record_consent"):
        record_consent(manager, mission, on=None, by="Ministry")
    assert (Mission.objects.get().consent_on, Mission.objects.get().consent_by) == (None, "")


def test_consent_names_the_body_that_gave_it() -> None:
    manager = workbench()
    mission = mission_of(manager)
    with refused(Missing, match="agreed"):
        record_consent(manager, mission, on=ENDS, by=" ")
