"""The recommendations: their list, and the page on which one is written, moved on, and led to the units it amends."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from muvofiq.amendment.redline import Stretch, redline
from muvofiq.records.actions.move_recommendation import SHUT, move_recommendation
from muvofiq.records.actions.recommend import recommend
from muvofiq.records.actions.remove import remove
from muvofiq.records.models import Mission, Recommendation
from muvofiq.records.permissions import Verb, may, require
from muvofiq.records.queries.amendment_page import amendments_of
from muvofiq.records.queries.difference import At, updates_of
from muvofiq.records.queries.notes_list import agency_keyed, scope_requirements
from muvofiq.records.queries.recommendation_page import (
    Accepted,
    accepted_units,
    act_keyed,
    judged_requirements,
    recommendation_list,
    recommendation_numbered,
    refuse_kept,
    requirement_ids_of,
    row_of,
    steps_open,
    unit_typed,
)
from muvofiq.records.queries.units_to_amend import accepted_for, last_step
from muvofiq.records.words import RecommendationKind, RecommendationState
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_amendments import PlaceForm, StateForm
from muvofiq.web.forms_recommendations import RecommendationForm, typed_before
from muvofiq.web.languages import content_language, written_in
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.words import one_of


def recommendations(request: HttpRequest, slug: str) -> HttpResponse:
    """List the recommendations by number."""
    mission, actor = mission_for(request, slug), actor_of(request)
    places = [At(one.edition, one.eid) for one in amendments_of(mission, actor) if one.edition and one.eid]
    page = {
        "mission": mission,
        "rows": recommendation_list(mission, actor),
        "updates": updates_of(places),
        "may_recommend": may(actor, Verb.RECOMMEND, mission),
        "here": "recommendations",
    }
    return render(request, "recommendations/list.html", page)


def recommendation(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """Write a recommendation, correct it or remove it; a second person sees both versions before one is replaced."""
    mission = mission_for(request, slug)
    row = recommendation_numbered(mission, number) if number else None
    if row:
        refuse_kept(row, actor_of(request))
    else:
        require(actor_of(request), Verb.RECOMMEND, mission)
    removal = WorkForm(request.POST) if "remove" in request.POST else None
    if removal and row and removal.tried(lambda: _remove(request, row)):
        messages.success(request, gettext("R%(number)s is removed.") % {"number": number})
        return redirect("recommendations", slug)
    data = request.POST if request.method == "POST" and not removal else None
    initial = _initial(request, mission, row)
    form = RecommendationForm(data, mission, content_language(request), initial, person=actor_of(request))
    saved = form.tried(lambda: _save(request, mission, form, row))
    if saved:
        messages.success(request, gettext("Saved as R%(number)s.") % {"number": saved.number})
        return redirect(_next(request, mission, saved, form))
    tried = removal or form
    page = _page(request, mission, row, form) | {"telling": tried.telling}
    return render(request, "recommendations/page.html", page, status=tried.status)


@require_POST
def move(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Take a recommendation to another state."""
    mission = mission_for(request, slug)
    row, form = recommendation_numbered(mission, number), StateForm(request.POST)
    refuse_kept(row, actor_of(request))

    def act() -> bool:
        to = one_of(RecommendationState, form.cleaned_data["to"], slug)
        move_recommendation(actor_of(request), row, to, seen=form.cleaned_data["seen"] or 0)
        return True

    if form.tried(act):
        messages.success(request, gettext("Saved."))
        return redirect("recommendation", slug, number)
    fresh = RecommendationForm(
        None, mission, content_language(request), _initial(request, mission, row), person=actor_of(request)
    )
    page = _page(request, mission, recommendation_numbered(mission, number), fresh) | {"telling": form.telling}
    return render(request, "recommendations/page.html", page, status=form.status)


def _next(request: HttpRequest, mission: Mission, saved: Recommendation, form: RecommendationForm) -> str:
    """Return where the person goes on: to the unit from which the recommendation began, if it is to be amended now."""
    edition, eid = form.cleaned_data["edition"], form.cleaned_data["eid"]
    if "amend" in request.POST and edition and eid:
        place = urlencode({"edition": edition, "eid": eid})
        return f"{reverse('new-amendment', args=[mission.slug, saved.number])}?{place}"
    chosen = f"?{urlencode({'edition': edition})}" if edition and not eid else ""
    return f"{reverse('recommendation', args=[mission.slug, saved.number])}{chosen}"


