"""One search over all laws and requirements of a mission."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.beside import besides_of_hits
from muvofiq.records.queries.law_text import all_editions_on_file
from muvofiq.records.queries.search import search_page
from muvofiq.records.reader import reader_elsewhere
from muvofiq.web.beside import language_beside
from muvofiq.web.forms_search import SearchForm, language_name
from muvofiq.web.languages import content_language
from muvofiq.web.requests import actor_of, mission_for


def search(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the form, and what was found for what was typed."""
    mission, language = mission_for(request, slug), content_language(request)
    form = SearchForm.of(request.GET, all_editions_on_file(mission), language)
    wanted = form.wanted(language)
    found = search_page(mission, wanted)
    more = request.GET.copy()
    more["top"] = str(found.more)
    page = {
        "mission": mission,
        "here": "search",
        "form": form,
        "wanted": wanted,
        "found": found,
        "besides": besides_of_hits(found.provisions, language_beside(request)),
        "read_as": language_name(found.language) if found.language else "",
        "unread": [language_name(code) for code in found.unread],
        "elsewhere": reader_elsewhere(),
        "more": more.urlencode() if found.more else "",
        "may_import": may(actor_of(request), Verb.IMPORT_EDITION, mission),
        "may_choose": may(actor_of(request), Verb.CHOOSE_SCOPE, mission),
    }
    return render(request, "search/page.html", page)
