"""The recommendations: their list, and the page on which one is written beside the wording in force."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from muvofiq.amendment.redline import Stretch, redline
from muvofiq.errors import MuvofiqError
from muvofiq.records.actions.recommend import recommend
from muvofiq.records.actions.remove import remove
from muvofiq.records.models import Mission, Recommendation
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.answers import edition_named
from muvofiq.records.queries.beside import besides_of
from muvofiq.records.queries.difference import At, updates_of
from muvofiq.records.queries.notes_list import agency_keyed
from muvofiq.records.queries.recommendation_page import (
    RecommendationRow,
    UnitShown,
    accepted_units,
    act_keyed,
    judged_requirements,
    recommendation_list,
    recommendation_numbered,
    refuse_kept,
    row_of,
    unit_typed,
)
from muvofiq.web.beside import language_beside
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_recommendations import ACT, RecommendationForm, place, typed_before
from muvofiq.web.languages import content_language
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.telling import Telling, tell


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording in force, the proposed one, and what changes between them."""

    current: UnitShown | None
    proposed: str
    shown: str
    changes: tuple[Stretch, ...] = ()
    telling: Telling | None = None


def recommendations(request: HttpRequest, slug: str) -> HttpResponse:
    """List the recommendations by number."""
    mission = mission_for(request, slug)
    rows = recommendation_list(mission, actor_of(request))
    page = {
        "mission": mission,
        "rows": rows,
        "updates": updates_of(_places(rows)),
        "may_recommend": may(actor_of(request), Verb.RECOMMEND, mission),
        "here": "recommendations",
    }
    return render(request, "recommendations/list.html", page)


def _places(rows: Iterable[RecommendationRow]) -> Iterator[At]:
    for one in (row.recommendation for row in rows):
        if one.edition and one.eid:
            yield At(one.edition, one.eid)


