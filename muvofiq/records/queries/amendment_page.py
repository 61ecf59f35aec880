"""A proposed wording beside the one in force: what changes by unit and word, the clause, the proof, what is lost."""

from dataclasses import dataclass

from muvofiq.amendment.change import Change
from muvofiq.amendment.proof import Proof
from muvofiq.amendment.redline import Stretch
from muvofiq.amendment.regression import Loss
from muvofiq.records.models import Amendment, Edition, Mission, Person, Recommendation


@dataclass(frozen=True, slots=True)
class LineChange:
    """One paragraph of the unit: what happens to it word by word."""

    label: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a proposed wording comes to; nothing of it is saved.

    ``clause`` is the one that stands: the person's own if it was typed, else the machine's ``written``. Where the
    wording cannot be read or no clause can be written, ``reason`` says why and ``proof`` is None. ``needs_editor`` says
    that the clause is a draft for a legislative editor of its language.
    """

    edition: Edition
    eid: str
    after: str
    citation: str
    heading: str
    current: str
    proposed: str
    redline: tuple[LineChange, ...]
    changes: tuple[Change, ...] = ()
    written: str = ""
    clause: str = ""
    proof: Proof | None = None
    losses: tuple[Loss, ...] = ()
    reason: str = ""
    needs_editor: bool = False


@dataclass(frozen=True, slots=True)
class Twin:
    """The same unit in another language of the act: where it stands there, and what is proposed for it, if anything."""

    edition: Edition
    eid: str
    citation: str
    amendment: Amendment | None
    drafted: Drafted | None


def drafted(
    edition: Edition,
    *,
    eid: str = "",
    after: str = "",
    proposed: str,
    clause: str = "",
    recommendation: Recommendation | None = None,
) -> Drafted:
    """Return what a proposed wording of a unit (or of a new one behind ``after``) comes to."""
    raise NotImplementedError


def twins_of(recommendation: Recommendation, edition: Edition, eid: str, after: str = "") -> list[Twin]:
    """Return the unit in the other languages in which the act is on file in the mission, in their newest editions."""
    raise NotImplementedError


def amendment_numbered(recommendation: Recommendation, number: int) -> Amendment:
    """Return an amendment of the recommendation; raises NotOnFile."""
    raise NotImplementedError


def amendments_of(mission: Mission, person: Person | None = None) -> list[Amendment]:
    """Return all amendments of a mission that the person may read, by recommendation and number."""
    raise NotImplementedError
