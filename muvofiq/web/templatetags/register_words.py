"""The words about acts of a state's register as every page shows them."""

from django import template

from muvofiq.standards.partial_date import PartialDate
from muvofiq.standards.state_register import RegisteredAct, Standing
from muvofiq.web.labels_norms import told_day
from muvofiq.web.labels_register import SHORT, STANDINGS

register = template.Library()


@register.filter
def doubts_in(act: RegisteredAct, language: str) -> frozenset[str]:
    """Give the facts of an act that are in doubt for a reader of one language."""
    return act.doubts(language)


@register.filter
def on_day(partial: PartialDate | None) -> str:
    """Give a date as exactly as it is known, in the language of the interface."""
    return told_day(partial)


@register.filter
def how_it_stood(standing: Standing) -> str:
    """Give the heading under which acts stand that were in force, or were not, on the day of the mission."""
    return str(STANDINGS[standing])


@register.filter
def stood_short(standing: Standing) -> str:
    """Give the words that stand behind an act which was surely in force: none; behind any other, why it may not be."""
    return str(SHORT.get(standing, ""))
