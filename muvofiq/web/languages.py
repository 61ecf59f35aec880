"""Two languages are chosen apart: that of the interface, and that of the contents."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.forms import Form
from django.http import HttpRequest
from django.utils.translation import get_language

from muvofiq.records.queries.released import unconfirmed_languages

COOKIE = "muvofiq_content"
WRITTEN_IN = "written_in"  # the field of a form that tells in which language it was typed


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


def written_in(request: HttpRequest) -> str:
    """Return the language of the page on which a form was typed, as the form tells it; else that of the contents.

    The contents may be shown in another language by now, chosen in another window: what was typed stays in its own.
    """
    return _known(request.POST) or content_language(request)


def written_again(form: Form | None, content: str) -> str:
    """Return the language that a form tells: that in which it was sent where it is shown again, else the contents'."""
    return (form and form.is_bound and _known(form.data)) or content


def _known(sent: Mapping[str, Any]) -> str:
    told = str(sent.get(WRITTEN_IN, ""))
    return told if told in codes() else ""


def for_templates(request: HttpRequest) -> dict[str, object]:
    """Tell every template the language of the contents, all there are, and those that await a native lawyer."""
    return {
        "content": content_language(request),
        "language_codes": codes(),
        "unconfirmed_languages": unconfirmed_languages(),
    }
