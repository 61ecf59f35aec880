"""One order of a European amending act becomes the changes that it makes."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

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
from muvofiq.amendment.errors import DoesNotFit
from muvofiq.amendment.finding import DASHES, find
from muvofiq.amendment.instruction import Why
from muvofiq.amendment.place import Place, Spot
from muvofiq.amendment.reading_eu_around import WHOLE_ACT, Around
from muvofiq.amendment.reading_eu_chains import Unit
from muvofiq.amendment.reading_eu_entries import end_of_entry, is_list, laid_out
from muvofiq.amendment.reading_eu_formulae import Heard, heard, is_editorial, nearest_formula
from muvofiq.amendment.reading_eu_lines import LABEL, Order
from muvofiq.amendment.reading_eu_places import targets_of
from muvofiq.amendment.reading_eu_placing import Unclear
from muvofiq.law.grammar import grammar_in
from muvofiq.law.identity import dates_in
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.ordinals import value_of
from muvofiq.law.reference import Step
from muvofiq.law.tree import Law, Provision

CONTEXT, PLACE, NEW_EDITION, IN_FORCE, ENTRY = "context", "place", "new-edition", "enter-into-force", "entry"
REMOVE = "remove"
WITH_WORDS = frozenset({"replace-words", "delete-words"})  # where their place may stand last
LAST_WORD = re.compile(r"\w+(?=\W*$)")
OUTSIDE_ARTICLES = frozenset({Kind.ARTICLE, Kind.CHAPTER, Kind.SECTION, Kind.PARAGRAPH, Kind.DIVISION, Kind.ANNEX})
SENTENCE = re.compile(
    r"^(?:\(?\w{1,3}[.)]\s+)?[^\W\d_a-zà-ÿ].*\s.*(?<!;)\s\S*\w$"
)  # it begins with a capital and has no full stop


def changes_of_order(order: Order, around: Around) -> tuple[Change, ...]:
    """Return the changes that an order makes; raises Unclear with the reason of the likeliest reading."""
    lines = (line for line in order.wording if not is_editorial(line, around.language))
    order = replace(order, wording=tuple(lines))
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
    old = one.quotations("old") + one.quotations("other")
    new = one.quotations("new") + one.quotations("another") or order.wording
    if not new or (len(new) != len(old) and len(new) > 1):
        raise Unclear(Why.NO_WORDING)
    new = new * len(old) if len(new) == 1 else new
    places = _places(one, around)
    return (ReplaceWords(places, old, new, _nth(one, places, around.language)),)


def _delete_words(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    words = one.quotations("old") or order.wording
    if not words:
        raise Unclear(Why.NO_WORDING)
    places = _places(one, around)
    return (DeleteWords(places, words, _nth(one, places, around.language)),)


def _insert_words(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    anchor = one.quotations("old")
    words = one.quotations("new") or order.wording or _last_quotation(one, anchor)
    if not words or (anchor and len(words) != len(anchor)):
        raise Unclear(Why.NO_WORDING)
    is_before = bool(one.get("before") or one.get("beginning"))
    if anchor:
        places = _places(one, around)
        return (InsertWords(places, words, anchor, is_before, _nth(one, places, around.language)),)
    within = replace(around, places=_places(one, around), is_meant=True)
    return (InsertWords(within.placed(one.get("after") or one.get("to")), words, before=is_before),)


def _insert_between(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    """Add words between two others that stand side by side."""
    del order
    places = _places(one, around)
    beside, new = one.quotations("old"), one.quotations("new")
    if not new or len(beside) == 1:
        raise Unclear(Why.NO_WORDING)
    words = " ".join((beside[0], *new, *beside[1:]))
    return (ReplaceWords(places, (" ".join(beside),), (words,), _nth(one, places, around.language)),)


def _insert_sentences(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    within = replace(around, places=_places(one, around), is_meant=True)
    nth = value_of(one.get("as").strip(), around.language) or value_of(one.get("nth").strip(), around.language) or 0
    places = within.placed(one.get("to") or one.get("in"))
    if one.get("after"):
        anchors = within.placed(one.get("after"))
        nth = anchors[0].sentence + (not one.get("before"))
        places = tuple(anchor.unit for anchor in anchors)
    return (InsertSentences(places, " ".join(_wording(one, order, around)), nth),)


def _insert_units(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    kind, numbers = unit_added(one, around)
    if one.get("unit") and one.get("as") and targets_of(one.get("as"), around.language) is None:
        raise Unclear(Why.NO_PLACE, one.get("as"))
    if kind is Unit.SENTENCE and one.get("after"):
        return _insert_sentences(one, order, around)
    words = "\n".join(_wording(one, order, around))
    within = replace(around, places=_places(one, around), is_meant=True)
    holders = within.placed(one.get("to") or one.get("in"))
    if kind in OUTSIDE_ARTICLES:
        holders = WHOLE_ACT
    elif kind is Kind.POINT:  # points lie in the paragraph, behind its first subparagraph
        holders = tuple(place.above if _is_introductory(place) else place for place in holders)
    if not (one.get("unit") or one.get("as") or one.get("after") or is_list(words)):
        return (InsertWords(holders, (words,)),)  # «the following is added»
    if kind is Unit.SENTENCE:
        nth = (
            value_of(one.get("as").split(maxsplit=1)[-1].split(maxsplit=1)[0], around.language) if one.get("as") else 0
        )
        return (InsertSentences(holders, words.replace("\n", " "), nth or 0),)
    is_first = bool(one.get("beginning")) or numbers[:1] == (1,)
    if not one.get("after") and not one.get("between"):
        return (InsertUnits(holders, words, first=is_first, numbers=() if is_first else numbers),)
    after = within.placed(one.get("between"))[0] if one.get("between") else _anchor(one.get("after"), within)
    if one.get("before"):
        return (_before(after, words, within),)
    words = laid_out(words, around.law, after.above)
    return (InsertUnits((after.above if kind not in OUTSIDE_ARTICLES else Place(),), words, after),)


def _before(anchor: Place, words: str, around: Around) -> Change:
    """Return the change that adds units ahead of another: behind the one before it, or first of all."""
    if around.law is None:
        raise Unclear(Why.NO_PLACE)
    try:
        node = find(around.law, anchor).node
    except DoesNotFit as misfit:
        raise Unclear(Why.NO_PLACE, misfit.nearest) from misfit
    beside = node.above.below if node.above else [node]
    at = beside.index(node)
    if at == 0:
        return InsertUnits((anchor.above,), words, first=True)
    before = beside[at - 1].unit
    return InsertUnits((anchor.above,), words, anchor.above.down(Step(before.kind, before.number)))


def _new_edition(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    places = _places(one, around)
    words = _wording(one, order, around)
    if any(place.spot is Spot.HEADING for place in places):
        words = order.wording or one.quotes[-1:]
    elif places[0].sentence or _is_introductory(places[0]):
        words = (_without_number(words[0], places[0]), *words[1:])
    if len(places) > 1 and places[0].sentence:  # several sentences read anew as one wording
        return RemoveUnits(places[:0:-1]), NewEdition(places[:1], " ".join(words))
    return (NewEdition(places, "\n".join(words)),)


def _is_introductory(place: Place) -> bool:
    return bool(place.steps) and place.steps[-1] == Step(Kind.INDENT, Number("1"))


def _without_number(words: str, place: Place) -> str:
    """Return a sentence without the number of its paragraph or point, which is printed with it but stays as it was."""
    match = LABEL.match(words)
    steps = [step for step in place.steps if step.kind is not Kind.INDENT]
    printed = (match["item"] or match["figures"]) if match else None
    return words[match.end() :] if match and printed and steps and printed == str(steps[-1].number) else words


def _remove(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    del order
    places = sorted(_places(one, around), key=lambda place: -place.sentence)  # the last sentence first
    if len({place.spot for place in places}) > 1:
        raise Unclear(Why.NO_PLACE)  # «the heading of Article 3 and Article 4» may mean two headings
    return (RemoveUnits(tuple(places)),)


def _repeal(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    del order
    return (Repeal(_places(one, around)),)


def _renumber(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    del order
    places = _places(one, around)
    named = [target.parts[-1] for target in around.targets(one.get("labels")) if target.parts]
    numbers = [part.numbers[-1] if part.numbers else str(part.nth) for part in named]
    if len(numbers) != len(places):
        raise Unclear(Why.NO_WORDING)
    if any(place.sentence or place.spot is Spot.HEADING for place in places):
        raise Unclear(Why.NO_PLACE)  # they bear no number
    pairs = zip(places, numbers, strict=True)
    return (Renumber(places, tuple(_label(place, number, around.law) for place, number in pairs)),)


def _label(place: Place, number: str, law: Law | None) -> str:
    """Return a new number as the law prints such numbers: «4.» where it was «3.»."""
    try:
        label = find(law, place).node.unit.label if law else ""
    except DoesNotFit:
        label = ""
    return LAST_WORD.sub(number, label) if label else number


def _number_units(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    del order
    kind, _ = unit_added(one, around)
    return (NumberUnits(_places(one, around), "(1)" if kind is Kind.POINT else "1."),)


def _number_existing(one: Heard, order: Order, around: Around) -> tuple[Change, ...]:
    """Let the text of an article become its first paragraph, with all its subparagraphs."""
    del order
    places = _places(one, around)
    if places == WHOLE_ACT:
        raise Unclear(Why.NO_PLACE)
    unit = _unit_of(places[0], around.law)
    own = [child for child in unit.children if child.kind is Kind.INDENT and not child.text.startswith(DASHES)]
    if len(own) + bool(unit.text) == 1:
        return (NumberUnits(places, "1."),)
    head = " ".join(filter(None, (unit.label, unit.heading)))
    return (NewEdition(places, f"{head}\n1. {unit.words}"),)


def _unit_of(place: Place, law: Law | None) -> Provision:
    """Return the unit of the law; raises Unclear."""
    if law is None:
        raise Unclear(Why.NO_PLACE)
    try:
        return find(law, place).units[0]
    except DoesNotFit as misfit:
        raise Unclear(Why.NO_PLACE, misfit.nearest) from misfit


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
    """Return the places of an order; those of words and of what is removed may be named in two pieces."""
    place, inner = one.get("place"), one.get("in") if one.operation in WITH_WORDS else ""
    if one.operation == REMOVE:
        place, inner = one.get("in"), place
    if place and inner:
        return replace(around, places=around.placed(place), is_meant=True).placed(inner)
    return around.placed(place or inner)


def _wording(one: Heard, order: Order, around: Around) -> tuple[str, ...]:
    """Return the new wording: below the order, or quoted in it as the last; raises Unclear.

    In an act the full stop of the last sentence may stand behind the quotation mark, where it ends the order as well.
    """
    words = order.wording or one.quotes[-1:]
    if not words:
        raise Unclear(Why.NO_WORDING)
    is_whole = around.is_clause or _is_title(words[-1], around.language)
    if order.tail.startswith(".") and not is_whole and SENTENCE.search(words[-1]):
        return (*words[:-1], f"{words[-1]}.")
    return words


def _is_title(line: str, language: str) -> bool:
    """Whether a line is the number and heading of an article or a larger unit."""
    units = (unit for unit in grammar_in(language).units if unit.kind.depth <= Kind.ARTICLE.depth)
    return any(unit.pattern.match(line) for unit in units)


def _last_quotation(one: Heard, anchor: Sequence[str]) -> tuple[str, ...]:
    return one.quotes[-1:] if len(one.quotes) > len(anchor) else ()


def _nth(one: Heard, places: Sequence[Place], language: str) -> Nth:
    """Return which occurrence is meant; words that are to be changed in the whole act are changed everywhere.

    Of a sign that is named, such as the full stop, the last is meant.
    """
    if one.get("ordinal"):
        return value_of(one.get("ordinal"), language) or LAST
    if one.is_named("old") and not one.get("every"):
        return LAST
    if one.get("every") or one.get("nth") or places == WHOLE_ACT:
        return EVERY
    return ONLY


def unit_added(one: Heard, around: Around) -> tuple[Kind | Unit | None, tuple[int, ...]]:
    """Return what is added, and the counted numbers that are told with it: «the following second subparagraph»."""
    said = one.get("unit").strip() or one.get("as").strip()
    if not said:
        return None, ()
    named = targets_of(said, around.language) or targets_of(f"{said} 1", around.language)
    if not named or not named[0].parts:
        return None, ()
    kind = named[0].parts[-1].kind
    numbers = tuple(target.parts[-1].nth for target in named if target.parts)
    return kind, numbers if kind is Kind.INDENT and min(numbers) > 0 else ()


def _anchor(phrase: str, around: Around) -> Place:
    """Return the unit behind which units are added; an entry is found by the words it begins with."""
    try:
        return around.placed(phrase)[-1]
    except Unclear:
        entry = next((one.get("entry") for one in heard(phrase, around.language) if one.operation == ENTRY), "")
        if not entry or around.law is None:
            raise
        return end_of_entry(around.law, around.places[0], entry)


Make = Callable[[Heard, Order, Around], tuple[Change, ...]]
OPERATIONS: dict[str, Make] = {
    "replace-words": _replace_words,
    "delete-words": _delete_words,
    "insert-words": _insert_words,
    "between-words": _insert_between,
    "insert-sentences": _insert_sentences,
    "insert-units": _insert_units,
    NEW_EDITION: _new_edition,
    REMOVE: _remove,
    "number-existing": _number_existing,
    "repeal": _repeal,
    "renumber": _renumber,
    "number-units": _number_units,
    "suspend": _suspend,
    IN_FORCE: _in_force,
}
