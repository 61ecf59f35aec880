"""The clauses of a readmission agreement, each with the requirements that it answers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from muvofiq.records.queries.readmission import readmission_page
from muvofiq.web.forms_register import AgreementForm
from muvofiq.web.languages import content_language
from muvofiq.web.requests import actor_of, mission_for


def readmission(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the clause map as a reading aid."""
    mission = mission_for(request, slug)
    shown = readmission_page(mission, request.GET.get("agreement", ""), actor_of(request))
    page = {
        "mission": mission,
        "here": "norms",
        "shown": shown,
        "form": AgreementForm.of(None, shown.acts, shown.chosen, content_language(request)),
    }
    return render(request, "norms/readmission.html", page)
