"""Invented travellers followed through the law of the mission, station by station."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from muvofiq.records.actions.write_case_note import write_case_note
from muvofiq.records.models import Mission
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.cases import station_of, walk, walks
from muvofiq.web.forms_cases import CaseNoteForm
from muvofiq.web.languages import content_language, written_in
from muvofiq.web.personal import warn_of_personal_data
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.walk_picture import picture_of


def cases(request: HttpRequest, slug: str) -> HttpResponse:
    """List the cases with what each walk through the law shows."""
    mission = mission_for(request, slug)
    page = {"mission": mission, "walks": walks(mission, actor_of(request)), "here": "requirements", "tab": "cases"}
    return render(request, "findings/cases.html", page)


def case(request: HttpRequest, slug: str, case_id: str) -> HttpResponse:
    """Show one case, its stations from left to right."""
    mission = mission_for(request, slug)
    return render(request, "findings/case.html", _page(request, mission, case_id))


@require_POST
def note(request: HttpRequest, slug: str, case_id: str, number: int) -> HttpResponse:
    """Save the note of the group at one station; a second person sees the difference before anything is replaced."""
    mission = mission_for(request, slug)
    station_of(mission, case_id, number)
    form = CaseNoteForm(request.POST)
    language = written_in(request)

    def act() -> bool:
        saved = mission.case_notes.filter(case=case_id, station=number).first()
        write_case_note(
            actor_of(request),
            mission,
            case_id,
            number,
            text={**(saved.text if saved else {}), language: form.cleaned_data["text"]},
            version=form.cleaned_data["version"],
        )
        return True

    done = form.tried(act)
    personal = warn_of_personal_data(request, form.cleaned_data["text"]) if done else []
    if done and not request.htmx:  # type: ignore[attr-defined]
        place = "" if personal else f"#station-{number}"
        return redirect(f"{reverse('case', args=[slug, case_id])}{place}")
    page = _page(request, mission, case_id)
    page |= {"form": None if done else form, "tried": number, "just_saved": bool(done), "personal": personal}
    if request.htmx:  # type: ignore[attr-defined]
        page["stop"] = page["walk"].stops[number - 1]
        return render(request, "findings/_case_note.html", page, status=form.status)
    return render(request, "findings/case.html", page, status=form.status)


def _page(request: HttpRequest, mission: Mission, case_id: str) -> dict[str, Any]:
    shown = walk(mission, case_id, actor_of(request))
    return {
        "mission": mission,
        "walk": shown,
        "picture": picture_of(shown, content_language(request)),
        "may_note": may(actor_of(request), Verb.WRITE_CASE_NOTE, mission),
        "may_scope": may(actor_of(request), Verb.CHOOSE_SCOPE, mission),
        "here": "requirements",
        "tab": "cases",
    }
