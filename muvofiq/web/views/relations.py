"""How requirements are related, and what a verdict on one tells of the other."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from muvofiq.web.requests import mission_for


def relations(request: HttpRequest, slug: str) -> HttpResponse:
    """List the relations and write a new one."""
    mission_for(request, slug)
    raise Http404


def relation(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Correct a relation or remove it."""
    mission_for(request, slug)
    raise Http404
