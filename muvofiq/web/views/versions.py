"""Two language versions of an act, unit by unit, side by side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from muvofiq.records.queries.answers import edition_named
from muvofiq.records.queries.versions import version_named
from muvofiq.records.queries.versions_page import versions_page
from muvofiq.web.requests import mission_for


def beside(request: HttpRequest, slug: str, name: str, other: str) -> HttpResponse:
    """Show a law beside its text in another language, and what a drafter should look at."""
    mission = mission_for(request, slug)
    edition = edition_named(mission, name)
    version = version_named(edition, other)
    page = {
        "mission": mission,
        "here": "acts",
        "edition": edition,
        "other": version,
        "page": versions_page(edition, version),
    }
    return render(request, "acts/beside.html", page)
