"""The words about good practice as every page shows them."""

from django import template

from muvofiq.standards.good_practice import Critic
from muvofiq.web.forms_practice import CRITICS

register = template.Library()


@register.filter
def critic(kind: Critic) -> str:
    """Give the word for who found fault with a practice."""
    return str(CRITICS[kind])
