"""The fixed words of a law's text as every page shows them."""

from django import template

from muvofiq.web.labels_law import LAW_LABELS

register = template.Library()


@register.filter
def law_word(value: str) -> str:
    """Give the word that people read for a change, a reason or the role of a line; some roles need no word."""
    return str(LAW_LABELS.get(value, value))
