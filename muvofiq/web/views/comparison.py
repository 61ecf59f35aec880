"""The law of the state beside the laws of other states, requirement by requirement."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from muvofiq.records.actions.decide_candidate import decide_candidate, withdraw_decision
from muvofiq.records.actions.quote import quote, withdraw_quotation
from muvofiq.records.models import Edition, Mission
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.answers import answer_named, edition_named, quotation_named
from muvofiq.records.queries.beside import besides_of
from muvofiq.records.queries.comparison import ComparisonPage, column_of, comparison_list, comparison_page
from muvofiq.records.queries.difference import updates_of
from muvofiq.records.queries.mission_home import last_job
from muvofiq.records.queries.requirement_page import Candidate
from muvofiq.records.queries.requirements import requirement_of, scoped
from muvofiq.records.queries.whose_law import OWN
from muvofiq.records.reader import reader_elsewhere
from muvofiq.records.words import Decision
from muvofiq.web.beside import language_beside
from muvofiq.web.forms_comparison import ProvisionForm
from muvofiq.web.languages import content_language
from muvofiq.web.quoting import refused_among
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.words import one_of


def comparison(request: HttpRequest, slug: str) -> HttpResponse:
    """List the scope with what each law has."""
    mission = mission_for(request, slug)
    page = {
        "mission": mission,
        "page": comparison_list(mission),
        "job": last_job(mission),
        "may_import": may(actor_of(request), Verb.IMPORT_EDITION, mission),
        "here": "comparison",
    }
    return render(request, "comparison/list.html", page)


def comparison_of(request: HttpRequest, slug: str, requirement_id: str) -> HttpResponse:
    """Show one requirement: national law and each law to compare with; decide about a provision of one of them."""
    mission = mission_for(request, slug)
    if request.method != "POST":
        return render(request, "comparison/requirement.html", _page(request, mission, requirement_id))
    if "quotation" in request.POST:
        return _unquote(request, mission, requirement_id)
    form = ProvisionForm(request.POST)
    form.tried(lambda: _decide(request, mission, requirement_id, form))
    edition = mission.editions.select_related("act").filter(name=form.cleaned_data.get("edition", "")).first()
    return _decided(request, mission, requirement_id, edition, form)


def comparison_table(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the comparison as a table, in the language of the contents."""
    mission_for(request, slug)
    return redirect("document", slug, f"comparison.{content_language(request)}.xlsx")


def _decide(request: HttpRequest, mission: Mission, requirement_id: str, form: ProvisionForm) -> bool:
    actor, typed = actor_of(request), form.cleaned_data
    edition, eid = edition_named(mission, typed["edition"]), typed["eid"]
    if form.is_quotation:
        quote(actor, answer_named(mission, requirement_id, edition, eid), typed["words"])
    elif typed["decision"]:
        decision = one_of(Decision, typed["decision"], mission.slug)
        decide_candidate(actor, mission, requirement_id, edition=edition, eid=eid, decision=decision)
    else:
        withdraw_decision(actor, answer_named(mission, requirement_id, edition, eid))
    return True


def _unquote(request: HttpRequest, mission: Mission, requirement_id: str) -> HttpResponse:
    quotation = quotation_named(mission, request.POST["quotation"])
    edition = quotation.answer.edition
    withdraw_quotation(actor_of(request), quotation)
    return _decided(request, mission, requirement_id, edition, None)


def _decided(
    request: HttpRequest, mission: Mission, requirement_id: str, edition: Edition | None, form: ProvisionForm | None
) -> HttpResponse:
    """Show the column of an edition anew, or the whole page; an error is told in that column."""
    is_wrong = form is not None and form.status != 200
    if not request.htmx and not is_wrong:  # type: ignore[attr-defined]
        return redirect(_address(request, mission, requirement_id))
    state = edition.act.state if edition else OWN
    told = {"told_in": state, "answer_form": form if is_wrong else None}
    status = form.status if form else 200
    if not request.htmx:  # type: ignore[attr-defined]
        page = _page(request, mission, requirement_id) | told
        page["refused_card"] = refused_among(form, _cards(page["page"]))
        return render(request, "comparison/requirement.html", page, status=status)
    column = column_of(mission, requirement_id, state)
    shown = ComparisonPage(requirement_of(scoped(mission, requirement_id)), columns=(column,))
    page = _shown(request, mission, shown) | told | {"column": column}
    page["refused_card"] = refused_among(form, _cards(shown))
    return render(request, "comparison/_column.html", page, status=status)


def _page(request: HttpRequest, mission: Mission, requirement_id: str) -> dict[str, Any]:
    looked_for = request.GET.get("search", "").strip()
    page = comparison_page(mission, requirement_id, request.GET.getlist("state"), looked_for)
    return _shown(request, mission, page) | {
        "looked_for": looked_for,
        "elsewhere": reader_elsewhere(),
        "job": last_job(mission),
        "may_import": may(actor_of(request), Verb.IMPORT_EDITION, mission),
    }


def _shown(request: HttpRequest, mission: Mission, page: ComparisonPage) -> dict[str, Any]:
    """Return what the columns of a page need, whether one is shown or all."""
    cards = _cards(page)
    return {
        "mission": mission,
        "here": "comparison",
        "page": page,
        "query": _query(request),
        "decide_at": _address(request, mission, page.requirement.id),
        "may_decide": may(actor_of(request), Verb.DECIDE_CANDIDATE, mission),
        "besides": besides_of(cards, language_beside(request)),
        "updates": updates_of(cards),
    }


def _cards(page: ComparisonPage) -> list[Candidate]:
    return [card for column in page.columns for card in (*column.candidates, *column.found)]


def _address(request: HttpRequest, mission: Mission, requirement_id: str) -> str:
    return f"{reverse('comparison-of', args=[mission.slug, requirement_id])}{_query(request)}"


def _query(request: HttpRequest) -> str:
    """Return the chosen states as they stand in an address, so that they stay chosen."""
    query = QueryDict(mutable=True)
    query.setlist("state", request.GET.getlist("state"))
    return f"?{query.urlencode()}" if query.get("state") else ""
