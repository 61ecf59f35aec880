"""What people read for the conditions by which findings are listed, and for what is left to do on them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from muvofiq.records.queries.finding_filters import Order
from muvofiq.records.queries.scope_list import Left

CONDITIONS: dict[str, Promise] = {
    "theme": _("Theme"),
    "group": _("Group"),
    "stage": _("Stage"),
    "force": _("Force"),
    "law": _("Verdict on the law"),
    "practice": _("Verdict on practice"),
    "state": _("State of the finding"),
    "owner": _("Who judges"),
    "look": _("What is left"),
    "words": _("Words"),
}
LEFT: dict[Left, Promise] = {
    Left.VERDICT: _("no verdict on the law yet"),
    Left.REASON: _("verdict without a reason"),
    Left.EVIDENCE: _("verdict without an accepted provision"),
    Left.CHECK: _("draft, nobody has checked it"),
    Left.AGAIN: _("to be looked at again"),
    Left.OPINION: _("waits for your second opinion"),
}
ORDERS: dict[Order, Promise] = {
    Order.SCOPE: _("order of the scope"),
    Order.SEVERITY: _("severity, the highest first"),
    Order.PRIORITY: _("priority, the first first"),
}
