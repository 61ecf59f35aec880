"""New editions of requirements: which judgements they touch, before anything changes."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext

from muvofiq.records.actions.confirm_verdict import confirm_verdict
from muvofiq.records.actions.take_editions import take_editions
from muvofiq.records.models import Finding, Mission
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.new_editions import NewEdition, to_look_at_again
from muvofiq.records.queries.new_editions import new_editions as offered_to
from muvofiq.standards.revision import Effect
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_editions_of_norms import ConfirmForm, TakeForm, ticked, value_of
from muvofiq.web.requests import actor_of, mission_for


def new_editions(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what each new edition would change, and take those that are chosen."""
    mission = mission_for(request, slug)
    if "confirm" in request.POST:
        return _confirmed(request, mission)
    form = TakeForm(request.POST if "save" in request.POST else None)
    taken = form.tried(lambda: take_editions(actor_of(request), mission, form.seen))
    if taken is None:
        return render(request, "norms/new_editions.html", _page(request, mission, form), status=form.status)
    messages.success(request, _told(taken))
    return redirect("new-editions", slug)


def _confirmed(request: HttpRequest, mission: Mission) -> HttpResponse:
    """Take the mark away from a verdict that stands, and go back to its requirement."""
    form = ConfirmForm(request.POST)

    def act() -> Finding:
        typed = form.cleaned_data
        return confirm_verdict(
            actor_of(request), mission, typed["confirm"], version=typed["version"], edition=typed["edition"]
        )

    finding = form.tried(act)
    if finding is None:
        return render(request, "norms/new_editions.html", _page(request, mission, form), status=form.status)
    messages.success(request, gettext("The verdict stands; the history says who looked again."))
    return redirect("requirement", mission.slug, finding.requirement.requirement_id)


def _page(request: HttpRequest, mission: Mission, form: WorkForm) -> dict[str, Any]:
    rows, sent = offered_to(mission, actor_of(request)), request.POST
    chosen = ticked(rows, sent.get("pick", ""), sent.getlist("editions"))
    return {
        "mission": mission,
        "form": form,
        "rows": [(one, value_of(one), value_of(one) in chosen) for one in rows],
        "touched": sum(one.effect is Effect.LOOK_AGAIN for one in rows),
        "again": to_look_at_again(mission),
        "may_take": may(actor_of(request), Verb.TAKE_EDITION, mission),
        "here": "norms",
    }


def _told(taken: list[NewEdition]) -> str:
    said = ngettext("%(count)s newer edition is taken.", "%(count)s newer editions are taken.", len(taken))
    again = [one.after.code for one in taken if one.effect is Effect.LOOK_AGAIN]
    told = said % {"count": len(taken)}
    return f"{told} {gettext('To be looked at again: %(codes)s.') % {'codes': ', '.join(again)}}" if again else told
