"""The thesaurus: search, proposals, exchange, and the glossary for interpreters."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.utils.translation import gettext, ngettext

from muvofiq.publication.glossary import Order
from muvofiq.publication.glossary_docx import write_glossary
from muvofiq.publication.skos import write_thesaurus
from muvofiq.publication.skos_reading import MAX_BYTES, read_thesaurus
from muvofiq.records.actions.decide_term import decide_term
from muvofiq.records.actions.propose_term import propose_term, withdraw_term
from muvofiq.records.actions.take_thesaurus import take_thesaurus, withdraw_source
from muvofiq.records.models import Mission
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.glossary import glossary_of
from muvofiq.records.queries.released import terms_of
from muvofiq.records.queries.terms import open_words, proposal_keyed, sources_of, term_page, terms_page
from muvofiq.records.words import TermState
from muvofiq.standards.other_thesaurus import Offer
from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_terms import (
    ACCEPT_FIRST,
    REJECT,
    REOPEN,
    WITHDRAW,
    ConceptForm,
    DecideForm,
    SeekForm,
    ThesaurusForm,
    WordForm,
    counted,
    name_of,
)
from muvofiq.web.languages import codes, content_language
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.views.documents import WORD

TURTLE = "text/turtle; charset=utf-8"
STATES = {REJECT: TermState.REJECTED, REOPEN: TermState.PROPOSED}


def terms(request: HttpRequest, slug: str) -> HttpResponse:
    """Search the thesaurus, or propose a concept that it lacks."""
    mission, language = mission_for(request, slug), content_language(request)
    whole = terms_of(mission)
    form = ConceptForm.of(request.POST or None, whole.concepts, language)
    if row := form.tried(lambda: propose_term(actor_of(request), mission, **form.cleaned_data)):
        messages.success(request, gettext("Proposed: «%(word)s».") % {"word": row.word})
        return redirect("term", slug, row.concept_id)
    seek = SeekForm.of(request.GET, whole.facets, language)
    found = terms_page(mission, seek.wanted)
    page = _about(request, mission) | {
        "seek": seek,
        "wanted": seek.wanted,
        "found": found,
        "counted": counted(found),
        "form": form,
        "codes": codes(),
        "orders": list(Order),
    }
    return render(request, "terms/list.html", page, status=form.status)


def term(request: HttpRequest, slug: str, concept_id: str) -> HttpResponse:
    """Show a concept; propose a word, or decide about one."""
    mission, language = mission_for(request, slug), content_language(request)
    shown = term_page(mission, concept_id)
    decide = DecideForm(request.POST) if "decision" in request.POST else None
    form = WordForm.of(None if decide else request.POST or None, language)
    if decide and decide.tried(lambda: _decided(request, mission, decide)):
        messages.success(request, gettext("Saved."))
        rest = mission.term_proposals.filter(concept_id=concept_id).exists() or concept_id in terms_of(mission)
        return redirect("term", slug, concept_id) if rest else redirect("terms", slug)
    if row := form.tried(lambda: propose_term(actor_of(request), mission, concept_id=concept_id, **form.cleaned_data)):
        messages.success(request, gettext("Proposed: «%(word)s».") % {"word": row.word})
        return redirect("term", slug, concept_id)
    tried: WorkForm = decide or form
    page = _about(request, mission) | {
        "page": shown,
        "row": shown.row,
        "name": name_of(shown.row.concept, language),
        "broader": [(one.id, name_of(one, language)) for one in shown.broader],
        "narrower": [(one.id, name_of(one, language)) for one in shown.narrower],
        "confirmable": shown.confirmable,
        "form": form,
        "telling": tried.telling,
        "awaiting": [one.pk for one in shown.proposals if shown.awaits(one, actor_of(request))],
        "actor": actor_of(request),
    }
    return render(request, "terms/term.html", page, status=tried.status)


def exchange_terms(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the thesaurus as SKOS, or take one in as proposals."""
    mission = mission_for(request, slug)
    if "file" in request.GET:
        words = open_words(mission) if "proposals" in request.GET else ()
        data = write_thesaurus(terms_of(mission), f"Muvofiq, {mission.slug}", words)
        return _file(data, TURTLE, f"{mission.slug}-thesaurus.ttl")
    if source := request.POST.get("source", ""):
        number = withdraw_source(actor_of(request), mission, source)
        said = ngettext("Withdrawn: %(number)s proposal.", "Withdrawn: %(number)s proposals.", number)
        messages.success(request, said % {"number": number})
        return redirect("exchange-terms", slug)
    form = ThesaurusForm.of(*((request.POST, request.FILES) if request.method == "POST" else (None, None)))
    if offer := form.tried(lambda: _taken(request, mission, form)):
        messages.success(request, _said(offer))
        return redirect("exchange-terms", slug)
    page = _about(request, mission) | {"form": form, "sources": sources_of(mission, actor_of(request))}
    return render(request, "terms/exchange.html", page, status=form.status)


def glossary(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the glossary for interpreters, sorted by the alphabet or by the parts of the thesaurus."""
    mission = mission_for(request, slug)
    asked = request.GET.get("language", "")
    language = asked if asked in codes() else content_language(request)
    order = Order.FACET if request.GET.get("order") == Order.FACET else Order.ALPHABET
    data = write_glossary(glossary_of(mission, language, order), language, localdate())
    return _file(data, WORD, f"{mission.slug}-glossary.{language}.docx")


def _decided(request: HttpRequest, mission: Mission, form: DecideForm) -> bool:
    proposal: UUID = form.cleaned_data["proposal"]
    actor, decision, row = actor_of(request), form.cleaned_data["decision"], proposal_keyed(mission, proposal)
    if decision == WITHDRAW:
        withdraw_term(actor, row)
    elif decision in STATES:
        decide_term(actor, row, STATES[decision])
    else:
        decide_term(actor, row, TermState.ACCEPTED, is_preferred=decision == ACCEPT_FIRST)
    return True


def _taken(request: HttpRequest, mission: Mission, form: ThesaurusForm) -> Offer:
    file = form.cleaned_data["file"]
    theirs = read_thesaurus(file.read(MAX_BYTES + 1), file.name)
    return take_thesaurus(actor_of(request), mission, theirs, file.name)


def _said(offer: Offer) -> str:
    return gettext(
        "Words proposed: %(words)s, new concepts: %(concepts)s. Found again: concepts %(matched)s, words %(known)s. "
        "Left out, in other languages: words %(foreign)s. Nothing is accepted yet."
    ) % {
        "words": len(offer.words),
        "concepts": offer.concepts,
        "matched": offer.matched,
        "known": offer.known,
        "foreign": offer.foreign,
    }


def _file(data: bytes, content_type: str, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=content_type)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"  # noqa: FBT003
    return answer


def _about(request: HttpRequest, mission: Mission) -> dict[str, Any]:
    actor = actor_of(request)
    return {
        "mission": mission,
        "languages": LANGUAGES,
        "may_propose": may(actor, Verb.PROPOSE_TERM, mission),
        "may_decide": may(actor, Verb.DECIDE_TERM, mission),
        "here": "norms",
        "tab": "terms",
    }
