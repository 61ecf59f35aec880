"""How long after a state's deposit a treaty takes effect for that state, as its final clauses say.

>>> Delay.parse("30 days").after(dt.date(2002, 7, 8))
datetime.date(2002, 8, 7)
>>> Delay.parse("month after 3 months").after(dt.date(2008, 3, 6))
datetime.date(2008, 7, 1)
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Self

from muvofiq.standards.errors import BadDelay

ON_DEPOSIT = "on deposit"
_FORM = re.compile(r"(?P<first>month after )?(?P<number>[1-9][0-9]{0,2}) (?P<unit>day|month)(?P<many>s?)")


@dataclass(frozen=True, slots=True)
class Delay:
    """A number of days or of months; ``first_of_month`` counts on to the first day of the month that follows."""

    days: int = 0
    months: int = 0
    first_of_month: bool = False

    @classmethod
    def parse(cls, text: str, where: str = "effect_after") -> Self:
        """Read 'on deposit', '30 days', '3 months' or 'month after 3 months'."""
        if text == ON_DEPOSIT:
            return cls()
        match = _FORM.fullmatch(text)
        if match is None or (match["number"] == "1") == bool(match["many"]):
            raise BadDelay(where, text=text)
        number, first = int(match["number"]), match["first"] is not None
        if match["unit"] == "day" and first:
            raise BadDelay(where, text=text)
        return cls(days=number) if match["unit"] == "day" else cls(months=number, first_of_month=first)

    def after(self, deposit: dt.date) -> dt.date:
        """Return the day on which a deposit takes effect; a month too short for the day ends on its last one."""
        if self.days:
            return dt.date.fromordinal(min(deposit.toordinal() + self.days, dt.date.max.toordinal()))
        month = _months_later(deposit, self.months)
        return _months_later(month.replace(day=1), 1) if self.first_of_month else month

    def __str__(self) -> str:
        number, unit = (self.days, "day") if self.days else (self.months, "month")
        if not number:
            return ON_DEPOSIT
        return f"{'month after ' if self.first_of_month else ''}{number} {unit}{'' if number == 1 else 's'}"


def _months_later(day: dt.date, months: int) -> dt.date:
    years, month = divmod(day.month - 1 + months, 12)
    year = min(day.year + years, dt.MAXYEAR)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
