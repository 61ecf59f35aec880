"""Numbers cited in the words of a law get back the raised figures that a file has lost, where the text itself decides.

«Моддаи 82» is article 8² of an act that has no article 82 and an article 8²; or of an amending act whose commands go
on with article 10; or where no act has so many articles. All other numbers stay as they are printed, and so do those
of which nobody can tell the act.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import groupby

from muvofiq.law.citation_acts import OnFile
from muvofiq.law.citation_index import Index
from muvofiq.law.citation_words import Words, words_of
from muvofiq.law.citations import Elsewhere
from muvofiq.law.cited_numbers import Cited, Spot, cited_numbers
from muvofiq.law.commands import Commands, Found, Key, commands_of, is_amending
from muvofiq.law.grammar import grammar_in
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.raised import Reading, spelled
from muvofiq.law.raised_choices import choices
from muvofiq.law.raised_rows import BACK_IN_SENTENCE, Entry, decided
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Provision, is_cited_first
from muvofiq.text.damage import Damage, Repair

FIGURES = re.compile(r"\d+")
# What else may be worth a look in an act that amends none: «7, 71», «"а1"», a number of four figures that is no year.
SUSPECT = re.compile(r"\b(\d+),\s\1\d|[«\"“„][^\W\d_]\d{1,2}[»\"”“]|\b(?!19\d\d\b|20\d\d\b)\d{4,6}\b")
CLOSING = tuple('»”")')
Meant = tuple[Spot, Number]


def restore_cited(law: Law, others: Sequence[OnFile] = (), refused: Collection[str] = ()) -> Law:
    """Return a law whose cited numbers have their raised figures again, each place on record.

    ``others`` are acts at hand: they decide what is cited of them, and what an act that amends them means. A repair is
    not made if its key is ``refused``.
    """
    words, grammar = words_of(law.language), grammar_in(law.language)
    if words is None or "amends" not in grammar.marks:
        return law
    elsewhere = Elsewhere(law, words, others)
    plain = Plain(law, words, elsewhere)
    found: list[Meant] = []
    for article in _articles(law):
        if is_amending(article, grammar):
            found.extend(_ordered(commands_of(article, words, grammar, elsewhere)))
        else:
            found.extend(plain.meant(article))
    return _with(law, found, refused)


class Plain:
    """Reads the articles of an act that amend nothing: they cite its own articles, and those of acts at hand."""

    def __init__(self, law: Law, words: Words, elsewhere: Elsewhere) -> None:
        self.law, self.words, self.elsewhere = law, words, elsewhere
        inserted = (unit.number for _, unit, _ in law.units() if unit.number.inserted and unit.number.stem.isdecimal())
        self.collapsed = {"".join((number.stem, *map(str, number.inserted[:1]))) for number in inserted}

    @cached_property
    def index(self) -> Index:
        """The units of the act itself."""
        return Index(self.law)

    def meant(self, units: Sequence[Found]) -> Iterator[Meant]:
        """Yield the numbers that have lost raised figures, with what they mean."""
        for reference, unit, _ in units:
            for in_heading, text in ((True, unit.heading), (False, unit.text)):
                figures = FIGURES.findall(text)
                if figures and (not self.collapsed.isdisjoint(figures) or SUSPECT.search(text)):
                    yield from self._in_text(reference, text, in_heading=in_heading)

    def _in_text(self, reference: Reference, text: str, *, in_heading: bool) -> Iterator[Meant]:
        """Read the numbers of a text list by list: only they must ascend."""
        lists: defaultdict[int, list[Entry]] = defaultdict(list)
        for one in cited_numbers(text, self.words):
            lists[one.word].append(self._entry(one, reference, text, in_heading=in_heading))
        for row in lists.values():
            yield from _settled(row, decided(row, back=BACK_IN_SENTENCE))

    def _entry(self, cited: Cited, reference: Reference, text: str, *, in_heading: bool) -> Entry:
        index = self.elsewhere.index_of(cited.act, cited.title) if cited.act else self.index
        source = None if cited.act else reference
        ways = [Reading(cited.number)]
        if not cited.is_doubtful:
            ways = choices(cited.path, text[cited.start : cited.end], index, source)
        is_in_unit = len(cited.path) > 1 and cited.path[-1].kind is not Kind.ARTICLE
        spot = Spot(reference, in_heading, cited.start, cited.end, cited.word)
        return Entry(cited.path[-1].kind, cited.number, ways, is_in_unit=is_in_unit, places=[spot])


def _articles(law: Law) -> Iterator[list[Found]]:
    """Yield the units of each article, and what stands between articles."""
    article: list[Found] = []
    for one in law.units():
        if is_cited_first(one[1], one[2]) or one[1].kind.is_heading:
            yield article
            article = []
        article.append(one)
    yield article


def _ordered(commands: Commands) -> Iterator[Meant]:
    """Yield what the numbers of commands mean; what they decide holds in the new wording too."""
    known: dict[tuple[Key, Number], Number] = {}
    bases: defaultdict[Key, set[str]] = defaultdict(set)
    for one in commands.quoted:
        bases[one.key].add(one.entry.number.stem)
    for key, listed in commands.rows.items():
        row = [replace(entry, bases=frozenset(bases[key])) if entry.is_added else entry for entry in listed]
        means = decided(row, last=commands.last if key[0] is Kind.ARTICLE else 0)
        known |= {(key, entry.number): number for entry, number in zip(row, means, strict=True) if number}
        yield from _settled(row, means)
    lists: defaultdict[tuple[Reference, bool, int], list[Entry]] = defaultdict(list)
    for one in commands.quoted:
        if number := known.get((one.key, one.entry.number)):
            yield one.spot, number
        else:
            lists[one.spot.unit, one.spot.in_heading, one.spot.word].append(one.entry)
    for row in lists.values():
        yield from _settled(row, decided(row, back=BACK_IN_SENTENCE))


def _settled(row: Sequence[Entry], means: Sequence[Number | None]) -> Iterator[Meant]:
    for entry, number in zip(row, means, strict=True):
        yield from ((spot, number) for spot in entry.places if number)


def _with(law: Law, found: Iterable[Meant], refused: Collection[str]) -> Law:
    """Return the law with the numbers as they are meant; those of one list are one repair."""
    meant: defaultdict[tuple[Reference, bool], list[Meant]] = defaultdict(list)
    for spot, number in found:
        if spot.start < spot.end:  # not one that a range only includes
            meant[spot.unit, spot.in_heading].append((spot, number))
    changed: dict[int, Provision] = {}
    repairs: list[Repair] = []
    for reference, unit, _ in law.units() if meant else ():
        heading, in_heading = _raised(unit.heading, meant.get((reference, True), ()), refused)
        text, in_text = _raised(unit.text, meant.get((reference, False), ()), refused)
        if in_heading or in_text:
            changed[id(unit)] = replace(unit, heading=heading, text=text)
            pairs = (*in_heading, *in_text)
            repairs.extend(Repair(unit.line, before, after, Damage.RAISED) for before, after in pairs)
    if not changed:
        return law
    provisions = tuple(_rebuilt(unit, changed) for unit in law.provisions)
    return replace(law, provisions=provisions, repairs=(*law.repairs, *repairs))


def _raised(text: str, meant: Iterable[Meant], refused: Collection[str]) -> tuple[str, list[tuple[str, str]]]:
    """Return a text with its figures raised, and what stood and now stands there, list by list."""
    done: list[tuple[str, str]] = []
    once = {spot.start: (spot, number) for spot, number in sorted(meant, key=_place, reverse=True)}
    for word, listed in groupby(sorted(once.values(), key=_place), key=lambda one: one[0].word):
        after, end = text, word
        for spot, number in listed:
            after = f"{after[: spot.start]}{spelled(after[spot.start : spot.end], number)}{after[spot.end :]}"
            end = spot.end + (text[spot.end : spot.end + 1] in CLOSING)
        if Repair(0, text[word:end], after[word:end], Damage.RAISED).key not in refused:
            done.append((text[word:end], after[word:end]))
            text = after
    return text, done


def _place(meant: Meant) -> tuple[int, int]:
    return meant[0].word, meant[0].start


def _rebuilt(unit: Provision, changed: Mapping[int, Provision]) -> Provision:
    children = tuple(_rebuilt(child, changed) for child in unit.children)
    is_same = all(one is other for one, other in zip(children, unit.children, strict=True))
    whole = changed.get(id(unit), unit)
    return whole if is_same else replace(whole, children=children)
