"""The worker takes a job, does it in steps that it reports, and leaves a job that anybody may take again.

Where somebody else is writing in the database for long, nothing has failed: the worker comes back to it later.
"""

import logging
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from django.db import OperationalError, transaction
from django.db.models import Case, Q, QuerySet, Value, When

from muvofiq.alignment.meaning import Meaning
from muvofiq.errors import MuvofiqError
from muvofiq.records.actions.match_mission import match_mission
from muvofiq.records.actions.read_draft import read_draft
from muvofiq.records.actions.recognise_scan import StepsBack, recognise_scan
from muvofiq.records.models import Job
from muvofiq.records.words import JobKind, JobState

SILENT = timedelta(seconds=60)  # a job whose worker says nothing for so long is taken again
EVERY = timedelta(milliseconds=400)  # progress is written at most so often
TRIES = 5  # of writing how a job ended; each waits as long as the database lets it
IN_TURN = (JobKind.READ, JobKind.MATCHING, JobKind.RECOGNISE)  # seconds, minutes, hours
SHORTEST_FIRST = Case(*(When(kind=kind.value, then=Value(at)) for at, kind in enumerate(IN_TURN)))
FindMeaning = Callable[[], Meaning | None]
log = logging.getLogger(__name__)


class Lost(Exception):
    """Another worker has taken the job, because this one was silent for too long."""


def work_once(find_meaning: FindMeaning) -> bool:
    """Do one job if there is one, and the database lets it be taken; return whether there was."""
    job = _job_if_free()
    if job is None:
        return False
    try:
        result = KINDS[JobKind(job.kind)](job, find_meaning, Beat(job))
    except Lost:
        log.warning("job %s was taken by another worker", job.pk)
    except StepsBack:
        _write(job, state=JobState.WAITING.value)
    except MuvofiqError as error:
        _end(job, JobState.FAILED, error=str(error), result=_told(error))
    except Exception as error:  # the edge of the worker: the person sees that it failed, the log says why
        if is_busy(error):
            log.warning("job %s waits again: others are writing in the database", job.pk)
            _write(job, state=JobState.WAITING.value)
        else:
            log.exception("job %s failed", job.pk)
            _end(job, JobState.FAILED, error=f"{type(error).__name__}: {error}")
    else:
        _end(job, JobState.DONE, result=result)
    return True


def take_job() -> Job | None:
    """Take a waiting job, or one whose worker has died; two workers never take the same one.

    Files that a person wants to review go before matchings, and these before scans, which take long and lose nothing
    when they wait; of one kind, the oldest is taken.
    """
    now = datetime.now(UTC)
    free = Q(state=JobState.WAITING.value) | Q(state=JobState.RUNNING.value, heartbeat__lt=now - SILENT)
    with transaction.atomic():
        job = Job.objects.select_for_update().filter(free).order_by(SHORTEST_FIRST, "asked_at").first()
        if job is None:
            return None
        job.state, job.heartbeat, job.stage_began = JobState.RUNNING.value, now, now
        job.stage, job.done, job.total = "", 0, 0
        job.save(update_fields=["state", "heartbeat", "stage_began", "stage", "done", "total"])
    return job


class Beat:
    """Reports progress of a job and shows that its worker lives; raises Lost when another one has taken the job."""

    def __init__(self, job: Job) -> None:
        self.job = job

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Write stage, done and total; between whole stages at most every 0.4 s, and not while others are writing."""
        now = datetime.now(UTC)
        job, last = self.job, self.job.heartbeat
        is_new_stage = stage != job.stage
        if not is_new_stage and done < total and last and now - last < EVERY:
            return
        began = now if is_new_stage else job.stage_began
        mine = Job.objects.filter(pk=job.pk, state=JobState.RUNNING.value, heartbeat=last)
        try:
            found = mine.update(stage=stage, done=done, total=total, heartbeat=now, stage_began=began)
        except OperationalError as error:
            if is_busy(error):
                return
            raise
        if not found:
            raise Lost
        job.stage, job.done, job.total, job.heartbeat, job.stage_began = stage, done, total, now, began


def is_busy(error: BaseException) -> bool:
    """Whether an error only says that others are writing in the database, so that it may be tried later."""
    cause = error.__cause__
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF  # the last eight bits; the others tell it in more detail
    return isinstance(error, OperationalError) and code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def _job_if_free() -> Job | None:
    """Return the job that was taken; none where others are writing in the database for longer than one waits."""
    try:
        return take_job()
    except OperationalError as error:
        if is_busy(error):
            log.warning("no job is taken now: others are writing in the database")
            return None
        raise


def _end(job: Job, state: JobState, *, error: str = "", result: dict[str, object] | None = None) -> None:
    _write(job, state=state.value, error=error, result=result or {}, ended_at=datetime.now(UTC))


def _write(job: Job, **facts: object) -> None:
    """Write how the job stands; one that cannot be written for very long is taken again, as if the worker had died."""
    for _ in range(TRIES):
        try:
            _mine(job).update(**facts)
        except OperationalError as error:
            if not is_busy(error):
                raise
        else:
            return
    log.warning("job %s will be taken again: others were writing in the database when it ended", job.pk)


def _mine(job: Job) -> QuerySet[Job]:
    """Return the job unless another worker has taken it."""
    return Job.objects.filter(pk=job.pk, state=JobState.RUNNING.value, heartbeat=job.heartbeat)


def _told(error: MuvofiqError) -> dict[str, object]:
    """Return an error as data, from which a page tells it in the language of its reader."""
    values = {name: value if isinstance(value, int | float) else str(value) for name, value in error.values.items()}
    return {"error": type(error).__name__, "where": error.where, "values": values}


KINDS: dict[JobKind, Callable[[Job, FindMeaning, Beat], dict[str, object]]] = {
    JobKind.MATCHING: lambda job, find_meaning, beat: match_mission(job, find_meaning(), beat),
    JobKind.RECOGNISE: lambda job, _, beat: recognise_scan(job, beat),
    JobKind.READ: lambda job, _, beat: read_draft(job, beat),
}
