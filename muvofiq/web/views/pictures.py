"""The findings as pictures: groups by stages, themes by verdicts, law against practice."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from muvofiq.web.requests import mission_for


def pictures(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the pictures with their tables."""
    mission = mission_for(request, slug)
    return redirect("requirements", mission.slug)
