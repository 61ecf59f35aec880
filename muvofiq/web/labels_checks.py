"""What people read for the severity of a quality check, and for the moves of a finding."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from muvofiq.assessment.checks import Weight
from muvofiq.assessment.scale import State

WEIGHTS: dict[Weight, Promise] = {
    Weight.ERROR: _("Errors: to be mended before the finding goes on"),
    Weight.WARNING: _("Warnings: to be looked at"),
    Weight.NOTE: _("Notes"),
}
SHORT: dict[Weight, Promise] = {Weight.ERROR: _("error"), Weight.WARNING: _("warning"), Weight.NOTE: _("note")}
MARKS: dict[Weight, str] = {Weight.ERROR: "✕", Weight.WARNING: "!", Weight.NOTE: "i"}
MOVES: dict[State, Promise] = {
    State.DRAFT: _("Back to draft"),
    State.CHECKED: _("Mark as checked"),
    State.SHOWN: _("Show to the country"),
    State.AGREED: _("Agreed with the country"),
    State.DISPUTED: _("Disputed by the country"),
}
BACK: dict[State, Promise] = {**MOVES, State.CHECKED: _("No longer shown, back to checked")}
KEYS: dict[State, str] = {
    State.DRAFT: "B",
    State.CHECKED: "C",
    State.SHOWN: "S",
    State.AGREED: "G",
    State.DISPUTED: "X",
}
