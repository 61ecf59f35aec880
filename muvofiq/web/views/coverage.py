"""The scope as a picture: which groups are covered at which stage of the border procedure."""

from django.http import Http404, HttpRequest, HttpResponse

from muvofiq.web.requests import mission_for


def coverage(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the picture with its table."""
    mission_for(request, slug)
    raise Http404
