"""A law and its changes give the consolidated law; what does not fit is told with its reason and the nearest match."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from muvofiq.amendment import losing_force, rewording
from muvofiq.amendment.change import (
    Change,
    DeleteWords,
    EnterIntoForce,
    InsertSentences,
    InsertUnits,
    InsertWords,
    NewEdition,
    NumberUnits,
    RemoveUnits,
    Renumber,
    Repeal,
    ReplaceWords,
    Suspend,
)
from muvofiq.amendment.errors import SAID, ChangesNotApplied, DoesNotFit, Why
from muvofiq.amendment.finding import find_in, shown
from muvofiq.amendment.new_units import insert_units
from muvofiq.amendment.new_wording import is_of_units, new_edition, reword
from muvofiq.amendment.numbering import number_units, renumber
from muvofiq.amendment.place import Place
from muvofiq.amendment.unit_tree import Node, Tree, node_of, take_out
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.tree import Law, Provision

__all__ = ["Applied", "NotApplied", "Why", "apply", "apply_all"]

# How each sort of change is made at one place. A handler changes nothing where it raises DoesNotFit.
AT_PLACE: dict[type[Change], Callable[[Tree, Any, Place], object]] = {
    ReplaceWords: rewording.replace_words,
    DeleteWords: rewording.delete_words,
    InsertWords: rewording.insert_words,
    InsertSentences: rewording.insert_sentences,
    NewEdition: reword,
    RemoveUnits: losing_force.remove_units,
    Repeal: losing_force.repeal,
    Suspend: losing_force.suspend,
    NumberUnits: number_units,
}


@dataclass(frozen=True, slots=True)
class NotApplied:
    """A change that was not made at one of its places. ``nearest`` is what the law has there instead."""

    change: Change
    place: Place
    why: Why
    nearest: str = ""

    def __str__(self) -> str:
        nearest = f"; the law has: «{self.nearest}»" if self.nearest else ""
        return f"{self.change.verb} {self.place}: {SAID[self.why]}{nearest}"


@dataclass(frozen=True, slots=True)
class Applied:
    """The law with all changes that fit, and those that did not."""

    law: Law
    not_applied: tuple[NotApplied, ...] = ()


def apply(law: Law, changes: Sequence[Change]) -> Applied:
    """Return the law with the changes made, in their order.

    All places are those of the law as it was before, so that an indent is counted as the amended law counts it;
    numbers that an earlier change gave count as well. So that its sentences, too, are counted as they stood, those of
    one unit are changed from the last to the first. Where a change cannot be made at a place, nothing is changed
    there, and the change is listed with the reason.
    """
    amendment = _Amendment(law)
    for change in _last_sentence_first(changes):
        amendment.make(change)
    amendment.check()
    return Applied(amendment.tree.law(), tuple(amendment.not_applied))


def apply_all(law: Law, changes: Sequence[Change]) -> Law:
    """Return the law with all changes made; raises ChangesNotApplied where one does not fit."""
    applied = apply(law, changes)
    if applied.not_applied:
        of = sum(len(change.places) for change in changes)
        first = applied.not_applied[0]
        raise ChangesNotApplied(law.name, count=len(applied.not_applied), of=of, first=first)
    return applied.law


def _last_sentence_first(changes: Sequence[Change]) -> list[Change]:
    """Return the changes in their order, but those of single sentences of one unit in the order of these, turned."""
    of_unit: defaultdict[Place, list[int]] = defaultdict(list)
    for at, change in enumerate(changes):
        if change.places and _sentence(change) > (0, False):
            of_unit[change.places[0].unit].append(at)
    ordered = list(changes)
    for slots in of_unit.values():
        turned = sorted((changes[at] for at in slots), key=_sentence, reverse=True)
        for at, change in zip(slots, turned, strict=True):
            ordered[at] = change
    return ordered


def _sentence(change: Change) -> tuple[int, bool]:
    """Return the last sentence that a change concerns, 0 for none; what is added before a sentence comes after it."""
    if isinstance(change, InsertSentences):
        return change.nth, False
    last = max(place.sentence for place in change.places)
    return last, bool(last)


@dataclass(frozen=True, slots=True)
class _Claim:
    """The number that a change gives to a unit; ``before`` is the unit as it was, None for a new one."""

    change: Change
    place: Place
    node: Node
    number: Number
    before: Provision | None = None


class _Amendment:
    """A law under amendment, with what could not be done, and the numbers that are looked at once all is done."""

    def __init__(self, law: Law) -> None:
        self.tree = Tree(law)
        self.not_applied: list[NotApplied] = []
        self.claims: list[_Claim] = []

    def make(self, change: Change) -> None:
        """Make a change at each of its places, or list why not."""
        if isinstance(change, EnterIntoForce):
            return  # it says when the amending act applies, and changes no word of the law
        if isinstance(change, NewEdition) and is_of_units(change):
            self._try(change, change.places[0], partial(self._edit, change))
        elif isinstance(change, Renumber):
            self._try(change, change.places[0], partial(self._renumber, change))
        else:
            # Of several sentences the last is changed first, so that those before it keep their numbers.
            for place in sorted(change.places, key=lambda place: -place.sentence):
                self._try(change, place, partial(self._make_at, change, place))

    def _try(self, change: Change, place: Place, make: Callable[[], None]) -> None:
        try:
            make()
        except DoesNotFit as error:
            self.not_applied.append(NotApplied(change, error.place or place, error.reason, error.nearest))

    def _make_at(self, change: Change, place: Place) -> None:
        if isinstance(change, InsertUnits):
            self._claim_new(change, place, insert_units(self.tree, change, place))
        else:
            AT_PLACE[type(change)](self.tree, change, place)

    def _edit(self, change: NewEdition) -> None:
        old = [node for place in change.places for node in find_in(self.tree, place).nodes]
        before = {id(node): node.frozen() for node in old if node is not self.tree.top}
        for node in new_edition(self.tree, change):
            was = before.get(id(node))
            if node.kind is not Kind.INDENT and (was is None or node.name != (was.kind, was.number)):
                self.claims.append(_Claim(change, change.places[0], node, node.unit.number, was))

    def _claim_new(self, change: Change, place: Place, nodes: Sequence[Node]) -> None:
        self.claims += [_Claim(change, place, node, node.unit.number) for node in nodes if node.kind is not Kind.INDENT]

    def _renumber(self, change: Renumber) -> None:
        for place, node, number, before in renumber(self.tree, change):
            self.claims.append(_Claim(change, place, node, number, before))

    def check(self) -> None:
        """Take back what gave a number twice, and list it; list counted units that did not come to their number."""
        for claim in self.claims:
            if not self.tree.stands(claim.node):
                continue
            if claim.node.kind is Kind.INDENT:
                self._check_count(claim)
            else:
                self._check_number(claim)

    def _check_count(self, claim: _Claim) -> None:
        node = claim.node
        if claim.place.steps[-1].kind is Kind.INDENT and node.unit.number != claim.number:
            nearest = f"{node.unit.number}: {shown(node)}"
            self.not_applied.append(NotApplied(claim.change, claim.place, Why.NO_UNIT, nearest))

    def _check_number(self, claim: _Claim) -> None:
        node = claim.node
        twins = (one for one in self._rivals(node) if one is not node and one.name == node.name)
        twin = next((one for one in twins if not one.unit.repealed), None)
        if twin is None:
            return
        self.not_applied.append(NotApplied(claim.change, claim.place, Why.UNIT_EXISTS, shown(twin)))
        if claim.before is None:
            take_out(node)
        elif isinstance(claim.change, NewEdition):
            node.unit, node.below = claim.before, node_of(claim.before, node).below
        else:
            node.unit = replace(node.unit, number=claim.before.number, label=claim.before.label)

    def _rivals(self, node: Node) -> Sequence[Node]:
        if node.kind is Kind.ARTICLE:
            annex = next((one for one in node.around() if one.kind is Kind.ANNEX), self.tree.top)
            return self.tree.counted(node.name, annex)
        return node.above.below if node.above else ()
