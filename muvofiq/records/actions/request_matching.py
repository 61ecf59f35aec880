"""Matching is asked for: the worker will look for the provisions that may answer each requirement of the scope."""

from hashlib import sha256

from muvofiq.records.actions.acting import Act, acting
from muvofiq.records.errors import NothingToMatch
from muvofiq.records.models import Job, Mission, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.law_text import editions_on_file
from muvofiq.records.queries.released import accepted_words
from muvofiq.records.words import JobKind, JobState, Purpose


def request_matching(actor: Person, mission: Mission) -> Job:
    """Ask for matching by hand; raises NothingToMatch."""
    with acting(actor, Verb.REQUEST_MATCHING, mission) as act:
        job = ask_for_matching(act, mission)
        if job is None:
            acts, requirements = len(_texts(mission)), mission.scope.count()
            raise NothingToMatch(f"{mission}", acts=acts, requirements=requirements)
        act.says("matching", job=str(job.pk))
    return job


def ask_for_matching(act: Act, mission: Mission) -> Job | None:
    """Write the job within a running act; None where there is nothing to match yet.

    The key is the hash of what is to be matched: the same work is not asked twice, an older wish is dropped.
    """
    texts = _texts(mission)
    requirements = [str(pk) for pk in mission.scope.values_list("requirement_id", flat=True)]
    if not texts or not requirements:
        return None
    words = [f"{one.concept} {one.language} {one.word}" for one in accepted_words(mission)]
    key = sha256("\n".join([str(mission.pk), *sorted(texts), *sorted(requirements), *words]).encode()).hexdigest()
    open_jobs = mission.jobs.filter(kind=JobKind.MATCHING.value)
    same = open_jobs.filter(key=key, state__in=(JobState.WAITING.value, JobState.RUNNING.value)).first()
    if same:
        return same
    open_jobs.filter(state=JobState.WAITING.value).delete()
    return Job.objects.create(
        kind=JobKind.MATCHING.value, key=key, mission=mission, asked_by=act.actor, asked_at=act.at
    )


def _texts(mission: Mission) -> list[str]:
    """Name all texts to be matched by their hash, those of a law to compare with by its state too."""
    own = [one.text_id for one in editions_on_file(mission)]
    return own + [f"{one.act.state} {one.text_id}" for one in editions_on_file(mission, Purpose.COMPARATOR)]
