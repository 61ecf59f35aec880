"""What people read for how an act stood on the first day of a mission, and for a date known in part."""

from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from muvofiq.standards.partial_date import PartialDate
from muvofiq.standards.state_register import Standing

STANDINGS: dict[Standing, Promise | str] = {
    Standing.IN_FORCE: _("In force on that day"),
    Standing.UNCERTAIN: _("Not certain: its dates are not known to the day"),
    Standing.LATER: _("Adopted after the mission"),
    Standing.ENDED: _("Ended before the mission"),
}
SHORT: dict[Standing, Promise | str] = {
    Standing.UNCERTAIN: _("in force on that day? its dates are not known"),
    Standing.LATER: _("adopted after the mission"),
    Standing.ENDED: _("ended before the mission"),
}


def partial_day(partial: PartialDate | None) -> str:
    """Return a date as exactly as it is known, in the language of the interface."""
    if partial is None:
        return ""
    if partial.day:
        return date_format(partial.last_day, "j E Y")
    return f"{MONTHS[partial.month]} {partial.year}" if partial.month else str(partial.year)
