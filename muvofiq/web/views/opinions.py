"""Second opinions: asked, given blind, compared and settled."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.particulars import TEXTS
from muvofiq.records.actions.ask_opinion import ask_opinion, decline_opinion, withdraw_opinion
from muvofiq.records.actions.give_opinion import give_opinion
from muvofiq.records.models import Mission, Opinion
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.assessments import assessment_of
from muvofiq.records.queries.opinions import (
    SecondOpinion,
    Standing,
    concords_of,
    opinion_keyed,
    opinion_of,
    opinions_of,
    who_may_judge,
)
from muvofiq.records.queries.opinions_to_ask import opinions_to_ask, picked, whom_to_ask
from muvofiq.records.queries.requirements import requirement_of, scoped
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_assessment import AssessmentForm
from muvofiq.web.forms_opinions import AskForm, DeclineForm, PickForm
from muvofiq.web.labels_coverage import GROUPS, group_named
from muvofiq.web.languages import written_in
from muvofiq.web.personal import warn_of_personal_data
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.views.requirements import page_of


def opinions(request: HttpRequest, slug: str) -> HttpResponse:
    """List what is owed, open, agreed, disputed and settled, and ask for opinions on what is ticked."""
    mission = mission_for(request, slug)
    ask = AskForm(request.POST if "ask" in request.POST else None, who_may_judge(mission))
    back = WorkForm(request.POST) if "take_back" in request.POST else None
    if back and back.tried(lambda: _withdraw(request, mission)):
        messages.success(request, gettext("The question is taken back."))
        return redirect("opinions", slug)
    asked = ask.tried(lambda: _ask(request, mission, request.POST.getlist("requirements"), ask))
    if asked is not None:
        messages.success(request, _told(asked))
        return redirect("opinions", slug)
    tried = back or ask
    return render(request, "findings/opinions.html", _page(request, mission) | {"form": tried}, status=tried.status)


@require_POST
def opinion(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Ask for an opinion, give it or save it as a draft, decline it, or take the question back."""
    mission = mission_for(request, slug)
    form, act, said = _asked_for(request, mission, requirement_id)
    if form.tried(act):
        messages.success(request, said)
        return redirect("requirement", slug, requirement_id)
    name = "given_form" if isinstance(form, AssessmentForm) else "opinion_form"
    page = page_of(request, mission, requirement_id) | {name: form}
    return render(request, "requirement/page.html", page, status=form.status)


def _asked_for(
    request: HttpRequest, mission: Mission, requirement_id: str
) -> tuple[WorkForm, Callable[[], object], str]:
    """Return the form that was sent, what it asks for, and what is said when that is done."""
    if "ask" in request.POST:
        ask = AskForm(request.POST, who_may_judge(mission))
        return ask, lambda: bool(_ask(request, mission, [requirement_id], ask)) or True, gettext("Asked.")
    if "take_back" in request.POST:
        return WorkForm(request.POST), lambda: _withdraw(request, mission), gettext("The question is taken back.")
    if "decline" in request.POST:
        refusal, said = DeclineForm(request.POST), gettext("You have declined. The finding is open to you now.")
        return refusal, lambda: _decline(request, mission, requirement_id, refusal), said
    requirement = requirement_of(scoped(mission, requirement_id))
    form, is_draft = AssessmentForm(request.POST, elements=len(requirement.elements)), "give" not in request.POST
    said = gettext("The draft is saved; nobody else sees it.") if is_draft else gettext("Your opinion is given.")
    return form, lambda: _give(request, mission, requirement_id, form, is_draft=is_draft), said


def _ask(request: HttpRequest, mission: Mission, names: list[str], form: AskForm) -> list[Opinion]:
    return ask_opinion(actor_of(request), mission, names, form.asked_of)


def _withdraw(request: HttpRequest, mission: Mission) -> bool:
    withdraw_opinion(actor_of(request), opinion_keyed(mission, request.POST["take_back"]))
    return True


def _decline(request: HttpRequest, mission: Mission, requirement_id: str, form: DeclineForm) -> bool:
    row = opinion_of(mission, requirement_id, actor_of(request))
    decline_opinion(actor_of(request), row, {written_in(request): form.cleaned_data["why"]})
    return True


def _give(
    request: HttpRequest, mission: Mission, requirement_id: str, form: AssessmentForm, *, is_draft: bool
) -> Opinion:
    before = assessment_of(opinion_of(mission, requirement_id, actor_of(request)))
    typed, asked = form.assessment(before, written_in(request)), form.cleaned_data
    given = give_opinion(
        actor_of(request),
        mission,
        requirement_id,
        typed,
        version=asked["version"],
        edition=asked["edition"],
        is_draft=is_draft,
    )
    warn_of_personal_data(request, *_texts(typed))
    return given


def _texts(assessment: Assessment) -> list[str]:
    """Return what was typed freely, in all languages."""
    told = [assessment.reason, *(getattr(assessment.particulars, name) for name in TEXTS)]
    return [text for texts in told for text in texts.values()]


def _told(asked: list[Opinion]) -> str:
    if not asked:
        return gettext("Nothing new: that person was asked about all of these before.")
    said = ngettext("%(count)s opinion is asked.", "%(count)s opinions are asked.", len(asked))
    return said % {"count": len(asked)}


def _page(request: HttpRequest, mission: Mission) -> dict[str, Any]:
    actor = actor_of(request)
    seen = opinions_of(mission, actor)
    open_ones = [one for one in seen if one.opinion.given_at is None]
    concords = concords_of(mission, [one for one in seen if not one.is_kept])
    return {
        "mission": mission,
        "here": "requirements",
        "mine": [one for one in open_ones if one.opinion.asked_of_id == actor.pk],
        "waiting": [one for one in open_ones if one.opinion.asked_of_id != actor.pk],
        "kept": sum(one.is_kept for one in seen if one.opinion.given_at),
        **{one.value: _of(seen, one) for one in Standing if one is not Standing.WAITING},
        "concords": concords,
        "people": whom_to_ask(mission, actor),
        "may_ask": may(actor, Verb.ASK_OPINION, mission),
        "may_settle": may(actor, Verb.SETTLE, mission),
        **_picked(request, mission),
    }


def _of(seen: list[SecondOpinion], standing: Standing) -> list[SecondOpinion]:
    return [one for one in seen if one.standing is standing and not one.is_kept]


def _picked(request: HttpRequest, mission: Mission) -> dict[str, Any]:
    """Return the scope to tick in, with what is ticked: as sent, or by theme, group and count."""
    rows, form = opinions_to_ask(mission), PickForm(request.GET)
    typed = form.cleaned_data if form.is_valid() else {}
    theme, group, every = typed.get("theme", ""), group_named(typed.get("group", "")), typed.get("every") or 0
    chosen = picked(rows, theme=theme, group=group, every=every) if theme or group or every else []
    ticked = set(request.POST.getlist("requirements")) or set(chosen)
    return {
        "to_ask": [(one, one.requirement.id in ticked) for one in rows],
        "ticked": sum(one.requirement.id in ticked for one in rows),
        "themes": sorted({one.requirement.theme for one in rows}),
        "groups": [(one.value, word) for one, word in GROUPS.items()],
        "pick": {"theme": theme, "group": group.value if group else "", "every": every or ""},
        "is_asking": bool(ticked) or bool(request.GET) or "ask" in request.POST,
    }
