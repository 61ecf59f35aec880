"""A formula with its places and quoted words becomes the changes that it orders."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from muvofiq.amendment.change import (
    LAST,
    ONLY,
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
from muvofiq.amendment.instruction import Why
from muvofiq.amendment.instruction_numbers import contradicted
from muvofiq.amendment.instruction_places import Named, Stretch, ordinal
from muvofiq.amendment.instruction_quotes import Masked
from muvofiq.amendment.instruction_units import numbers_in
from muvofiq.amendment.instruction_words import Formulae, Match, Operation
from muvofiq.amendment.place import Place, Spot
from muvofiq.law.citation_index import Index
from muvofiq.law.grammar import grammar_in
from muvofiq.law.identity import dates_at, dates_in
from muvofiq.law.kind import Kind

BY_COUNT = frozenset({Kind.INDENT, Kind.NOTE, Kind.ANNEX})  # these print no number, or may print none
SIGNS = frozenset(".;,:")
LABELS = {Kind.PART: "1.", Kind.POINT: "1)", Kind.INDENT: "1."}


class NotReadable(Exception):
    """One formula cannot be read as a change; caught where its instruction is listed as not understood."""

    def __init__(self, why: Why, nearest: str = "") -> None:
        super().__init__(why)
        self.why, self.nearest = why, nearest


@dataclass(frozen=True, slots=True)
class Ordered:
    """One formula of an instruction with what stands around it, ready to be read as changes."""

    match: Match
    named: Named
    masked: Masked
    formulae: Formulae
    index: Index | None
    annexes: Sequence[str] = ()

    def quoted(self, *names: str) -> tuple[str, ...]:
        """Return the quoted words in a blank of the formula."""
        return tuple(words for name in names for words in self.masked.quotations(self.match.said(name)))

    @property
    def wording(self) -> str:
        """The new wording; raises NotReadable where none follows."""
        if not (at := self.match.said("wording")):
            raise NotReadable(Why.NO_WORDING, self.match.formula.example)
        return self.masked.quoted[int(at)]

    @property
    def places(self) -> tuple[Place, ...]:
        """The places; raises NotReadable where none was named, neither here nor before."""
        if not self.named.places:
            raise NotReadable(Why.NO_PLACE, self.match.formula.example)
        return self.named.places

    @property
    def whole_units(self) -> tuple[Place, ...]:
        """The places, none of which may lie in another: such a sentence was not read as it is meant."""
        for one in self.places:
            depth = len(one.steps)
            if one == one.unit and any(
                len(other.steps) > depth and other.steps[:depth] == one.steps for other in self.places
            ):
                raise NotReadable(Why.NO_PLACE, str(one))
        return self.places

    def named_in(self, blank: str, scope: Sequence[Place] = ()) -> Named:
        """Return the places that a blank of the formula names."""
        return Stretch(self.match.said(blank), self.formulae, scope, self.index).named(self.masked.quoted)


def changes_of(ordered: Ordered) -> tuple[Change, ...]:
    """Return the changes that a formula orders; raises NotReadable."""
    return READERS[ordered.match.formula.operation](ordered)


def _replace_words(one: Ordered) -> tuple[Change, ...]:
    old, new, pairs = one.quoted("old"), one.quoted("new", "new2"), one.quoted("pairs")
    if one.named.forms and len(old) == 1:
        raise NotReadable(Why.FORMS_NOT_LISTED, one.match.formula.example)
    new = _respectively(old, new)
    if pairs and one.match.found.start("pairs") < one.match.found.start("old"):
        old, new = (*pairs[::2], *old), (*pairs[1::2], *new)
    else:
        old, new = (*old, *pairs[::2]), (*new, *pairs[1::2])
    return (ReplaceWords(one.whole_units, old, new, _nth(one, old)),)


def _delete_words(one: Ordered) -> tuple[Change, ...]:
    words = one.quoted("words")
    if one.named.forms and len(words) == 1:
        raise NotReadable(Why.FORMS_NOT_LISTED, one.match.formula.example)
    return (DeleteWords(one.whole_units, words, _nth(one, words)),)


def _insert_words(one: Ordered) -> tuple[Change, ...]:
    anchor, words = one.quoted("anchor"), one.quoted("words")
    before = one.match.formula.operation is Operation.INSERT_BEFORE
    if one.named.forms and len(anchor) == 1:
        raise NotReadable(Why.FORMS_NOT_LISTED, one.match.formula.example)
    return (InsertWords(one.whole_units, _respectively(anchor, words), anchor, before, one.named.nth),)


def _add_words(one: Ordered) -> tuple[Change, ...]:
    before = one.match.formula.operation is Operation.PREPEND_WORDS
    return tuple(InsertWords(one.whole_units, (words,), before=before) for words in one.quoted("words"))


def _respectively(old: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    """Return as many words as there are to be replaced: the same for all, if there is but one."""
    if len(new) not in {1, len(old)}:
        raise NotReadable(Why.NO_FORMULA, f"{len(old)} ≠ {len(new)}")
    return tuple(new) * len(old) if len(new) == 1 else tuple(new)


def _nth(one: Ordered, words: Sequence[str]) -> int | None:
    """Return which occurrence is meant: a sign alone is that at the end of the unit."""
    is_sign = one.named.nth is ONLY and set(words) <= SIGNS
    return LAST if is_sign else one.named.nth


def _insert_sentences(one: Ordered) -> tuple[Change, ...]:
    said = one.match.said("nth") or one.match.said("nth2")
    behind = one.match.said("behind")
    nth = ordinal(said, one.formulae) if said else ordinal(behind, one.formulae) + 1 if behind else 0
    places = tuple(dict.fromkeys(replace(place, sentence=0) for place in one.places))
    nth = nth or next((place.sentence + 1 for place in one.places if place.sentence), 0)
    return (InsertSentences(places, one.wording, nth),)


def _insert_units(one: Ordered) -> tuple[Change, ...]:
    said = one.match.said("units")
    kind = one.formulae.kind_in(said)
    after = one.named_in("after", one.named.places) if one.match.said("after") else None
    if after and (after.unread or not after.is_said):
        raise NotReadable(Why.NO_PLACE, after.unread)
    behind = after.places[-1] if after else None
    is_in_unit = kind is not None and kind.depth > Kind.ARTICLE.depth
    places = (behind.above,) if behind else one.places if is_in_unit else one.named.places or (Place(),)
    if kind is Kind.ARTICLE and not (behind or one.named.is_said):
        places = (Place(),)
    announced, wording = numbers_in(said, one.formulae), one.wording
    numbers = tuple(int(number) for number in announced if number.isdecimal())
    if other := contradicted(announced, kind, wording, one.formulae.language, all_of=True):
        raise NotReadable(Why.NO_WORDING, other)
    is_counted = kind in {Kind.INDENT, Kind.PART} and not wording[:1].isdecimal()
    first = bool(one.match.said("first"))
    return (InsertUnits(places, wording, behind, first, numbers if is_counted and not behind else ()),)


def _new_edition(one: Ordered) -> tuple[Change, ...]:
    words = one.wording
    if all(place.spot is Spot.HEADING and place.steps for place in one.places):
        words = _without_label(words, one.places[0].steps[-1].kind, one.formulae.language)
    steps = [place.steps[-1] for place in one.places if place.steps and place == place.unit]
    kind = steps[0].kind if steps else None
    numbers = [str(step.number) for step in steps if step.kind not in BY_COUNT]
    if other := contradicted(numbers, kind, words, one.formulae.language, all_of=False):
        raise NotReadable(Why.NO_WORDING, other)
    return (NewEdition(one.whole_units, words),)


def _without_label(heading: str, kind: Kind, language: str) -> str:
    """Return a heading without the number that may be printed before it: «Статья 5. Ночлег»."""
    for unit in grammar_in(language).units:
        if unit.kind is kind and (label := unit.pattern.match(heading)):
            return heading[label.end() :].strip() or heading
    return heading


def _by_annex(one: Ordered) -> tuple[Change, ...]:
    """Read what an annex to the amending act says anew; only an act that has one annex leaves no doubt which."""
    if len(one.annexes) != 1:
        raise NotReadable(Why.NO_WORDING, one.match.formula.example)
    if one.match.formula.operation is Operation.INSERT_BY_ANNEX:
        return (InsertUnits(one.named.places or (Place(),), one.annexes[0]),)
    return (NewEdition(one.places, one.annexes[0]),)


def _repeal(one: Ordered) -> tuple[Change, ...]:
    return (Repeal(one.whole_units),)


def _remove(one: Ordered) -> tuple[Change, ...]:
    if not one.named.is_said:
        raise NotReadable(Why.NO_PLACE, one.match.formula.example)
    return (RemoveUnits(one.whole_units),)


def _renumber(one: Ordered) -> tuple[Change, ...]:
    labels = numbers_in(one.match.said("labels"), one.formulae)
    if len(labels) != len(one.places):
        raise NotReadable(Why.NO_PLACE, f"{len(one.places)} ≠ {len(labels)}")
    return (Renumber(one.places, labels),)


def _number_units(one: Ordered) -> tuple[Change, ...]:
    kind = one.formulae.kind_in(one.match.said("kind"))
    return (NumberUnits(one.places, LABELS.get(kind or Kind.PART, "1.")),)


def _suspend(one: Ordered) -> tuple[Change, ...]:
    until = one.match.said("until") or one.match.said("until2")
    days = list(dates_at(until))
    more = one.match.said("place") if one.named.unread else ""
    if len(days) == 1:
        start, end, day = days[0]
        if one.formulae.without("day", f"{until[:start]} {until[end:]}"):
            raise NotReadable(Why.NO_FORMULA, one.match.formula.example)
        return (Suspend(one.places, day, more),)
    if days or any(one.formulae.matches(until)):
        raise NotReadable(Why.NO_FORMULA, one.match.formula.example)
    return (Suspend(one.places, None, " ".join(filter(None, (until, more)))),)


def _enter_into_force(one: Ordered) -> tuple[Change, ...]:
    said = one.match.said("rest").rstrip(" .;")
    days = dates_in(said)
    is_plain = len(days) == 1 and "," not in said
    places = one.named.places if one.named.is_said and one.named.places else (Place(),)
    return (EnterIntoForce(places, days[0] if is_plain else None, said),)


def _not_for_words(one: Ordered) -> tuple[Change, ...]:
    raise NotReadable(Why.NO_FORMULA, one.match.formula.example)


READERS: dict[Operation, Callable[[Ordered], tuple[Change, ...]]] = {
    Operation.LEAD_IN: lambda _: (),
    Operation.REPLACE_WORDS: _replace_words,
    Operation.DELETE_WORDS: _delete_words,
    Operation.INSERT_BEHIND: _insert_words,
    Operation.INSERT_BEFORE: _insert_words,
    Operation.APPEND_WORDS: _add_words,
    Operation.PREPEND_WORDS: _add_words,
    Operation.INSERT_SENTENCES: _insert_sentences,
    Operation.INSERT_UNITS: _insert_units,
    Operation.INSERT_BY_ANNEX: _by_annex,
    Operation.EDITION: _new_edition,
    Operation.EDITION_BY_ANNEX: _by_annex,
    Operation.REPEAL: _repeal,
    Operation.REMOVE_UNITS: _remove,
    Operation.RENUMBER: _renumber,
    Operation.NUMBER_UNITS: _number_units,
    Operation.SUSPEND: _suspend,
    Operation.TYPOGRAPHIC: _not_for_words,
    Operation.ENTER_INTO_FORCE: _enter_into_force,
}
