"""The address of a unit: which act, in which edition, and where in it."""

import re
from dataclasses import dataclass
from datetime import date

from muvofiq.law.kind import ABBREVIATIONS, Kind
from muvofiq.law.number import Number

KINDS = {abbreviation: kind for kind, abbreviation in ABBREVIATIONS.items()}
STEP = re.compile(r"(?P<kind>[a-z]+)_(?P<number>[^\W_]+(?:-\d+)*)(?:_(?P<occurrence>\d+))?")
ADDRESS = re.compile(r"(?P<act>[^\s@~]+)(?:@(?P<edition>\d{4}-\d\d-\d\d))?(?:~(?P<eid>\S+))?")


@dataclass(frozen=True, slots=True)
class Step:
    """One step down the tree: article 12(1). ``occurrence`` tells a number that stands twice in a damaged act."""

    kind: Kind
    number: Number
    occurrence: int = 1

    @classmethod
    def parse(cls, text: str) -> "Step":
        """Read ``art_12-1``; raises ValueError."""
        match = STEP.fullmatch(text)
        if not match or match["kind"] not in KINDS:
            raise ValueError(f"'{text}' is no step to a legal unit. Steps are written art_12-1, para_2, point_3.")
        stem, *inserted = match["number"].split("-")
        number = Number(stem, tuple(map(int, inserted)))
        return cls(KINDS[match["kind"]], number, int(match["occurrence"] or 1))

    def __str__(self) -> str:
        again = f"_{self.occurrence}" if self.occurrence > 1 else ""
        return f"{self.kind.abbreviation}_{self.number.eid}{again}"


@dataclass(frozen=True, slots=True)
class Reference:
    """A unit of an act, written as the act's name, the edition's date and the unit's eId.

    >>> reference = Reference.parse("border-law@2019-01-02~art_12-1__para_2")
    >>> reference.eid, str(reference.steps[0].number)
    ('art_12-1__para_2', '12(1)')
    """

    act: str
    steps: tuple[Step, ...] = ()
    edition: date | None = None

    @classmethod
    def parse(cls, text: str) -> "Reference":
        """Read what ``str`` writes; raises ValueError."""
        match = ADDRESS.fullmatch(text)
        try:
            edition = date.fromisoformat(match["edition"]) if match and match["edition"] else None
        except ValueError:
            match = None
        if not match:
            raise ValueError(f"'{text}' is no reference. References are written act@2019-01-02~art_12-1__para_2.")
        steps = tuple(map(Step.parse, match["eid"].split("__"))) if match["eid"] else ()
        return cls(match["act"], steps, edition)

    def __str__(self) -> str:
        edition = f"@{self.edition.isoformat()}" if self.edition else ""
        return f"{self.act}{edition}" + (f"~{self.eid}" if self.steps else "")

    @property
    def eid(self) -> str:
        """The address inside the act, in the manner of Akoma Ntoso."""
        return "__".join(map(str, self.steps))

    def down(self, step: Step) -> "Reference":
        """Return the address of a unit directly below this one."""
        return Reference(self.act, (*self.steps, step), self.edition)
