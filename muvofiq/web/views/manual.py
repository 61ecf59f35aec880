"""The manual, in the language of the interface."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from muvofiq.publication.manual import chapter
from muvofiq.web.languages import interface_language


def assess(request: HttpRequest) -> HttpResponse:
    """Show how a requirement is judged."""
    return render(request, "manual.html", {"chapter": chapter("assess", interface_language())})
