"""What people read for the fixed words about editions: how one stands to the others, and what became of a unit."""

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.amendment.editions import What
from muvofiq.records.models import Edition
from muvofiq.records.queries.editions import Standing

DAY = "j E Y"

FATES: dict[str, Promise] = {
    What.SAME: _("unchanged"),
    What.NOTED: _("same words, other notes of change"),
    What.SIGNS: _("same words, other signs between them"),
    What.MOVED: _("moved or renumbered, same words"),
    What.CHANGED: _("changed"),
    What.REPEALED: _("repealed"),
    What.ADDED: _("added"),
    What.REMOVED: _("gone"),
}
STANDINGS: dict[str, Promise] = {
    Standing.NEWEST: _("newest: matched and searched"),
    Standing.OLDER: _("older: to read, quote and compare"),
    Standing.UNDATED: _("day not known: matched and searched beside the newest"),
    Standing.REPLACED: _("replaced by a corrected import"),
}
PARTS: dict[str, Promise] = {
    "head": _("What stands before the first unit"),
    "notes": _("Notes on the whole act"),
    "tail": _("Signature"),
}


def day_of(edition: Edition) -> str:
    """Return the day of an edition in words; where nobody knows it, that of its import."""
    if edition.as_of:
        return gettext("as at %(day)s") % {"day": date_format(edition.as_of, DAY)}
    return gettext("day not known, imported %(day)s") % {"day": date_format(localdate(edition.imported_at), DAY)}
