"""The history of a mission, and whether it is whole."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from muvofiq.records.queries.history_page import HistoryRow, history_page
from muvofiq.web.labels_history import fact_label, name_label, value_label
from muvofiq.web.languages import content_language
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.verb_labels import subject_label, verb_label


def history(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what was done in the mission, the newest first."""
    mission = mission_for(request, slug)
    page = history_page(mission, request.GET.get("page", 1), content_language(request), actor_of(request))
    said = {"mission": mission, "here": "history", "page": page, "rows": [_in_words(row) for row in page.rows]}
    return render(request, "history/page.html", said)


def _in_words(row: HistoryRow) -> dict[str, object]:
    return {
        "entry": row.entry,
        "verb": verb_label(row.entry.verb),
        "subject": f"{subject_label(row.sort)} {name_label(row.name)}".strip(),
        "is_kept": row.is_kept,
        "changes": [(fact_label(one.fact), value_label(one.before), value_label(one.after)) for one in row.changes],
    }
