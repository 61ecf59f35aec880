"""What is known of one finding when it is checked: what was judged, on what it rests, and who took part."""

from dataclasses import dataclass, field

from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.named_norm import instrument_of
from muvofiq.assessment.scale import State

LIKELY = 0.5  # the calibrated chance from which the first candidate is likelier right than wrong


@dataclass(frozen=True, slots=True)
class Norm:
    """A norm that the requirement cites; ``names`` are the titles and the short name of its instrument."""

    citation: str
    names: tuple[str, ...] = ()
    binds: bool = False
    is_unconfirmed: bool = False

    @property
    def instrument(self) -> str:
        """The short name of the instrument, with which a citation begins.

        >>> Norm("crc art. 37(b)").instrument
        'crc'
        """
        return instrument_of(self.citation)


@dataclass(frozen=True, slots=True)
class Asked:
    """The requirement: how many elements it has, what it cites, whether it asks for a criminal offence."""

    elements: int = 0
    norms: tuple[Norm, ...] = ()
    is_signed: bool = True
    is_offence: bool = False


@dataclass(frozen=True, slots=True)
class Accepted:
    """A provision that a person accepted as an answer; ``unit`` is how lawyers cite it.

    ``broken`` counts quotations whose words do not stand there; ``is_stale`` marks a working translation of other words
    than the unit has by now.
    """

    unit: str
    quotations: int = 0
    broken: int = 0
    is_outdated: bool = False
    is_dated: bool = True
    is_proofread: bool = True
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class Proposed:
    """The first candidate of the last matching, the chance from 0 to 1 that it is right, and if anybody looked."""

    unit: str
    chance: float
    is_opened: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """On what a finding rests, in the law of the state and in quoted words of norms.

    ``broken_norms`` are places of standards on file whose quoted words do not stand there. ``unmatched`` counts texts
    that came after the last matching, ``missing`` acts without a text that should be open; ``is_complete`` says that a
    person confirmed the list of acts.
    """

    accepted: tuple[Accepted, ...] = ()
    proposed: Proposed | None = None
    unmatched: int = 0
    missing: int = 0
    is_complete: bool = False
    broken_norms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hands:
    """What others said or were asked; ``checked_own`` names a person who checked a verdict of his or her own."""

    checked_own: str = ""
    opinions: int = 0
    awaited: int = 0
    disagreements: int = 0
    objections: int = 0
    unread: int = 0
    recommendations: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """All of it. ``languages`` are those in which the country reads, ``personal`` what looks like a person's data."""

    assessment: Assessment
    state: State = State.DRAFT
    look_again: bool = False
    asked: Asked = field(default_factory=Asked)
    evidence: Evidence = field(default_factory=Evidence)
    hands: Hands = field(default_factory=Hands)
    languages: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
