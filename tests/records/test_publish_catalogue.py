"""The released catalogue becomes editions, and a verdict stays with the edition by which it was given."""

from dataclasses import replace

import pytest

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.publish_catalogue import publish_catalogue
from muvofiq.records.models import Finding, RequirementEdition
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.standards.requirement import Requirement
from tests.records.small import (
    IDS,
    REASON,
    VICTIMS,
    catalogue,
    desk,
    history,
    no_entry,
    one_entry,
    person,
    requirements,
    workbench,
)

pytestmark = pytest.mark.django_db


def corrected(name: str) -> Requirement:
    """Return a requirement as a second edition of the catalogue might word it."""
    return replace(catalogue().requirement(name), statement={"en": "Officers must look for victims."})


def test_each_requirement_becomes_a_first_edition_that_reads_as_released() -> None:
    manager = person(manages=True)
    with one_entry(None, manager, "publish_catalogue"):
        assert publish_catalogue(manager, requirements()) == len(IDS)
    saved = {one.requirement_id: one for one in RequirementEdition.objects.all()}
    assert set(saved) == set(IDS)
    assert {(one.edition, one.author) for one in saved.values()} == {(1, manager)}
    assert [requirement_of(saved[name]) for name in IDS] == requirements()
    assert history(None)[-1].change == {"editions": list(IDS)}


def test_published_a_second_time_it_changes_nothing() -> None:
    manager = workbench()
    with no_entry(None):
        assert publish_catalogue(manager, requirements()) == 0


def test_a_changed_requirement_makes_a_second_edition_and_the_first_stays() -> None:
    manager = workbench()
    with one_entry(None, manager, "publish_catalogue"):
        assert publish_catalogue(manager, [*requirements(IDS[1:]), corrected(VICTIMS)]) == 1
    first, second = RequirementEdition.objects.filter(requirement_id=VICTIMS)
    assert (first.edition, requirement_of(first)) == (1, catalogue().requirement(VICTIMS))
    assert (second.edition, requirement_of(second)) == (2, corrected(VICTIMS))
    with no_entry(None):
        assert publish_catalogue(manager, [corrected(VICTIMS)]) == 0


def test_a_text_that_was_published_once_is_not_published_again_behind_what_a_person_has_edited_since() -> None:
    manager = workbench()
    publish_catalogue(manager, [corrected(VICTIMS)])
    with no_entry(None):
        assert publish_catalogue(manager, requirements()) == 0, "each start publishes the library"


def test_verdicts_keep_pointing_to_the_edition_by_which_they_were_given() -> None:
    at = desk()
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0)
    publish_catalogue(at.manager, [corrected(VICTIMS)])
    finding = give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.PARTIAL, reason=REASON, version=1)
    assert str(finding.requirement) == f"{VICTIMS} 1"
    assert [str(one.requirement) for one in Finding.objects.all()] == [f"{VICTIMS} 1"]


def test_the_whole_released_catalogue_can_be_published_and_read_again() -> None:
    manager = person(manages=True)
    released = catalogue().requirements
    assert publish_catalogue(manager, released) == len(released)
    assert [requirement_of(one) for one in RequirementEdition.objects.all()] == sorted(released, key=lambda one: one.id)
