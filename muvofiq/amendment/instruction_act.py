"""An amending act is taken apart into its articles, each of which amends one act, and its annexes."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from muvofiq.amendment.instruction_lines import LABEL, Paragraph
from muvofiq.amendment.instruction_quotes import masked
from muvofiq.amendment.instruction_words import Formulae, Operation
from muvofiq.law.citation_acts import QUOTED, OnFile, acts_named
from muvofiq.law.citation_words import words_of
from muvofiq.law.identity import Identity, dates_in, identity_of, numbers_in, recognise, telling_words
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.raised_in_text import restore_cited
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Provision
from muvofiq.text.damage import Damage, Repair

RAISED = re.compile(r"\d+[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


@dataclass(frozen=True, slots=True)
class Article:
    """An article of an amending act, paragraph by paragraph."""

    paragraphs: tuple[Paragraph, ...]


def articles_of(act: Law, formulae: Formulae) -> Iterator[Article]:
    """Yield the articles of an act; an act without articles is one."""
    found: list[list[Paragraph]] = [[*_opening(act, formulae)]]
    has_articles = any(unit.kind is Kind.ARTICLE for _, unit, _ in act.units())
    for reference, unit, around in act.units():
        if any(one.kind is Kind.ANNEX for one in (unit, *around)):
            continue
        if unit.kind is Kind.ARTICLE or (unit.kind.is_heading and has_articles):
            found.append([])
        if not unit.kind.is_heading:
            found[-1].extend(_paragraphs(reference, unit, formulae))
    if not has_articles:
        found[0] = [*dropwhile(lambda one: _is_title(one.text, formulae), found[0])]
    yield from (Article(tuple(paragraphs)) for paragraphs in found if paragraphs)


def annexes_of(act: Law) -> tuple[str, ...]:
    """Return the wording of each annex of an act."""
    return tuple("\n".join(unit.paragraphs()) for unit in act.provisions if unit.kind is Kind.ANNEX)


def read_beside(act: Law, amended: Law) -> Law:
    """Return an act whose collapsed numbers are read anew beside the law that it amends: 23 may be 23 there, or 2(3).

    What was restored in the act alone is only a guess where the amended law is at hand.
    """
    raised: dict[int, list[Repair]] = {}
    for one in act.repairs:
        if one.damage is Damage.RAISED:
            raised.setdefault(one.line, []).append(one)
    printed = replace(act, provisions=tuple(_as_printed(unit, raised) for unit in act.provisions))
    on_file = [OnFile.of(amended)]
    restored = restore_cited(printed, on_file)
    unlikely = frozenset(_unlikely(restored.repairs, amended))
    return restore_cited(printed, on_file, unlikely) if unlikely else restored


def _unlikely(repairs: Sequence[Repair], amended: Law) -> Iterator[str]:
    """Yield the keys of repairs that would make a 7(7) of 77 where nothing is known of 7(1) to 7(6)."""
    raised = [one for one in repairs if one.damage is Damage.RAISED]
    said = {one.key: [Number.parse(found) for found in RAISED.findall(one.after)] for one in raised}
    known = {unit.number for _, unit, _ in amended.units()}
    lists = {key: [number for number in numbers if number not in known] for key, numbers in said.items()}
    for key, numbers in lists.items():
        if any(number.inserted[0] > 1 and not _follows(number, known, lists) for number in numbers):
            yield key


def _follows(number: Number, known: Collection[Number], lists: Mapping[str, Sequence[Number]]) -> bool:
    """Whether the law has the number before this one, or the act adds a lower one of the same stem."""
    added = (one for numbers in lists.values() for one in numbers)
    is_added = any(one.stem == number.stem and one.inserted[0] < number.inserted[0] for one in added)
    return is_added or Number(number.stem, (number.inserted[0] - 1,)) in known


def _as_printed(unit: Provision, raised: dict[int, list[Repair]]) -> Provision:
    heading, text = unit.heading, unit.text
    for one in raised.get(unit.line, ()):
        heading, text = heading.replace(one.after, one.before), text.replace(one.after, one.before)
    children = tuple(_as_printed(child, raised) for child in unit.children)
    return replace(unit, heading=heading, text=text, children=children)


def names_law(name: str, law: Law) -> bool:
    """Tell whether the name of an act, as an amending act prints it, is that of a law; not if its number is another."""
    words, on_file = words_of(law.language), OnFile.of(law)
    numbers = set(map(str.casefold, numbers_in(QUOTED.sub(" ", name))))
    is_signed = any(map(numbers_in, law.tail))  # the head may name the decision by which it was adopted only
    if numbers and is_signed and numbers.isdisjoint(map(str.casefold, identity_of(law).numbers)):
        return False
    if words:
        return bool(acts_named(name, "", [on_file], words))
    quoted = QUOTED.search(name)
    title = quoted[1] if quoted else name
    said = telling_words(title)
    is_within = bool(said) and set(said) <= set(telling_words(law.title))  # which also names the state
    return is_within or bool(recognise(Identity(title, numbers_in(name), dates_in(name)), [on_file.registered]))


def is_code(law: Law, formulae: Formulae) -> bool:
    """Tell whether a law is a code, which an amending act may call so without its title."""
    printed = "\n".join((law.title, *law.head))
    return any(pattern.search(printed) for _, pattern in formulae.of("code"))


def _opening(act: Law, formulae: Formulae) -> Iterator[Paragraph]:
    """Yield what stands before the first unit, from where it says which act is amended."""
    lead_ins = [one.pattern for one in formulae.formulae if one.operation is Operation.LEAD_IN]
    is_open = False
    for line in act.head:
        is_open = is_open or (line.rstrip().endswith(":") and any(pattern.search(line) for pattern in lead_ins))
        if is_open:
            yield Paragraph(Reference(act.name), line)


def _paragraphs(reference: Reference, unit: Provision, formulae: Formulae) -> Iterator[Paragraph]:
    """Yield a unit as printed; the label of an article is no part of what it orders, nor is a plain heading."""
    if unit.kind is not Kind.ARTICLE:
        if text := " ".join(filter(None, (unit.label, unit.heading, unit.text))):
            yield Paragraph(reference, text)
        return
    if unit.heading and (unit.heading.rstrip().endswith((":", ".")) or _orders(unit.heading, formulae)):
        yield Paragraph(reference, unit.heading)
    if unit.text:
        yield Paragraph(reference, unit.text)


def _is_title(text: str, formulae: Formulae) -> bool:
    """Whether a line above the first order belongs to the title of the act."""
    return not (LABEL.match(text) or _orders(text, formulae))


def _orders(text: str, formulae: Formulae) -> bool:
    return next(formulae.matches(masked(text, formulae).text), None) is not None
