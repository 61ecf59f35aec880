"""On what two people disagree, as pages name it."""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

register = template.Library()

DISPUTES: dict[str, Promise] = {
    "law": _("the verdict on the law"),
    "practice": _("the verdict on practice"),
    "elements": _("elements covered"),
}


@register.filter
def dispute(name: str) -> str:
    """Give the words for what two people disagree on."""
    return gettext(str(DISPUTES[name]))
