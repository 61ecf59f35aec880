"""What a machine can prove of a clause, and what it says that it does not prove."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from muvofiq.amendment.applying import apply
from muvofiq.amendment.change import Change, EnterIntoForce, Suspend
from muvofiq.amendment.errors import (
    ClauseDiffers,
    ClauseNotUnderstood,
    ClauseReachesFurther,
    Unreadable,
    WordingUnreadable,
)
from muvofiq.amendment.instruction import Reading, Why
from muvofiq.amendment.place import ACT
from muvofiq.amendment.reading import read_clause
from muvofiq.amendment.redline import Stretch, new_text, old_text, redline
from muvofiq.amendment.trying import shape
from muvofiq.amendment.wording import read_wording, typed, wording_of
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Provision

BEFORE, LENGTH = 3, 60  # words shown before the first difference, letters shown of each wording
Line = tuple[str | bool, ...]  # what is compared of a unit: number, heading, words, whether it is repealed

LONGEST = 160  # letters of a clause that an error repeats


class Claim(StrEnum):
    """What the machine proves, in the order in which it is printed."""

    CLAUSE = "clause_gives_proposed"  # the clause, read as an amending act and applied, gives the proposed wording
    ELSEWHERE = "nothing_else_changes"  # and changes no other place of the law
    ACCEPTED = "all_accepted_is_proposed"  # the redline with all its changes is the proposed wording
    REJECTED = "all_rejected_is_current"  # and without them the wording in force


class Unproven(StrEnum):
    """What no machine proves, and what is therefore printed below each proof."""

    IDIOM = "idiom"  # that a legislative editor would word the clause so
    LEGALITY = "legality"  # that it agrees with the constitution, treaties and the law on normative acts
    POLICY = "policy"  # that the change is wise
    IN_FORCE = "in_force"  # that the edition on file is the law in force


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a clause was not read or applied whole: the words or the place, and what comes nearest to them."""

    why: StrEnum
    words: str
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether the clause, read again and applied, gives the proposed wording, and the redline both wordings.

    ``gives`` is the wording that the clause gives, ``elsewhere`` the places outside the proven unit that it changes
    too, and those whose force it changes: no wording shows that. ``reasons`` tell what could not be read or applied.
    White space counts for nothing but one blank between words and the ends of lines.
    """

    clause_gives_proposed: bool
    all_accepted_is_proposed: bool
    all_rejected_is_current: bool
    gives: str
    redline: tuple[Stretch, ...]
    reasons: tuple[Obstacle, ...] = ()
    elsewhere: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether all claims hold."""
        return all(self.claims.values())

    @property
    def claims(self) -> dict[Claim, bool]:
        """Each claim, and whether it holds."""
        return {
            Claim.CLAUSE: self.clause_gives_proposed,
            Claim.ELSEWHERE: not self.elsewhere,
            Claim.ACCEPTED: self.all_accepted_is_proposed,
            Claim.REJECTED: self.all_rejected_is_current,
        }


def prove(law: Law, unit: Reference, proposed: str, clause: str) -> Proof:
    """Prove a clause for one unit of the law: read as an amending act it must give exactly the proposed wording.

    With nothing proposed the clause must repeal the unit or take it out; where the wording in force is proposed,
    no clause is needed.
    """
    proposed = typed(proposed)
    amended = _after(law, clause) if clause.strip() or not _is_current(law, unit, proposed) else _Amended(law, (), ())
    old, new = _Walked.of(law), _Walked.of(amended.law)
    before, after = old.find(unit), None if _is_taken_out(old, new, unit) else new.find(unit)
    goes = not proposed.strip()
    gives = "" if after is None or (goes and after.repealed) else wording_of(after)
    proof = _proof(wording_of(before) if before else "", proposed, gives, amended)
    if goes and after and not after.repealed:
        proof = replace(proof, clause_gives_proposed=False)
    if before and after and proof.clause_gives_proposed and not _lies_as_proposed(after, before, proposed, law):
        order = Obstacle(Unreadable.OTHER_ORDER, clause)
        proof = replace(proof, clause_gives_proposed=False, reasons=(order,))
    elsewhere = _elsewhere(old.rest([before] if before else []), new.rest([after] if after else []))
    return replace(proof, elsewhere=(*amended.in_force, *elsewhere))


