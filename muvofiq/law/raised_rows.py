"""A row of cited numbers is read so that it ascends and no unit has too many parts: 1, 41, 10 is 1, 4¹, 10."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from muvofiq.law.cited_numbers import Spot
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.raised import Cost, Reading, cheapest, through
from muvofiq.law.raised_choices import MOST
from muvofiq.law.raised_figures import LOST, LOST_AGAIN, leap

# What it costs that a number goes back: among the commands of an amending act, and in a sentence.
BACK, BACK_IN_SENTENCE = 10.0, 2.0
BEFORE_LAST = 10.0  # that an article is added where articles with greater numbers stand already
WITHOUT_BASE = 1.0  # 4¹ where 4 is not mentioned before it
LEFT_OUT = 1.0  # 4³ directly behind 4
TWO_FIGURES = 0.5  # 4¹¹ where 41¹ may be meant
ADDED = 1.5  # that a part is added behind so many others
DECIDED = 1.0  # by how much the printed number must be less likely before the text counts as deciding

# How unlikely it is that there are more than so many of a kind: in an act (codes go up to some 1,600), in a unit.
IN_AN_ACT = ((MOST, 10.0),)
POINTS = ((500, 10.0), (100, 2.0), (50, 1.0))
IN_A_UNIT = {Kind.PART: ((200, 10.0), (50, 2.0), (20, 1.0)), Kind.POINT: POINTS, Kind.SUBPOINT: POINTS}


@dataclass(slots=True)
class Entry:
    """One number of a row: ``choices`` are the ways to read it, ``is_added`` says that the unit is new.

    ``is_in_unit`` says that the unit lies in a cited article; else it is counted through the act. ``bases`` are the
    numbers of the same row that the wording of the new unit cites.
    """

    kind: Kind
    number: Number
    choices: Sequence[Reading]
    is_added: bool = False
    is_in_unit: bool = False
    places: list[Spot] = field(default_factory=list)
    bases: frozenset[str] = frozenset()

    def size(self, reading: Reading | None) -> float:
        """Return how unlikely it is that there are as many units as this reading asks for."""
        count = reading.number.order[0] if reading else 0
        sizes = IN_A_UNIT.get(self.kind, IN_AN_ACT) if self.is_in_unit else IN_AN_ACT
        return next((cost for most, cost in sizes if count > most), 0.0)


def decided(row: Sequence[Entry], *, back: float = BACK, last: int = 0) -> list[Number | None]:
    """Return for each number of a row what it means, if it has lost raised figures and the row decides that.

    ``last`` is the greatest number that is known to be a plain one.
    """
    cost = _costs(row, back, last)
    choices = [entry.choices for entry in row]
    chosen = zip(cheapest(choices, cost), choices, through(choices, cost), strict=True)
    return [
        reading.number if reading.is_restored and _beats_printed(ways, totals) else None
        for reading, ways, totals in chosen
    ]


def _beats_printed(choices: Sequence[Reading], totals: Sequence[float]) -> bool:
    printed = [total for total, reading in zip(totals, choices, strict=True) if not reading.is_restored]
    return all(total - min(totals) >= DECIDED for total in printed)


def _costs(row: Sequence[Entry], back: float, last: int) -> Cost:
    def cost(at: int, former: Reading | None, reading: Reading) -> float:
        entry = row[at]
        price = _cost_of_raised if reading.is_restored else _cost_of_plain
        paid = price(entry, former, reading)
        if former and reading.number.order <= former.number.order:
            paid += back
        if entry.is_added and not reading.is_restored and reading.number.order[0] < last:
            paid += BEFORE_LAST
        return paid + max(entry.size(reading) - entry.size(former), 0.0)

    return cost


def _cost_of_plain(entry: Entry, former: Reading | None, reading: Reading) -> float:
    grows = entry.size(reading) > entry.size(former)
    left_out = reading.number.order[0] - former.number.order[0] - 1 if former and entry.is_in_unit else 0
    return ADDED * (entry.is_added and grows) + leap(left_out) / 2


def _cost_of_raised(entry: Entry, former: Reading | None, reading: Reading) -> float:
    number = reading.number
    paid = TWO_FIGURES * (number.inserted[0] > 9)
    if former is None or former.number.stem != number.stem:
        is_first = number.stem in entry.bases and number.inserted[0] == 1
        return paid + LOST + (0.0 if is_first else WITHOUT_BASE)
    before = former.number.inserted[0] if former.number.inserted else 0
    return paid + (LOST_AGAIN if former.is_restored else LOST) + LEFT_OUT * (number.inserted[0] != before + 1)