def recommendation(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """Write a recommendation, correct it or remove it; a second person sees both versions before one is replaced."""
    mission = mission_for(request, slug)
    row = recommendation_numbered(mission, number) if number else None
    if row:
        refuse_kept(row, actor_of(request))
    if "preview" in request.POST:
        return _preview(request, mission, row)
    removal = WorkForm(request.POST) if "remove" in request.POST else None
    if removal and row and removal.tried(lambda: _remove(request, row)):
        messages.success(request, gettext("R%(number)s is removed.") % {"number": number})
        return redirect("recommendations", slug)
    initial = _initial(request, mission, row)
    data = request.POST if request.method == "POST" and not removal else None
    form = RecommendationForm(data, mission, content_language(request), initial, person=actor_of(request))
    saved = form.tried(lambda: _save(request, mission, form, row))
    if saved:
        messages.success(request, gettext("Saved as R%(number)s.") % {"number": saved.number})
        return redirect("recommendation", slug, saved.number)
    tried = removal or form
    wording = _wording(mission, data or initial)
    page = _page(request, mission, row, form) | _both(request, wording) | {"telling": tried.telling}
    return render(request, "recommendations/page.html", page, status=tried.status)


def _preview(request: HttpRequest, mission: Mission, row: Recommendation | None) -> HttpResponse:
    """Show the wording in force and what changes, and save nothing."""
    wording = _wording(mission, request.POST)
    typed: dict[str, Any] = {name: request.POST.getlist(name) for name in ("findings", "contributions")}
    typed = {**request.POST.dict(), **typed, "proposed": wording.proposed, "shown": wording.shown}
    form = RecommendationForm(None, mission, content_language(request), typed, person=actor_of(request))
    status = wording.telling.status if wording.telling else 200
    if request.htmx:  # type: ignore[attr-defined]
        page = {"mission": mission, "form": form, **_both(request, wording)}
        part = "redline" if request.htmx.target == "redline" else "wording"  # type: ignore[attr-defined]
        return render(request, f"recommendations/_{part}.html", page, status=status)
    page = _page(request, mission, row, form) | _both(request, wording) | {"telling": None, "is_preview": True}
    return render(request, "recommendations/page.html", page, status=status)


def _both(request: HttpRequest, wording: Wording) -> dict[str, Any]:
    """Return the wordings for the page, what stands beside the one in force, and what a newer edition has there."""
    places = [wording.current] if wording.current else []
    return {"wording": wording, "besides": besides_of(places, language_beside(request)), "updates": updates_of(places)}


def _wording(mission: Mission, typed: Mapping[str, Any]) -> Wording:
    """Return both wordings; a unit that is newly chosen begins with its own words as the proposal."""
    edition, eid, proposed = (str(typed.get(name) or "") for name in ("edition", "eid", "proposed"))
    proposed, before = proposed.replace("\r\n", "\n"), str(typed.get("shown") or "")
    now = place(edition, eid)
    if not now or edition.startswith(ACT):
        return Wording(None, proposed, "", redline("", proposed) if proposed.strip() else ())
    try:
        current = unit_typed(mission, edition, eid)
        was = unit_typed(mission, *before.split("~", 1)).words if "~" in before else ""
    except MuvofiqError as error:
        return Wording(None, proposed, before, telling=tell(error))
    if now != before and proposed.strip() in {"", was.strip()}:
        proposed = current.words
    return Wording(current, proposed, now, redline(current.words, proposed))


def _initial(request: HttpRequest, mission: Mission, row: Recommendation | None) -> dict[str, Any]:
    """Return what the form begins with: the saved recommendation, or the unit and requirement of the address.

    The address may lead a saved one to a unit of a newer edition.
    """
    if row:
        newer = {name: request.GET[name] for name in ("edition", "eid") if request.GET.get(name)}
        return typed_before(row, content_language(request)) | (newer if len(newer) == 2 else {})
    asked, name = request.GET, request.GET.get("requirement", "")
    initial: dict[str, Any] = {"edition": asked.get("edition", ""), "eid": asked.get("eid", ""), "version": 0}
    judged = {one.requirement.id for one in judged_requirements(mission, actor_of(request))}
    initial |= {"about": name, "findings": [name] if name in judged else []}
    if initial["edition"] and initial["eid"]:
        current = unit_typed(mission, initial["edition"], initial["eid"])
        initial |= {"proposed": current.words, "shown": place(initial["edition"], initial["eid"])}
    return initial


def _save(
    request: HttpRequest, mission: Mission, form: RecommendationForm, row: Recommendation | None
) -> Recommendation:
    typed = form.cleaned_data
    return recommend(
        actor_of(request),
        mission,
        **_place(mission, typed),
        reason={**(row.reason if row else {}), content_language(request): typed["reason"]},
        proposed=typed["proposed"].replace("\r\n", "\n"),
        is_key=typed["is_key"],
        addressee=agency_keyed(mission, typed["addressee"]) if typed["addressee"] else None,
        finding_ids=typed["findings"],
        contribution_numbers=typed["contributions"],
        written=row,
        version=typed["version"] or 0,
    )


def _place(mission: Mission, typed: Mapping[str, Any]) -> dict[str, Any]:
    """Return act, edition and unit; without a text on file the unit can only be named in words."""
    chosen, eid, unit = typed["edition"], typed["eid"], typed["unit"]
    if chosen.startswith(ACT):
        return {"act": act_keyed(mission, chosen.removeprefix(ACT)), "unit": unit or eid}
    if eid:
        shown = unit_typed(mission, chosen, eid)
        return {"act": shown.edition.act, "edition": shown.edition, "eid": shown.eid}
    edition = edition_named(mission, chosen)
    return {"act": edition.act, "edition": edition, "unit": unit}


def _remove(request: HttpRequest, row: Recommendation) -> bool:
    remove(actor_of(request), row)
    return True


def _page(
    request: HttpRequest, mission: Mission, row: Recommendation | None, form: RecommendationForm
) -> dict[str, Any]:
    is_conflict = row and form.telling and form.telling.status == 409
    conflict = recommendation_numbered(mission, row.number) if row and is_conflict else None
    typed = form["proposed"].value() or ""
    return {
        "mission": mission,
        "form": form,
        "row": row_of(row) if row else None,
        "conflict": conflict,
        "conflict_changes": redline(conflict.proposed, typed.replace("\r\n", "\n")) if conflict else (),
        "version": conflict.version if conflict else form["version"].value() or 0,
        "accepted": [] if row else list(accepted_units(mission)),
        "asked_requirement": request.GET.get("requirement", ""),
        "may_recommend": may(actor_of(request), Verb.RECOMMEND, mission),
        "here": "recommendations",
    }
