"""The discussion notes: taken quickly while people speak, found again by agency, session and requirement."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from muvofiq.records.actions.note_contribution import note_contribution
from muvofiq.records.actions.remove import remove
from muvofiq.records.models import Contribution, Mission
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.notes_list import agency_keyed, note_numbered, notes_list, session_keyed
from muvofiq.records.words import ContributionKind
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_notes import NoteForm, WantedForm, typed_before
from muvofiq.web.languages import content_language, written_in
from muvofiq.web.personal import warn_of_personal_data
from muvofiq.web.requests import actor_of, mission_for


def notes(request: HttpRequest, slug: str) -> HttpResponse:
    """List the notes and take a new one; agency and session stay chosen for the next."""
    mission = mission_for(request, slug)
    form, saved = _form(request, mission, _kept(request, mission)), None
    if request.method == "POST":
        saved = form.tried(lambda: _save(request, mission, form, None))
    personal = warn_of_personal_data(request, form.cleaned_data["text"]) if saved else []
    if saved and not request.htmx:  # type: ignore[attr-defined]
        messages.success(request, gettext("Saved as C%(number)s.") % {"number": saved.number})
        return redirect(f"{reverse('notes', args=[slug])}?{_next(request, saved)}")
    if saved:
        form = _form(request, mission, _after(saved, _asked_requirement(request)), fresh=True)
    page = _page(request, mission, form) | {"just_saved": saved, "personal": personal}
    template = "notes/_minutes.html" if request.htmx else "notes/list.html"  # type: ignore[attr-defined]
    return render(request, template, page, status=form.status)


def note(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Correct a note or remove it."""
    mission = mission_for(request, slug)
    row = note_numbered(mission, number)
    removal = WorkForm(request.POST) if "remove" in request.POST else None
    form = _form(request, mission, typed_before(row, content_language(request)), fresh=bool(removal))
    if removal and removal.tried(lambda: _remove(request, row)):
        messages.success(request, gettext("C%(number)s is removed.") % {"number": number})
        return redirect("notes", slug)
    if form.tried(lambda: _save(request, mission, form, row)):
        messages.success(request, gettext("Saved."))
        warn_of_personal_data(request, form.cleaned_data["text"])
        return redirect("notes", slug)
    tried = removal or form
    page = {
        "mission": mission,
        "note": row,
        "form": form,
        "telling": tried.telling,
        "may_note": may(actor_of(request), Verb.NOTE_CONTRIBUTION, mission),
        "here": "notes",
    }
    return render(request, "notes/note.html", page, status=tried.status)


def _form(request: HttpRequest, mission: Mission, initial: dict[str, Any], *, fresh: bool = False) -> NoteForm:
    data = request.POST if request.method == "POST" and not fresh else None
    return NoteForm(data, mission, content_language(request), initial)


def _save(request: HttpRequest, mission: Mission, form: NoteForm, row: Contribution | None) -> Contribution:
    typed = form.cleaned_data
    return note_contribution(
        actor_of(request),
        mission,
        agency=agency_keyed(mission, typed["agency"]),
        session=session_keyed(mission, typed["session"]),
        kind=ContributionKind(typed["kind"]),
        text={**(row.text if row else {}), written_in(request): typed["text"]},
        requirement_ids=typed["requirements"],
        public=typed["public"],
        noted=row,
    )


def _remove(request: HttpRequest, row: Contribution) -> bool:
    remove(actor_of(request), row)
    return True


def _page(request: HttpRequest, mission: Mission, form: NoteForm) -> dict[str, Any]:
    show = WantedForm(request.GET, mission, content_language(request))
    return {
        "mission": mission,
        "form": form,
        "show": show,
        "groups": notes_list(mission, show.wanted),
        "is_filtered": not show.wanted.is_all,
        "has_agencies": mission.agencies.exists(),
        "may_note": may(actor_of(request), Verb.NOTE_CONTRIBUTION, mission),
        "may_plan": may(actor_of(request), Verb.PLAN, mission),
        "here": "notes",
    }


def _kept(request: HttpRequest, mission: Mission) -> dict[str, Any]:
    """Return what the form begins with: agency and session of the note just taken, else what is shown."""
    number = request.GET.get("after", "")
    last = mission.contributions.filter(number=number).first() if number.isdecimal() else None
    if last:
        return _after(last, _asked_requirement(request))
    asked = {name: request.GET.get(name, "") for name in ("agency", "session")}
    return {**asked, "requirements": _asked_requirement(request)}


def _after(note: Contribution, requirements: list[str]) -> dict[str, Any]:
    agency, session = str(note.agency_id), str(note.session_id or "")
    return {"agency": agency, "session": session, "kind": note.kind, "requirements": requirements, "goes_on": True}


def _asked_requirement(request: HttpRequest) -> list[str]:
    return list(filter(None, [request.GET.get("requirement", "")]))


def _next(request: HttpRequest, saved: Contribution) -> str:
    query = QueryDict(mutable=True)
    query.update({name: request.GET[name] for name in ("agency", "session", "requirement") if request.GET.get(name)})
    query["after"] = str(saved.number)
    return query.urlencode()
