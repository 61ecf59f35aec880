"""An instrument is read unit by unit: what each of its articles and paragraphs asks, and how strongly by its verbs.

>>> strength_of("States Parties shall endeavour to train their officers.", "en")
<Strength.SHALL_CONSIDER: 'shall consider'>
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from muvofiq.law.kind import Kind
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Provision, is_cited_first
from muvofiq.standards.vocabulary import Strength
from muvofiq.tables import table

ASKING = frozenset({Strength.SHALL, Strength.SHALL_CONSIDER, Strength.MAY})
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\W?[^\W\d_])")
PLACES = {
    Kind.ANNEX: "annex {}",
    Kind.ARTICLE: "art. {}",
    Kind.PART: "({})",
    Kind.POINT: "point {}",
}  # as the citations of the catalogue have them


@dataclass(frozen=True, slots=True)
class Obligation:
    """What one unit of an instrument asks: an article, or a numbered paragraph of it.

    ``pinpoint`` is its place as citations name it; ``words`` are all its words, one paragraph a line, ``points`` those
    of the points among them without their numbers.
    """

    eid: str
    pinpoint: str
    heading: str
    words: str
    points: tuple[str, ...]
    strength: Strength

    @property
    def is_asking(self) -> bool:
        """Whether it asks or allows something, so that a requirement can be made of it."""
        return self.strength in ASKING


def obligations(law: Law) -> tuple[Obligation, ...]:
    """Return what the units of an instrument ask, in the order of print; its recitals and its signature ask nothing."""
    return tuple(_obligations(law))


def strength_of(words: str, language: str, heading: str = "", points: Iterable[str] = ()) -> Strength:
    """Say how strongly a unit words what it asks.

    The first sentence that asks or allows something decides: what follows an option are its conditions. A heading such
    as «Definitions» or «Entry into force» decides alone; points are asked only where the words above them say nothing.
    """
    rules = _rules(language)
    found = rules.by_heading(heading) or rules.in_sentences(sentences(words))
    return found or rules.in_sentences(one for point in points for one in sentences(point)) or Strength.NO_ACTION


def sentences(words: str) -> Iterator[str]:
    """Yield the sentences of a text; a new one begins with a capital letter."""
    for paragraph in words.split("\n"):
        start = 0
        for end in SENTENCE.finditer(paragraph):
            if paragraph[end.end() :].lstrip("«„“\"'(‘")[:1].isupper():
                yield paragraph[start : end.start()]
                start = end.end()
        yield paragraph[start:]


@dataclass(frozen=True, slots=True)
class _Rules:
    """By what one language shows the strength of an obligation; see `library/standards-drafting/strength.csv`."""

    headings: tuple[tuple[re.Pattern[str], Strength], ...]
    passages: tuple[tuple[re.Pattern[str], Strength], ...]
    verbs: tuple[tuple[re.Pattern[str], Strength], ...]
    asides: tuple[re.Pattern[str], ...]
    same: tuple[re.Pattern[str], ...]
    ends: tuple[re.Pattern[str], ...]

    def by_heading(self, heading: str) -> Strength | None:
        return next((strength for pattern, strength in self.headings if pattern.match(heading)), None)

    def in_sentences(self, texts: Iterable[str]) -> Strength | None:
        said: list[Strength] = []
        before: Strength | None = None
        for text in texts:
            before = before if before is Strength.NO_ACTION and self.goes_on(text) else self.in_sentence(text)
            said += [before] if before else []
        asking = next((one for one in said if one in ASKING), None)
        return asking or (Strength.DEFINITION if Strength.DEFINITION in said else next(iter(said), None))

    def in_sentence(self, sentence: str) -> Strength | None:
        passage = next((strength for pattern, strength in self.passages if pattern.search(sentence)), None)
        return passage or self._by_verb(self._without_asides(sentence)) or self._by_verb(sentence)

    def _by_verb(self, clause: str) -> Strength | None:
        """Return what the first verb says; of two that begin together, what the table has first."""
        found = [(_begins(match), at) for at, (verb, _) in enumerate(self.verbs) if (match := verb.search(clause))]
        return self.verbs[min(found)[1]][1] if found else None

    def _without_asides(self, sentence: str) -> str:
        while aside := next(filter(None, (one.match(sentence) for one in self.asides)), None):
            sentence = sentence[aside.end() :]
        return sentence

    def goes_on(self, sentence: str) -> bool:
        """Whether a sentence speaks of what the one before it speaks of, as one that begins with «They» does."""
        return any(pattern.match(sentence) for pattern in self.same)

    def is_end(self, paragraph: str) -> bool:
        return any(pattern.fullmatch(paragraph) for pattern in self.ends)


def _begins(match: re.Match[str]) -> int:
    """Return where the verb begins: a pattern that names who is asked begins before it."""
    return match.start("verb" if "verb" in match.re.groupindex else 0)


@cache
def _rules(language: str) -> _Rules:
    rows = [row for row in table("standards-drafting/strength.csv") if row["language"] == language]
    patterns = {part: _patterns(rows, part) for part in ("heading", "passage", "verb")}
    alone = {
        part: tuple(re.compile(row["pattern"]) for row in rows if row["part"] == part)
        for part in ("aside", "same", "end")
    }
    return _Rules(
        patterns["heading"], patterns["passage"], patterns["verb"], alone["aside"], alone["same"], alone["end"]
    )


def _patterns(rows: Sequence[dict[str, str]], part: str) -> tuple[tuple[re.Pattern[str], Strength], ...]:
    return tuple((re.compile(row["pattern"]), Strength(row["strength"])) for row in rows if row["part"] == part)


def _obligations(law: Law) -> Iterator[Obligation]:
    rules = _rules(law.language)
    for address, unit, around in law.units():
        own = _without_parts(unit, around)
        if own is None:
            continue
        lines = tuple(_lines(own, rules))
        chapeau = "\n".join(line for line, point in lines if not point)
        points = tuple(point for _, point in lines if point)
        if lines:
            heading = next(filter(None, (one.heading for one in (unit, *reversed(around)) if one.kind in PLACES)), "")
            words = "\n".join(line for line, _ in lines)
            strength = strength_of(chapeau, law.language, heading, points)
            yield Obligation(address.eid, _pinpoint(address), heading, words, points, strength)


def _without_parts(unit: Provision, around: Sequence[Provision]) -> Provision | None:
    """Return the unit if it is one that is asked alone, without the numbered paragraphs that are asked alone too."""
    is_part = unit.kind is Kind.PART and bool(around) and is_cited_first(around[-1], around[:-1])
    if not is_part and not (unit.kind in PLACES and is_cited_first(unit, around)):
        return None
    return replace(unit, children=tuple(one for one in unit.children if one.kind is not Kind.PART))


def _lines(unit: Provision, rules: _Rules) -> Iterator[tuple[str, str]]:
    """Yield the words line by line, and those of a point again without its number.

    The title of a chapter that stands below the unit is not among them.
    """
    if unit.text:
        yield unit.text, ""
    for child in unit.children:
        if child.kind is Kind.INDENT and rules.is_end(child.text):
            return
        is_point = child.kind is not Kind.INDENT and bool(child.label)
        printed = " ".join(child.paragraphs()) if is_point else child.words
        if child.kind is not Kind.NOTE and printed:
            plain = " ".join(filter(None, (child.heading, child.words.replace("\n", " "))))
            yield printed, plain if is_point else ""


def _pinpoint(address: Reference) -> str:
    steps = [step for step in address.steps if step.kind in PLACES]
    words = " ".join(PLACES[step.kind].format(step.number) for step in steps)
    return words.replace(" (", "(")
