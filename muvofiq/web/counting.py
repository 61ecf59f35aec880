"""How many articles a text has, in the word by which its lawyers call them."""

from typing import Protocol

from django.utils.translation import ngettext

from muvofiq.records.words import Counted


class Counts(Protocol):
    """A text that says how many units it has, and which word counts them: an edition, or a law under review."""

    @property
    def articles(self) -> int:
        """How many units there are."""

    @property
    def counted(self) -> str:
        """What is counted, as the records have it."""


def articles_of(text: Counts) -> str:
    """Return «12 articles», for a decree «12 points», and «12 articles and points» for rules annexed to a law."""
    match Counted(text.counted):
        case Counted.ARTICLE:
            said = ngettext("%(count)s article", "%(count)s articles", text.articles)
        case Counted.POINT:
            said = ngettext("%(count)s point", "%(count)s points", text.articles)
        case _:
            said = ngettext("%(count)s unit", "%(count)s units", text.articles)
    return said % {"count": text.articles}
