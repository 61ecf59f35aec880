"""The workshop exercise: its key, revealed step by step, its travellers, and a fresh one for another group."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from muvofiq.assessment.answer_key import Step
from muvofiq.records.actions.open_exercise import open_exercise
from muvofiq.records.actions.reveal_answer import cover_answer, reveal_answer
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.exercise_page import exercise_page, shown_answer
from muvofiq.records.queries.mission_files import exercises
from muvofiq.records.queries.requirements import requirement_of, scoped
from muvofiq.web.forms import ExerciseForm, RevealForm
from muvofiq.web.languages import content_language
from muvofiq.web.requests import actor_of, mission_for


def exercise(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how far the key is revealed, what the group judged, and the travellers."""
    mission = mission_for(request, slug)
    page = {
        "mission": mission,
        "page": exercise_page(mission, actor_of(request)),
        "steps": max(Step),
        "here": "exercise",
    }
    return render(request, "exercise/page.html", page)


@require_POST
def reveal(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Show an answer up to a step, or cover it again (step 0)."""
    mission, actor = mission_for(request, slug), actor_of(request)
    form = RevealForm(request.POST)

    def act() -> bool:
        if step := form.cleaned_data["step"]:
            reveal_answer(actor, mission, requirement_id, Step(step))
        else:
            cover_answer(actor, mission, requirement_id)
        return True

    done = form.tried(act)
    if done and not request.htmx:  # type: ignore[attr-defined]
        return redirect("requirement", slug, requirement_id)
    requirement = requirement_of(scoped(mission, requirement_id))
    page = {
        "mission": mission,
        "requirement": requirement,
        "shown": shown_answer(mission, requirement, content_language(request)),
        "may_reveal": may(actor, Verb.REVEAL_ANSWER, mission),
        "form": None if done else form,
    }
    return render(request, "exercise/_key.html", page, status=form.status)


def new(request: HttpRequest) -> HttpResponse:
    """Open the exercise for another group."""
    form = ExerciseForm(request.POST or None)
    form.offer(exercises(), content_language(request))
    if request.method == "POST":
        opened = form.tried(
            lambda: open_exercise(actor_of(request), form.cleaned_data["name"], starts=form.cleaned_data["starts"])
        )
        if opened:
            return redirect("mission", opened.slug)
    return render(request, "exercise/new.html", {"form": form}, status=form.status)
