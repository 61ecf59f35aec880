"""A disagreement of two experts is settled: both judgements side by side, the outcome, why, and the dissent."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from muvofiq.assessment.assessment import Assessment, differences
from muvofiq.records.actions.settle import settle as settle_it
from muvofiq.records.models import Mission, Person, Settlement
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.blind import refuse_while_blind
from muvofiq.records.queries.norms import norms_of
from muvofiq.records.queries.opinions import SecondOpinion, Standing, opinions_of, who_may_judge
from muvofiq.records.queries.requirements import requirement_of, scoped
from muvofiq.web.forms_opinions import SettleForm
from muvofiq.web.labels_assessment import FACTS, assessment_choices, told
from muvofiq.web.languages import content_language, written_in
from muvofiq.web.personal import warn_of_personal_data
from muvofiq.web.requests import actor_of, mission_for


def settle(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Show both judgements side by side, and settle them; where nothing is open, go back to the requirement."""
    mission = mission_for(request, slug)
    saved = scoped(mission, requirement_id)
    refuse_while_blind(actor_of(request), mission, [requirement_id])
    seen = _open(
        mission, actor_of(request), requirement_id, request.POST.get("opinion", request.GET.get("opinion", ""))
    )
    if seen is None:
        messages.info(request, gettext("There is no open disagreement on this requirement."))
        return redirect("requirement", slug, requirement_id)
    people = _people(mission, seen)
    elements = len(requirement_of(saved).elements)
    form = SettleForm(request.POST if request.method == "POST" else None, elements=elements, people=people)
    if settled := form.tried(lambda: _settle(request, mission, seen, form)):
        messages.success(request, _said(settled))
        return redirect("requirement", slug, requirement_id)
    content = content_language(request)
    page = {
        "mission": mission,
        "here": "requirements",
        "requirement": requirement_of(saved),
        "saved": saved,
        "one": seen,
        "rows": _side_by_side(seen.first, seen.second, content),
        "form": form,
        "sent": form if form.is_bound else None,
        "people": people,
        "assessment": seen.first,
        "choices": assessment_choices(requirement_of(saved), norms_of(mission, saved), content),
        "may_settle": may(actor_of(request), Verb.SETTLE, mission),
    }
    return render(request, "findings/settle.html", page, status=form.status)


def _open(mission: Mission, person: Person, requirement_id: str, key: str) -> SecondOpinion | None:
    """Return the open disagreement with this key, or the first one on the requirement where none is named."""
    seen = [one for one in opinions_of(mission, person, on=requirement_id) if one.standing is Standing.DISAGREED]
    return next((one for one in seen if key in {"", str(one.opinion.pk)}), None)


def _people(mission: Mission, seen: SecondOpinion) -> list[Person]:
    """Return who can hold otherwise: the two who judged, and whoever else may judge."""
    both = [seen.opinion.asked_of] if seen.finding is None else [seen.finding.judged_by, seen.opinion.asked_of]
    return list(dict.fromkeys([*both, *who_may_judge(mission)]))


def _settle(request: HttpRequest, mission: Mission, seen: SecondOpinion, form: SettleForm) -> Settlement:
    typed, content = form.cleaned_data, written_in(request)
    outcomes = {"first": seen.first, "second": seen.second}
    settled = settle_it(
        actor_of(request),
        mission,
        seen.requirement.id,
        seen.opinion,
        outcomes.get(typed["choice"]) or form.assessment(seen.first, content),
        why={content: typed["why"]},
        dissent={content: typed["dissent"]},
        dissenter=form.dissents,
        version=typed["version"],
        edition=typed["edition"],
    )
    warn_of_personal_data(request, typed["why"], typed["dissent"], typed["reason"])
    return settled


def _said(settled: Settlement) -> str:
    if settled.dissenter_id:
        return gettext("Settled. Both judgements stay on record, and so does the dissent.")
    return gettext("Settled. Both judgements stay on record.")


def _side_by_side(first: Assessment, second: Assessment, content: str) -> list[dict[str, Any]]:
    """Return every field that one of the two tells, as both tell it, and whether they differ in it."""
    differing = set(differences(first, second))
    rows = [
        {
            "fact": name,
            "first": told(first, name, content),
            "second": told(second, name, content),
            "differs": name in differing,
        }
        for name in FACTS
    ]
    return [row for row in rows if row["first"] or row["second"]]
