"""A law file under review: what was read and put right in it, what a person corrects, and its filing."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRefresh

from muvofiq.records.actions.drop_draft import drop_draft
from muvofiq.records.actions.file_draft import file_draft
from muvofiq.records.actions.import_edition import Filing
from muvofiq.records.actions.read_draft import read_again
from muvofiq.records.actions.review_draft import correct_line, decide_repairs, take_correction_back
from muvofiq.records.models import Draft, Edition, Mission
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.answers import edition_named
from muvofiq.records.queries.draft_page import (
    DraftRow,
    draft_named,
    draft_page,
    drafts_list,
    keys_by_damage,
    lines_from,
    withheld_from,
)
from muvofiq.records.queries.law_text import all_editions_on_file
from muvofiq.records.queries.register_list import act_named, reasons_of
from muvofiq.text.choices import Changes
from muvofiq.web.counting import articles_of
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_acts import FACTS, NEW
from muvofiq.web.forms_drafts import CorrectionForm, DecisionForm, FilingForm, ReadingForm, RepairsForm, unit_choices
from muvofiq.web.forms_purpose import purpose_typed
from muvofiq.web.languages import content_language
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.telling import tell_again, tell_remark
from muvofiq.web.views.jobs import seconds_left

MANY = ":100"  # repairs of one kind that are shown at first: what is beyond occurs once or twice each
REASONS = {"title": FACTS["title"], "number": FACTS["number"], "date": FACTS["adopted"]}


def draft(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show a file under review, or how far its reading is."""
    mission = mission_for(request, slug)
    return _shown(request, mission, draft_named(mission, pk), None)


def lines(request: HttpRequest, slug: str, pk: UUID, number: int) -> HttpResponse:
    """Show the lines of one article or heading."""
    mission = mission_for(request, slug)
    row = draft_named(mission, pk)
    page = _page(request, mission, row)
    language, shown = lines_from(row.draft, number) if row.is_read and not page["withheld"] else ("", ())
    page |= {"language": language, "lines": shown, "version": request.GET.get("version", "")}
    return render(request, "drafts/_lines.html", page)


