"""The words of the ranking as pages show them."""

from django import template

from muvofiq.web.labels_alignment import ACT_KINDS, LEGAL_FORMS, SIGNALS

register = template.Library()


@register.filter
def signal_word(name: str) -> str:
    """Give the word that people read for a signal."""
    return str(SIGNALS.get(name, name))


@register.filter
def act_kind(name: str) -> str:
    """Give the word that people read for a kind of act."""
    return str(ACT_KINDS.get(name, name))


@register.filter
def legal_form(name: str) -> str:
    """Give the word that people read for a legal form."""
    return str(LEGAL_FORMS.get(name, name))
