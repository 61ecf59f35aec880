"""What an amending act orders, one instruction after another, and what of it was not understood."""

from dataclasses import dataclass
from enum import StrEnum

from muvofiq.amendment.change import Change
from muvofiq.law.reference import Reference


class Why(StrEnum):
    """Why an instruction was not understood."""

    NO_FORMULA = "no_formula"  # it says what no known formula says
    NO_PLACE = "no_place"  # it does not say where, or the place was not understood
    NO_WORDING = "no_wording"  # the new wording that it announces does not follow, or prints another number
    FORMS_NOT_LISTED = "forms_not_listed"  # words are to be replaced in all cases, and the forms are not listed
    OTHER_ACT = "other_act"  # it amends an act other than the one asked for


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction of an amending act as printed, where it stands there, and the changes it orders."""

    where: Reference
    words: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """An instruction that was not understood. ``nearest`` is the formula or unit that comes nearest to it."""

    where: Reference
    words: str
    why: Why
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All instructions of an amending act that concern one act, understood or not, in the order of print."""

    instructions: tuple[Instruction, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """All changes, in order."""
        return tuple(change for one in self.instructions for change in one.changes)
