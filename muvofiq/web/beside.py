"""In which language a reader wants to see texts beside the original: as chosen on some page, else the contents'."""

from collections.abc import Mapping

from django.http import HttpRequest

from muvofiq.records.models import Edition
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.beside import BesideLaw, Neighbour, languages_beside
from muvofiq.records.queries.translations import target_languages
from muvofiq.web.languages import content_language
from muvofiq.web.requests import actor_of

KEPT = "beside"
NONE = "none"


def language_beside(request: HttpRequest) -> str:
    """Return the language, or nothing where the reader wants the original alone; a choice is kept for all pages."""
    asked = request.GET.get(KEPT)
    if asked is not None:
        request.session[KEPT] = asked if asked == NONE or asked in target_languages("") else ""
    kept = str(request.session.get(KEPT, ""))
    return "" if kept == NONE else kept or content_language(request)


def law_beside(request: HttpRequest, edition: Edition) -> Mapping[str, object]:
    """Return what the page of a law needs to show it beside another language.

    Without a choice nothing stands beside a law of which nothing is on file in the language of the contents.
    """
    language, languages = language_beside(request), languages_beside(edition)
    is_shown = language not in {"", edition.language} and (language in languages or request.session.get(KEPT))
    law: BesideLaw | None = Neighbour(edition, language).law() if is_shown else None
    return {
        "beside": law,
        "beside_languages": languages,
        "beside_language": language,
        "beside_chosen": request.session.get(KEPT, ""),
        "may_translate": may(actor_of(request), Verb.TRANSLATE, edition.mission),
    }
