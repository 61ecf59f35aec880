"""The acts of the state: their register, the import of law files, and a law to read."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.files import File
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from muvofiq.law.opening import is_scan
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.request_recognising import request_recognising
from muvofiq.records.actions.upload_draft import upload_draft
from muvofiq.records.errors import Missing
from muvofiq.records.models import Act, Draft, Mission, Scan
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.answers import edition_named
from muvofiq.records.queries.law_page import found_in_other_laws, law_page, places
from muvofiq.records.queries.law_text import all_editions_on_file
from muvofiq.records.queries.register_list import act_named, register_groups
from muvofiq.records.queries.versions import versions_of
from muvofiq.records.words import Purpose
from muvofiq.text.choices import Changes, Choices
from muvofiq.text.read import LIMIT
from muvofiq.web.beside import law_beside
from muvofiq.web.forms_acts import TEXTS, ActForm, ImportForm
from muvofiq.web.forms_purpose import preset, purpose_typed
from muvofiq.web.languages import content_language
from muvofiq.web.removing import is_removed
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.views.drafts import filing_of, shown_drafts
from muvofiq.web.views.scans import shown_scans


def acts(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the register, and the form that imports a law file."""
    mission = mission_for(request, slug)
    return render(request, "acts/page.html", _register_page(request, mission, _import_form(request, mission)))


def upload(request: HttpRequest, slug: str) -> HttpResponse:
    """Read a law file and show it for review; what cannot be read is told in place, and nothing is saved."""
    actor, mission = actor_of(request), mission_for(request, slug)
    if request.method != "POST":
        return redirect("acts", slug)
    form = _import_form(request, mission)
    waiting = {row.draft.pk for row in shown_drafts(mission)}

    def act() -> Draft | Scan:
        typed = form.cleaned_data
        file = _chosen_file(typed["file"], mission)
        data, name, languages = file.read(LIMIT + 1), file.name or "", typed["recognise"]
        filing = filing_of(typed, mission)
        if languages and is_scan(data, name):
            return request_recognising(actor, mission, data=data, file_name=name, languages=languages, filing=filing)
        choices = Choices(Changes(typed["changes"] or Changes.ASK))
        return upload_draft(actor, mission, data=data, file_name=name, choices=choices, filing=filing)

    done = form.tried(act)
    if done is None:
        return render(request, "acts/page.html", _register_page(request, mission, form), status=form.status)
    if isinstance(done, Scan):
        messages.success(request, gettext("«%s» is kept and will be recognised; its progress stands below.") % done)
        return redirect("acts", slug)
    if done.pk in waiting:
        said = gettext("«%s» waits for its review already, with what was decided there; it is filed as you chose now.")
        messages.warning(request, said % done)
    return redirect("draft", slug, done.pk)


def register(request: HttpRequest, slug: str, pk: UUID | None = None) -> HttpResponse:
    """Enter an act into the register by hand, correct it or remove it."""
    actor, mission, language = actor_of(request), mission_for(request, slug), content_language(request)
    row = act_named(mission, pk) if pk else None
    form = ActForm.of(request.POST if "save" in request.POST else None, row, language, state=mission.state)

    def save() -> Act:
        typed = form.cleaned_data
        facts: dict[str, Any] = {name: typed[name] for name in ("number", "adopted", "kind", "unconfirmed")}
        for field, fact in TEXTS.items():
            facts[fact] = {**(getattr(row, fact) if row else {}), language: typed[field]}
        purpose, state = purpose_typed(typed["purpose"]) if typed["purpose"] else (None, "")
        return register_act(actor, mission, **facts, registered=row, purpose=purpose, state=state)

    if "remove" in request.POST and row:
        if is_removed(request, form, row):
            return redirect("acts", slug)
    elif "save" in request.POST and form.tried(save) is not None:
        messages.success(request, gettext("Saved."))
        return redirect("acts", slug)
    page = {"mission": mission, "row": row, "form": form, "here": "acts", "may_plan": may(actor, Verb.PLAN, mission)}
    return render(request, "acts/register.html", page, status=form.status)


def law(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Show a law: its tree, its words, and what rests on its units."""
    mission = mission_for(request, slug)
    edition = edition_named(mission, name)
    is_national = edition.act.purpose == Purpose.NATIONAL.value
    looked_for = request.GET.get("search", "").strip()
    page = {
        "mission": mission,
        "here": "acts",
        "edition": edition,
        "page": law_page(edition, actor_of(request)),
        "looked_for": looked_for,
        "found": places(edition, looked_for),
        "found_elsewhere": found_in_other_laws(edition, looked_for) if looked_for else [],
        "may_recommend": is_national and may(actor_of(request), Verb.RECOMMEND, mission),
        "versions": versions_of(edition),
        **law_beside(request, edition),
    }
    return render(request, "acts/law.html", page)


def _import_form(request: HttpRequest, mission: Mission) -> ImportForm:
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    language = content_language(request)
    known = list(mission.acts.all()), all_editions_on_file(mission)
    purpose = preset(request.GET.get("purpose", ""))
    return ImportForm.of(data, files, *known, language, state=mission.state, purpose=purpose)


def _register_page(request: HttpRequest, mission: Mission, form: ImportForm) -> dict[str, Any]:
    actor = actor_of(request)
    return {
        "mission": mission,
        "here": "acts",
        "groups": register_groups(mission, content_language(request)),
        "scans": shown_scans(mission),
        "drafts": shown_drafts(mission),
        "form": form,
        "limit_mb": LIMIT // 1_000_000,
        "may_import": may(actor, Verb.IMPORT_EDITION, mission),
        "may_plan": may(actor, Verb.PLAN, mission),
    }


def _chosen_file(file: "File[bytes] | None", mission: Mission) -> "File[bytes]":
    if file is None:
        raise Missing(f"{mission} > acts", field=gettext("the file of the law"))
    return file
