"""What people read for how an act stood on the first day of a mission."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

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