@require_POST
def decide(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Refuse repairs or make them after all, correct what a line begins, or take a correction back."""
    actor, mission = actor_of(request), mission_for(request, slug)
    row = draft_named(mission, pk)
    form: DecisionForm = (CorrectionForm if "line" in request.POST else RepairsForm)(request.POST)

    def act() -> bool:
        version = form.cleaned_data["version"]
        if not isinstance(form, CorrectionForm):
            decide_repairs(actor, row.draft, version=version, **_repairs(form.cleaned_data, row.draft))
        elif "take_back" in request.POST:
            take_correction_back(actor, row.draft, version=version, line=form.cleaned_data["line"])
        else:
            correct_line(actor, row.draft, version=version, correction=form.correction)
        return True

    if form.tried(act) is None:
        return _shown(request, mission, draft_named(mission, pk), form)
    line = request.POST.get("line", "")
    place = f"?open={line}#line-{line}" if line else "#repairs"
    return redirect(f"{reverse('draft', args=[slug, pk])}{place}")


@require_POST
def file(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """File the draft and show the law; what is not clear is told in place."""
    actor, mission = actor_of(request), mission_for(request, slug)
    row = draft_named(mission, pk)
    known = {act.pk for act in mission.acts.all()}
    form = _filing_form(request, mission, row.draft)

    def act() -> tuple[Edition, ...]:
        typed = form.cleaned_data
        filing = filing_of(typed, mission)
        said = {"may_use_restricted": typed["is_allowed"], "is_restricted": typed["is_restricted"]}
        return file_draft(actor, row.draft, version=typed["version"], filing=filing, **said)

    editions = form.tried(act)
    if editions is None:
        return _shown(request, mission, draft_named(mission, pk), form)
    for edition in editions:
        _tell_filing(request, edition, form, is_new=edition.act_id not in known)
    return redirect("law", slug, editions[0].name)


@require_POST
def read(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Read a file again that could not be read."""
    mission = mission_for(request, slug)
    row = draft_named(mission, pk)
    form = ReadingForm(request.POST)
    if form.is_valid():
        read_again(actor_of(request), row.draft, Changes(form.cleaned_data["changes"] or Changes.ASK))
    return redirect("draft", slug, pk)


@require_POST
def give_up(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Let the file go."""
    mission = mission_for(request, slug)
    row = draft_named(mission, pk)
    drop_draft(actor_of(request), row.draft)
    messages.success(request, gettext("«%s» is given up; nothing of it is kept.") % row.draft)
    return redirect("acts", slug)


def progress(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show how far the reading is; at its end the whole page comes anew."""
    mission = mission_for(request, slug)
    row = draft_named(mission, pk)
    if not row.is_at_work:
        return HttpResponseClientRefresh()
    return render(request, "drafts/_progress.html", _page(request, mission, row))


def shown_drafts(mission: Mission) -> list[DraftRow]:
    """Return what the register page shows of the files under review."""
    return drafts_list(mission)


def filing_of(typed: dict[str, Any], mission: Mission) -> Filing:
    """Return how a person wants a law filed, as it was chosen in a form."""
    purpose, state = purpose_typed(typed["purpose"])
    return Filing(
        act=act_named(mission, typed["act"]) if typed["act"] not in {"", NEW} else None,
        is_new_act=typed["act"] == NEW,
        as_of=typed["as_of"],
        replaces=edition_named(mission, typed["replaces"]) if typed["replaces"] else None,
        purpose=purpose,
        state=state,
    )


def _shown(request: HttpRequest, mission: Mission, row: DraftRow, form: WorkForm | None) -> HttpResponse:
    page = _page(request, mission, row) | {"told": form}
    if row.is_read and not page["withheld"]:
        filing = form if isinstance(form, FilingForm) else _filing_form(request, mission, row.draft, is_typed=False)
        told = form if form is not filing else None
        opened = request.GET.get("open", "") or request.POST.get("line", "")
        found = draft_page(row.draft, int(opened) if opened.isdecimal() and len(opened) < 9 else 0)
        page |= {
            "page": found,
            "version": found.decisions.version,
            "form": filing,
            "told": told,
            "limit": ":" if "all" in request.GET else MANY,
        }
    return render(request, "drafts/page.html", page, status=form.status if form else 200)


def _page(request: HttpRequest, mission: Mission, row: DraftRow) -> dict[str, Any]:
    return {
        "mission": mission,
        "here": "acts",
        "row": row,
        "draft": row.draft,
        "job": row.job,
        "telling": tell_again(row.job.result) if row.job else None,
        "seconds_left": seconds_left(row.job) if row.job else None,
        "reading": ReadingForm(initial={"changes": row.draft.changes}, label_suffix=""),
        "units": unit_choices(),
        "may_import": may(actor_of(request), Verb.IMPORT_EDITION, mission),
        "withheld": withheld_from(actor_of(request), row),
    }


def _filing_form(request: HttpRequest, mission: Mission, draft: Draft, *, is_typed: bool = True) -> FilingForm:
    data = request.POST if is_typed else None
    return FilingForm.of(
        data, draft, list(mission.acts.all()), all_editions_on_file(mission), content_language(request)
    )


def _repairs(typed: dict[str, Any], draft: Draft) -> dict[str, list[str]]:
    """Return the keys of the repairs that were refused or made: one, or all of a kind of damage."""
    keys = keys_by_damage(draft)
    return {name: [*filter(None, [typed[name]]), *keys.get(typed[f"{name}_all"], ())] for name in ("refuse", "make")}


def _tell_filing(request: HttpRequest, edition: Edition, form: FilingForm, *, is_new: bool) -> None:
    """Say under which act the file was filed and by what it was recognised, and what the reader could not take over."""
    if is_new:
        how = gettext("a new act of the register; please confirm its number and its date there")
    elif form.cleaned_data["act"]:
        how = gettext("chosen by you")
    elif edition.replaces:
        how = gettext("the act of the edition that it replaces")
    else:
        how = gettext("recognised by %s") % ", ".join(gettext(str(REASONS[one])) for one in reasons_of(edition))
    title = next(iter(edition.act.title.values()))
    said = gettext("Imported: %(articles)s in the language %(language)s, filed under «%(title)s» (%(how)s).")
    values = {"articles": articles_of(edition), "language": edition.language.upper(), "title": title, "how": how}
    messages.success(request, said % values)
    for remark in edition.remarks:
        messages.warning(request, tell_remark(remark))
