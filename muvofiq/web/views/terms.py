"""The thesaurus: search, proposals, exchange, and the glossary for interpreters."""

from django.http import Http404, HttpRequest, HttpResponse

from muvofiq.web.requests import mission_for


def terms(request: HttpRequest, slug: str) -> HttpResponse:
    """Search the thesaurus."""
    mission_for(request, slug)
    raise Http404


def term(request: HttpRequest, slug: str, concept_id: str) -> HttpResponse:
    """Show a concept; propose a word, or decide about one."""
    mission_for(request, slug)
    raise Http404


def exchange_terms(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the thesaurus as SKOS, or take one in as proposals."""
    mission_for(request, slug)
    raise Http404


def glossary(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the glossary for interpreters."""
    mission_for(request, slug)
    raise Http404
