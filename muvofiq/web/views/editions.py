"""The editions of an act: their list by day and language, and the difference of two of them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from muvofiq.records.queries.answers import edition_named
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.difference import difference_page
from muvofiq.records.queries.editions import edition_on, editions_of
from muvofiq.records.queries.kept_entries import kept_recommendations
from muvofiq.records.queries.register_list import act_named
from muvofiq.web.forms_acts import DayForm
from muvofiq.web.requests import actor_of, mission_for


def editions(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """List the editions of an act; two chosen ones lead to their difference, a day to the one in force."""
    mission = mission_for(request, slug)
    act = act_named(mission, pk)
    before, after = request.GET.get("before"), request.GET.get("after")
    if before and after:
        return redirect("difference", slug, before, after)
    form = DayForm(request.GET if "day" in request.GET else None)
    if form.is_valid():
        if found := edition_on(act, form.cleaned_data["language"], form.cleaned_data["day"]):
            return redirect("law", slug, found.name)
        messages.warning(request, gettext("No edition on file is known to be of this day or of an earlier one."))
    hidden = kept_recommendations(mission, kept_from(actor_of(request), mission))
    page = {"mission": mission, "here": "acts", "act": act, "languages": editions_of(act, hidden), "form": form}
    return render(request, "acts/editions.html", page)


def difference(request: HttpRequest, slug: str, name: str, other: str) -> HttpResponse:
    """Show what changed from one edition to another, unit by unit."""
    mission = mission_for(request, slug)
    is_whole = request.GET.get("units") == "all"
    found = difference_page(edition_named(mission, name), edition_named(mission, other), is_whole=is_whole)
    page = {"mission": mission, "here": "acts", "page": found, "is_whole": is_whole}
    return render(request, "acts/difference.html", page)
