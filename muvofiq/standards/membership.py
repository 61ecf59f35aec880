"""Which states are members of the European Union, whose law binds them, and since when.

>>> membership("LV", dt.date(2004, 5, 1)).since
datetime.date(2004, 5, 1)
>>> membership("LV", dt.date(2004, 4, 30)) is None
True
"""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from muvofiq.tables import table


@dataclass(frozen=True, slots=True)
class Membership:
    """A membership with its first and last day; who ``opts_out`` is not bound by all law on borders and migration."""

    since: dt.date
    until: dt.date | None
    opts_out: bool


def membership(state: str, on: dt.date) -> Membership | None:
    """Return the membership of a state that is a member on a day."""
    found = _members().get(state)
    return found if found and found.since <= on and (found.until is None or on <= found.until) else None


@cache
def _members() -> dict[str, Membership]:
    day = dt.date.fromisoformat
    return {
        row["state"]: Membership(day(row["since"]), day(row["until"]) if row["until"] else None, bool(row["opts_out"]))
        for row in table("standards/eu-members.csv")
    }
