"""What a machine can prove of a clause, and what it says that it does not prove."""

from dataclasses import dataclass

from muvofiq.amendment.change import Change
from muvofiq.amendment.redline import Stretch
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether the clause, read again and applied, gives the proposed wording, and the redline both wordings.

    ``gives`` is the wording that the clause gives; ``reasons`` tell what could not be read or applied.
    """

    clause_gives_proposed: bool
    all_accepted_is_proposed: bool
    all_rejected_is_current: bool
    gives: str
    redline: tuple[Stretch, ...]
    reasons: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether all three hold."""
        return self.clause_gives_proposed and self.all_accepted_is_proposed and self.all_rejected_is_current


def prove(law: Law, unit: Reference, proposed: str, clause: str) -> Proof:
    """Prove a clause for one unit of the law: read as an amending act it must give exactly the proposed wording."""
    raise NotImplementedError


def prove_new(law: Law, after: Reference, proposed: str, clause: str) -> Proof:
    """Prove a clause that adds units behind a unit of the law."""
    raise NotImplementedError


def changes_of(clause: str, law: Law) -> tuple[Change, ...]:
    """Return the changes that a clause orders in a law; raises AmendmentError where it is not understood whole."""
    raise NotImplementedError