def _initial(request: HttpRequest, mission: Mission, row: Recommendation | None) -> dict[str, Any]:
    """Return what the form begins with: the saved recommendation, or the unit and requirement of the address."""
    if row:
        return typed_before(row, content_language(request))
    asked = request.GET
    name, scope = asked.get("requirement", ""), {one.id for one in scope_requirements(mission)}
    judged = {one.requirement.id for one in judged_requirements(mission, actor_of(request))}
    return {
        "edition": asked.get("edition", ""),
        "eid": asked.get("eid", ""),
        "about": name,
        "findings": [name] if name in judged else [],
        "requirements": [name] if name in scope - judged else [],
        "version": 0,
    }


def _save(
    request: HttpRequest, mission: Mission, form: RecommendationForm, row: Recommendation | None
) -> Recommendation:
    typed, language = form.cleaned_data, written_in(request)
    return recommend(
        actor_of(request),
        mission,
        text={**(row.text if row else {}), language: typed["text"]},
        reason={**(row.reason if row else {}), language: typed["reason"]},
        kind=RecommendationKind(typed["kind"]),
        priority=typed["priority"],
        term=typed["term"],
        cure=typed["cure"],
        is_key=typed["is_key"],
        addressee=agency_keyed(mission, typed["addressee"]) if typed["addressee"] else None,
        together=[act_keyed(mission, key) for key in typed["together"]],
        finding_ids=typed["findings"],
        requirement_ids=typed["requirements"],
        contribution_numbers=typed["contributions"],
        written=row,
        version=typed["version"] or 0,
    )


def _remove(request: HttpRequest, row: Recommendation) -> bool:
    remove(actor_of(request), row)
    return True


def _page(
    request: HttpRequest, mission: Mission, row: Recommendation | None, form: RecommendationForm
) -> dict[str, Any]:
    actor, content = actor_of(request), content_language(request)
    edition, eid = (str(form[name].value() or "") for name in ("edition", "eid"))
    asked = request.GET.get("requirement", "")
    return {
        "mission": mission,
        "form": form,
        "row": row_of(row) if row else None,
        "unit": unit_typed(mission, edition, eid) if not row and edition and eid else None,
        "place_form": PlaceForm(None, mission, content, {"edition": edition or request.GET.get("edition", "")}),
        "asked_requirement": asked,
        "asked": accepted_for(mission, [asked]) if asked and not row else [],
        "accepted": [] if row else [one for one in accepted_units(mission) if one.requirement.id != asked],
        "to_amend": _to_amend(mission, row) if row else [],
        "step": last_step(row) if row else None,
        "moves": [one.value for one in steps_open(row, actor)] if row else [],
        "is_open": row is None or row.state not in SHUT or form.is_bound,
        "may_recommend": may(actor, Verb.RECOMMEND, mission),
        "here": "recommendations",
        **_conflict(request, mission, row, form),
    }


def _to_amend(mission: Mission, row: Recommendation) -> list[Accepted]:
    """Return the provisions accepted for what a recommendation rests on, without those that it amends already."""
    amended = {(one.edition_id, one.eid) for one in row.amendments.all()}
    accepted = accepted_for(mission, requirement_ids_of(row))
    return [one for one in accepted if (one.edition.pk, one.eid) not in amended]


def _conflict(
    request: HttpRequest, mission: Mission, row: Recommendation | None, form: RecommendationForm
) -> dict[str, Any]:
    """Return what somebody else has saved meanwhile, and how what was typed differs from it."""
    is_conflict = row and form.telling and form.telling.error == "ChangedMeanwhile"
    theirs = recommendation_numbered(mission, row.number) if row and is_conflict else None
    if theirs is None:
        return {"version": form["version"].value() or 0}
    language, typed = written_in(request), str(form["text"].value() or "").replace("\r\n", "\n")
    changes: tuple[Stretch, ...] = redline(theirs.text.get(language, ""), typed)
    return {"conflict": theirs, "conflict_changes": changes, "version": theirs.version}
