"""What a newer edition of a law or a norm touches, quotations of norms, and the word that the acts are complete."""

from collections.abc import Collection
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from muvofiq.publication.absence_words import absence_words
from muvofiq.records.actions.confirm_list import confirm_list, withdraw_confirmation
from muvofiq.records.actions.quote_norm import quote_norm as save_quotation
from muvofiq.records.actions.quote_norm import unquote_norm as take_back
from muvofiq.records.actions.take_over_evidence import Taken, take_over_evidence
from muvofiq.records.models import Mission
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries import changed_sources as sources
from muvofiq.records.queries.answers import edition_named
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.complete_list import absence_of, complete_list
from muvofiq.records.queries.norm_quotations import norm_quotation_named
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_sources import CompleteForm, NormQuoteForm, TakeOverForm, reads_the_same, ticked, value_of
from muvofiq.web.languages import interface_language, written_in
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.views.requirements import page_of

SHOWN = 120  # letters of a quotation that stays, in a message


def changed_sources(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all that newer texts, requirements and norms touch, and take over what is chosen."""
    actor, mission = actor_of(request), mission_for(request, slug)
    form = TakeOverForm(request.POST if request.method == "POST" else None)
    taken = form.tried(lambda: take_over_evidence(actor, mission, form.seen))
    if taken is None:
        return render(request, "findings/sources.html", _page(request, mission, form), status=form.status)
    _tell(request, taken, kept_from(actor, mission))
    back = form.cleaned_data["back"]
    if back and mission.scope.filter(requirement__requirement_id=back).exists():
        return redirect("requirement", slug, back)
    return redirect("changed-sources", slug)


def complete(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the acts on file and what is missing; confirm that they are all that there are, or take the word back."""
    actor, mission, language = actor_of(request), mission_for(request, slug), written_in(request)
    if "take_back" in request.POST:
        withdraw_confirmation(actor, mission)
        messages.success(request, gettext("Taken back: nothing is called absent any more."))
        return redirect("complete-list", slug)
    form = CompleteForm(request.POST if "save" in request.POST else None)

    def act() -> bool:
        confirm_list(actor, mission, seen=form.cleaned_data["seen"], reason={language: form.cleaned_data["reason"]})
        return True

    if form.tried(act):
        messages.success(request, gettext("Confirmed; documents say from now on what was absent on this day."))
        return redirect("complete-list", slug)
    page = {
        "mission": mission,
        "here": "acts",
        "form": form,
        "page": complete_list(mission),
        "says": absence_words(absence_of(mission), interface_language()),
        "may_confirm": may(actor, Verb.CONFIRM_LIST, mission),
    }
    return render(request, "acts/complete.html", page, status=form.status)


@require_POST
def quote_norm(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Quote words of a standard on file, if they stand in the edition."""
    mission, form = mission_for(request, slug), NormQuoteForm(request.POST)

    def act() -> bool:
        name, eid = form.edition_and_eid
        edition = edition_named(mission, name)
        words = form.cleaned_data["words"]
        save_quotation(actor_of(request), mission, requirement_id, edition=edition, eid=eid, words=words)
        return True

    return _norms(request, mission, requirement_id, form, is_done=bool(form.tried(act)))


@require_POST
def unquote_norm(request: HttpRequest, slug: str, requirement_id: str, pk: str) -> HttpResponse:
    """Take a quotation of a norm back."""
    mission, form = mission_for(request, slug), WorkForm(request.POST)

    def act() -> bool:
        take_back(actor_of(request), norm_quotation_named(mission, pk))
        return True

    return _norms(request, mission, requirement_id, form, is_done=bool(form.tried(act)))


def _norms(
    request: HttpRequest, mission: Mission, requirement_id: str, form: WorkForm, *, is_done: bool
) -> HttpResponse:
    """Answer with the fragment or, without a script, with the page; what was typed stays in the form until saved."""
    is_fragment = bool(request.htmx)  # type: ignore[attr-defined]
    if is_done and not is_fragment:
        return redirect("requirement", mission.slug, requirement_id)
    page = page_of(request, mission, requirement_id) | {"norm_form": None if is_done else form}
    template = "requirement/_norm_quotations.html" if is_fragment else "requirement/page.html"
    return render(request, template, page, status=form.status)


def _page(request: HttpRequest, mission: Mission, form: TakeOverForm) -> dict[str, Any]:
    actor = actor_of(request)
    found = sources.changed_sources(mission, kept_from(actor, mission))
    chosen = ticked(found.evidence, request.POST.getlist("sources"))
    rows = [(one, value_of(one), value_of(one) in chosen, _served(one.requirements, found)) for one in found.evidence]
    return {
        "mission": mission,
        "here": "requirements",
        "form": form,
        "page": found,
        "rows": rows,
        "same": reads_the_same(found.evidence),
        "may_take": may(actor, Verb.DECIDE_CANDIDATE, mission),
    }


def _served(names: tuple[str, ...], found: sources.ChangedSources) -> list[Any]:
    return [found.known[name] for name in names if name in found.known]


def _tell(request: HttpRequest, taken: Taken, kept: Collection[str]) -> None:
    """Say what moved and, loudly, what did not; of verdicts that are kept back from the person, nothing."""
    said = ngettext(
        "Taken over to the newer text: %(count)s record.",
        "Taken over to the newer text: %(count)s records.",
        taken.moved,
    )
    messages.success(request, said % {"count": taken.moved})
    for words in taken.stayed:
        short = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
        stays = gettext("This quotation stays on the older text, for its words do not stand in the newer one: «%s»")
        messages.warning(request, stays % short)
    if taken.reworded:
        dropped = gettext("The clause written by hand no longer gives the proposed text; the machine's stands now: %s.")
        messages.warning(request, dropped % ", ".join(taken.reworded))
    if names := [one for one in dict.fromkeys(taken.look_again) if one not in kept]:
        again = gettext("The words changed: look again at the verdicts on %s.")
        messages.warning(request, again % ", ".join(names))
