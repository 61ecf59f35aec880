"""The verdict on a requirement: saved while a person types, taken back from the history."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from muvofiq.assessment.assessment import Assessment, merged
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.look_at import look_at
from muvofiq.records.actions.restore_verdict import restore_verdict, undo_verdict
from muvofiq.records.errors import ChangedMeanwhile
from muvofiq.records.models import Finding, Mission, Person, RequirementEdition
from muvofiq.records.queries.answers import edition_named
from muvofiq.records.queries.assessments import assessment_of
from muvofiq.records.queries.authors import author_of
from muvofiq.records.queries.blind import is_kept_from
from muvofiq.records.queries.requirements import requirement_of, scoped
from muvofiq.records.queries.verdict_versions import version_opened
from muvofiq.web.forms_assessment import AssessmentForm, LookForm, VersionForm
from muvofiq.web.labels_assessment import ConflictRow, conflict_rows, counted
from muvofiq.web.languages import written_in
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.views.requirements import page_of


@dataclass(frozen=True, slots=True)
class Conflict:
    """What somebody else has saved meanwhile, and in what it differs from what was typed.

    ``can_merge`` where the version that the person had open is known, so that it is known who changed what.
    """

    version: int
    by: Person
    at: datetime
    rows: tuple[ConflictRow, ...]
    can_merge: bool


@require_POST
def judge(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Save the verdict; a second person sees the difference before anything of the first is replaced.

    Where the page saves by itself, only what became of it is sent back.
    """
    mission = mission_for(request, slug)
    saved = scoped(mission, requirement_id)
    form = AssessmentForm(request.POST, elements=len(requirement_of(saved).elements))
    finding = form.tried(lambda: _give(request, mission, saved, form))
    conflict = None if finding else _conflict(request, mission, saved, form)
    if "auto" in request.POST:
        finding = finding or _seen(request, mission, saved)
        board = {"mission": mission, "requirement_id": requirement_id, "finding": finding, "conflict": conflict}
        board |= {"form": form, "counted": counted(assessment_of(finding), requirement_of(saved))}
        board["author"] = author_of(finding)
        return render(request, "requirement/_saved.html", board, status=form.status)
    if finding:
        messages.success(request, gettext("Saved."))
        return redirect("requirement", slug, requirement_id)
    page = page_of(request, mission, requirement_id) | {"form": form, "conflict": conflict}
    return render(request, "requirement/page.html", page, status=form.status)


@require_POST
def undo(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Take the own last change back, or bring the chosen version back."""
    mission = mission_for(request, slug)
    form = VersionForm(request.POST)

    def act() -> Finding:
        typed, actor = form.cleaned_data, actor_of(request)
        if typed["sequence"]:
            return restore_verdict(actor, mission, requirement_id, sequence=typed["sequence"], version=typed["version"])
        return undo_verdict(actor, mission, requirement_id, version=typed["version"])

    if form.tried(act):
        messages.success(request, gettext("The verdict is as it was in that version; nothing was deleted."))
        return redirect("requirement", slug, requirement_id)
    page = page_of(request, mission, requirement_id) | {"undo_form": form}
    return render(request, "requirement/page.html", page, status=form.status)


@require_POST
def look(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Remember that a person opened a candidate."""
    mission = mission_for(request, slug)
    form = LookForm(request.POST)

    def act() -> bool:
        edition = edition_named(mission, form.cleaned_data["edition"])
        look_at(actor_of(request), mission, requirement_id, edition=edition, eid=form.cleaned_data["eid"])
        return True

    form.tried(act)
    return HttpResponse(status=form.status if form.errors or form.telling else 204)


def _give(request: HttpRequest, mission: Mission, saved: RequirementEdition, form: AssessmentForm) -> Finding:
    now = _finding(mission, saved)
    typed = form.assessment(assessment_of(now), written_in(request))
    if form.cleaned_data["merge"]:
        base = version_opened(mission, saved.requirement_id, form.cleaned_data["version"])
        typed = _joined(request, now, form, base)
    return give_verdict(
        actor_of(request),
        mission,
        saved.requirement_id,
        law=typed.law,
        practice=typed.practice,
        reason=typed.reason,
        particulars=typed.particulars,
        version=form.seen,
        edition=form.cleaned_data["edition"],
        state=form.seen_state,
    )


def _conflict(
    request: HttpRequest, mission: Mission, saved: RequirementEdition, form: AssessmentForm
) -> Conflict | None:
    """Return what stands in the way; None where it is something else than another person's verdict."""
    theirs = _finding(mission, saved)
    if not (form.telling and form.telling.error == "ChangedMeanwhile" and theirs and theirs.version != form.seen):
        return None
    content, before = written_in(request), assessment_of(theirs)
    base = version_opened(mission, saved.requirement_id, form.cleaned_data["version"])
    mine = form.assessment(before, content)
    opened = (base, form.assessment(base, content)) if base else None
    rows = conflict_rows(before, mine, content, opened)
    return Conflict(theirs.version, theirs.judged_by, theirs.judged_at, rows, can_merge=base is not None)


def _joined(request: HttpRequest, now: Finding | None, form: AssessmentForm, base: Assessment | None) -> Assessment:
    """Return what is saved now with what this person changed; refused where that was not what the person saw."""
    typed = form.cleaned_data
    if now is None or base is None or now.version != typed["merge"]:
        theirs, name = (now.version, now.judged_by.name) if now else (0, "–")
        raise ChangedMeanwhile("verdict", name=name, yours=typed["merge"], theirs=theirs)
    return merged(base, assessment_of(now), form.assessment(base, written_in(request)))


def _seen(request: HttpRequest, mission: Mission, saved: RequirementEdition) -> Finding | None:
    """Return the finding as this person may see it: nothing where a second opinion comes first."""
    is_kept = is_kept_from(actor_of(request), mission, saved.requirement_id)
    return None if is_kept else _finding(mission, saved)


def _finding(mission: Mission, saved: RequirementEdition) -> Finding | None:
    return mission.findings.filter(requirement=saved).select_related("judged_by").first()
