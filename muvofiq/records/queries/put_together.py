"""The amendments of one act put together: which fit, how they are printed, and whether that gives every wording."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from muvofiq.amendment.applying import apply, apply_all
from muvofiq.amendment.change import Change, EnterIntoForce
from muvofiq.amendment.errors import AmendmentError, ChangesNotApplied
from muvofiq.amendment.proof import changes_of
from muvofiq.amendment.wording import wording_of
from muvofiq.amendment.writing import write
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Provision
from muvofiq.records.models import Edition
from muvofiq.records.queries.law_text import law_of, reference_to

Line = tuple[str, str]  # a line as printed, and the address of the article in force that it belongs to


@dataclass(frozen=True, slots=True)
class Part:
    """One proven amendment: its name, its unit or the one behind which its new unit stands, and its changes.

    ``clause`` is the one that a person wrote, and empty for the machine's.
    """

    name: str
    eid: str
    after: str
    proposed: str
    clause: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """What the parts of one act come to.

    ``left_out`` has by the name of a part why it does not fit beside those before it, ``changes`` those of all others.
    ``own_words`` are clauses of the machine, each with that of a person which is printed instead; ``reworded`` names
    the parts whose own clause cannot be printed, because the machine has gathered several of one article in one clause.
    ``meeting`` names the parts of those articles that do not read as proposed once all clauses are applied as printed.
    """

    left_out: Mapping[str, ChangesNotApplied]
    changes: tuple[Change, ...]
    own_words: tuple[tuple[str, str], ...]
    reworded: tuple[str, ...]
    meeting: tuple[str, ...]

    def in_own_words(self, text: str) -> str:
        """Put the clauses that persons wrote in the place of the machine's."""
        for machine, own in self.own_words:
            text = text.replace(machine, own, 1)
        return text


@lru_cache(maxsize=64)
def put_together(edition: Edition, parts: tuple[Part, ...]) -> Together:
    """Put the amendments of an edition together; kept in memory, for an edition never changes."""
    law = law_of(edition)
    left_out = _not_fitting(law, parts)
    fitting = [one for one in parts if one.name not in left_out]
    changes = tuple(change for one in fitting for change in one.changes)
    printed = [one.text for one in write(law, [one for one in changes if not isinstance(one, EnterIntoForce)])]
    own = {
        one.name: ("\n".join(text.text for text in write(law, one.changes)), one.clause)
        for one in fitting
        if one.clause
    }
    whole = "\n\n".join(printed)
    stands = {name: pair for name, pair in own.items() if pair[0] in whole}
    found = Together(left_out, changes, tuple(stands.values()), tuple(name for name in own if name not in stands), ())
    texts = found.in_own_words(whole).split("\n\n")
    return Together(left_out, changes, found.own_words, found.reworded, _meeting(edition, fitting, texts))


@lru_cache(maxsize=1024)
def changes_in(edition: Edition, clause: str) -> tuple[Change, ...]:
    """Return the changes that a clause orders in an edition; raises ClauseNotUnderstood."""
    return changes_of(clause, law_of(edition))


def _not_fitting(law: Law, parts: Sequence[Part]) -> dict[str, ChangesNotApplied]:
    """Return by their names the parts that cannot be applied with those before them, and why."""
    left: dict[str, ChangesNotApplied] = {}
    while True:
        tried = [one for one in parts if one.name not in left]
        misfits = apply(law, [change for one in tried for change in one.changes]).not_applied
        if not misfits:
            return left
        for misfit in misfits:
            owner = next((one for one in tried if any(misfit.change is change for change in one.changes)), tried[-1])
            of = sum(len(change.places) for change in owner.changes)
            left[owner.name] = ChangesNotApplied(owner.name, count=1, of=of, first=misfit)


def _meeting(edition: Edition, parts: Sequence[Part], clauses: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the parts whose article does not read as proposed after all clauses as they are printed."""
    law = law_of(edition)
    try:
        changes = [change for clause in clauses for change in changes_of(clause, law)] if parts else []
        given = [line for unit in apply_all(law, changes).provisions for line in _split(unit.paragraphs())]
    except AmendmentError:
        return tuple(one.name for one in parts)
    groups = {address.eid: _group(address, around) for address, _, around in law.units()}
    differing = _differing(list(_wanted(edition, parts, groups)), given)
    found = tuple(one.name for one in parts if groups.get(one.eid or one.after) in differing)
    return found if found or not differing else tuple(one.name for one in parts)


def _wanted(edition: Edition, parts: Sequence[Part], groups: Mapping[str, str]) -> Iterator[Line]:
    """Yield the lines of the law in which each unit reads as proposed, and all others as before."""
    law = law_of(edition)
    reads = {one.eid: _reads(law, edition, one) for one in parts if one.eid}
    behind: dict[str, list[str]] = {}
    for one in parts:
        if one.after:
            behind.setdefault(one.after, []).extend(_split([one.proposed]))
    addresses = {id(unit): address.eid for address, unit, _ in law.units()}

    def lines(unit: Provision) -> Iterator[Line]:
        eid = addresses[id(unit)]
        if eid in reads:
            yield from ((line, groups[eid]) for line in reads[eid])
        else:
            own = " ".join(filter(None, (unit.label, unit.heading, unit.text)))
            yield from ((line, groups[eid]) for line in _split([own]))
            for child in unit.children:
                yield from lines(child)
        yield from ((line, groups[eid]) for line in behind.get(eid, ()))

    for unit in law.provisions:
        yield from lines(unit)


def _reads(law: Law, edition: Edition, part: Part) -> list[str]:
    """Return how a unit should read; of a repealed one, what its own clause leaves of it, if anything."""
    if part.proposed:
        return _split([part.proposed])
    left = apply(law, part.changes).law.find(reference_to(edition, part.eid))
    return _split([wording_of(left)]) if left and left.repealed else []


def _differing(wanted: Sequence[Line], given: Sequence[str]) -> set[str]:
    """Return the articles of the lines that are not given as wanted, or beside which others stand."""
    lines = [line for line, _ in wanted]
    if lines == list(given):
        return set()
    found: set[str] = set()
    for tag, start, end, _, _ in SequenceMatcher(None, lines, given, autojunk=False).get_opcodes():
        if tag != "equal":
            found.update(group for _, group in wanted[max(start - (start == end), 0) : max(end, start + 1)])
    return found


def _group(address: Reference, around: Sequence[Provision]) -> str:
    """Return the address of the article around a unit, or of the unit itself where it lies in none."""
    inside = sum(not one.kind.is_heading for one in around)
    return Reference(address.act, address.steps[: len(address.steps) - inside]).eid


def _split(paragraphs: Sequence[str] | Iterator[str]) -> list[str]:
    return [line.strip() for one in paragraphs for line in one.split("\n") if line.strip()]
