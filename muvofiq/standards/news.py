"""What became of an instrument from one day to a later one: its force for a state, its wording, what replaced it.

>>> old = Instrument.parse(
...     "{id: dir-x, title: {en: Directive}, kind: eu_law, in_force: 2011-04-15, until: 2026-07-14,"
...     " superseded_by: {instrument: dir-y, date: 2026-07-15}}"
... )
>>> found = news(old, "XA", dt.date(2026, 3, 2), dt.date(2026, 11, 1))
>>> found.before.force.value, found.now.force.value, found.successor.instrument
('EU benchmark', 'no longer in force', 'dir-y')
>>> news(old, "XA", dt.date(2026, 8, 1), dt.date(2026, 11, 1)) is None
True
"""

import datetime as dt
from dataclasses import dataclass

from muvofiq.standards.instrument import Instrument, Successor, Wording
from muvofiq.standards.standing import Standing, standing


@dataclass(frozen=True, slots=True)
class News:
    """How an instrument stands on both days; the wording and the successor are there where they came between."""

    before: Standing
    now: Standing
    wording: Wording | None
    successor: Successor | None

    @property
    def is_other_force(self) -> bool:
        """Whether it speaks to the state with another force."""
        return self.before.force is not self.now.force


def news(instrument: Instrument, state: str, since: dt.date, until: dt.date) -> News | None:
    """Return what is new of an instrument for a state after one day and up to another; None where nothing is."""
    if until <= since:
        return None
    wording = instrument.edition_on(until)
    is_new = wording is not None and wording.since.last_day > since
    successor = instrument.superseded_by
    took_over = successor is not None and successor.date is not None and since < successor.date.last_day <= until
    found = News(
        standing(instrument, state, since),
        standing(instrument, state, until),
        wording if is_new else None,
        successor if took_over else None,
    )
    return found if found.is_other_force or is_new or took_over else None
