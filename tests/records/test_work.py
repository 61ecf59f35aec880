"""A job is taken by one worker, tells how far it is, and is taken again when its worker has died."""

import logging
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.db.models import QuerySet

from muvofiq.errors import MuvofiqError
from muvofiq.records.actions import work
from muvofiq.records.actions.match_mission import match_mission
from muvofiq.records.actions.work import SILENT, Beat, Lost, take_job, work_once
from muvofiq.records.errors import NothingToMatch
from muvofiq.records.models import Job, Proposal
from muvofiq.records.words import JobKind, JobState
from tests.records.at_once import at_once
from tests.records.small import desk

Kind = Callable[[Job, object, Beat], dict[str, object]]


def no_model() -> None:
    """Find no model."""


def kind_is(monkeypatch: pytest.MonkeyPatch, kind: Kind) -> None:
    """Let matching jobs do something else."""
    monkeypatch.setitem(work.KINDS, JobKind.MATCHING, kind)


def shift_heartbeat(by: timedelta) -> None:
    """Let the worker of the only job have been heard of at another time."""
    Job.objects.update(heartbeat=datetime.now(UTC) - by)


@pytest.mark.django_db
def test_without_jobs_nothing_is_taken() -> None:
    assert take_job() is None
    assert work_once(no_model) is False


@pytest.mark.django_db
def test_the_oldest_waiting_job_is_taken_first_and_only_once() -> None:
    first, second = desk(slug="one").mission.jobs.get(), desk(slug="other").mission.jobs.get()
    taken = take_job()
    assert taken == first
    assert (taken.state, taken.heartbeat is not None, taken.stage_began is not None) == ("running", True, True)
    assert take_job() == second
    assert take_job() is None


@pytest.mark.django_db
@pytest.mark.parametrize("state", [JobState.DONE, JobState.FAILED])
def test_a_job_that_has_ended_is_not_taken(state: JobState) -> None:
    desk()
    Job.objects.update(state=state.value)
    assert take_job() is None


@pytest.mark.django_db
def test_a_silent_job_is_taken_again_after_a_minute_and_a_living_one_is_not() -> None:
    desk()
    first = take_job()
    shift_heartbeat(SILENT - timedelta(seconds=5))
    assert take_job() is None
    shift_heartbeat(SILENT + timedelta(seconds=1))
    assert timedelta(seconds=60) == SILENT
    assert take_job() == first
    assert take_job() is None


@pytest.mark.django_db
def test_a_job_taken_again_begins_anew() -> None:
    desk()
    job = take_job()
    assert job
    Beat(job)("Matching", 3, 4)
    shift_heartbeat(2 * SILENT)
    again = take_job()
    assert again
    assert (again.stage, again.done, again.total) == ("", 0, 0)


@pytest.mark.django_db
def test_a_worker_that_was_silent_for_too_long_finds_the_job_lost_and_saves_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    desk()

    def slow(job: Job, _meaning: object, progress: Beat) -> dict[str, object]:
        progress("Matching", 1, 2)
        shift_heartbeat(2 * SILENT)
        other = take_job()
        assert other == job
        progress("Matching", 2, 2)
        raise AssertionError("the beat before tells that the job is lost")

    kind_is(monkeypatch, slow)
    with caplog.at_level(logging.WARNING):
        assert work_once(no_model) is True
    assert "taken by another worker" in caplog.text
    assert (Job.objects.get().state, Job.objects.get().ended_at) == ("running", None)


@pytest.mark.django_db
def test_who_has_lost_the_job_without_noticing_does_not_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    desk()

    def slow(_job: Job, _meaning: object, _progress: Beat) -> dict[str, object]:
        shift_heartbeat(2 * SILENT)
        take_job()
        return {"model": "of the first worker"}

    kind_is(monkeypatch, slow)
    work_once(no_model)
    assert (Job.objects.get().state, Job.objects.get().result) == ("running", {})


@pytest.mark.django_db
def test_the_proposals_of_a_worker_that_has_lost_the_job_are_not_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    at = desk()
    work_once(no_model)
    before = list(Proposal.objects.values_list("pk", flat=True))
    Job.objects.update(state=JobState.WAITING.value)
    job = take_job()
    assert job
    monkeypatch.setattr(work, "EVERY", timedelta(hours=1))
    beat = Beat(job)

    def interrupted(stage: str, done: int, total: int) -> None:
        if done == total:
            Job.objects.update(heartbeat=datetime.now(UTC) + timedelta(seconds=1))
        beat(stage, done, total)

    with pytest.raises(Lost):
        match_mission(job, None, interrupted)
    assert list(at.mission.proposals.values_list("pk", flat=True)) == before


