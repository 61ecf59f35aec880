"""What a newer edition of a law or a norm touches, quotations of norms, and the word that the acts are complete."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from muvofiq.web.requests import mission_for


def changed_sources(request: HttpRequest, slug: str) -> HttpResponse:
    """List what newer editions touch."""
    mission = mission_for(request, slug)
    return redirect("requirements", mission.slug)


def complete(request: HttpRequest, slug: str) -> HttpResponse:
    """Confirm that the acts on file are all that there are."""
    mission = mission_for(request, slug)
    return redirect("requirements", mission.slug)


def quote_norm(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Quote words of a standard on file."""
    mission = mission_for(request, slug)
    return redirect("requirements", mission.slug)


def unquote_norm(request: HttpRequest, slug: str, requirement_id: str, pk: str) -> HttpResponse:
    """Take a quotation of a norm back."""
    mission = mission_for(request, slug)
    return redirect("requirements", mission.slug)
