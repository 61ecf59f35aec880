"""One change is written as one order: which formula it takes, and with what its blanks are filled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import singledispatch

from muvofiq.amendment.added_units import added_phrase, added_sentences, added_units, kind_of_number
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
    Renumber,
    ReplaceWords,
    Suspend,
)
from muvofiq.amendment.formulae import Phrase, begun, fill, nouns, plain, words_of, write_formula
from muvofiq.amendment.naming import Naming
from muvofiq.amendment.ordinal_words import ordinal, written_day
from muvofiq.amendment.place import Place
from muvofiq.amendment.printed_numbers import bare_number
from muvofiq.amendment.unit_words import Link, units_phrase
from muvofiq.amendment.wording import lines_of
from muvofiq.amendment.writing_words import is_named_sign, quoted, words_phrase
from muvofiq.law.kind import Kind
from muvofiq.law.reference import Step


@dataclass(frozen=True, slots=True)
class Order:
    """What a change orders: the name of its formula, what fills it, and the new wording that stands behind it."""

    operation: str
    blanks: Mapping[str, Phrase] = field(default_factory=dict[str, Phrase])
    wording: str = ""


def write_change(change: Change, naming: Naming, within: Sequence[Step] = ()) -> str:
    """Return the order of a change, without a capital letter and a stop; units ``within`` are not said again."""
    language = naming.language
    one = _order(change, naming)
    formula = write_formula(language, one.operation, _common(change, naming, within) | dict(one.blanks))
    if not one.wording:
        return formula
    wording = "\n".join(lines_of(one.wording))
    return f"{formula}\n{quoted(wording, language)}"


def _common(change: Change, naming: Naming, within: Sequence[Step]) -> dict[str, Phrase]:
    """Return the names of the place and of the act. An act is not named where units are added to it."""
    is_act = change.places[0] == Place()
    is_unsaid = is_act and isinstance(change, InsertUnits | EnterIntoForce)
    said = Phrase() if is_unsaid else naming.name(change.places, within)
    whole = said if said.cases else naming.name(change.places)
    return {"place": said, "whole": whole, "act": naming.act, "own": naming.own}


@singledispatch
def _order(change: Change, naming: Naming) -> Order:  # noqa: ARG001
    """Return the formula that a change takes, and what fills the blanks that are its own."""
    return Order(change.verb)


@_order.register
def _(change: ReplaceWords, naming: Naming) -> Order:
    return _words_order(change, naming.language, change.verb, old=change.old, new=change.new)


@_order.register
def _(change: DeleteWords, naming: Naming) -> Order:
    return _words_order(change, naming.language, change.verb, old=change.words)


@_order.register
def _(change: InsertWords, naming: Naming) -> Order:
    if change.anchor:
        operation = f"{change.verb}-{'before' if change.before else 'after'}"
        return _words_order(change, naming.language, operation, old=change.anchor, new=change.words)
    operation = f"{change.verb}-{'beginning' if change.before else 'end'}"
    return Order(operation, {"new": words_phrase(change.words, naming.language)})


@_order.register
def _(change: InsertSentences, naming: Naming) -> Order:
    return Order(change.verb, {"new": added_phrase(added_sentences(change), naming)}, change.words)


@_order.register
def _(change: InsertUnits, naming: Naming) -> Order:
    links = added_units(change, naming)
    blanks = {"new": added_phrase(links, naming)}
    if change.after:
        after = naming.name((change.after,), change.places[0].steps)
        return Order(f"{change.verb}-after", blanks | {"after": after}, change.words)
    is_counted = isinstance(links[0].number, int)
    return Order(f"{change.verb}-first" if change.first and not is_counted else change.verb, blanks, change.words)


@_order.register
def _(change: NewEdition, naming: Naming) -> Order:  # noqa: ARG001
    return Order(change.verb, wording=change.words)


@_order.register
def _(change: Renumber, naming: Naming) -> Order:
    kind = change.places[0].steps[-1].kind
    numbers = [bare_number(label) for label in change.labels]
    links = [Link(kind, int(one) if kind is Kind.INDENT and one.isdecimal() else one) for one in numbers]
    several = plain(words_of(naming.language)["respectively"]) if len(links) > 1 else Phrase()
    return Order(change.verb, {"new": units_phrase(naming.language, links), "respectively": several})


@_order.register
def _(change: NumberUnits, naming: Naming) -> Order:
    row = nouns(naming.language)[kind_of_number(change.label, naming.language), True]
    return Order(change.verb, {"new": Phrase.of(lambda case: row[case] or row["nom"], row["gender"] or "m")})


@_order.register
def _(change: Suspend, naming: Naming) -> Order:
    return _time_order(change.verb, change.until, change.words, naming.language)


@_order.register
def _(change: EnterIntoForce, naming: Naming) -> Order:
    operation = f"{change.verb}-units" if change.places[0].steps else change.verb
    return _time_order(operation, change.day, change.words, naming.language)


def _time_order(operation: str, day: date | None, words: str, language: str) -> Order:
    if day is None:
        return Order(f"{operation}-words", {"words": plain(words)})
    return Order(f"{operation}-day", {"day": plain(written_day(day, language))})


def _words_order(
    change: ReplaceWords | DeleteWords | InsertWords,
    language: str,
    operation: str,
    *,
    old: Sequence[str],
    new: Sequence[str] = (),
) -> Order:
    is_throughout = change.nth == EVERY and not any(place.steps for place in change.places)
    named = all(is_named_sign(words, language) for words in (old, new) if words)
    by_name = named and change.nth in {ONLY, LAST} and not isinstance(change, InsertWords)
    blanks = {
        "old": words_phrase(old, language, by_name=by_name),
        "new": words_phrase(new, language, by_name=by_name) if new else Phrase(),
        "nth": Phrase() if is_throughout or by_name else _nth(change.nth, language),
        "respectively": plain(words_of(language)["respectively"]) if len(new) > 1 else Phrase(),
    }
    return Order(f"{operation}-throughout" if is_throughout else operation, blanks)


def _nth(nth: Nth, language: str) -> Phrase:
    """Return which occurrence is meant: «в первом случае», «во всех случаях»."""
    words = words_of(language)
    if nth is None:
        return Phrase()
    if nth in {EVERY, LAST}:
        return plain(words["every" if nth == EVERY else "last"])
    which = Phrase.of(lambda case: ordinal(nth, language, case=case), "m")
    return plain(begun(language, fill(words["nth"], {"ordinal": which})))
