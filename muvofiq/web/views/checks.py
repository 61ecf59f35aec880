"""The quality checks of the findings, and how a finding moves from draft to agreed."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from muvofiq.assessment.checks import Weight
from muvofiq.assessment.checks import checks as every_check
from muvofiq.assessment.scale import State
from muvofiq.publication.checks_list import write_checks_csv, write_checks_xlsx
from muvofiq.records.actions.move_finding import Moved, move_finding, move_findings
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Finding, Mission
from muvofiq.records.queries.checks_sheet import checks_sheet
from muvofiq.records.queries.finding_moves import possible_moves
from muvofiq.records.queries.quality import checks_of
from muvofiq.web.forms_checks import ChecksForm, MoveForm, MovesForm
from muvofiq.web.languages import content_language, written_in
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.sending import CSV, EXCEL, sent
from muvofiq.web.telling import tell
from muvofiq.web.views.requirements import page_of

WRITERS = {"checks.xlsx": (EXCEL, write_checks_xlsx), "checks.csv": (CSV, write_checks_csv)}


def checks(request: HttpRequest, slug: str) -> HttpResponse:
    """List what the checks found, and where the findings stand; take the ticked ones on."""
    mission = mission_for(request, slug)
    if request.method != "POST":
        return render(request, "findings/checks.html", _page(request, mission))
    form = MovesForm(request.POST)
    moved = form.tried(lambda: move_findings(actor_of(request), mission, form.seen, State(form.cleaned_data["to"])))
    if moved is None:
        page = _page(request, mission) | {"form": form, "ticked": request.POST.getlist("ticked")}
        return render(request, "findings/checks.html", page, status=form.status)
    return _moved(request, mission, moved)


def download(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Send what the checks found, as far as the person may see it."""
    mission, language = mission_for(request, slug), content_language(request)
    if name not in WRITERS:
        raise NotOnFile(f"{mission} > findings", sort="file", name=name)
    content_type, write = WRITERS[name]
    table = checks_sheet(mission, actor_of(request), language, made_on=localdate())
    return sent(write(table, language), content_type, f"{mission.slug}-checks.{name.partition('.')[2]}")


@require_POST
def move(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Move a finding to another state."""
    mission = mission_for(request, slug)
    form = MoveForm(request.POST)

    def act() -> Finding:
        typed = form.cleaned_data
        return move_finding(
            actor_of(request),
            mission,
            requirement_id,
            to=State(typed["to"]),
            version=typed["version"],
            reason={written_in(request): typed["why"]},
        )

    if form.tried(act):
        messages.success(request, gettext("Saved."))
        return redirect("requirement", slug, requirement_id)
    page = page_of(request, mission, requirement_id) | {"move_form": form}
    return render(request, "requirement/page.html", page, status=form.status)


def _moved(request: HttpRequest, mission: Mission, moved: Moved) -> HttpResponse:
    """Say how many went on, and of each that stayed what was in the way."""
    said = ngettext("Taken on: %(count)s finding.", "Taken on: %(count)s findings.", len(moved.done))
    messages.success(request, said % {"count": len(moved.done)})
    for code, error in moved.refused.items():
        telling = tell(error)
        messages.warning(request, f"{code}: {telling.what} {telling.why}")
    return redirect("checks", mission.slug)


def _page(request: HttpRequest, mission: Mission) -> dict[str, Any]:
    actor, choice = actor_of(request), ChecksForm(request.GET)
    quality = checks_of(mission, actor)
    severity, check = choice.chosen
    counts = {one.check.id: len(one.spots) for one in quality.groups()}
    return {
        "mission": mission,
        "quality": quality,
        "groups": quality.groups(severity, check),
        "numbers": [(one, quality.counts[one]) for one in Weight],
        "states": [(one, quality.states[one]) for one in State],
        "severity": severity,
        "check": check,
        "every": [(one, counts[one.id]) for one in every_check().values() if one.id in counts],
        "possible": possible_moves(mission, actor),
        "ticked": [one.key for one in quality.findings if one.state == request.GET.get("tick") and not one.errors],
        "here": "requirements",
    }
