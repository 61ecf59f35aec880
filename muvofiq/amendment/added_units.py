"""What units or sentences a new wording brings is told from its lines, so that a clause can name them: «частью 3»."""

import re
from collections.abc import Sequence

from muvofiq.amendment.change import InsertSentences, InsertUnits
from muvofiq.amendment.formulae import Phrase, nouns, words_of
from muvofiq.amendment.naming import UNNUMBERED, Naming
from muvofiq.amendment.printed_numbers import printed_number
from muvofiq.amendment.unit_words import Link, units_phrase
from muvofiq.amendment.wording import lines_of, read_wording
from muvofiq.amendment.words_in_text import sentences
from muvofiq.law.grammar import grammar_in
from muvofiq.law.headings import Piece, recognise
from muvofiq.law.kind import Kind
from muvofiq.law.paragraph import Paragraph
from muvofiq.law.tree import Provision

FIGURES, LETTERS = re.compile(r"[\d⁰¹²³⁴⁵⁶⁷⁸⁹]+"), re.compile(r"[^\W\d_]+")
SENTENCE = "sentence"


def added_units(change: InsertUnits, naming: Naming) -> tuple[Link, ...]:
    """Return the topmost units that are added, by kind and number; indents put before all others get their count."""
    if change.numbers:
        return tuple(Link(Kind.INDENT, number) for number in change.numbers)
    place = naming.units.get(change.places[0].eid)
    beside = place.children if place else ()
    kind = _kind(change.words, naming, beside)
    like = [unit for unit in beside if unit.kind is kind]
    units = read_wording(change.words, naming.language, kind=kind, like=like)
    if change.first and beside and kind is beside[0].kind is Kind.INDENT:
        start = int(beside[0].number.stem)
        return tuple(Link(kind, start + more) for more in range(len(units)))
    return tuple(Link(unit.kind, _number(unit)) for unit in units)


def added_sentences(change: InsertSentences) -> tuple[Link, ...]:
    """Return the sentences that are added, with their numbers where the change tells the first."""
    count = len(sentences(change.words)) or 1
    return tuple(Link(SENTENCE, change.nth + more if change.nth else "") for more in range(count))


def added_phrase(links: Sequence[Link], naming: Naming) -> Phrase:
    """Return how a clause names what is added: by number where it has one, else in some languages as «new»."""
    words = words_of(naming.language)
    if "added" in words:
        counted = [link if isinstance(link.number, int) else Link(link.name) for link in links]
        return units_phrase(naming.language, counted, "added")
    if links[0].number or "new" not in words:
        return units_phrase(naming.language, links)
    row = nouns(naming.language)[links[0].name, len(links) > 1]
    return Phrase({"nom": words["new"].format(noun=row["nom"])}, is_plural=len(links) > 1)


def _kind(words: str, naming: Naming, beside: Sequence[Provision]) -> Kind:
    """Return what the first line begins: the same as a unit beside it whose number is printed in the same way."""
    first = _begins(lines_of(words)[0], naming.language)
    if not first.label:
        return first.kind or Kind.INDENT
    alike = (unit.kind for unit in beside if unit.label and _manner(unit.label) == _manner(first.label))
    return next(alike, first.kind or Kind.INDENT)


def kind_of_number(label: str, language: str) -> Kind:
    """Return what a number printed so belongs to: «1.» to a part, «1)» to a point."""
    return _begins(f"{label} {label}", language).kind or Kind.PART


def _begins(line: str, language: str) -> Piece:
    return next(iter(recognise([Paragraph(1, line)], grammar_in(language))))


def _manner(label: str) -> str:
    """Return how a number is printed: «1.» and «2.» alike, «1)» otherwise."""
    return FIGURES.sub("1", LETTERS.sub("a", label.lower()))


def _number(unit: Provision) -> str:
    if unit.kind is Kind.INDENT or not unit.label:
        return ""
    printed = printed_number(unit.label, unit.number)
    return printed or ("" if unit.kind in UNNUMBERED else str(unit.number))
