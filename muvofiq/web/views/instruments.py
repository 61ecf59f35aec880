"""The instruments: what each is, who takes part in it, and with what force it speaks to the state of the mission."""

from django.http import Http404, HttpRequest, HttpResponse

from muvofiq.web.requests import mission_for


def instruments(request: HttpRequest, slug: str) -> HttpResponse:
    """List the instruments by family."""
    mission_for(request, slug)
    raise Http404


def instrument(request: HttpRequest, slug: str, instrument_id: str) -> HttpResponse:
    """Show one instrument."""
    mission_for(request, slug)
    raise Http404
