"""Scans on their way to be reviewed: how far they are, and what a person decides when they stop."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from muvofiq.records.actions.request_recognising import give_up_scan, recognise_again
from muvofiq.records.models import Mission
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.scans_list import ScanRow, scan_named, scan_row, scans_list, text_of
from muvofiq.web.forms_acts import SCANNED
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.telling import tell_again
from muvofiq.web.views.jobs import seconds_left


@require_POST
def scan(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Give a scan up, or recognise again what is missing; an error goes to the page of errors."""
    actor, mission = actor_of(request), mission_for(request, slug)
    row = scan_named(mission, pk)
    if "give-up" in request.POST:
        give_up_scan(actor, row)
        messages.success(request, gettext("The scan «%s» is given up; nothing of it is kept.") % row)
    else:
        recognise_again(actor, row)
    return redirect("acts", slug)


def progress(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show how far a scan is; one that has come to its end, or that waits for a person, ends the asking."""
    mission = mission_for(request, slug)
    row = scan_row(mission, pk)
    page = {"mission": mission, "one": _shown(row), "may_import": _may_import(request, mission)}
    return render(request, "acts/_scan.html", page)


def text(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Send what is recognised so far as a text file, which can be corrected and imported; not one for official use."""
    row = scan_named(mission_for(request, slug), pk)
    answer = HttpResponse(text_of(row), content_type="text/plain; charset=utf-8")
    file_name = f"{row.file_name.rsplit('.', 1)[0]}.txt"
    answer["Content-Disposition"] = content_disposition_header(True, file_name) or "attachment"  # noqa: FBT003
    return answer


def shown_scans(mission: Mission) -> list[dict[str, Any]]:
    """Return what the register page shows of each scan."""
    return [_shown(row) for row in scans_list(mission)]


def _shown(row: ScanRow) -> dict[str, Any]:
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
    }


def _may_import(request: HttpRequest, mission: Mission) -> bool:
    return may(actor_of(request), Verb.IMPORT_EDITION, mission)
