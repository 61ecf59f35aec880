"""The mission's own standards: an instrument becomes draft requirements, which an expert edits."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext

from muvofiq.records.actions.add_instrument import add_instrument, correct_instrument, take_instrument
from muvofiq.records.actions.decide_draft import decide_draft, decide_drafts
from muvofiq.records.actions.draft_requirements import draft_requirements
from muvofiq.records.actions.publish_requirement import publish_requirement, refuse_unknown, who_edits
from muvofiq.records.actions.remove_instrument import remove_instrument
from muvofiq.records.models import DraftRequirement, Mission, OwnInstrument, RequirementEdition
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.own_standards import (
    OwnStandard,
    acts_to_use,
    beside,
    draft_keyed,
    draft_shown,
    drafted_of,
    drafts_of,
    newest_of,
    own_requirements,
    own_standards,
    own_words,
    standard_keyed,
    uses_of,
)
from muvofiq.records.queries.register_list import act_named
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.records.words import DraftState
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.vocabulary import Strength
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_standards import DecisionForm, RequirementForm, SeveralForm, ShownForm, StandardForm
from muvofiq.web.languages import content_language
from muvofiq.web.requests import actor_of, mission_for

PAGE = 60  # drafts that are shown at once: two or three hours of reading


def standards(request: HttpRequest, slug: str) -> HttpResponse:
    """List the mission's own instruments and requirements; make an instrument of an act on file."""
    mission = mission_for(request, slug)
    acts = acts_to_use(mission)
    wanted = request.GET.get("act", str(acts[0].pk) if len(acts) == 1 else "")
    opened = next((one for one in acts if str(one.pk) == wanted), None)
    form = StandardForm.of(request.POST or None, acts, content_language(request), mission.state, opened=opened)
    if row := form.tried(lambda: _add(request, mission, form)):
        count = row.drafts.count()
        said = ngettext("%(count)s draft is proposed.", "%(count)s drafts are proposed.", count)
        messages.success(request, said % {"count": count})
        return redirect("standard", slug, row.pk)
    page = _page(request, mission) | {
        "standards": own_standards(mission),
        "requirements": own_requirements(mission),
        "acts": acts,
        "form": form,
        "may_import": may(actor_of(request), Verb.IMPORT_EDITION, mission),
    }
    return render(request, "norms/standards.html", page, status=form.status)


