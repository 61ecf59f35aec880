"""Where in a law a change is to be made: a unit, its heading, a sentence, a row of a table, or the whole act."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import quote, unquote

from muvofiq.law.reference import Step

ACT = "act"  # written for the place without steps: the whole act
PLACE = re.compile(r"(?P<steps>act|[a-z]+_\S+?)(?:#(?P<spot>[a-z]+))?(?:#s(?P<sentence>\d+))?(?:#row:(?P<row>\S+))?")
NO_WORD = re.compile(r"[%,\s]")  # what would part a place in two


class Spot(StrEnum):
    """Which words of the unit are meant."""

    UNIT = "unit"  # all of it, with what lies in it
    HEADING = "heading"  # of the act: its title
    PREAMBLE = "preamble"  # what stands before the first unit of the act
    DISPOSITION = "disposition"  # of an article of a code: which deed is punished
    SANCTION = "sanction"  # and how


@dataclass(frozen=True, slots=True)
class Place:
    """A place as an amending act names it. ``steps`` are the units, largest first; none mean the whole act.

    ``sentence`` is counted from 1 in the unit's own words, 0 means all of them. ``row`` is the first cell of a row of
    the table in the unit. The first indent of a unit with words of its own is these words, as lawyers count; an
    unnumbered part is an indent. How a place is found in a law is told in ``finding``.

    >>> str(Place.parse("art_5__para_2#s1")), Place.parse("act#heading").spot.value
    ('art_5__para_2#s1', 'heading')
    """

    steps: tuple[Step, ...] = ()
    spot: Spot = Spot.UNIT
    sentence: int = 0
    row: str = ""

    @classmethod
    def parse(cls, text: str) -> "Place":
        """Read what ``str`` writes; raises ValueError."""
        match = PLACE.fullmatch(text)
        if not match or (match["spot"] and match["spot"] not in set(Spot)):
            raise ValueError(f"'{text}' is no place. Places are written art_5__para_2, art_5#heading, art_5#s1, act.")
        steps = () if match["steps"] == ACT else tuple(map(Step.parse, match["steps"].split("__")))
        return cls(steps, Spot(match["spot"] or Spot.UNIT), int(match["sentence"] or 0), unquote(match["row"] or ""))

    def __str__(self) -> str:
        spot = "" if self.spot is Spot.UNIT else f"#{self.spot}"
        sentence = f"#s{self.sentence}" if self.sentence else ""
        row = f"#row:{_folded(self.row)}" if self.row else ""
        return f"{self.eid or ACT}{spot}{sentence}{row}"

    @property
    def eid(self) -> str:
        """The address of the unit, in the manner of a Reference; empty for the whole act."""
        return "__".join(map(str, self.steps))

    @property
    def unit(self) -> "Place":
        """The whole unit in which this place lies."""
        return Place(self.steps)

    @property
    def above(self) -> "Place":
        """The next larger unit; the act above an article."""
        return Place(self.steps[:-1])

    def down(self, step: Step) -> "Place":
        """Return the place of a unit directly in this one."""
        return replace(Place(self.steps), steps=(*self.steps, step))


def _folded(row: str) -> str:
    """Write the blanks of a cell so that a place stays one word."""
    return NO_WORD.sub(lambda match: quote(match[0]), row)
