"""The instruments: what each is, who takes part in it, and with what force it speaks to the state of the mission."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from muvofiq.records.queries.instruments import instrument_list, instrument_page
from muvofiq.web.forms_norms import DayForm, InstrumentsForm
from muvofiq.web.requests import mission_for


def instruments(request: HttpRequest, slug: str) -> HttpResponse:
    """List the instruments by families, as on the first day of the mission or another day."""
    mission = mission_for(request, slug)
    form = InstrumentsForm(request.GET, mission.starts)
    wanted = form.wanted
    page = {
        "mission": mission,
        "form": form,
        "wanted": wanted,
        "on": wanted.on,
        "today": localdate(),
        "found": instrument_list(mission, wanted),
        "here": "norms",
    }
    return render(request, "norms/instruments.html", page)


def instrument(request: HttpRequest, slug: str, instrument_id: str) -> HttpResponse:
    """Show one instrument as on a day."""
    mission = mission_for(request, slug)
    form = DayForm(request.GET, mission.starts)
    page = {
        "mission": mission,
        "form": form,
        "on": form.day,
        "today": localdate(),
        "page": instrument_page(mission, instrument_id, form.day),
        "here": "norms",
    }
    return render(request, "norms/instrument.html", page)
