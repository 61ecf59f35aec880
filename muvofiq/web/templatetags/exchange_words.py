"""The words for what becomes of a received file, as its page shows them."""

from django import template

from muvofiq.web.labels_exchange import FATES, FIELDS, LEFT

register = template.Library()


@register.filter
def taken_word(fate: str) -> str:
    """Give the words for what becomes of an entry."""
    return str(FATES[fate])


@register.filter
def left_word(why: str) -> str:
    """Give the words for why a row is left out."""
    return str(LEFT[why])


@register.filter
def field_word(name: str) -> str:
    """Give the words for a part of a requirement, or for what a column holds."""
    return str(FIELDS.get(name, name))
