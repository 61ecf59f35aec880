"""Scans on their way to become editions: how far they are, and what a person decides when they stop."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from muvofiq.records.actions.import_scan import import_scan
from muvofiq.records.actions.request_recognising import give_up_scan, recognise_again
from muvofiq.records.models import Edition, Mission
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.register_list import act_named
from muvofiq.records.queries.scans_list import ScanRow, scan_named, scan_row, scans_list
from muvofiq.web.counting import articles_of
from muvofiq.web.forms_acts import NEW, SCANNED, ScanForm
from muvofiq.web.languages import content_language
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.telling import tell_again
from muvofiq.web.views.jobs import seconds_left


@require_POST
def scan(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Give a scan up, recognise it again, or file it under an act; an error goes to the page of errors."""
    actor, mission = actor_of(request), mission_for(request, slug)
    row = scan_named(mission, pk)
    form = ScanForm.of(request.POST, row, list(mission.acts.all()), content_language(request))
    if "give-up" in request.POST:
        give_up_scan(actor, row)
        messages.success(request, gettext("The scan «%s» is given up; nothing of it is kept.") % row)
    elif "again" in request.POST:
        recognise_again(actor, row)
    elif form.is_valid():
        chosen = form.cleaned_data["act"]
        act = act_named(mission, chosen) if chosen not in {"", NEW} else None
        editions = import_scan(actor, row, act=act, is_new_act=chosen == NEW)
        for edition in editions:
            messages.success(request, _imported(edition))
        return redirect("law", slug, editions[0].name)
    return redirect("acts", slug)


def progress(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show how far a scan is; one that has come to its end, or that waits for a person, ends the asking."""
    mission = mission_for(request, slug)
    row = scan_row(mission, pk)
    page = {"mission": mission, "one": _shown(request, mission, row), "may_import": _may_import(request, mission)}
    return render(request, "acts/_scan.html", page)


def text(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Send what is recognised so far as a text file, which can be corrected and imported."""
    row = scan_named(mission_for(request, slug), pk)
    answer = HttpResponse(row.text, content_type="text/plain; charset=utf-8")
    file_name = f"{row.file_name.rsplit('.', 1)[0]}.txt"
    answer["Content-Disposition"] = content_disposition_header(True, file_name) or "attachment"  # noqa: FBT003
    return answer


def shown_scans(request: HttpRequest, mission: Mission) -> list[dict[str, Any]]:
    """Return what the register page shows of each scan."""
    return [_shown(request, mission, row) for row in scans_list(mission)]


def _shown(request: HttpRequest, mission: Mission, row: ScanRow) -> dict[str, Any]:
    job = row.job
    left = seconds_left(job) if job else None
    return {
        "key": row.key,
        "scan": row.scan,
        "languages": [SCANNED[one] for one in row.scan.languages] if row.scan else [],
        "job": job,
        "is_at_work": row.is_at_work,
        "seconds_left": left,
        "minutes_left": round((left or 0) / 60),
        "telling": tell_again(job.result) if job else None,
        "form": ScanForm.of(None, row.scan, list(mission.acts.all()), content_language(request)),
    }


def _may_import(request: HttpRequest, mission: Mission) -> bool:
    return may(actor_of(request), Verb.IMPORT_EDITION, mission)


def _imported(edition: Edition) -> str:
    said = gettext("Imported: %(articles)s, recognised from pictures. Proof-read them before you rely on them.")
    return said % {"articles": articles_of(edition)}
