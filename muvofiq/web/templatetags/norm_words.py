"""The words about instruments as every page shows them: why a norm has its force, days as exact as they are known."""

from datetime import date

from django import template

from muvofiq.standards.delay import Delay
from muvofiq.standards.partial_date import PartialDate
from muvofiq.standards.standing import Standing
from muvofiq.standards.vocabulary import Act, Kind
from muvofiq.web.labels_norms import ACTS, IDENTIFIERS, KINDS, told_day, told_delay, told_doubt, told_ground

register = template.Library()


@register.filter
def why(standing: Standing) -> str:
    """Give the facts from which a force follows."""
    return "; ".join(map(told_ground, standing.grounds))


@register.filter
def known_day(day: PartialDate | date | None) -> str:
    """Give a day as exactly as it is known."""
    return told_day(day)


@register.filter
def delay_words(delay: Delay) -> str:
    """Give how long after a deposit a treaty takes effect."""
    return told_delay(delay)


@register.filter
def doubt(fact: str) -> str:
    """Give the name of a fact that nobody has confirmed."""
    return told_doubt(fact)


@register.filter
def act_word(act: Act) -> str:
    """Give the word for the act by which a state takes part."""
    return str(ACTS[act])


@register.filter
def kind_word(kind: Kind) -> str:
    """Give the word for a kind of instrument."""
    return str(KINDS[kind])


@register.filter
def identifier_word(name: str) -> str:
    """Give the word for a kind of identifier."""
    return str(IDENTIFIERS.get(name, name))


@register.filter
def is_address(text: str) -> bool:
    """Whether a text is the address of a page."""
    return text.startswith(("http://", "https://")) and " " not in text
