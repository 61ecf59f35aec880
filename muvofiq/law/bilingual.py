"""A file that holds one act in two languages becomes one source for each of them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, pairwise
from math import log

from muvofiq.law.grammar import Grammar, grammars
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.tables import table
from muvofiq.text.source import Line, Source

# Two languages hold the same act if each has at least so many articles, and they have so many of all in common.
FEWEST, COMMON = 2, 0.6
SHARE = 0.15  # of all lines; less is a quotation in another language, however many articles it has
# How much a sign says, in natural logarithms of odds: a letter that the other language lacks, a small word that only
# one of them has, a heading; and the most that the words of a line can say.
LETTER, SMALL_WORD, HEADING, MOST = 0.7, 1.5, 30.0, 6.0
WORD = re.compile(r"[^\W\d_]+")
POINT = re.compile(r"(?P<number>\d{1,3})\.\s")

Languages = tuple[Grammar, Grammar]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two languages, and by what a line shows that it is written in one of them and not in the other."""

    grammars: Languages
    letters: tuple[frozenset[str], frozenset[str]]
    words: tuple[frozenset[str], frozenset[str]]

    @classmethod
    def of(cls, one: Grammar, other: Grammar) -> "Pair":
        """Return two languages with what tells them apart."""
        letters = [_alphabet(grammar.language) for grammar in (one, other)]
        words = [_small_words(grammar.language) for grammar in (one, other)]
        return cls((one, other), _apart(*letters), _apart(*words))

    def evidence(self, text: str) -> float:
        """Return how much a line speaks for the first language: above 0 for it, below 0 for the second."""
        headings = [_is_heading(text, grammar) for grammar in self.grammars]
        if headings[0] != headings[1]:
            return HEADING if headings[0] else -HEADING
        words = WORD.findall(text.lower())
        said = [
            LETTER * sum(letter in self.letters[side] for word in words for letter in word)
            + SMALL_WORD * sum(word in self.words[side] for word in words)
            for side in (0, 1)
        ]
        return max(-MOST, min(MOST, said[0] - said[1]))

    def learn(self, texts: Sequence[str]) -> "Pair":
        """Return the pair with the words that it met more than once, and only in lines that are surely of one side."""
        met: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        for text in texts:
            said = self.evidence(text)
            if abs(said) >= MOST:
                met[said < 0].update(WORD.findall(text.lower()))
        own = [self.words[side] | {word for word, count in met[side].items() if count > 1} for side in (0, 1)]
        return replace(self, words=_apart(own[0] - {*met[1]}, own[1] - {*met[0]}))


def split_languages(source: Source) -> tuple[Source, ...]:
    """Return one source for each language in which the file holds the act, else the file as it is.

    Each line goes to one of them; what was left out, and the remarks, stay with the language that comes first.
    """
    languages = _languages_of(source.lines)
    if languages is None:
        return (source,)
    texts = [line.text for line in source.lines]
    pair = Pair.of(*languages).learn(texts)
    sides = _sides([pair.evidence(text) for text in texts])
    if min(sides.count(0), sides.count(1)) < SHARE * len(sides):
        return (source,)
    order = (sides[0], 1 - sides[0])
    lines = [tuple(line for line, side in zip(source.lines, sides, strict=True) if side == one) for one in order]
    return (replace(source, lines=lines[0]), replace(source, lines=lines[1], remarks=(), left_out=()))


def _languages_of(lines: Sequence[Line]) -> Languages | None:
    """Return the two languages in which the file numbers (almost) the same articles, or None.

    A file without articles, such as a decree, is asked for its points.
    """
    found = [numbers for line in lines if (numbers := _numbers(line.text))]
    if not found:
        titled = [one for one in grammars().values() if any(one.mark("title").match(line.text) for line in lines)]
        return _most_in_common((pair, _own_points(lines, pair)) for pair in combinations(titled, 2))
    return _most_in_common((pair, _own_articles(found, pair)) for pair in combinations(grammars().values(), 2))


def _most_in_common(numbers: Iterable[tuple[Languages, list[set[Number]]]]) -> Languages | None:
    """Return the two languages that share most numbers; ``numbers`` holds those of each of them alone."""
    most, languages = 0, None
    for pair, (one, other) in numbers:
        common = len(one & other)
        if common >= max(FEWEST, COMMON * len(one | other)) and common > most:
            most, languages = common, pair
    return languages


def _own_articles(found: Sequence[Mapping[str, Number]], pair: Languages) -> list[set[Number]]:
    """Return the articles of each language alone. «Article 1», which two languages write alike, says nothing."""
    codes = [grammar.language for grammar in pair]
    return [{numbers[code] for numbers in found if {*codes} & {*numbers} == {code}} for code in codes]


def _own_points(lines: Sequence[Line], pair: Languages) -> list[set[Number]]:
    own: list[set[Number]] = [set(), set()]
    told = Pair.of(*pair)
    for line in lines:
        said = told.evidence(line.text)
        if said and (match := POINT.match(line.text)):
            own[said < 0].add(Number.parse(match["number"]))
    return own


def _numbers(text: str) -> dict[str, Number]:
    """Return the number of the article that begins with a line, by each language that reads it so."""
    return {grammar.language: number for grammar in grammars().values() for number in _heads(text, grammar)}


def _heads(text: str, grammar: Grammar) -> Iterator[Number]:
    """Yield the number of the article that begins with a line, if one does."""
    for unit in grammar.units:
        if unit.kind is Kind.ARTICLE and (match := unit.pattern.match(text)):
            yield grammar.number(match["number"] or "")
            return


def _is_heading(text: str, grammar: Grammar) -> bool:
    units = (unit for unit in grammar.units if unit.kind.depth <= Kind.ARTICLE.depth)
    return bool(grammar.mark("title").match(text)) or any(unit.pattern.match(text) for unit in units)


def _sides(evidence: Sequence[float]) -> list[int]:
    """Return the likeliest language of each line, 0 or 1.

    A line that says nothing of its own stays with the lines before it; where the languages take turns with each line,
    it takes its turn. How often they change is counted on the lines that say something.
    """
    cost = _cost_of_change(evidence)
    scores = (evidence[0], -evidence[0])
    came_from: list[tuple[int, int]] = []
    for said in evidence[1:]:
        stays = [scores[side] > scores[1 - side] - cost for side in (0, 1)]
        origin = (0 if stays[0] else 1, 1 if stays[1] else 0)
        best = [max(scores[side], scores[1 - side] - cost) for side in (0, 1)]
        scores = (best[0] + said, best[1] - said)
        came_from.append(origin)
    sides = [0 if scores[0] >= scores[1] else 1]
    for origin in reversed(came_from):
        sides.append(origin[sides[-1]])
    return sides[::-1]


def _cost_of_change(evidence: Sequence[float]) -> float:
    said_so = [said > 0 for said in evidence if said]
    changes = sum(one != other for one, other in pairwise(said_so))
    share = min(max(changes / max(len(said_so) - 1, 1), 0.01), 0.99)
    return log((1 - share) / share)


def _apart(one: frozenset[str], other: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    return one - other, other - one


@cache
def _alphabet(language: str) -> frozenset[str]:
    return frozenset("".join(row["letters"] for row in table("languages/alphabets.csv") if row["language"] == language))


@cache
def _small_words(language: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("languages/function-words.csv") if row["language"] == language)
