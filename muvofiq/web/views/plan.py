"""The plan of a mission: the mission itself, the agencies that take part, and the sessions of the agenda."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.plan_session import plan_session
from muvofiq.records.actions.revise_mission import revise_mission
from muvofiq.records.models import Agency, Session
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.plan_list import agency_named, phases_known, session_named
from muvofiq.records.words import MissionStatus, SessionKind
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_plan import AgencyForm, PlanForm, SessionForm
from muvofiq.web.languages import content_language
from muvofiq.web.removing import is_removed
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.words import one_of


def mission_plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Correct the plan of the mission itself."""
    actor, mission, language = actor_of(request), mission_for(request, slug), content_language(request)
    phases = phases_known()
    form = PlanForm.of(request.POST if request.method == "POST" else None, mission, phases, language)

    def save() -> bool:
        typed = form.cleaned_data
        texts = {name: {**getattr(mission, name), language: typed[name]} for name in ("title", "theme", "place")}
        revise_mission(
            actor,
            mission,
            **texts,
            starts=typed["starts"],
            ends=typed["ends"],
            status=MissionStatus(typed["stage"]),
            phase=next((one for one in phases if str(one.pk) == typed["phase"]), None),
            services=form.services_in(language, mission.services),
        )
        return True

    if form.tried(save):
        messages.success(request, gettext("Saved."))
        return redirect("mission", slug)
    page = {"mission": mission, "form": form, "here": "mission", "may_plan": may(actor, Verb.PLAN, mission)}
    return render(request, "plan/mission.html", page, status=form.status)


def agency(request: HttpRequest, slug: str, pk: UUID | None = None) -> HttpResponse:
    """List the agencies; add one, correct one or remove one."""
    actor, mission, language = actor_of(request), mission_for(request, slug), content_language(request)
    row = agency_named(mission, pk) if pk else None
    form = AgencyForm.of(request.POST if "save" in request.POST else None, row, language)

    def save() -> Agency:
        typed = {name: {language: form.cleaned_data[name]} for name in ("name", "short", "competence")}
        kept = {name: {**(getattr(row, name) if row else {}), **texts} for name, texts in typed.items()}
        return plan_agency(actor, mission, **kept, agency=row)

    if _is_done(request, form, save, row):
        return redirect("agencies", slug)
    page: dict[str, Any] = {
        "mission": mission,
        "rows": mission.agencies.all(),
        "row": row,
        "form": form,
        "here": "mission",
    }
    page["may_plan"] = may(actor, Verb.PLAN, mission)
    return render(request, "plan/agencies.html", page, status=form.status)


def session(request: HttpRequest, slug: str, pk: UUID | None = None) -> HttpResponse:
    """List the sessions; add one, correct one or remove one."""
    actor, mission, language = actor_of(request), mission_for(request, slug), content_language(request)
    row = session_named(mission, pk) if pk else None
    form = SessionForm.of(request.POST if "save" in request.POST else None, row, language, day=mission.starts)

    def save() -> Session:
        typed = form.cleaned_data
        return plan_session(
            actor,
            mission,
            kind=one_of(SessionKind, typed["kind"], slug),
            title={**(row.title if row else {}), language: typed["title"]},
            day=typed["day"],
            starts=typed["starts"],
            ends=typed["ends"],
            session=row,
        )

    if _is_done(request, form, save, row):
        return redirect("sessions", slug)
    page: dict[str, Any] = {
        "mission": mission,
        "rows": mission.sessions.all(),
        "row": row,
        "form": form,
        "here": "mission",
    }
    page["may_plan"] = may(actor, Verb.PLAN, mission)
    return render(request, "plan/sessions.html", page, status=form.status)


def _is_done(
    request: HttpRequest, form: WorkForm, save: Callable[[], Agency | Session], row: Agency | Session | None
) -> bool:
    """Save or remove, as was asked, and say so; otherwise the form tells why not."""
    if "remove" in request.POST and row:
        return is_removed(request, form, row)
    if "save" not in request.POST or not form.tried(save):
        return False
    messages.success(request, gettext("Saved."))
    return True