def standard(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show an instrument with its drafts; decide about several, draft once more, or correct its facts."""
    mission = mission_for(request, slug)
    found = standard_keyed(mission, pk)
    row, language = found.row, content_language(request)
    several, again = SeveralForm(_if(request, "several"), label_suffix=""), WorkForm(_if(request, "again"))
    removal = WorkForm(_if(request, "remove"))
    if removal.tried(lambda: _remove(request, row)):
        return redirect("standards", slug)
    facts = StandardForm.known(_if(request, "facts"), found.instrument, language, mission.state, row.version)
    done = (
        several.tried(lambda: _told(request, _decide_several(request, row, several)))
        or again.tried(lambda: _told_new(request, draft_requirements(actor_of(request), row)))
        or facts.tried(lambda: _correct(request, row, facts))
    )
    if done:
        return redirect(request.get_full_path())
    tried = next((one for one in (several, again, facts, removal) if one.is_bound), several)
    page = _page(request, mission) | _drafts_page(request, found)
    page |= {"several": several, "facts": facts, "tried": tried}
    return render(request, "norms/standard.html", page, status=tried.status)


def draft(request: HttpRequest, slug: str, pk: UUID, draft: UUID) -> HttpResponse:
    """Edit one draft, keep it, drop it, or take that back."""
    mission = mission_for(request, slug)
    found = standard_keyed(mission, pk)
    row, language = draft_keyed(found, draft), content_language(request)
    is_edited = "title" in request.POST
    form = RequirementForm.of(request.POST if is_edited else None, drafted_of(row), language, row.version)
    if "check" in request.POST:
        return _checked(request, mission, form)
    decision = DecisionForm(_if(request, "state"))
    if is_edited:
        form.tried(lambda: form.requirement)  # a citation that is none is told in the form
    is_right = not is_edited or (form.is_valid() and not form.telling)
    if is_right and decision.tried(lambda: _decide(request, row, decision, form if is_edited else None)) is not None:
        return _decided(request, found, row)
    if request.htmx and not is_edited:  # type: ignore[attr-defined]
        page = _page(request, mission) | {"standard": found, "one": draft_shown(draft_keyed(found, draft))}
        return render(request, "norms/_draft.html", page | {"tried": decision}, status=decision.status)
    tried = decision if decision.telling else form
    before, behind = beside(found, row)
    page = _page(request, mission) | {"standard": found, "one": draft_shown(row), "form": form, "tried": tried}
    page |= {
        "before": before,
        "behind": behind,
        "conflict": _conflict(tried, lambda: drafted_of(draft_keyed(found, draft))),
    }
    return render(request, "norms/draft.html", page, status=tried.status)


def edit(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Edit a requirement; saving publishes a new edition."""
    mission, actor = mission_for(request, slug), actor_of(request)
    saved = newest_of(mission, requirement_id)
    form = RequirementForm.of(request.POST or None, requirement_of(saved), content_language(request), saved.edition)
    if "check" in request.POST:
        return _checked(request, mission, form)
    if edition := form.tried(lambda: _publish(request, mission, form)):
        messages.success(request, gettext("Saved as edition %(number)s.") % {"number": edition.edition})
        return redirect("edit-requirement", slug, requirement_id)
    page = _page(request, mission) | {
        "saved": saved,
        "uses": uses_of(mission, saved),
        "requirement": requirement_of(saved),
        "words": own_words(mission, requirement_of(saved)),
        "form": form,
        "tried": form,
        "may_edit": may(actor, *who_edits(mission, is_released=saved.mission is None)),
        "conflict": _conflict(form, lambda: requirement_of(newest_of(mission, requirement_id))),
    }
    return render(request, "norms/requirement_form.html", page, status=form.status)


def _page(request: HttpRequest, mission: Mission) -> dict[str, Any]:
    actor = actor_of(request)
    return {
        "mission": mission,
        "here": "norms",
        "may_edit": may(actor, Verb.EDIT_STANDARDS, mission),
        "may_scope": may(actor, Verb.CHOOSE_SCOPE, mission),
    }


def _drafts_page(request: HttpRequest, found: OwnStandard) -> dict[str, Any]:
    show = ShownForm(request.GET)
    pages = Paginator(drafts_of(found, **show.shown), PAGE)
    shown = pages.get_page(request.GET.get("page"))
    is_open = [one for one in shown if one.draft.state == DraftState.PROPOSED.value]
    query = request.GET.copy()
    query.pop("page", None)
    return {
        "standard": found,
        "show": show,
        "shown": shown,
        "query": query.urlencode(),
        "duties": [one for one in is_open if one.requirement.strength is Strength.SHALL],
        "silent": [one for one in is_open if not one.is_asking],
    }


def _if(request: HttpRequest, name: str) -> QueryDict | None:
    """Return what was sent, if it was sent by the button of this name."""
    return request.POST if name in request.POST else None


def _add(request: HttpRequest, mission: Mission, form: StandardForm) -> OwnInstrument:
    act = act_named(mission, UUID(form.cleaned_data["act"]))
    if name := form.cleaned_data["instrument"]:
        return take_instrument(actor_of(request), mission, act=act, name=name)
    return add_instrument(actor_of(request), mission, act=act, entry=form.entry)


def _correct(request: HttpRequest, row: OwnInstrument, form: StandardForm) -> bool:
    correct_instrument(actor_of(request), row, entry=form.entry, version=form.cleaned_data["version"] or 0)
    messages.success(request, gettext("Saved."))
    return True


def _remove(request: HttpRequest, row: OwnInstrument) -> bool:
    remove_instrument(actor_of(request), row)
    messages.success(request, gettext("Removed; the history keeps what it said."))
    return True


def _decide_several(request: HttpRequest, row: OwnInstrument, form: SeveralForm) -> int:
    typed = form.cleaned_data
    return decide_drafts(
        actor_of(request), row, state=form.decision, versions=typed["draft"], into_scope=typed["into_scope"]
    )


def _told(request: HttpRequest, count: int) -> bool:
    said = ngettext("%(count)s draft is decided.", "%(count)s drafts are decided.", count)
    messages.success(request, said % {"count": count})
    return True


def _told_new(request: HttpRequest, count: int) -> bool:
    said = ngettext("Drafted again: %(count)s proposal is open.", "Drafted again: %(count)s proposals are open.", count)
    messages.success(request, said % {"count": count})
    return True


def _decide(
    request: HttpRequest, row: DraftRequirement, decision: DecisionForm, form: RequirementForm | None
) -> DraftRequirement:
    is_scoped = bool(form and form.cleaned_data["into_scope"]) or "into_scope" in request.POST
    return decide_draft(
        actor_of(request),
        row,
        state=decision.decision,
        version=decision.cleaned_data["version"],
        edited=form.requirement if form else None,
        into_scope=is_scoped and decision.decision is DraftState.KEPT,
    )


def _decided(request: HttpRequest, found: OwnStandard, row: DraftRequirement) -> HttpResponse:
    """Show what was decided: in the list where it was decided there, else on the page of the next draft."""
    mission = found.row.mission
    if request.htmx:  # type: ignore[attr-defined]
        page = _page(request, mission) | {"standard": found, "one": draft_shown(row)}
        return render(request, "norms/_draft.html", page)
    messages.success(request, gettext("Saved."))
    return redirect("draft-requirement", mission.slug, found.row.pk, row.pk)


def _publish(request: HttpRequest, mission: Mission, form: RequirementForm) -> RequirementEdition:
    version = form.cleaned_data["version"] or 0
    return publish_requirement(actor_of(request), mission, form.requirement, based_on=version)


def _checked(request: HttpRequest, mission: Mission, form: RequirementForm) -> HttpResponse:
    """Tell what is wrong with a form while it is typed; nothing is saved."""
    form.tried(lambda: _vouched(mission, form.requirement))
    return render(request, "norms/_checked.html", {"form": form})


def _vouched(mission: Mission, requirement: Requirement) -> bool:
    refuse_unknown(mission, Requirement.parse(str(requirement), requirement.code))
    return True


def _conflict(form: WorkForm, newest: Callable[[], Requirement]) -> Requirement | None:
    """Return what somebody else has saved meanwhile, so that both can be compared."""
    return newest() if form.telling and form.telling.status == 409 else None
