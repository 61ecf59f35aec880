"""What the quality checks say, and what the moves of a finding are called, in the language of the interface."""

from django import template
from django.utils.translation import gettext

from muvofiq.assessment.checks import Check, Failure, Weight
from muvofiq.assessment.scale import State
from muvofiq.records.queries.finding_moves import Move
from muvofiq.web.labels_checks import BACK, KEYS, MARKS, MOVES, SHORT, WEIGHTS
from muvofiq.web.languages import interface_language

register = template.Library()


@register.filter
def message(failure: Failure) -> str:
    """Give what a check found."""
    return failure.message(interface_language())


@register.filter
def detail(failure: Failure) -> str:
    """Give what a check found without its name, where the name stands above."""
    return failure.message(interface_language()).partition(": ")[2]


@register.filter
def why(failure: Failure) -> str:
    """Give why it matters."""
    return failure.why(interface_language())


@register.filter
def remedy(failure: Failure) -> str:
    """Give what to do."""
    return failure.remedy(interface_language())


@register.filter
def check_name(check: Check) -> str:
    """Give by what people know a check."""
    return check.name(interface_language())


@register.filter
def weight(severity: Weight) -> str:
    """Give the word of a severity, as it stands beside one finding."""
    return gettext(str(SHORT[severity]))


@register.filter
def weights(severity: Weight) -> str:
    """Give the heading of a severity."""
    return gettext(str(WEIGHTS[severity]))


@register.filter
def weight_mark(severity: Weight) -> str:
    """Give the mark of a severity."""
    return MARKS[severity]


@register.filter
def move_word(move: Move) -> str:
    """Give what the button of a move says."""
    return gettext(str((BACK if move.is_back else MOVES)[move.to]))


@register.filter
def state_move(state: State) -> str:
    """Give what the button says by which several findings go to a state."""
    return gettext(str(MOVES[state]))


@register.filter
def move_key(state: State) -> str:
    """Give the key that takes a finding to a state."""
    return KEYS[state]
