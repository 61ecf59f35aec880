"""A free text that may hold data on a person is saved, and its author is asked to take them out."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.assessment.personal_data import Kind, found

WARNINGS: dict[Kind, Promise] = {
    Kind.PASSPORT: _("This text may hold the number of a passport ({words})."),
    Kind.IDENTITY_NUMBER: _("This text may hold an identity number ({words})."),
    Kind.BIRTH_DATE: _("This text may hold a date of birth ({words})."),
    Kind.TELEPHONE: _("This text may hold a telephone number ({words})."),
    Kind.EMAIL: _("This text may hold an e-mail address ({words})."),
}


def warn_of_personal_data(request: HttpRequest, *texts: str) -> list[str]:
    """Warn of what may be data on a person in texts that were just saved, and return the warnings.

    They stand at the head of the next page; a fragment shows what is returned with ``_personal.html`` instead.
    """
    warnings = personal_warnings(*texts)
    if not getattr(request, "htmx", False):
        for one in warnings:
            messages.warning(request, one)
    return warnings


def personal_warnings(*texts: str) -> list[str]:
    """Return a warning for each kind of data on persons that the texts may hold, with the words in doubt."""
    words: dict[Kind, list[str]] = {}
    for sight in (sight for text in texts for sight in found(text)):
        words.setdefault(sight.kind, []).append(sight.words)
    remedy = gettext("Muvofiq holds no data on migrants: please take it out.")
    return [f"{gettext(str(WARNINGS[kind])).format(words=', '.join(some))} {remedy}" for kind, some in words.items()]
