"""One order of a European amending act becomes the changes that it makes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from muvofiq.amendment.change import (
    EVERY,
    LAST,
    ONLY,
    Change,
    DeleteWords,
    EnterIntoForce,
    InsertSentences,
    InsertUnits,
    InsertWords,
    NewEdition,
    Nth,
    NumberUnits,
    RemoveUnits,
    Renumber,
    Repeal,
    ReplaceWords,
    Suspend,
)
from muvofiq.amendment.finding import DASHES, DoesNotFit, find
from muvofiq.amendment.instruction import Why
from muvofiq.amendment.place import Place
from muvofiq.amendment.reading_eu_formulae import Heard, heard, nearest_formula
from muvofiq.amendment.reading_eu_lines import LABEL, Order
from muvofiq.amendment.reading_eu_places import Target, Unit, targets_of
from muvofiq.amendment.reading_eu_placing import Placing, Unclear
from muvofiq.law.identity import dates_in
from muvofiq.law.kind import Kind
from muvofiq.law.ordinals import value_of
from muvofiq.law.reference import Step
from muvofiq.law.tree import Law

WHOLE_ACT = (Place(),)
CONTEXT, NEW_EDITION, IN_FORCE, ENTRY = "context", "new-edition", "enter-into-force", "entry"
OUTSIDE_ARTICLES = frozenset({Kind.ARTICLE, Kind.CHAPTER, Kind.SECTION, Kind.PARAGRAPH, Kind.DIVISION, Kind.ANNEX})
BEFORE, AT_BEGINNING = ("before", "avant"), "beginning"


@dataclass(frozen=True, slots=True)
class Around:
    """What an order inherits from those above it: the places, and the law if one is at hand."""

    language: str
    places: tuple[Place, ...] = WHOLE_ACT
    law: Law | None = None

    def targets(self, phrase: str) -> tuple[Target, ...]:
        """Return what a phrase names; nothing means what is around. Raises Unclear."""
        if not phrase.strip():
            return (Target(()),)
        found = targets_of(phrase, self.language)
        if not found:
            raise Unclear(Why.NO_PLACE, phrase)
        return found

    def placed(self, phrase: str) -> tuple[Place, ...]:
        """Return the places that a phrase names; raises Unclear."""
        return Placing(self.law).places(self.targets(phrase), self.places)


def changes_of_order(order: Order, around: Around) -> tuple[Change, ...]:
    """Return the changes that an order makes; raises Unclear with the reason of the likeliest reading."""
    first: Unclear | None = None
    for one in heard(order.text, around.language):
        make = OPERATIONS.get(one.operation)
        if make is None:
            continue
        try:
            return make(one, order, around)
        except Unclear as unclear:
            first = first or unclear
    raise first or Unclear(Why.NO_FORMULA, nearest_formula(order.text, around.language))


def _replace_words(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    old = one.quotations("old")
    new = one.quotations("new") or order.wording
    if not new or (len(new) != len(old) and len(new) > 1):
        raise Unclear(Why.NO_WORDING)
    new = new * len(old) if len(new) == 1 else new
    return (ReplaceWords(_places(one, around), old, new, _nth(one, around)),)


def _delete_words(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    words = one.quotations("old") or order.wording
    if not words:
        raise Unclear(Why.NO_WORDING)
    return (DeleteWords(_places(one, around), words, _nth(one, around)),)


def _insert_words(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    anchor = one.quotations("old")
    words = one.quotations("new") or order.wording or _last_quotation(one, anchor)
    if not words or (anchor and len(words) != len(anchor)):
        raise Unclear(Why.NO_WORDING)
    is_before = one.get("side").lower() in {*BEFORE, AT_BEGINNING}
    if anchor:
        return (InsertWords(_places(one, around), words, anchor, is_before, _nth(one, around)),)
    within = Around(around.language, _places(one, around), around.law)
    return (InsertWords(within.placed(one.get("after") or one.get("to")), words, before=is_before),)


def _insert_sentences(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    within = Around(around.language, _places(one, around), around.law)
    nth = value_of(one.get("as").strip(), around.language) or value_of(one.get("nth").strip(), around.language) or 0
    places = within.placed(one.get("to") or one.get("in"))
    if one.get("after"):
        anchors = within.placed(one.get("after"))
        nth = anchors[0].sentence + (one.get("side").lower() not in BEFORE)
        places = tuple(anchor.unit for anchor in anchors)
    return (InsertSentences(places, " ".join(_wording(one, order)), nth),)


def _insert_units(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    words = "\n".join(_wording(one, order))
    kind, numbers = _unit(one, around)
    within = Around(around.language, _places(one, around), around.law)
    holders = within.placed(one.get("to") or one.get("in"))
    if kind in OUTSIDE_ARTICLES:
        holders = WHOLE_ACT
    if not one.get("unit") and not one.get("after") and not _is_list(words):
        return (InsertWords(holders, (words,)),)  # «the following is added»
    if kind is Unit.SENTENCE:
        return (InsertSentences(holders, words.replace("\n", " ")),)
    is_first = one.get("side") == AT_BEGINNING
    if not one.get("after"):
        return (InsertUnits(holders, words, first=is_first, numbers=numbers),)
    after = _anchor(one.get("after"), within)
    if one.get("side").lower() in BEFORE:
        return (_before(after, words, within),)
    return (InsertUnits((after.above if kind not in OUTSIDE_ARTICLES else Place(),), words, after),)


def _before(anchor: Place, words: str, around: Around) -> Change:
    """Return the change that adds units ahead of another: behind the one before it, or first of all."""
    if around.law is None:
        raise Unclear(Why.NO_PLACE)
    try:
        holder = find(around.law, anchor.above).node
        found = find(around.law, anchor).node
    except DoesNotFit as misfit:
        raise Unclear(Why.NO_PLACE, misfit.nearest) from misfit
    beside = [node.unit for node in holder.below]
    at = next((at for at, node in enumerate(holder.below) if node is found), None)
    if at is None:
        at = next((at for at, unit in enumerate(beside) if unit == found.unit), 0)
    if at == 0:
        return InsertUnits((anchor.above,), words, first=True)
    before = beside[at - 1]
    return InsertUnits((anchor.above,), words, anchor.above.down(Step(before.kind, before.number)))


def _new_edition(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    return (NewEdition(_places(one, around), "\n".join(_wording(one, order))),)


def _remove(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    del order
    return (RemoveUnits(_places(one, around)),)


def _repeal(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    del order
    return (Repeal(_places(one, around)),)


def _renumber(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    del order
    places = _places(one, around)
    labels = tuple(target.parts[-1].numbers[-1] for target in around.targets(one.get("labels")) if target.parts)
    if len(labels) != len(places):
        raise Unclear(Why.NO_WORDING)
    return (Renumber(places, labels),)


def _number_units(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    del order
    kind, _ = _unit(one, around)
    return (NumberUnits(_places(one, around), "(1)" if kind is Kind.POINT else "1."),)


def _suspend(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    del order
    days = dates_in(one.get("until"))
    words = "" if days else one.get("until") or one.get("words")
    return (Suspend(_places(one, around), days[0] if days else None, words),)


def _in_force(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    del order
    days = dates_in(one.get("day"))
    return (EnterIntoForce(around.placed(one.get("place")), days[0] if days else None, one.get("words")),)


def _places(one: Heard, around: Around) -> tuple[Place, ...]:
    return around.placed(one.get("place"))


def _wording(one: Heard, order: Order) -> tuple[str, ...]:
    """Return the new wording: below the order, or quoted in it as the last; raises Unclear."""
    words = order.wording or one.quotes[-1:]
    if not words:
        raise Unclear(Why.NO_WORDING)
    return words


def _last_quotation(one: Heard, anchor: Sequence[str]) -> tuple[str, ...]:
    return one.quotes[-1:] if len(one.quotes) > len(anchor) else ()


def _nth(one: Heard, around: Around) -> Nth:
    """Return which occurrence is meant; words that are to be changed in the whole act are changed everywhere."""
    if one.get("ordinal"):
        return value_of(one.get("ordinal"), around.language) or LAST
    if one.get("every") or one.get("nth") or (not one.get("place") and around.places == WHOLE_ACT):
        return EVERY
    return ONLY


def _unit(one: Heard, around: Around) -> tuple[Kind | Unit | None, tuple[int, ...]]:
    """Return what is added, and the counted numbers that are told with it: «the following second subparagraph»."""
    said = one.get("unit").strip()
    if not said:
        return None, ()
    named = targets_of(f"{said} 1", around.language) or targets_of(said, around.language)
    if not named or not named[0].parts:
        return None, ()
    part = named[0].parts[-1]
    return part.kind, (part.nth,) if part.nth > 0 and part.kind is Kind.INDENT else ()


def _anchor(phrase: str, around: Around) -> Place:
    """Return the unit behind which units are added; an entry is found by the words it begins with."""
    try:
        return around.placed(phrase)[-1]
    except Unclear:
        entry = next((one.get("entry") for one in heard(phrase, around.language) if one.operation == ENTRY), "")
        if not entry or around.law is None:
            raise
        return _entry(around.law, around.places[0], entry)


def _entry(law: Law, place: Place, words: str) -> Place:
    """Return the last line of the entry that is named; lines behind a colon belong to it."""
    try:
        unit = find(law, place).units[0]
    except DoesNotFit as misfit:
        raise Unclear(Why.NO_PLACE, misfit.nearest) from misfit
    lines = [one for one in unit.children if one.kind is Kind.INDENT]
    at = next((at for at, one in enumerate(lines) if _is_entry(one.text, words)), None)
    if at is None:
        raise Unclear(Why.NO_PLACE, words)
    is_headed = lines[at].text.endswith(":")
    while is_headed and at + 1 < len(lines) and not lines[at + 1].text.endswith(":"):
        at += 1
    return place.unit.down(Step(Kind.INDENT, lines[at].number))


def _is_entry(text: str, words: str) -> bool:
    begins = text.lstrip("".join(DASHES)).strip().rstrip(":").casefold()
    return begins == words.casefold() or begins.endswith(f" {words.casefold()}") or begins.startswith(words.casefold())


def _is_list(words: str) -> bool:
    return bool(LABEL.match(words)) or words.startswith(DASHES)


Make = Callable[[Heard, Order, Around], tuple[Change, ...]]
OPERATIONS: dict[str, Make] = {
    "replace-words": _replace_words,
    "delete-words": _delete_words,
    "insert-words": _insert_words,
    "insert-sentences": _insert_sentences,
    "insert-units": _insert_units,
    NEW_EDITION: _new_edition,
    "remove": _remove,
    "repeal": _repeal,
    "renumber": _renumber,
    "number-units": _number_units,
    "suspend": _suspend,
    IN_FORCE: _in_force,
}
