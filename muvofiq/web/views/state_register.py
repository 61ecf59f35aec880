"""The register of acts of the state that comes with the product."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext

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
    known = set(mission.acts.values_list("pk", flat=True))
    taken = form.tried(lambda: take_from_register(actor, mission, form.cleaned_data["act"]))
    if taken is not None:
        entered = sum(one.pk not in known for one in taken)
        messages.success(request, " ".join(_told(entered, len(taken) - entered)))
        return redirect("state-register", slug)
    page |= {"form": form, "ticked": form["act"].value() or []}
    return render(request, "acts/state_register.html", page, status=form.status)


def _told(entered: int, linked: int) -> list[str]:
    """Tell how many acts came into the register of the mission, and how many were there and now know of the state's."""
    new = ngettext("%(count)s act is entered.", "%(count)s acts are entered.", entered)
    there = ngettext(
        "%(count)s act that was entered before is linked to the register of the state.",
        "%(count)s acts that were entered before are linked to the register of the state.",
        linked,
    )
    text = gettext("Entering an act brings no text: what was missing stays so until its text is imported.")
    return [new % {"count": entered}, *([there % {"count": linked}] if linked else []), *([text] if entered else [])]
