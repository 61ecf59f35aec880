"""Matching: asked for here, and its progress shown until it is done."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from muvofiq.records.actions.request_matching import request_matching
from muvofiq.records.models import Job
from muvofiq.records.queries.mission_home import last_job
from muvofiq.records.words import JobState
from muvofiq.web.requests import actor_of, mission_for


@require_POST
def request_matching_again(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask the worker to look for provisions."""
    mission = mission_for(request, slug)
    request_matching(actor_of(request), mission)
    return redirect("requirements", slug)


def progress(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how far the newest matching is; a finished one ends the asking."""
    mission = mission_for(request, slug)
    job = last_job(mission)
    page = {"mission": mission, "job": job, "seconds_left": seconds_left(job) if job else None, "polled": True}
    return render(request, "matching/_progress.html", page)


def seconds_left(job: Job) -> int | None:
    """Return how long the stage will still take if it goes on as so far; None while that cannot be said."""
    if job.state != JobState.RUNNING.value or not job.stage_began or not job.done or not job.total:
        return None
    gone = (datetime.now(UTC) - job.stage_began).total_seconds()
    return round(gone / job.done * (job.total - job.done))
