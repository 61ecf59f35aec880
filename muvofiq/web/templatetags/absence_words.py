"""The words for what was not found, as every page shows them."""

from django import template

from muvofiq.assessment.absence import Absence
from muvofiq.publication import absence_words as said
from muvofiq.web.languages import interface_language

register = template.Library()


@register.filter
def absence_words(absence: Absence) -> str:
    """Give the sentence for a requirement for which nothing was found, in the language of the interface."""
    return said.absence_words(absence, interface_language())