@pytest.mark.django_db
def test_a_failing_job_keeps_what_went_wrong(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    desk()

    def broken(*_: Any) -> dict[str, object]:
        raise RuntimeError("the disk is full")

    kind_is(monkeypatch, broken)
    assert work_once(no_model) is True
    job = Job.objects.get()
    assert (job.state, job.error, job.result) == ("failed", "RuntimeError: the disk is full", {})
    assert job.ended_at
    assert "the disk is full" in caplog.text, "the log says where"
    assert take_job() is None


@pytest.mark.django_db
def test_an_error_of_ours_is_kept_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    desk()
    error: MuvofiqError = NothingToMatch("mission", acts=0, requirements=1)

    def broken(*_: Any) -> dict[str, object]:
        raise error

    kind_is(monkeypatch, broken)
    work_once(no_model)
    assert (Job.objects.get().state, Job.objects.get().error) == ("failed", str(error))
    assert "what to do" in str(error)


@pytest.mark.django_db
def test_a_model_that_cannot_be_loaded_fails_the_job_and_not_the_worker() -> None:
    desk()

    def broken() -> None:
        raise OSError("no weights")

    assert work_once(broken) is True
    assert Job.objects.get().error == "OSError: no weights"


@pytest.mark.django_db
def test_progress_only_grows_within_a_stage_and_ends_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    desk()
    seen: list[tuple[str, int, int]] = []
    written = Beat.__call__

    def watching(self: Beat, stage: str, done: int, total: int) -> None:
        written(self, stage, done, total)
        job = Job.objects.get()
        seen.append((job.stage, job.done, job.total))

    monkeypatch.setattr(Beat, "__call__", watching)
    monkeypatch.setattr(work, "EVERY", timedelta(0))
    work_once(no_model)
    assert {stage for stage, _, _ in seen} == {"Matching"}
    assert [done for _, done, _ in seen] == sorted(done for _, done, _ in seen) == [1, 2, 3, 4]
    assert (Job.objects.get().state, Job.objects.get().done, Job.objects.get().total) == ("done", 4, 4)


@pytest.mark.django_db
def test_progress_is_written_at_most_every_04_seconds_but_whole_stages_always() -> None:
    desk()
    job = take_job()
    assert job
    beat = Beat(job)
    beat("Embedding the law", 0, 100)
    beat("Embedding the law", 50, 100)
    saved = Job.objects.get()
    assert (saved.stage, saved.done, saved.total) == ("Embedding the law", 0, 100)
    beat("Embedding the law", 100, 100)
    beat("Matching", 1, 5)
    saved.refresh_from_db()
    assert (saved.stage, saved.done, saved.total) == ("Matching", 1, 5)
    assert saved.stage_began == saved.heartbeat == job.heartbeat


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_workers_never_take_the_same_job(jobs: int) -> None:
    for number in range(jobs):
        desk(slug=f"mission-{number}")
    taken = [job for job in at_once(*[take_job] * 4) if isinstance(job, Job)]
    assert len({job.pk for job in taken}) == len(taken)
    assert Job.objects.filter(state="running").count() == len(taken) >= 1
    rest = [job for _ in range(jobs) if (job := take_job())]
    assert len(taken) + len(rest) == jobs


@pytest.mark.django_db(transaction=True)
def test_a_silent_job_too_is_taken_by_one_worker_only() -> None:
    desk()
    take_job()
    shift_heartbeat(2 * SILENT)
    assert len([job for job in at_once(*[take_job] * 4) if isinstance(job, Job)]) == 1


def locked(*_: object, **__: object) -> Any:
    """Fail as the database does in which others have been writing for too long."""
    cause = sqlite3.OperationalError("database is locked")
    cause.sqlite_errorcode = sqlite3.SQLITE_BUSY
    raise OperationalError("database is locked") from cause


def otherwise_broken(*_: object, **__: object) -> Any:
    """Fail as the database does that has no such table."""
    cause = sqlite3.OperationalError("no such table")
    cause.sqlite_errorcode = sqlite3.SQLITE_ERROR
    raise OperationalError("no such table") from cause


@pytest.mark.django_db
def test_while_others_write_no_job_is_taken_and_the_worker_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    desk()
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(work, "take_job", locked)
        assert work_once(no_model) is False
        meanwhile.setattr(work, "take_job", otherwise_broken)
        with pytest.raises(OperationalError, match="no such table"):
            work_once(no_model)
    assert work_once(no_model) is True


@pytest.mark.django_db
def test_a_heartbeat_that_cannot_be_written_now_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    desk()
    job = take_job()
    assert job
    beat = Beat(job)
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(QuerySet, "update", locked)
        beat("Embedding the law", 1, 2)
        meanwhile.setattr(QuerySet, "update", otherwise_broken)
        with pytest.raises(OperationalError, match="no such table"):
            beat("Embedding the law", 1, 2)
    beat("Embedding the law", 2, 2)
    assert (Job.objects.get().stage, Job.objects.get().done) == ("Embedding the law", 2)


@pytest.mark.django_db
def test_a_job_that_meets_others_writing_waits_again(monkeypatch: pytest.MonkeyPatch) -> None:
    desk()
    with monkeypatch.context() as meanwhile:
        kind_is(meanwhile, locked)
        assert work_once(no_model) is True
        assert (Job.objects.get().state, Job.objects.get().error) == ("waiting", "")
    assert work_once(no_model) is True
    assert Job.objects.get().state == "done"


@pytest.mark.django_db
@pytest.mark.parametrize("times", [1, work.TRIES])
def test_how_a_job_ended_is_written_again_and_one_that_cannot_be_written_is_taken_again(
    monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    desk()
    write, left = QuerySet.update, [times]

    def update(rows: "QuerySet[Job]", **facts: Any) -> int:
        if "ended_at" in facts and left[0]:
            left[0] -= 1
            locked()
        return write(rows, **facts)

    monkeypatch.setattr(QuerySet, "update", update)
    assert work_once(no_model) is True
    assert Job.objects.get().state == ("running" if times == work.TRIES else "done")
    shift_heartbeat(2 * SILENT)
    assert (take_job() is not None) == (times == work.TRIES)