def prove_new(law: Law, after: Reference, proposed: str, clause: str) -> Proof:
    """Prove a clause that adds units behind a unit of the law."""
    proposed = typed(proposed)
    amended = _after(law, clause)
    old, new = _Walked.of(law), _Walked.of(amended.law)
    added = _added(old, new, after)
    proof = _proof("", proposed, "\n".join(map(wording_of, added)), amended)
    return replace(proof, elsewhere=(*amended.in_force, *_elsewhere(old.rest([]), new.rest(added))))


def _is_current(law: Law, unit: Reference, proposed: str) -> bool:
    found = law.find(unit)
    return found is not None and typed(wording_of(found)) == proposed


def _lies_as_proposed(unit: Provision, before: Provision, proposed: str, law: Law) -> bool:
    """Whether all that the clause gives lies in each other as the proposed wording has it, and not only reads so."""
    if not proposed:
        return True
    try:
        wanted = read_wording(proposed, law.language, kind=before.kind, like=(before,))
    except WordingUnreadable:
        return True
    return len(wanted) > 1 or shape(unit) == shape(wanted[0])


def require_proof(proof: Proof, clause: str, where: str) -> Proof:
    """Return the proof if it holds; else raise ClauseNotUnderstood, ClauseDiffers or ClauseReachesFurther."""
    if proof.reasons:
        raise _not_understood(proof.reasons[0], clause, where)
    if not proof.clause_gives_proposed:
        gives, wanted = first_difference(proof.gives, new_text(proof.redline))
        raise ClauseDiffers(where, gives=gives, wanted=wanted)
    if proof.elsewhere:
        raise ClauseReachesFurther(where, places=", ".join(proof.elsewhere))
    return proof


def changes_of(clause: str, law: Law) -> tuple[Change, ...]:
    """Return the changes that a clause orders in a law; raises ClauseNotUnderstood where it is not understood whole."""
    reading = read_clause(clause, law)
    if obstacles := _unread(reading, clause):
        raise _not_understood(obstacles[0], clause, law.name)
    return reading.changes


def first_difference(gives: str, wanted: str) -> tuple[str, str]:
    """Return a short stretch of each wording around the place where they part.

    >>> first_difference("The authority answers within five days.", "The authority answers within two days.")
    ('… authority answers within five days.', '… authority answers within two days.')
    >>> first_difference("It answers.", "It answers. It says why.")
    ('It answers.', 'It answers. It says why.')
    """
    one, other = _plain(gives), _plain(wanted)
    pairs = enumerate(zip(one, other, strict=False))
    start = next((at for at, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))
    for _ in range(BEFORE + 1):
        start = max(one.rfind(" ", 0, start), one.rfind("\n", 0, start), 0)
    return _short(one, start), _short(other, start)


@dataclass(frozen=True, slots=True)
class _Amended:
    """The law after all of a clause that could be read and applied, and why the rest could not."""

    law: Law
    reasons: tuple[Obstacle, ...]
    in_force: tuple[str, ...]
    """The places that the clause suspends, or whose entry into force it orders."""


def _after(law: Law, clause: str) -> _Amended:
    reading = read_clause(clause, law)
    applied = apply(law, reading.changes)
    in_force = (one for one in reading.changes if isinstance(one, Suspend | EnterIntoForce))
    return _Amended(
        applied.law,
        (*_unread(reading, clause), *(Obstacle(one.why, str(one.place), one.nearest) for one in applied.not_applied)),
        tuple(str(place) for one in in_force for place in one.places),
    )


def _unread(reading: Reading, clause: str) -> tuple[Obstacle, ...]:
    if not reading.not_understood and not reading.changes:
        return (Obstacle(Why.NO_FORMULA, clause),)
    return tuple(Obstacle(one.why, one.words, one.nearest) for one in reading.not_understood)


