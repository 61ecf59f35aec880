"""Catalogues and tables of concordance in and out."""

from collections import Counter
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.utils.translation import gettext, ngettext

from muvofiq.errors import MuvofiqError
from muvofiq.publication.catalogue_xlsx import write_catalogue
from muvofiq.publication.columns_guess import heads_at
from muvofiq.records.actions.receive_table import give_up_table, receive_table, say_columns
from muvofiq.records.actions.take_table import take_table
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Mission, ReceivedTable
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.exchange import Which, bundle_of, exchange_page, received_keyed
from muvofiq.records.queries.norms import instruments_of
from muvofiq.records.queries.received import Received, received_of
from muvofiq.records.queries.received_reading import guessed, sheet_named
from muvofiq.standards.bundle import Bundle
from muvofiq.text.read import LIMIT
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_exchange import ColumnsForm, LookForm, ReceiveForm, TakeTableForm
from muvofiq.web.labels_exchange import PARTS
from muvofiq.web.languages import interface_language
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.telling import tell
from muvofiq.web.views.documents import EXCEL

ROWS = 5  # of a stranger's table that are shown below its heads
MOST = 300  # entries of one sort that a page shows
YAML = "application/yaml; charset=utf-8"


def exchange(request: HttpRequest, slug: str) -> HttpResponse:
    """Offer the catalogue to take away, and take a file in."""
    mission = mission_for(request, slug)
    is_sent = request.method == "POST"
    form = ReceiveForm(request.POST if is_sent else None, request.FILES if is_sent else None, label_suffix="")
    table = form.tried(lambda: _receive(request, mission, form))
    if table:
        return redirect("received-table", slug, table.pk)
    page = exchange_page(mission)
    parts = [(which.value, PARTS[which], count) for which, count in page.counts.items()]
    shown = {"mission": mission, "here": "norms", "parts": parts, "waiting": page.waiting, "form": form}
    return render(
        request, "norms/exchange.html", {**shown, "may_edit": _may_edit(request, mission)}, status=form.status
    )


def received(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Say which column of a received file holds what, see what it would do, and take it or give it up."""
    mission = mission_for(request, slug)
    table = received_keyed(mission, pk)
    if "give_up" in request.POST:
        give_up_table(actor_of(request), table)
        messages.success(request, gettext("The file is given up; nothing of it was taken."))
        return redirect("exchange", slug)
    take = TakeTableForm(request.POST if "take" in request.POST else None, label_suffix="")
    done = take.tried(lambda: take_table(actor_of(request), table, **take.cleaned_data))
    if done:
        said = ngettext("%(count)s entry is taken.", "%(count)s entries are taken.", done.taken)
        messages.success(request, said % {"count": done.taken})
        return redirect("standards", slug)
    reading = _reading(request, table)
    if reading is None:
        return redirect("received-table", slug, pk)
    page = {"mission": mission, "here": "norms", "table": table, "take": take, **reading, **_told(table)}
    page |= {"may_edit": _may_edit(request, mission), "may_scope": may(actor_of(request), Verb.CHOOSE_SCOPE, mission)}
    tried = reading["form"] if reading and reading["form"].is_bound else take
    return render(request, "norms/received.html", page, status=tried.status)


def download(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Send the catalogue as a file."""
    mission = mission_for(request, slug)
    which, _, form = name.rpartition(".")
    if which not in set(Which) or form not in WRITERS:
        raise NotOnFile(f"{mission} > norms", sort="document", name=name)
    content_type, write = WRITERS[form]
    answer = HttpResponse(write(bundle_of(mission, Which(which))), content_type=content_type)
    file_name = f"{mission.slug}-{name}"
    answer["Content-Disposition"] = content_disposition_header(True, file_name) or "attachment"  # noqa: FBT003
    return answer


def _yaml(bundle: Bundle) -> bytes:
    return str(bundle).encode()


def _xlsx(bundle: Bundle) -> bytes:
    return write_catalogue(bundle, interface_language(), localdate())


WRITERS: dict[str, tuple[str, Callable[[Bundle], bytes]]] = {"yaml": (YAML, _yaml), "xlsx": (EXCEL, _xlsx)}


def _receive(request: HttpRequest, mission: Mission, form: WorkForm) -> ReceivedTable:
    file = form.cleaned_data["file"]
    return receive_table(actor_of(request), mission, data=file.read(LIMIT + 1), file_name=file.name or "")


def _reading(request: HttpRequest, table: ReceivedTable) -> dict[str, Any] | None:
    """Return what the page shows of a stranger's columns; nothing for a catalogue of ours; None when they are said."""
    typed = request.POST if "say" in request.POST else request.GET
    asked = {name: typed[name] for name in ("layout", "sheet", "head") if name in typed}
    found = guessed(table, asked)
    if found is None:
        return {}
    sheets, columns = found
    sheet = sheet_named(sheets, columns.sheet, table.file_name)
    data = request.POST if "say" in request.POST else None
    form = ColumnsForm.of(data, sheet, columns, instruments_of(table.mission), table.columns)
    if form.tried(lambda: _say(request, table, form)):
        return None
    heads, first = heads_at(sheet, columns.head, columns.layout), sheet.rows[columns.head : columns.head + ROWS]
    rows = enumerate(((*row, *[""] * (len(heads) - len(row))) for row in first), columns.head + 1)
    is_said = bool(table.layout) and not asked
    return {
        "look": LookForm.of(sheets, columns),
        "form": form,
        "heads": heads,
        "is_said": is_said,
        "rows": list(rows),
    }


def _say(request: HttpRequest, table: ReceivedTable, form: ColumnsForm) -> bool:
    columns, said = form.said()
    say_columns(actor_of(request), table, columns, said=said)
    return True


def _told(table: ReceivedTable) -> dict[str, Any]:
    """Return what the file would do, or why it cannot be read."""
    try:
        found = received_of(table)
    except MuvofiqError as error:
        return {"telling": tell(error)}
    return {"found": found, **_counted(found)} if found else {}


def _counted(found: Received) -> dict[str, Any]:
    parts = (found.requirements, found.instruments, found.relations, found.links)
    fates = Counter(found.fates)
    shown = [[one for one in part if one.fate != "unchanged"] for part in parts]
    names = ("requirements", "instruments", "relations", "links")
    more = sum(len(part[MOST:]) for part in shown)
    lists = {name: part[:MOST] for name, part in zip(names, shown, strict=True)}
    return {"fates": [(fate.value, count) for fate, count in fates.items()], "more": more, **lists}


def _may_edit(request: HttpRequest, mission: Mission) -> bool:
    return may(actor_of(request), Verb.EDIT_STANDARDS, mission)
