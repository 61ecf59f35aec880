"""The scope of a mission: which requirements of the catalogue it judges, and why these."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from muvofiq.records.actions.choose_scope import USUAL, choose_scope
from muvofiq.records.models import Mission
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.scope_choice import (
    ThemeChoices,
    chosen_ids,
    in_catalogue_order,
    judged_ids,
    narrowed,
    scope_choice,
    themes_with,
)
from muvofiq.web.forms_scope import ScopeForm, ShownForm
from muvofiq.web.languages import content_language
from muvofiq.web.requests import actor_of, mission_for


def scope(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the catalogue to choose from. Only «save» saves; the other buttons go on with what is ticked."""
    actor, mission, language = actor_of(request), mission_for(request, slug), content_language(request)
    form, themes = ScopeForm.of(request.POST or None, mission, language), scope_choice(mission)

    def save() -> int:
        ids = in_catalogue_order(themes, form.cleaned_data["requirement"])
        reason = {**mission.scope_reason, language: form.cleaned_data["reason"]}
        choose_scope(actor, mission, ids, themes=themes_with(themes, ids), reason=reason)
        return len(ids)

    if "save" in request.POST and (count := form.tried(save)):
        said = ngettext("Saved: %(count)s requirement.", "Saved: %(count)s requirements.", count)
        messages.success(request, said % {"count": count})
        return redirect("scope", slug)
    page = _page(request, mission, themes) | {"form": form, "may_choose": may(actor, Verb.CHOOSE_SCOPE, mission)}
    return render(
        request, "scope/_count.html" if "count" in request.POST else "scope/page.html", page, status=form.status
    )


def _page(request: HttpRequest, mission: Mission, themes: list[ThemeChoices]) -> dict[str, Any]:
    chosen = _ticked(request, mission, themes)
    shown = ShownForm(request.POST or request.GET).shown
    rows = narrowed(themes, shown["theme"], shown["search"])
    seen = {id_ for one in rows for id_ in one.ids}
    totals = {one.theme.id: one.ids for one in themes}
    return {
        "mission": mission,
        "here": "scope",
        "chosen": chosen,
        "count": len(chosen),
        "is_usual": len(chosen) in USUAL,
        "usual": {"least": USUAL[0], "most": USUAL[-1]},
        "is_saved": chosen == chosen_ids(mission),
        "themes": themes,
        "shown": shown,
        "rows": [(one, len(chosen & set(totals[one.theme.id])), len(totals[one.theme.id])) for one in rows],
        "unseen": in_catalogue_order(themes, chosen - seen),
    }


def _ticked(request: HttpRequest, mission: Mission, themes: list[ThemeChoices]) -> set[str]:
    """Return what is ticked now: as saved or as sent, with or without a whole theme, always with what is judged."""
    if request.method != "POST":
        return chosen_ids(mission)
    ids = {id_: set(one.ids) for one in themes for id_ in [one.theme.id]}
    ticked = set(request.POST.getlist("requirement"))
    ticked |= ids.get(request.POST.get("add_theme", ""), set())
    ticked -= ids.get(request.POST.get("drop_theme", ""), set())
    return ticked | judged_ids(mission)