def _not_understood(obstacle: Obstacle, clause: str, where: str) -> ClauseNotUnderstood:
    words = obstacle.words if obstacle.words in clause else clause
    return ClauseNotUnderstood(where, words=words.strip()[:LONGEST], reason=obstacle.why)


def _proof(current: str, proposed: str, gives: str, amended: _Amended) -> Proof:
    shown = redline(current, proposed)
    is_given = not amended.reasons and _plain(gives) == _plain(proposed)
    return Proof(is_given, new_text(shown) == proposed, old_text(shown) == current, gives, shown, amended.reasons)


def _plain(words: str) -> str:
    """Return a wording without the white space at the ends of its lines, and without empty lines."""
    lines = (line.strip() for line in words.splitlines())
    return "\n".join(filter(None, lines))


@dataclass(frozen=True, slots=True)
class _Walked:
    """A law with its units in the order of print, gone through once."""

    law: Law
    units: tuple[tuple[Reference, Provision, tuple[Provision, ...]], ...]

    @classmethod
    def of(cls, law: Law) -> "_Walked":
        return cls(law, tuple(law.units()))

    def find(self, reference: Reference) -> Provision | None:
        return next((unit for address, unit, _ in self.units if address == reference), None)

    def siblings(self, reference: Reference) -> tuple[Provision, ...]:
        """Return the units that lie side by side with a unit, itself among them."""
        around = next((around for address, _, around in self.units if address == reference), None)
        if around is None:
            return ()
        return around[-1].children if around else self.law.provisions

    def rest(self, without: Sequence[Provision]) -> list[tuple[Reference, Line]]:
        """Return all paragraphs with their addresses, but for those of some units."""
        act = Reference(self.law.name)
        found: list[tuple[Reference, Line]] = [
            (act, (line,)) for line in (self.law.title, *self.law.head, *self.law.tail)
        ]
        for address, unit, around in self.units:
            if not any(one is left_out for one in (*around, unit) for left_out in without):
                found.append((address, (unit.label, unit.heading, unit.text, unit.repealed)))
        return found


def _is_taken_out(old: _Walked, new: _Walked, reference: Reference) -> bool:
    """Whether a unit is out of the law; an indent behind it may have its address now, and is not taken for it."""
    unit, before, after = old.find(reference), old.siblings(reference), new.siblings(reference)
    left = [wording_of(one) for one in before if one is not unit]
    return len(after) < len(before) and left == [wording_of(one) for one in after]


def _added(old: _Walked, new: _Walked, after: Reference) -> Sequence[Provision]:
    """Return the units that stand behind a unit now and did not before, as many as there are more beside it."""
    unit, before, beside = new.find(after), old.siblings(after), new.siblings(after)
    at = next((at for at, one in enumerate(beside) if one is unit), len(beside))
    return beside[at + 1 : at + 1 + max(len(beside) - len(before), 0)]


def _elsewhere(old: list[tuple[Reference, Line]], new: list[tuple[Reference, Line]]) -> tuple[str, ...]:
    """Return where two laws differ, each place once, of units that lie in each other the largest."""
    if [line for _, line in old] == [line for _, line in new]:
        return ()
    gone, come = {line for _, line in old}, {line for _, line in new}
    differing = [*(at for at, line in new if line not in gone), *(at for at, line in old if line not in come)]
    moved = (at for (at, line), (_, wanted) in zip(new, old, strict=False) if line != wanted)
    found = dict.fromkeys(at.eid or ACT for at in differing or [next(moved, new[-1][0])])
    return tuple(eid for eid in found if not any(eid.startswith(f"{larger}__") for larger in found))


def _short(words: str, start: int) -> str:
    """Return a piece of a wording in one line, cut at a blank; a line end is shown by its sign."""
    piece = " ".join(words[start:].strip().replace("\n", " ¶ ").split())
    cut = piece if len(piece) <= LENGTH else piece[:LENGTH].rpartition(" ")[0] + " …"
    return f"… {cut}" if start else cut
