"""The clauses of a readmission agreement, each with the requirements that it answers."""

from django.http import Http404, HttpRequest, HttpResponse

from muvofiq.web.requests import mission_for


def readmission(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the clause map as a reading aid."""
    mission_for(request, slug)
    raise Http404
