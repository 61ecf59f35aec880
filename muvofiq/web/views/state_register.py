"""The register of acts of the state that comes with the product."""

from django.http import Http404, HttpRequest, HttpResponse

from muvofiq.web.requests import mission_for


def state_register(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the acts by topic as they stood on the day of the mission, and take those that are chosen."""
    mission_for(request, slug)
    raise Http404
