"""The register of acts of the state that comes with the product."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from muvofiq.records.actions.take_from_register import take_from_register
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.state_register import state_register_page
from muvofiq.web.forms_register import LookForm, TakeForm
from muvofiq.web.requests import actor_of, mission_for


def state_register(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the acts by topic as they stood on the day of the mission, and take those that are chosen."""
    actor, mission = actor_of(request), mission_for(request, slug)
    look = LookForm(request.GET, label_suffix="")
    shown = state_register_page(mission, look.looked_for)
    page = {
        "mission": mission,
        "here": "acts",
        "shown": shown,
        "look": look,
        "may_plan": may(actor, Verb.PLAN, mission),
    }
    if shown is None:
        return render(request, "acts/state_register.html", page)
    form = TakeForm.of(request.POST if request.method == "POST" else None, shown.register)
    taken = form.tried(lambda: take_from_register(actor, mission, form.cleaned_data["act"]))
    if taken is not None:
        said = ngettext("%(count)s act is entered or linked.", "%(count)s acts are entered or linked.", len(taken))
        messages.success(request, said % {"count": len(taken)})
        return redirect("state-register", slug)
    page |= {"form": form, "ticked": form["act"].value() or []}
    return render(request, "acts/state_register.html", page, status=form.status)
