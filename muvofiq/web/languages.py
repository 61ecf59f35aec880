"""Two languages are chosen apart: that of the interface, and that of the contents."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from muvofiq.records.queries.released import unconfirmed_languages

COOKIE = "muvofiq_content"


def codes() -> list[str]:
    """Return the languages in which people work here."""
    return [code for code, _ in settings.LANGUAGES]


def interface_language() -> str:
    """Return the language of the interface."""
    return (get_language() or settings.LANGUAGE_CODE).split("-")[0]


def content_language(request: HttpRequest) -> str:
    """Return the language in which contents are shown and typed: as chosen, else that of the interface."""
    chosen = request.COOKIES.get(COOKIE, "")
    return chosen if chosen in codes() else interface_language()


def for_templates(request: HttpRequest) -> dict[str, object]:
    """Tell every template the language of the contents, all there are, and those that await a native lawyer."""
    return {
        "content": content_language(request),
        "language_codes": codes(),
        "unconfirmed_languages": unconfirmed_languages(),
    }
