"""The fixed words of a law's text as every page shows them."""

from django import template
from django.utils.translation import gettext

from muvofiq.law.doubt import Doubt
from muvofiq.web.labels_law import LAW_LABELS, UNITS

register = template.Library()


@register.filter
def law_word(value: str) -> str:
    """Give the word that people read for a change, a reason or the role of a line; some roles need no word."""
    return str(LAW_LABELS.get(value, value))


@register.filter
def unit_word(kind: str) -> str:
    """Give the word that people read for a kind of unit."""
    return str(UNITS[kind]) if kind in UNITS else str(kind)


@register.filter
def doubt_words(doubt: Doubt) -> str:
    """Give what a person should look at in a law, in the language of the interface."""
    return gettext(doubt.template).format(**doubt.values)
