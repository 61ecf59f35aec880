"""The words about cases and time limits as their pages show them."""

from django import template

from muvofiq.assessment.case import Standing
from muvofiq.law.time_limit import TimeLimit
from muvofiq.web.labels_cases import MARKS, OUTSIDE, STANDINGS

register = template.Library()


@register.filter
def standing_word(standing: Standing | None) -> str:
    """Give the word for how an answer stands; nothing known means that it is outside the scope."""
    return str(STANDINGS[standing or OUTSIDE])


@register.filter
def standing_mark(standing: Standing | None) -> str:
    """Give the mark of how an answer stands, which means the same without colour."""
    return MARKS[standing or OUTSIDE]


@register.filter
def said(limit: TimeLimit, language: str) -> str:
    """Say a time limit in a language."""
    return limit.said(language)
