"""One sentence of a European amending act may order several things: each goes on from the place of the one before."""

from collections.abc import Sequence
from dataclasses import replace

from muvofiq.amendment.change import Change, InsertWords, ReplaceWords
from muvofiq.amendment.instruction import Why
from muvofiq.amendment.place import Place
from muvofiq.amendment.reading_eu_around import WHOLE_ACT, Around
from muvofiq.amendment.reading_eu_chains import Unit
from muvofiq.amendment.reading_eu_changes import OPERATIONS, changes_of_order, unit_added
from muvofiq.amendment.reading_eu_formulae import Heard, halves, heard
from muvofiq.amendment.reading_eu_lines import Order
from muvofiq.amendment.reading_eu_places import targets_of
from muvofiq.amendment.reading_eu_placing import Unclear
from muvofiq.amendment.words_in_text import ENDING
from muvofiq.law.kind import Kind


def changes_ordered(order: Order, around: Around) -> tuple[Change, ...]:
    """Return the changes that a sentence orders, one or several; raises Unclear with the reason of the whole."""
    try:
        return changes_of_order(order, around)
    except Unclear as whole:
        if whole.why is Why.OTHER_ACT:
            raise
        for first, rest in halves(order.text, around.language):
            try:
                done = changes_of_order(replace(order, text=first, wording=(), tail=""), around)
                further = changes_ordered(replace(order, text=rest), _going_on(rest, done[-1].places, around))
            except Unclear:
                continue
            return _joined(done, further)
        raise


def _going_on(text: str, places: Sequence[Place], around: Around) -> Around:
    """Return what an order inherits from the one before it in the sentence: its place, or a larger unit around that."""
    one = next((one for one in heard(text, around.language) if one.operation in OPERATIONS), None)
    kind = _first_kind(one, around) if one else None
    within = tuple(dict.fromkeys(_around(place, kind) for place in places)) if kind else tuple(places)
    return replace(around, places=within or WHOLE_ACT, is_meant=True)


def _first_kind(one: Heard, around: Around) -> Kind | Unit | None:
    """Return what an order names first: the largest unit of its place, or the unit that it adds."""
    named = targets_of(one.get("place") or one.get("after"), around.language)
    if named and named[0].parts:
        return named[0].parts[0].kind
    return unit_added(one, around)[0]


def _around(place: Place, kind: Kind | Unit) -> Place:
    """Return the unit in which one of this kind lies, given the place of another."""
    if not isinstance(kind, Kind):
        return place.unit
    return Place(tuple(step for step in place.steps if step.kind.depth < kind.depth))


def _joined(done: tuple[Change, ...], further: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return all changes; words that are added behind a closing sign which was replaced go behind the new sign."""
    sign, words = done[-1], further[0]
    if not isinstance(sign, ReplaceWords) or not isinstance(words, InsertWords) or sign.places != words.places:
        return (*done, *further)
    is_end = len(sign.old) == len(sign.new) == len(words.words) == 1 and sign.old[0] in ENDING
    if not is_end or words.anchor or words.before:
        return (*done, *further)
    added = words.words[0] if words.words[0][-1:] in ENDING else f"{words.words[0]}{sign.old[0]}"
    return (*done[:-1], replace(sign, new=(f"{sign.new[0]} {added}",)), *further[1:])
