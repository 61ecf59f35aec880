"""Second opinions: asked, given blind, compared and settled."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from muvofiq.web.requests import mission_for


def opinions(request: HttpRequest, slug: str) -> HttpResponse:
    """List the opinions and disagreements."""
    mission = mission_for(request, slug)
    return redirect("requirements", mission.slug)


def opinion(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Ask for an opinion, give it, or take the question back."""
    mission = mission_for(request, slug)
    return redirect("requirements", mission.slug)


def settle(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Settle a disagreement on record."""
    mission = mission_for(request, slug)
    return redirect("requirements", mission.slug)
