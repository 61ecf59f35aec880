"""New editions of requirements: which judgements they touch, before anything changes."""

from django.http import Http404, HttpRequest, HttpResponse

from muvofiq.web.requests import mission_for


def new_editions(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what each new edition would change, and take those that are chosen."""
    mission_for(request, slug)
    raise Http404
