"""Where a finding can go from where it stands, for whom, and what is in the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from muvofiq.assessment.checks import Failure, blocking
from muvofiq.assessment.scale import State
from muvofiq.records.models import Finding, Mission, Person
from muvofiq.records.permissions import MOVES, Verb, roles_of
from muvofiq.records.queries.quality import CheckedFinding
from muvofiq.records.words import Role
from muvofiq.standards.requirement import Words

ORDER = list(State)


@dataclass(frozen=True, slots=True)
class Move:
    """A move that a finding can make: whether it leads back, whether this person may make it, what is in the way."""

    to: State
    is_back: bool
    is_allowed: bool
    blocked_by: tuple[Failure, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether this person can make it now."""
        return self.is_allowed and not self.blocked_by


@dataclass(frozen=True, slots=True)
class Moves:
    """A finding with its moves; ``reason`` is why it is disputed."""

    finding: Finding
    moves: tuple[Move, ...]
    reason: Words = field(default_factory=dict)

    @property
    def state(self) -> State:
        """Where it stands."""
        return State(self.finding.state)

    @property
    def allowed(self) -> tuple[Move, ...]:
        """The moves that this person may make, whether or not something is in the way."""
        return tuple(one for one in self.moves if one.is_allowed)


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A move in the table of permissions, and for each role whether it includes it."""

    before: State
    after: State
    allowed: tuple[bool, ...]


def moves_for(mission: Mission, person: Person, checked: CheckedFinding | None) -> Moves | None:
    """Return the moves of a checked finding; None where there is none, or it is kept back from the person."""
    if checked is None:
        return None
    before, roles = checked.state, _roles(person, mission)
    moves = tuple(
        Move(
            to=after,
            is_back=is_back(before, after),
            is_allowed=bool(roles & allowed),
            blocked_by=() if is_back(before, after) else blocking(checked.facts, after),
        )
        for (start, after), allowed in MOVES.items()
        if start is before
    )
    onward_first = tuple(sorted(moves, key=lambda one: one.is_back))
    return Moves(checked.finding, onward_first, _why_disputed(mission, checked.finding))


def is_back(before: State, after: State) -> bool:
    """Tell whether a move leads back towards the desk of the expert.

    >>> is_back(State.SHOWN, State.CHECKED), is_back(State.DISPUTED, State.AGREED)
    (True, False)
    """
    return after in {State.DRAFT, State.CHECKED} and ORDER.index(after) < ORDER.index(before)


def possible_moves(mission: Mission, person: Person) -> tuple[State, ...]:
    """Return the states to which this person may take some finding without giving a reason, in their order."""
    roles = _roles(person, mission)
    found = {after for (_, after), allowed in MOVES.items() if roles & allowed}
    return tuple(one for one in ORDER if one in found - {State.DISPUTED})


def move_rows(roles: Sequence[Role]) -> list[MoveRow]:
    """Return the table of moves, with a column for each role."""
    return [
        MoveRow(before, after, tuple(role in allowed for role in roles)) for (before, after), allowed in MOVES.items()
    ]


def _roles(person: Person, mission: Mission) -> frozenset[Role]:
    return roles_of(person, mission) if person.is_active else frozenset()


def _why_disputed(mission: Mission, finding: Finding) -> Mapping[str, str]:
    if finding.state != State.DISPUTED.value:
        return {}
    subject = f"verdict {finding.requirement.requirement_id}"
    entry = mission.history.filter(verb=Verb.MOVE_FINDING.value, subject=subject).order_by("-sequence").first()
    return dict(entry.change.get("reason", {})) if entry else {}
