"""What people read for the strength of an obligation, for what became of a draft, and for a part in a treaty."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from muvofiq.records.words import DraftState
from muvofiq.standards.vocabulary import Strength

STRENGTHS: dict[Strength, Promise] = {
    Strength.SHALL: _("shall: a duty"),
    Strength.SHALL_CONSIDER: _("shall consider: a duty to try or to weigh"),
    Strength.MAY: _("may: an option"),
    Strength.DEFINITION: _("definition"),
    Strength.NO_ACTION: _("asks nothing of the law"),
}
STATES: dict[DraftState, Promise] = {
    DraftState.PROPOSED: _("proposed by the machine"),
    DraftState.KEPT: _("kept"),
    DraftState.DROPPED: _("dropped"),
}
NO_PARTY = "none"
