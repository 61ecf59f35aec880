"""Invented travellers followed through the law of the mission, station by station."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from muvofiq.web.requests import mission_for


def cases(request: HttpRequest, slug: str) -> HttpResponse:
    """List the cases."""
    mission = mission_for(request, slug)
    return redirect("requirements", mission.slug)


def case(request: HttpRequest, slug: str, case_id: str) -> HttpResponse:
    """Show one case."""
    mission = mission_for(request, slug)
    return redirect("requirements", mission.slug)


def note(request: HttpRequest, slug: str, case_id: str, number: int) -> HttpResponse:
    """Save the note of the group at one station."""
    mission = mission_for(request, slug)
    return redirect("requirements", mission.slug)
