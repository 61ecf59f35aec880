"""How many articles a text has, in the word by which its lawyers call them."""

from django.utils.translation import ngettext

from muvofiq.records.models import Edition
from muvofiq.records.words import Counted


def articles_of(edition: Edition) -> str:
    """Return «12 articles», for a decree «12 points», and «12 articles and points» for rules annexed to a law."""
    match Counted(edition.counted):
        case Counted.ARTICLE:
            said = ngettext("%(count)s article", "%(count)s articles", edition.articles)
        case Counted.POINT:
            said = ngettext("%(count)s point", "%(count)s points", edition.articles)
        case _:
            said = ngettext("%(count)s unit", "%(count)s units", edition.articles)
    return said % {"count": edition.articles}
