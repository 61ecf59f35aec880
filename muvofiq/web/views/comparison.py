"""The law of the state beside the laws of other states, requirement by requirement."""

from django.http import Http404, HttpRequest, HttpResponse

from muvofiq.web.requests import mission_for


def comparison(request: HttpRequest, slug: str) -> HttpResponse:
    """List the scope with what each law has."""
    mission_for(request, slug)
    raise Http404


def comparison_of(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Show one requirement: national law and each law to compare with."""
    mission_for(request, slug)
    raise Http404


def comparison_table(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the comparison as a table."""
    mission_for(request, slug)
    raise Http404
