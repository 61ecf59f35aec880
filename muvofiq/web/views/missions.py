"""The missions, and the home page of one: where the work stands and what comes next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from muvofiq.assessment.verdict import appearances
from muvofiq.records.actions.create_mission import create_mission
from muvofiq.records.queries.mission_home import mission_home
from muvofiq.records.queries.missions import missions_of, progress_of
from muvofiq.records.queries.what_is_left import what_is_left
from muvofiq.web.forms import MissionForm
from muvofiq.web.heat_picture import heat_picture
from muvofiq.web.languages import content_language
from muvofiq.web.requests import actor_of, mission_for


def missions(request: HttpRequest) -> HttpResponse:
    """List the missions of the person."""
    actor = actor_of(request)
    rows = [(one, progress_of(one, actor)) for one in missions_of(actor)]
    return render(request, "mission/list.html", {"rows": rows})


def new(request: HttpRequest) -> HttpResponse:
    """Create a mission."""
    form = MissionForm(request.POST or None)
    language = content_language(request)
    if request.method == "POST":
        saved = form.tried(
            lambda: create_mission(
                actor_of(request),
                title={language: form.cleaned_data["title"]},
                theme={language: form.cleaned_data["theme"]},
                place={language: form.cleaned_data["place"]},
                state=form.cleaned_data["state"],
                starts=form.cleaned_data["starts"],
                ends=form.cleaned_data["ends"],
            )
        )
        if saved:
            return redirect("mission", saved.slug)
    return render(request, "mission/new.html", {"form": form}, status=form.status)


def mission(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the home page of a mission."""
    row = mission_for(request, slug)
    home = mission_home(row, actor_of(request))
    page = {"mission": row, "home": home, "heat": heat_picture(home.heat), "here": "mission"}
    return render(request, "mission/home.html", page | {"legend": appearances().items()})


def left(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all that is left; the home page, once it stands, asks for the part that takes a while to find."""
    row, actor = mission_for(request, slug), actor_of(request)
    page = {"mission": row, "slow": what_is_left(row, actor), "here": "mission"}
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "mission/_left.html", page)
    return render(request, "mission/left.html", page | {"home": mission_home(row, actor)})
