"""Catalogues and tables of concordance in and out."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from muvofiq.web.requests import mission_for


def exchange(request: HttpRequest, slug: str) -> HttpResponse:
    """Offer the catalogue to take away, and take a file in."""
    mission_for(request, slug)
    raise Http404


def received(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Say which column of a received file holds what, and take it."""
    mission_for(request, slug)
    raise Http404


def download(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Send the catalogue as a file."""
    mission_for(request, slug)
    raise Http404
