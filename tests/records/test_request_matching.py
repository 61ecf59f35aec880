"""Matching is asked for once for the same laws and the same scope."""

from functools import partial

import pytest

from muvofiq.records.actions.request_matching import request_matching
from muvofiq.records.errors import NothingToMatch
from muvofiq.records.models import Job
from muvofiq.records.words import JobState
from tests.records.at_once import at_once
from tests.records.small import (
    VICTIMS,
    desk,
    law_on_file,
    mission_of,
    one_entry,
    refused,
    scope_in,
    tajik_twin,
    workbench,
)


@pytest.mark.django_db
def test_without_a_law_or_a_scope_there_is_nothing_to_match() -> None:
    manager = workbench()
    mission = mission_of(manager)
    with refused(NothingToMatch) as caught:
        request_matching(manager, mission)
    assert caught.value.values == {"acts": 0, "requirements": 0}
    law_on_file(mission, manager)
    with refused(NothingToMatch) as caught:
        request_matching(manager, mission)
    assert caught.value.values == {"acts": 1, "requirements": 0}


@pytest.mark.django_db
def test_a_job_waits_with_who_asked_for_it() -> None:
    at = desk()
    Job.objects.all().delete()
    with one_entry(at.mission, at.expert, "request_matching"):
        job = request_matching(at.expert, at.mission)
    saved = Job.objects.get()
    assert saved == job
    assert (saved.mission, saved.asked_by, saved.state, saved.kind) == (at.mission, at.expert, "waiting", "matching")
    assert (saved.done, saved.total, saved.error, saved.result) == (0, 0, "", {})


@pytest.mark.django_db
@pytest.mark.parametrize("state", [JobState.WAITING, JobState.RUNNING])
def test_the_same_work_is_not_asked_for_twice(state: JobState) -> None:
    at = desk()
    first = Job.objects.get()
    Job.objects.update(state=state.value)
    assert request_matching(at.expert, at.mission) == first
    assert Job.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("state", [JobState.DONE, JobState.FAILED])
def test_work_that_has_ended_can_be_asked_for_again(state: JobState) -> None:
    at = desk()
    first = Job.objects.get()
    Job.objects.update(state=state.value)
    second = request_matching(at.expert, at.mission)
    assert (second != first, second.key) == (True, first.key)
    assert Job.objects.count() == 2


@pytest.mark.django_db
def test_other_laws_or_another_scope_are_other_work_and_drop_the_older_wish() -> None:
    at = desk()
    first = Job.objects.get()
    scope_in(at.mission, at.expert, ids=[VICTIMS])
    second = Job.objects.get()
    tajik_twin(at.mission, at.expert, at.edition)
    third = Job.objects.get()
    assert len({first.key, second.key, third.key}) == 3
    Job.objects.update(state=JobState.RUNNING.value)
    scope_in(at.mission, at.expert)
    assert sorted(Job.objects.values_list("state", flat=True)) == ["running", "waiting"], "what runs goes on"


@pytest.mark.django_db
def test_missions_have_jobs_of_their_own() -> None:
    one, other = desk(slug="one"), desk(slug="other")
    assert one.mission.jobs.get().key != other.mission.jobs.get().key


@pytest.mark.django_db(transaction=True)
def test_people_who_ask_at_once_get_the_same_job() -> None:
    at = desk()
    Job.objects.all().delete()
    results = at_once(*[partial(request_matching, at.expert, at.mission)] * 4)
    assert results == [Job.objects.get()] * 4
