"""The words of the mission's own standards as every page shows them."""

from django import template

from muvofiq.records.words import DraftState
from muvofiq.standards.vocabulary import Group, Stage, Strength
from muvofiq.web.labels_coverage import GROUPS, STAGES
from muvofiq.web.labels_standards import STATES, STRENGTHS

register = template.Library()


@register.filter
def strength(value: Strength | None) -> str:
    """Give the word for how strongly something is asked; nothing where that is not known."""
    return str(STRENGTHS[value]) if value else ""


@register.filter
def draft_state(value: str) -> str:
    """Give the word for what became of a draft."""
    return str(STATES[DraftState(value)])


@register.filter
def group(value: Group) -> str:
    """Give the word for a group of persons."""
    return str(GROUPS[value])


@register.filter
def stage_of_border(value: Stage) -> str:
    """Give the word for a stage of the border procedure."""
    return str(STAGES[value])
