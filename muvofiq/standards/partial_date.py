"""A date as exact as the source gives it: a day, a month, or only a year.

>>> PartialDate.parse("2002-07").last_day
datetime.date(2002, 7, 31)
>>> str(PartialDate.parse("1996"))
'1996'
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from muvofiq.standards.errors import BadDate

_FORM = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, with month and day where they are known."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str, where: str = "date") -> Self:
        """Read 2002, 2002-07 or 2002-07-08."""
        match = _FORM.fullmatch(text)
        if match is None:
            raise BadDate(where, text=text)
        found = cls(*(int(part) if part else None for part in match.groups()))  # type: ignore[arg-type]
        try:
            _ = found.last_day
        except (ValueError, calendar.IllegalMonthError) as error:
            raise BadDate(where, text=text) from error
        return found

    @classmethod
    def of(cls, day: date) -> Self:
        """Return a day as a date that is known exactly."""
        return cls(day.year, day.month, day.day)

    @property
    def first_day(self) -> date:
        """The first day that the date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day that the date can mean: on that day, what it dates has surely happened."""
        month = 12 if self.month is None else self.month
        day = calendar.monthrange(self.year, month)[1] if self.day is None else self.day
        return date(self.year, month, day)

    def __str__(self) -> str:
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None))
        return "-".join(parts)
