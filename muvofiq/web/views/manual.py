"""The manual, in the language of the interface."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from muvofiq.publication.manual import CHAPTERS, chapter
from muvofiq.web.languages import interface_language


def assess(request: HttpRequest) -> HttpResponse:
    """Show how a requirement is judged."""
    return _chapter(request, "assess")


def amend(request: HttpRequest) -> HttpResponse:
    """Show how an amendment is written and proven."""
    return _chapter(request, "amend")


def _chapter(request: HttpRequest, name: str) -> HttpResponse:
    language = interface_language()
    every = [(f"manual-{one}", chapter(one, language).title, one == name) for one in CHAPTERS]
    return render(request, "manual.html", {"chapter": chapter(name, language), "every": every})
