"""The findings as a list, and who judges what."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.coverage import concerns, left_out
from muvofiq.records.queries.mission_home import last_job
from muvofiq.records.queries.scope_list import scope_list
from muvofiq.web.labels_coverage import GROUPS, STAGES, group_named, stage_named
from muvofiq.web.requests import actor_of, mission_for


def findings(request: HttpRequest, slug: str) -> HttpResponse:
    """List the scope with its verdicts: all, or what concerns a group or a stage, or what is to be looked at again."""
    mission = mission_for(request, slug)
    group, stage = group_named(request.GET.get("group", "")), stage_named(request.GET.get("stage", ""))
    rows, is_again = scope_list(mission), request.GET.get("look", "") == "again"
    page = {
        "mission": mission,
        "rows": [row for row in rows if concerns(row.requirement, group, stage) and (row.look_again or not is_again)],
        "total": len(rows),
        "again": sum(row.look_again for row in rows),
        "is_again": is_again,
        "cell": [str(word) for word in (group and GROUPS[group], stage and STAGES[stage]) if word],
        "left_out": left_out(mission, group, stage) if group or stage else [],
        "job": last_job(mission),
        "may_match": may(actor_of(request), Verb.REQUEST_MATCHING, mission),
        "here": "requirements",
    }
    return render(request, "requirement/list.html", page)


def assign_one(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Say who judges a requirement."""
    mission = mission_for(request, slug)
    return redirect("requirement", mission.slug, requirement_id)


def assign_many(request: HttpRequest, slug: str) -> HttpResponse:
    """Say who judges the ticked requirements."""
    mission = mission_for(request, slug)
    return redirect("requirements", mission.slug)
