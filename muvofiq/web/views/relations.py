"""How requirements are related, and what a verdict on one tells of the other."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from muvofiq.records.actions.relate import relate, take_back_relation
from muvofiq.records.models import Mission, RequirementRelation
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.relations import has_words, relatable, relation_between, relation_keyed, relations_of
from muvofiq.standards.relation import Relation, RelationKind
from muvofiq.standards.requirement import Requirement
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_relations import ChosenForm, RelationForm, typed_before
from muvofiq.web.languages import content_language
from muvofiq.web.requests import actor_of, mission_for


def relations(request: HttpRequest, slug: str) -> HttpResponse:
    """List the relations and write a new one: two requirements are chosen first, then their elements are paired."""
    mission, language = mission_for(request, slug), content_language(request)
    known = relatable(mission)
    show = ChosenForm(request.POST or request.GET, known.values(), language)
    first, second, search = show.chosen
    before = relation_between(mission, first, second) if first and second else None
    row = before.row if before else None
    form = _form(request, before.relation.told_from(first) if before else None, row)
    saved = form.tried(lambda: _save(request, mission, form, (first, second), row))
    if saved:
        messages.success(request, gettext("Saved."))
        return redirect("relations", slug)
    page = {
        "mission": mission,
        "show": show,
        "form": form,
        "both": _both(known, first, second),
        "before": before,
        "rows": [one for one in relations_of(mission) if has_words(one, search)],
        "search": search,
        "may_relate": may(actor_of(request), Verb.EDIT_STANDARDS, mission),
        "here": "norms",
    }
    return render(request, "norms/relations.html", page, status=form.status)


def relation(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Correct a relation of the mission or remove it."""
    mission, known = mission_for(request, slug), None
    row = relation_keyed(mission, pk)
    written = Relation.parse(row.letter)
    removal = WorkForm(request.POST) if "remove" in request.POST else None
    if removal and removal.tried(lambda: _remove(request, row)):
        messages.success(request, gettext("Removed; the history keeps what it said."))
        return redirect("relations", slug)
    form = _form(request, written, row, fresh=bool(removal))
    if form.tried(lambda: _save(request, mission, form, (written.first, written.second), row)):
        messages.success(request, gettext("Saved."))
        return redirect("relations", slug)
    known = relatable(mission)
    page = {
        "mission": mission,
        "row": row,
        "form": form,
        "both": _both(known, written.first, written.second),
        "telling": (removal or form).telling,
        "may_relate": may(actor_of(request), Verb.EDIT_STANDARDS, mission),
        "here": "norms",
    }
    return render(request, "norms/relation.html", page, status=(removal or form).status)


def _form(
    request: HttpRequest, written: Relation | None, row: RequirementRelation | None, *, fresh: bool = False
) -> RelationForm:
    data = request.POST if "save" in request.POST and not fresh else None
    return RelationForm(data, typed_before(written, row.version if row else 0, content_language(request)))


def _save(
    request: HttpRequest,
    mission: Mission,
    form: RelationForm,
    pair: tuple[str, str],
    row: RequirementRelation | None,
) -> RequirementRelation:
    typed = form.cleaned_data
    kept = dict(Relation.parse(row.letter).reason) if row else {}
    return relate(
        actor_of(request),
        mission,
        *pair,
        kind=RelationKind(typed["kind"]),
        common=form.pairs,
        reason={**kept, content_language(request): typed["reason"]},
        written=row,
        version=typed["version"],
    )


def _remove(request: HttpRequest, row: RequirementRelation) -> bool:
    take_back_relation(actor_of(request), row)
    return True


def _both(known: Mapping[str, Requirement], first: str, second: str) -> tuple[Requirement, Requirement] | None:
    """Return the two requirements whose elements are paired."""
    if first in known and second in known and first != second:
        return known[first], known[second]
    return None
