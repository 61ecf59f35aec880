"""The mission's own standards: an instrument becomes draft requirements, which an expert edits."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from muvofiq.web.requests import mission_for


def standards(request: HttpRequest, slug: str) -> HttpResponse:
    """List the mission's own instruments and requirements."""
    mission_for(request, slug)
    raise Http404


def standard(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show an instrument with its drafts."""
    mission_for(request, slug)
    raise Http404


def draft(request: HttpRequest, slug: str, pk: UUID, draft: UUID) -> HttpResponse:
    """Edit one draft, keep it or drop it."""
    mission_for(request, slug)
    raise Http404


def edit(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Edit a requirement; saving publishes a new edition."""
    mission_for(request, slug)
    raise Http404
