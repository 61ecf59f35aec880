"""Good practice, both ways: of EU member states, of the state of the mission, of its neighbours."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from muvofiq.web.requests import mission_for


def practices(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the shelf, narrowed by state, theme and words."""
    mission_for(request, slug)
    raise Http404


def practice(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show an entry of the mission and correct it."""
    mission_for(request, slug)
    raise Http404


def new_practice(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down a practice."""
    mission_for(request, slug)
    raise Http404
