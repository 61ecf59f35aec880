"""A law and its changes give the consolidated law; what does not fit is told with its reason and the nearest match."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from muvofiq.amendment.change import Change
from muvofiq.amendment.place import Place
from muvofiq.law.tree import Law


class Why(StrEnum):
    """Why a change cannot be made."""

    NO_UNIT = "no_unit"  # the law has no such unit
    SEVERAL_UNITS = "several_units"  # what is named may be more than one unit
    NO_WORDS = "no_words"  # the words do not stand there
    SEVERAL_WORDS = "several_words"  # they stand there more than once, and the change does not say which is meant
    UNIT_EXISTS = "unit_exists"  # a unit with this number is there already
    UNREADABLE = "unreadable"  # the new wording is no wording of such units


@dataclass(frozen=True, slots=True)
class NotApplied:
    """A change that was not made at one of its places. ``nearest`` is what the law has there instead."""

    change: Change
    place: Place
    why: Why
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """The law with all changes that fit, and those that did not."""

    law: Law
    not_applied: tuple[NotApplied, ...] = ()


def apply(law: Law, changes: Sequence[Change]) -> Applied:
    """Return the law with the changes made, in their order."""
    raise NotImplementedError


def apply_all(law: Law, changes: Sequence[Change]) -> Law:
    """Return the law with all changes made; raises ChangesNotApplied where one does not fit."""
    raise NotImplementedError
