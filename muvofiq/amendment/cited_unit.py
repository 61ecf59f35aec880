"""A unit of a law is found as a person cites it, in whatever language, or the units that come nearest to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from muvofiq.amendment.errors import AmendmentError
from muvofiq.amendment.finding import find
from muvofiq.amendment.place import Place
from muvofiq.law.citation_index import Index
from muvofiq.law.citation_reading import Mention, Reading, Sought
from muvofiq.law.citation_words import words_of
from muvofiq.law.citing import cite
from muvofiq.law.grammar import grammar_in
from muvofiq.law.kind import Kind
from muvofiq.law.reference import Reference, Step
from muvofiq.law.tree import Law
from muvofiq.tables import table

LETTER = re.compile(r"\w")
SHORT = re.compile(r"\b([^\W\d]{1,4})(?=\s+\d)")  # «ст 4»: a short form without its full stop
BARE = (Kind.ARTICLE, Kind.POINT)  # what a number without a word may be: an article, or a point of a decree
NEAREST = 3
Path = tuple[Sought, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation means. ``units`` is one unit, or those that may be meant; ``nearest`` helps where it is none."""

    units: tuple[Reference, ...] = ()
    nearest: tuple[Reference, ...] = ()


def cited(law: Law, typed: str) -> Cited:
    """Return the unit of a law that a person cites; the language of the law is tried first."""
    text = " ".join(typed.split())
    if printed := _printed(law, text):
        return Cited(printed)
    index, nearest = Index(law), tuple[Reference, ...]()
    for path in dict.fromkeys(_paths(law, text)):
        if units := _exact(index, path) or _tolerant(law, path):
            return Cited(units)
        nearest = nearest or _nearest(index, path)
    return Cited(nearest=nearest)


def _printed(law: Law, text: str) -> tuple[Reference, ...]:
    """Return the unit that the pages cite so."""
    wanted = _close(text)
    return tuple(one for one, *_ in law.units() if wanted and _close(cite(one, law.language)) == wanted)[:1]


def _close(text: str) -> str:
    return "".join(text.lower().split())


def _exact(index: Index, path: Path) -> tuple[Reference, ...]:
    return tuple(node.reference for node in index.find(path))


def _tolerant(law: Law, path: Path) -> tuple[Reference, ...]:
    """Return what amending acts find there: parts that are called points, units counted through the act."""
    steps = tuple(Step(one.kind, one.number) for one in path if one.number)
    try:
        found = find(law, Place(steps)).node.unit if len(steps) == len(path) else None
    except AmendmentError:
        return ()
    return tuple(reference for reference, unit, _ in law.units() if unit is found)


def _nearest(index: Index, path: Path) -> tuple[Reference, ...]:
    """Return the units with the nearest numbers, in the smallest unit of the citation that the law has."""
    size = next((size for size in range(len(path) - 1, 0, -1) if len(index.find(path[:size])) == 1), 0)
    sought, holder = path[size], index.find(path[:size])[0] if size else None
    row = holder.below if holder else index.ordered[sought.kind]
    alike = [node for node in row if node.kind is sought.kind] or row or ([holder] if holder else [])
    number = sought.number.order[0] if sought.number else 0
    near = sorted(range(len(alike)), key=lambda at: abs(alike[at].unit.number.order[0] - number))[:NEAREST]
    return tuple(alike[at].reference for at in sorted(near))


def _paths(law: Law, typed: str) -> Iterator[Path]:
    """Yield what a citation may say, the likeliest first."""
    others = dict.fromkeys(row["language"] for row in table("languages/citations.csv"))
    for language in dict.fromkeys([law.language, *others]):
        for text in _texts(typed, language):
            yield from _readings(text, language)


def _texts(typed: str, language: str) -> Iterator[str]:
    """Yield the citation as it was typed and as the tables know it; a number alone with the word that it needs."""
    if typed[:1].isdigit():
        names = grammar_in(language).abbreviations
        yield from (names[kind].format(number=typed) for kind in BARE if kind in names)
    known = typed.lower()
    for row in table("languages/typed_citations.csv"):
        if row["language"] == language:
            known = re.sub(row["pattern"], row["instead"], known)
    yield from (typed, typed.lower(), SHORT.sub(r"\1.", known))


def _readings(text: str, language: str) -> Iterator[Path]:
    """Yield the steps of a citation that was understood to its last word, largest first."""
    words = words_of(language)
    mentions = list(Reading(text, words).mentions()) if words else []
    if not mentions or not _covers(mentions, text):
        return
    path = tuple(step for one in mentions for step in one.path)
    if any(one.act for one in mentions) or any(step.until or step.is_own for step in path):
        return
    if len(mentions) == 1:
        yield path
    elif len({step.kind for step in path}) == len(path):  # «статья 4 часть 2», read in two
        yield tuple(sorted(path, key=lambda step: step.kind.depth))


def _covers(mentions: Sequence[Mention], text: str) -> bool:
    starts = [0, *(one.end for one in mentions)]
    ends = [*(one.start for one in mentions), len(text)]
    return not any(LETTER.search(text[start:end]) for start, end in zip(starts, ends, strict=True) if start < end)
