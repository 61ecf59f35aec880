"""The findings as a list, and who judges what."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from muvofiq.publication.findings_list import write_list_csv, write_list_xlsx
from muvofiq.records.actions.assign import assign
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Mission, Person
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.blind import kept_from
from muvofiq.records.queries.changed_sources import touched_requirements
from muvofiq.records.queries.coverage import left_out
from muvofiq.records.queries.finding_filters import Filters, Order, counted, filtered
from muvofiq.records.queries.findings_sheet import findings_sheet
from muvofiq.records.queries.mission_home import last_job
from muvofiq.records.queries.missions import progress_over
from muvofiq.records.queries.people import members_of, person_named
from muvofiq.records.queries.scope_list import Left, ScopeRow, scope_list
from muvofiq.web.finding_address import address_of, filters_in, order_in
from muvofiq.web.finding_choices import chips, choices, themes_of
from muvofiq.web.forms_assign import AssignForm
from muvofiq.web.labels_findings import ORDERS
from muvofiq.web.languages import content_language
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.sending import CSV, EXCEL, sent

WRITERS = {"list.xlsx": (EXCEL, write_list_xlsx), "list.csv": (CSV, write_list_csv)}


def findings(request: HttpRequest, slug: str) -> HttpResponse:
    """List the scope with its verdicts: all, or what fulfils the conditions of the address."""
    mission = mission_for(request, slug)
    return render(request, "findings/list.html", _page(request, mission, request.GET))


def download(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Send the list as it stands on the screen."""
    mission, language = mission_for(request, slug), content_language(request)
    if name not in WRITERS:
        raise NotOnFile(f"{mission} > findings", sort="file", name=name)
    filters, order = filters_in(request.GET), order_in(request.GET)
    rows, people = scope_list(mission, actor_of(request)), members_of(mission)
    chosen = "; ".join(f"{one.label}: {one.value}" for one in chips(filters, order, people, language))
    table = findings_sheet(
        mission, filtered(rows, filters, order), language, scope=len(rows), chosen=chosen, made_on=localdate()
    )
    content_type, write = WRITERS[name]
    return sent(write(table, language), content_type, f"{mission.slug}-findings.{name.partition('.')[2]}")


@require_POST
def assign_one(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Say who judges a requirement, from its own page."""
    mission, form = mission_for(request, slug), AssignForm(request.POST)
    done = form.tried(lambda: _assign(request, mission, [requirement_id], form.cleaned_data["owner"]))
    if done is None:
        page = _page(request, mission, QueryDict()) | {"form": form}
        return render(request, "findings/list.html", page, status=form.status)
    return redirect("requirement", mission.slug, requirement_id)


@require_POST
def assign_many(request: HttpRequest, slug: str) -> HttpResponse:
    """Say who judges the ticked requirements, those of a theme, or the one that a person takes."""
    mission, form = mission_for(request, slug), AssignForm(request.POST)
    done = form.tried(lambda: _assign(request, mission, *_meant(request, mission, form)))
    back = QueryDict(form.cleaned_data.get("back", "").removeprefix("?"))
    if done is None:
        page = _page(request, mission, back) | {"form": form, "ticked": request.POST.getlist("requirement")}
        return render(request, "findings/list.html", page, status=form.status)
    said = ngettext("Assigned: %(count)s requirement.", "Assigned: %(count)s requirements.", done)
    messages.success(request, said % {"count": done})
    return redirect(f"{reverse('requirements', args=[slug])}{address_of(filters_in(back), order_in(back))}")


def _meant(request: HttpRequest, mission: Mission, form: AssignForm) -> tuple[list[str], str]:
    """Return which requirements are meant, and the user name of the person who is to judge them."""
    typed = form.cleaned_data
    if typed["take"]:
        return [typed["take"]], actor_of(request).username
    if typed["theme"]:
        rows = scope_list(mission, actor_of(request))
        return [row.requirement.id for row in rows if row.requirement.theme == typed["theme"]], typed["owner"]
    return typed["requirement"], typed["owner"]


def _assign(request: HttpRequest, mission: Mission, ids: list[str], username: str) -> int:
    owner: Person | None = person_named(username) if username else None
    return assign(actor_of(request), mission, ids, owner)


def _page(request: HttpRequest, mission: Mission, query: QueryDict) -> dict[str, Any]:
    actor, content = actor_of(request), content_language(request)
    filters, order = filters_in(query), order_in(query)
    rows, people = scope_list(mission, actor), members_of(mission)
    return {
        "mission": mission,
        "rows": filtered(rows, filters, order),
        "total": len(rows),
        "progress": progress_over(row.judging for row in rows),
        "filters": filters,
        "choices": choices(counted(rows, filters), filters, people, content),
        "chips": chips(filters, order, people, content),
        "orders": [(one.value, label, one is order) for one, label in ORDERS.items()],
        "query": address_of(filters, order),
        "mine": _mine(rows, filters, order, actor),
        "touched": touched_requirements(mission) - kept_from(actor, mission),
        "again": sum(Left.AGAIN in row.left for row in rows),
        "left_out": left_out(mission, filters.group, filters.stage) if filters.group or filters.stage else [],
        "people": people,
        "themes": themes_of(rows, content),
        "job": last_job(mission),
        "may_match": may(actor, Verb.REQUEST_MATCHING, mission),
        "may_assign": may(actor, Verb.ASSIGN, mission),
        "here": "requirements",
    }


def _mine(rows: list[ScopeRow], filters: Filters, order: Order, actor: Person) -> dict[str, object]:
    """Return how many requirements are the actor's, and the address that lists them, or all again."""
    is_on = filters.owner == actor.username
    query = address_of(filters.without("owner") if is_on else Filters(owner=actor.username), order)
    return {"count": sum(row.owner == actor for row in rows), "query": query, "is_on": is_on}
