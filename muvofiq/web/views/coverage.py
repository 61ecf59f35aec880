"""The scope as a picture: which groups are covered at which stage of the border procedure."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.coverage import coverage_of
from muvofiq.records.queries.missions import progress_of
from muvofiq.web.coverage_picture import picture_of
from muvofiq.web.requests import actor_of, mission_for


def coverage(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the picture with its table."""
    mission = mission_for(request, slug)
    grid = coverage_of(mission, actor_of(request))
    page = {
        "mission": mission,
        "grid": grid,
        "numbers": progress_of(mission, actor_of(request)),
        "picture": picture_of(grid),
        "may_choose": may(actor_of(request), Verb.CHOOSE_SCOPE, mission),
        "here": "norms",
        "tab": "coverage",
    }
    return render(request, "norms/coverage.html", page)
