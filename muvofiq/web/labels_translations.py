"""What people read for what becomes of a row that came back from translation."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from muvofiq.records.queries.returned_sheet import Fate

FATES: dict[str, Promise] = {
    Fate.NEW: _("new, will be saved"),
    Fate.OTHER: _("replace the translation on file"),
    Fate.AGAIN: _("the old translation still holds for the changed original"),
    Fate.SAME: _("on file already"),
    Fate.EMPTY: _("empty, left"),
    Fate.UNKNOWN: _("refused: its mark leads to no unit on file"),
    Fate.ELSEWHERE: _("refused: a unit of another act"),
    Fate.LANGUAGE: _("refused: its original is in this language already"),
    Fate.TWICE: _("refused: two different translations of one unit"),
}
