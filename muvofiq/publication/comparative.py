"""The comparative table as values: each unit as it reads now beside the wording that is proposed for it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from muvofiq.amendment.proof import Claim
from muvofiq.publication.errors import NothingCompared


class Unclear(StrEnum):
    """Why a wording has no place in one amending act with the others."""

    MEETS = "meets"  # another amendment rewords the same unit, one around it or one in it
    OLDER = "older"  # it is written on a text that a newer one has taken the place of
    NO_TEXT = "no_clause"  # no text of the act is on file
    LEFT_OUT = "left_out"  # something else is in the way, which the page of the draft tells


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparativeRow:
    """One recommendation on one unit, which is printed whole; or one that proposes no wording, with its text alone.

    ``number`` is printed as it stands: R3, or R3.2 where a recommendation amends several units. ``current`` is empty
    for a new unit, ``proposed`` for a repealed one. ``requirements`` are the codes of those on which it rests,
    ``contributions`` what agencies said and this rests on; ``key`` marks a key recommendation. ``translation`` is an
    unofficial one of the current wording, with its mark, or nothing. ``clause`` is the amending clause that brings the
    wording about, ``needs_editor`` marks one that is a draft for a legislative editor, ``claims`` are what the machine
    proved of it and what not. ``unclear`` says why it stands in no amending act with the others, which are ``others``.
    """

    number: str
    text: str
    kind: StrEnum
    reason: str
    requirements: tuple[str, ...]
    contributions: tuple[str, ...]
    act: str = ""
    edition: str = ""
    unit: str = ""
    current: str = ""
    proposed: str = ""
    key: bool = False
    translation: str = ""
    clause: str = ""
    needs_editor: bool = False
    claims: tuple[tuple[Claim, bool], ...] = ()
    unclear: Unclear | None = None
    others: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.act and self.is_new and self.is_repealed:
            raise NothingCompared(self.unit or self.act, number=self.number)

    @property
    def is_new(self) -> bool:
        """Whether the unit does not exist yet."""
        return not self.current.strip()

    @property
    def is_repealed(self) -> bool:
        """Whether the unit is to be deleted."""
        return not self.proposed.strip()


@dataclass(frozen=True, slots=True)
class ComparativeTable:
    """The whole table, with its title and the notices that stand at its head."""

    title: str
    notices: tuple[str, ...]
    rows: tuple[ComparativeRow, ...]
    made_on: date

    @property
    def acts(self) -> tuple[tuple[ComparativeRow, ...], ...]:
        """The rows act by act with all its languages, in the order in which the acts first appear."""
        acts: dict[str, list[ComparativeRow]] = {}
        for row in self.rows:
            if row.act:
                acts.setdefault(row.act, []).append(row)
        return tuple(map(tuple, acts.values()))

    @property
    def without_wording(self) -> tuple[ComparativeRow, ...]:
        """The recommendations that propose no wording, such as a training."""
        return tuple(row for row in self.rows if not row.act)
