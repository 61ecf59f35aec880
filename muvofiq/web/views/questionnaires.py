"""What agencies are asked in writing, and what they answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from muvofiq.web.requests import mission_for


def questionnaires(request: HttpRequest, slug: str) -> HttpResponse:
    """List the questionnaires and make a new one."""
    mission = mission_for(request, slug)
    return redirect("requirements", mission.slug)


def questionnaire(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show one, and take its answers back."""
    mission = mission_for(request, slug)
    return redirect("requirements", mission.slug)


def download(request: HttpRequest, slug: str, number: int, name: str) -> HttpResponse:
    """Give the file of a questionnaire."""
    mission = mission_for(request, slug)
    return redirect("requirements", mission.slug)
