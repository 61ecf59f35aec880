"""The verdict on a requirement: saved while a person types, taken back from the history."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from muvofiq.assessment.verdict import Verdict
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.web.forms import VerdictForm
from muvofiq.web.languages import content_language
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.views.requirements import page_of
from muvofiq.web.words import one_of


@require_POST
def judge(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Save the verdict; a second person sees the difference before anything of the first is replaced."""
    mission = mission_for(request, slug)
    form = VerdictForm(request.POST)
    language = content_language(request)

    def act() -> bool:
        finding = mission.findings.filter(requirement__requirement_id=requirement_id).first()
        give_verdict(
            actor_of(request),
            mission,
            requirement_id,
            law=one_of(Verdict, form.cleaned_data["law"], slug),
            reason={**(finding.reason if finding else {}), language: form.cleaned_data["reason"]},
            version=form.cleaned_data["version"],
            edition=form.cleaned_data["edition"],
        )
        return True

    saved = form.tried(act)
    if saved and not request.htmx:  # type: ignore[attr-defined]
        messages.success(request, gettext("Saved."))
        return redirect("requirement", slug, requirement_id)
    page = page_of(request, mission, requirement_id) | {"form": None if saved else form, "just_saved": bool(saved)}
    template = "requirement/_verdict.html" if request.htmx else "requirement/page.html"  # type: ignore[attr-defined]
    return render(request, template, page, status=form.status)


def undo(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Bring an earlier verdict back."""
    mission = mission_for(request, slug)
    return redirect("requirement", mission.slug, requirement_id)


def look(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Remember that a person opened a candidate."""
    mission = mission_for(request, slug)
    return redirect("requirement", mission.slug, requirement_id)
