"""The words about recommendations and amendments as every page shows them."""

from django import template
from django.utils.translation import gettext

from muvofiq.assessment.scale import Cure, Priority, word
from muvofiq.records.models import Amendment
from muvofiq.web.forms_search import language_name as named
from muvofiq.web.labels_amendments import (
    CLAIMS,
    KINDS,
    MOVE_KEYS,
    MOVES,
    OBSTACLES,
    SORTS,
    STATES,
    TERMS,
    UNPROVEN,
    for_editor,
    no_such_unit,
    not_amended,
    not_compared,
    place_of_amendment,
)
from muvofiq.web.languages import interface_language

register = template.Library()


@register.filter
def kind_word(kind: str) -> str:
    """Give the word for a kind of recommendation."""
    return str(KINDS[kind])


@register.filter
def term_word(term: str) -> str:
    """Give the word for a term; nothing where none is named."""
    return gettext(str(TERMS[term])) if term else ""


@register.filter
def priority_word(priority: str) -> str:
    """Give the word for a priority; nothing where none is named."""
    return word(Priority(priority), interface_language()) if priority else ""


@register.filter
def cure_word(cure: str) -> str:
    """Give the word for the level of the cure; nothing where none is named."""
    return word(Cure(cure), interface_language()) if cure else ""


@register.filter
def state_word(state: str) -> str:
    """Give the word for the state of a recommendation."""
    return str(STATES[state])


@register.filter
def to_state(state: str) -> str:
    """Give what the button says that takes a recommendation to a state."""
    return str(MOVES[state])


@register.filter
def to_state_key(state: str) -> str:
    """Give the key that takes a recommendation to a state."""
    return MOVE_KEYS[state]


@register.filter
def loss_word(sort: str) -> str:
    """Give the words for a sort of loss."""
    return gettext(str(SORTS[sort]))


@register.filter
def claim_word(claim: str) -> str:
    """Give what is claimed by a part of the proof."""
    return gettext(str(CLAIMS[claim]))


@register.filter
def obstacle_word(why: str) -> str:
    """Give why a clause was not read or applied."""
    return gettext(str(OBSTACLES[why]))


@register.simple_tag
def unproven_words() -> list[str]:
    """Give what no machine proves."""
    return [gettext(str(one)) for one in UNPROVEN.values()]


@register.filter
def language_name(code: str) -> str:
    """Give what the interface calls a language."""
    return named(code)


@register.filter
def not_amended_word(code: str) -> str:
    """Give that the text in a language is not amended yet."""
    return not_amended(code, named(code))


@register.filter
def no_such_unit_word(code: str) -> str:
    """Give that the text in a language has no such unit."""
    return no_such_unit(code, named(code))


@register.filter
def not_compared_word(code: str) -> str:
    """Give that what was quoted in a language was not compared."""
    return not_compared(code, named(code))


@register.filter
def editor_word(code: str) -> str:
    """Give for whom a clause in a language is a draft."""
    return for_editor(code, named(code))


@register.filter
def unit_words(amendment: Amendment) -> str:
    """Give the place of an amendment in words."""
    return place_of_amendment(amendment)
