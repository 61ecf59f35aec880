"""The words for questions and answers of agencies, as every page shows them."""

from collections.abc import Iterable

from django import template
from django.utils.translation import gettext

from muvofiq.consultation.answer import Answer, Point, Said
from muvofiq.web.labels_questionnaires import KINDS, OUTCOMES, POINTS, SAID

register = template.Library()


@register.filter
def kind_word(kind: str) -> str:
    """Give the words for why a question is asked."""
    return gettext(str(KINDS[kind]))


@register.filter
def outcome_word(outcome: str) -> str:
    """Give the words for what becomes of an answer."""
    return gettext(str(OUTCOMES[outcome]))


@register.filter
def said_words(said: Said | None) -> str:
    """Give the words for a short answer, or say that it is not clear."""
    return gettext(str(SAID[said])) if said else gettext("not clear")


@register.filter
def missing_words(points: Iterable[Point]) -> str:
    """Give what an answer lacks, as a list."""
    return ", ".join(gettext(str(POINTS[one])) for one in points)


@register.filter
def cells(answer: Answer) -> list[tuple[str, str]]:
    """Give what was written besides the short answer, each text with its label."""
    return [(gettext(str(POINTS[point])), text) for point, text in answer.cells.items()]
