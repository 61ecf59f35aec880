"""Words that were refused as a quotation, in the card in which they were typed."""

from django import template

from muvofiq.records.queries.requirement_page import Candidate
from muvofiq.web import quoting
from muvofiq.web.forms import WorkForm

register = template.Library()


@register.filter
def refused_in(form: WorkForm | None, card: Candidate) -> WorkForm | None:
    """Give the refused form to the card of its unit, and to no other."""
    return quoting.refused_in(form or None, card)
