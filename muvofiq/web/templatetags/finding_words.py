"""The words of a finding where a list has little room for them."""

from django import template

from muvofiq.assessment.scale import Severity, word
from muvofiq.web.languages import interface_language

register = template.Library()


@register.filter
def severity_word(value: Severity) -> str:
    """Give the word for a severity without what explains it behind the colon."""
    return word(value, interface_language()).partition(":")[0]
