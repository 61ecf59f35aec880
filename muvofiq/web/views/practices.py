"""Good practice, both ways: of EU member states, of the state of the mission, of its neighbours."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from muvofiq.records.actions.remove_practice import remove_practice
from muvofiq.records.actions.write_practice import write_practice
from muvofiq.records.models import Mission, PracticeEntry
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.practices import practice_keyed, practice_of, practice_row, scoped_ids, shelf
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_practice import PracticeForm, ShelfForm, typed_before
from muvofiq.web.languages import content_language
from muvofiq.web.requests import actor_of, mission_for


def practices(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the shelf, narrowed by state, theme and words."""
    mission = mission_for(request, slug)
    show = ShelfForm(request.GET, mission, content_language(request))
    page = _page(request, mission) | {
        "show": show,
        "shelf": shelf(mission, show.wanted, is_by_requirement=show.is_by_requirement),
        "is_filtered": not show.wanted.is_all,
        "asked_requirement": show.wanted.requirement,
    }
    return render(request, "practice/shelf.html", page)


def practice(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show an entry of the mission and correct it; a second person sees the saved one before it is replaced."""
    mission = mission_for(request, slug)
    entry = practice_keyed(mission, pk)
    removal = WorkForm(request.POST) if "remove" in request.POST else None
    if removal and removal.tried(lambda: _remove(request, entry)):
        messages.success(request, gettext("Removed; the history keeps what it said."))
        return redirect("practices", slug)
    before, language = practice_of(entry), content_language(request)
    data = request.POST if request.method == "POST" and not removal else None
    initial = typed_before(before, language) | {"version": entry.version}
    form = PracticeForm(data, mission, language, initial, before)
    if form.tried(lambda: _save(request, mission, form, entry)):
        messages.success(request, gettext("Saved."))
        return redirect("practice", slug, pk)
    tried = removal or form
    is_conflict = bool(form.telling and form.telling.status == 409)
    version = entry.version if is_conflict else form["version"].value()
    page = {"form": form, "row": practice_row(mission, entry), "version": version, "telling": tried.telling}
    page |= {"is_conflict": is_conflict}
    return render(request, "practice/entry.html", _page(request, mission) | page, status=tried.status)


def new_practice(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down a practice."""
    mission = mission_for(request, slug)
    asked = [name for name in request.GET.getlist("requirement") if name in scoped_ids(mission)]
    data = request.POST if request.method == "POST" else None
    form = PracticeForm(data, mission, content_language(request), {"state": mission.state, "requirements": asked})
    saved = form.tried(lambda: _save(request, mission, form, None))
    if saved:
        messages.success(request, gettext("Saved; it stands on the shelf and beside its requirements."))
        return redirect("practice", slug, saved.pk)
    page = {"form": form, "row": None, "version": 0, "telling": form.telling}
    return render(request, "practice/entry.html", _page(request, mission) | page, status=form.status)


def _save(request: HttpRequest, mission: Mission, form: PracticeForm, entry: PracticeEntry | None) -> PracticeEntry:
    version = form.cleaned_data["version"] or 0
    return write_practice(actor_of(request), mission, form.practice, written=entry, version=version)


def _remove(request: HttpRequest, entry: PracticeEntry) -> bool:
    remove_practice(actor_of(request), entry)
    return True


def _page(request: HttpRequest, mission: Mission) -> dict[str, Any]:
    return {
        "mission": mission,
        "scoped": scoped_ids(mission),
        "may_write": may(actor_of(request), Verb.ADD_PRACTICE, mission),
        "here": "comparison",
    }
