"""The quality checks of the findings, and how a finding moves from draft to agreed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from muvofiq.web.requests import mission_for


def checks(request: HttpRequest, slug: str) -> HttpResponse:
    """List what the checks found."""
    mission = mission_for(request, slug)
    return redirect("requirements", mission.slug)


def move(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Move a finding to another state."""
    mission = mission_for(request, slug)
    return redirect("requirements", mission.slug)
