"""What a unit of an instrument asks becomes the draft of a requirement, for an expert to put into own words.

>>> own_theme().id
'N'
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, count

from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law
from muvofiq.standards.citation import Citation
from muvofiq.standards.obligation import Obligation, obligations, sentences
from muvofiq.standards.requirement import ORIGINAL, Requirement, Theme, Words
from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.standards.vocabulary import Group, Stage
from muvofiq.tables import table

Terms = Callable[[str, str], Mapping[str, tuple[str, ...]]]
MOST = 999  # requirements under one letter: a code has three figures
TITLE = 140
LONGEST = 72  # letters of an id with its place; the form allows some more, by which equal ones are told apart
NOT_IN_AN_ID = re.compile(r"[^a-z0-9]+")
TRAILING = re.compile(r"[;,.]?\s*(?:\b(?:and|or|et|ou|и|или|ва|ё)\b)?\s*$")


@dataclass(frozen=True, slots=True)
class Drafted:
    """A unit of an instrument with the requirement that was drafted from it."""

    obligation: Obligation
    requirement: Requirement


@cache
def own_theme() -> Theme:
    """Return the theme of the requirements that missions draft themselves."""
    rows = table("standards-drafting/theme.csv")
    return Theme(rows[0]["id"], {row["language"]: row["title"] for row in rows})


def code_of(number: int) -> str:
    """Return the code of the mission's own requirement with this number.

    >>> code_of(7)
    'N007'
    """
    return f"{own_theme().id}{number:03}"


def draft(law: Law, instrument: str, terms: Terms, taken: Collection[str] = ()) -> tuple[Drafted, ...]:
    """Draft a requirement from each unit of an instrument, those that ask nothing too; each has an id of its own.

    ``terms`` finds the words of the thesaurus, by language, in a text of a language; ``taken`` are ids of others.
    """
    found = obligations(law)
    ids = _unlike([requirement_id(instrument, one) for one in found], taken)
    named = zip(ids, found, strict=True)
    return tuple(
        Drafted(
            one, _requirement(one, law.language, terms, name=name, code=code_of(1 + at % MOST), instrument=instrument)
        )
        for at, (name, one) in enumerate(named)
    )


def requirement_id(instrument: str, obligation: Obligation) -> str:
    """Return the id of the requirement of a unit: the instrument and the numbers of the unit, such as «crc-9-1»."""
    steps = Reference.parse(f"act~{obligation.eid}").steps
    numbers = (NOT_IN_AN_ID.sub("-", step.number.eid).strip("-") or "x" for step in steps if not step.kind.is_heading)
    place = "-".join(numbers)[:LONGEST]
    return f"{instrument[: LONGEST - len(place)].rstrip('-')}-{place}".strip("-")


def in_words_of(text: str, language: str) -> Words:
    """Return a text as the words of a requirement; where it is not in the original language, that says so.

    >>> in_words_of("граница", "ru")
    {'en': '[ru] граница', 'ru': 'граница'}
    """
    if language == ORIGINAL:
        return {language: text}
    untranslated = {ORIGINAL: f"[{language}] {text}"}
    return untranslated | {language: text} if language in LANGUAGES else untranslated


def _requirement(one: Obligation, language: str, terms: Terms, *, name: str, code: str, instrument: str) -> Requirement:
    text = f"{one.heading} {one.words}"
    return Requirement(
        id=name,
        code=code,
        title=in_words_of(_title(one), language),
        statement=in_words_of(one.words, language),
        citations=(Citation(instrument, one.pinpoint),),
        groups=tuple(filter(_in_text(text, language, "group").__contains__, Group)) or (Group.EVERYONE,),
        stages=tuple(filter(_in_text(text, language, "stage").__contains__, Stage)) or (Stage.CROSS_CUTTING,),
        elements=tuple(in_words_of(element, language) for element in _elements(one)),
        terms=terms(text, language),
        unconfirmed_languages=() if language == ORIGINAL else (ORIGINAL,),
        strength=one.strength,
    )


def _title(one: Obligation) -> str:
    """Return the heading with the place behind it, or the beginning of the words where there is none."""
    beginning = next(sentences(one.words), one.words)
    text = one.heading or beginning
    return f"{_shortened(text)} ({one.pinpoint})"


def _shortened(text: str) -> str:
    return text if len(text) <= TITLE else f"{text[:TITLE].rsplit(' ', 1)[0]} …"


def _elements(one: Obligation) -> Sequence[str]:
    """Return the points or, where there are none, the paragraphs."""
    parts = one.points or tuple(one.words.split("\n"))
    return list(dict.fromkeys(TRAILING.sub("", part) or part for part in parts))


def _in_text(text: str, language: str, kind: str) -> frozenset[str]:
    return frozenset(value for value, pattern in _subjects(language, kind) if pattern.search(text))


@cache
def _subjects(language: str, kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = (
        row for row in table("standards-drafting/subjects.csv") if (row["language"], row["kind"]) == (language, kind)
    )
    return tuple((row["value"], re.compile(row["pattern"])) for row in rows)


def _unlike(names: Iterable[str], taken: Collection[str]) -> list[str]:
    """Tell names apart that are the same, as two articles of one number are in a damaged file, or taken."""
    told: dict[str, None] = {}
    for name in names:
        ways = chain((name,), (f"{name}-x{at}" for at in count(2)))
        told[next(way for way in ways if way not in told and way not in taken)] = None
    return list(told)
