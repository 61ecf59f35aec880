"""What people read for how an answer stands at a station of a case, with the mark that is drawn for it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from muvofiq.assessment.case import Standing

OUTSIDE = "outside"
STANDINGS: dict[str, Promise] = {
    Standing.MET.value: pgettext_lazy("station", "met"),
    Standing.GAP.value: pgettext_lazy("station", "gap"),
    Standing.OPEN.value: pgettext_lazy("station", "not known yet"),
    Standing.ASIDE.value: pgettext_lazy("station", "not applicable"),
    OUTSIDE: _("outside the scope"),
}
MARKS = {
    Standing.MET.value: "●",
    Standing.GAP.value: "○",
    Standing.OPEN.value: "◌",
    Standing.ASIDE.value: "–",
    OUTSIDE: "·",
}
