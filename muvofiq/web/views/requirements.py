"""The page of a requirement, where the day is spent: what is required, what answers, and the verdict."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from muvofiq.records.actions.decide_candidate import decide_candidate, withdraw_decision
from muvofiq.records.actions.publish_requirement import who_edits
from muvofiq.records.actions.quote import quote, withdraw_quotation
from muvofiq.records.models import Mission
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.answers import answer_named, edition_named, quotation_named
from muvofiq.records.queries.assessments import assessment_of
from muvofiq.records.queries.authors import author_of
from muvofiq.records.queries.beside import besides_of
from muvofiq.records.queries.difference import updates_of
from muvofiq.records.queries.exercise_page import shown_answer
from muvofiq.records.queries.finding_part import finding_part
from muvofiq.records.queries.law_search import search
from muvofiq.records.queries.mission_home import last_job
from muvofiq.records.queries.norms import norms_of
from muvofiq.records.queries.requirement_page import RequirementPage, candidate, requirement_page
from muvofiq.records.queries.requirement_sides import requirement_sides
from muvofiq.records.queries.requirements import outside_scope, requirement_of
from muvofiq.records.queries.verdict_versions import change_to_undo, to_be_shown, versions_of
from muvofiq.records.queries.what_next import next_without_verdict
from muvofiq.records.reader import reader_elsewhere
from muvofiq.records.words import Decision
from muvofiq.web.beside import language_beside
from muvofiq.web.forms import QuoteForm, UnitForm, WorkForm
from muvofiq.web.labels_assessment import assessment_choices, counted
from muvofiq.web.languages import content_language
from muvofiq.web.quoting import refused_among
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.words import one_of


def requirement(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Show a requirement beside the provisions that may answer it; one that is not in the scope says so."""
    mission = mission_for(request, slug)
    if saved := outside_scope(mission, requirement_id):
        page = {"mission": mission, "requirement": requirement_of(saved), "here": "requirements"}
        may_scope = may(actor_of(request), Verb.CHOOSE_SCOPE, mission)
        return render(request, "requirement/outside_scope.html", page | {"may_scope": may_scope})
    if request.GET.get("part") == "finding":
        return _finding_part(request, mission, requirement_id)
    if request.GET.get("part") == "all":
        return render(request, "requirement/_after_saving.html", page_of(request, mission, requirement_id))
    return render(request, "requirement/page.html", page_of(request, mission, requirement_id))


@require_POST
def decide(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Accept or reject a provision, or make it undecided again."""
    mission = mission_for(request, slug)
    form = UnitForm(request.POST)

    def act() -> bool:
        edition, eid = edition_named(mission, form.cleaned_data["edition"]), form.cleaned_data["eid"]
        if form.cleaned_data["decision"]:
            decision = one_of(Decision, form.cleaned_data["decision"], slug)
            decide_candidate(actor_of(request), mission, requirement_id, edition=edition, eid=eid, decision=decision)
        else:
            withdraw_decision(actor_of(request), answer_named(mission, requirement_id, edition, eid))
        return True

    return _answers(request, mission, requirement_id, form, act)


@require_POST
def quote_words(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Quote words of a provision, if they stand in the edition."""
    mission = mission_for(request, slug)
    form = QuoteForm(request.POST)

    def act() -> bool:
        edition, eid = edition_named(mission, form.cleaned_data["edition"]), form.cleaned_data["eid"]
        quote(actor_of(request), answer_named(mission, requirement_id, edition, eid), form.cleaned_data["words"])
        return True

    return _answers(request, mission, requirement_id, form, act)


@require_POST
def unquote(request: HttpRequest, slug: str, requirement_id: str, pk: str) -> HttpResponse:
    """Take a quotation back."""
    mission = mission_for(request, slug)
    withdraw_quotation(actor_of(request), quotation_named(mission, pk))
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect("requirement", slug, requirement_id)
    return render(request, "requirement/_answers.html", page_of(request, mission, requirement_id))


def _answers(
    request: HttpRequest, mission: Mission, requirement_id: str, form: WorkForm, act: Callable[[], bool]
) -> HttpResponse:
    done = form.tried(act)
    if done and not request.htmx:  # type: ignore[attr-defined]
        return redirect("requirement", mission.slug, requirement_id)
    page = page_of(request, mission, requirement_id) | {"answer_form": None if done else form}
    page["refused_card"] = refused_among(form, page["page"].candidates)
    template = "requirement/_answers.html" if request.htmx else "requirement/page.html"  # type: ignore[attr-defined]
    return render(request, template, page, status=form.status)


def page_of(request: HttpRequest, mission: Mission, requirement_id: str) -> dict[str, Any]:
    """Gather all that the page and its fragments show."""
    page = requirement_page(mission, requirement_id, content_language(request), actor_of(request))
    looked_for = request.GET.get("search", "").strip()
    shown = {(one.edition.pk, one.eid) for one in page.candidates}
    hits = search(mission, looked_for) if looked_for else []
    found = [candidate(edition, eid, requirement_id) for edition, eid in hits if (edition.pk, eid) not in shown]
    sides = requirement_sides(mission, page.saved, actor_of(request))
    may_judge = may(actor_of(request), Verb.GIVE_VERDICT, mission)
    is_settled_down = may_judge and page.has_gone_on and request.method == "GET" and "change" not in request.GET
    return {
        "mission": mission,
        "page": page,
        "may_decide": may(actor_of(request), Verb.DECIDE_CANDIDATE, mission),
        "may_judge": may_judge and not is_settled_down,
        "is_settled_down": is_settled_down,
        "may_edit": may(actor_of(request), *who_edits(mission, is_released=page.saved.mission_id is None)),
        "requirement": page.requirement,
        "shown": shown_answer(mission, page.requirement, content_language(request)),
        "may_reveal": may(actor_of(request), Verb.REVEAL_ANSWER, mission),
        "looked_for": looked_for,
        "found": found,
        "besides": besides_of([*page.candidates, *found], language_beside(request)),
        "updates": updates_of(page.candidates),
        **sides,
        **_judging(request, mission, page),
        "choices": assessment_choices(page.requirement, norms_of(mission, page.saved), content_language(request)),
        "elsewhere": reader_elsewhere(),
        "job": last_job(mission),
        "here": "requirements",
    }


def _judging(request: HttpRequest, mission: Mission, page: RequirementPage) -> dict[str, Any]:
    """Gather what the verdict and its versions need; of a finding that is kept back from this person, nothing."""
    person, name = actor_of(request), page.saved.requirement_id
    versions = () if page.is_kept else versions_of(mission, name)
    assessment = assessment_of(page.finding)
    return {
        "is_blind": page.is_kept,
        "assessment": assessment,
        "author": author_of(page.finding),
        "counted": counted(assessment, page.requirement),
        "versions": to_be_shown(versions),
        "undoable": change_to_undo(versions, person),
        "next_left": next_without_verdict(mission, name),
    }


def _finding_part(request: HttpRequest, mission: Mission, requirement_id: str) -> HttpResponse:
    """Show what rests on the verdict alone, for a page on which it has been saved."""
    part = finding_part(mission, requirement_id, actor_of(request))
    follows = {name: getattr(part, name) for name in ("quality", "moves", "versions", "undoable")}
    may_judge = may(actor_of(request), Verb.GIVE_VERDICT, mission)
    page = {"mission": mission, "page": part, "may_judge": may_judge, **follows}
    return render(request, "requirement/_finding_sides.html", page)
