"""The units that a stretch of an instruction cites, with their numbers; ranges are told in full."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from muvofiq.amendment.instruction_patterns import LETTER
from muvofiq.amendment.instruction_words import Formulae
from muvofiq.law.citation_index import Index
from muvofiq.law.citation_reading import Mention, Reading, Sought
from muvofiq.law.citation_words import FIGURES, words_of
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.ordinals import value_of
from muvofiq.law.reference import Step

Path = tuple[Step, ...]
WIDEST = 200  # units that a range may name
FIRST = Number("1")  # of a note or annex that has no number


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as cited from ``start`` to ``end``; all the units of a range."""

    start: int
    end: int
    paths: tuple[Path, ...]

    def is_listed_with(self, other: "Unit") -> bool:
        """Whether two cited units are of one list: of the same kind in the same unit."""
        mine, theirs = self.paths[0], other.paths[0]
        return (mine[:-1], mine[-1].kind) == (theirs[:-1], theirs[-1].kind)


def units_in(text: str, formulae: Formulae, index: Index | None = None) -> Iterator[Unit]:
    """Yield the units that a text cites, in the order of print; ``index`` tells what lies within a range."""
    words = words_of(formulae.language)
    found = list(Reading(text, words).mentions()) if words else list(_numbers_first(text, formulae))
    found = list(_joined(found, text))
    for at, mention in enumerate(found):
        if mention.path and not any(step.is_own for step in mention.path):
            paths = _range(found, at, index) if mention.path[-1].until else (_steps(mention.path),)
            if paths:
                yield Unit(mention.start, mention.end, paths)


def _joined(found: Sequence[Mention], text: str) -> Iterator[Mention]:
    """Join what is cited in one go from both ends: «в статье 5 пункт 1 части 2» is point 1 of part 2 of article 5."""
    before: Mention | None = None
    for mention in found:
        depths = [step.kind.depth for step in (before.path if before else ())]
        is_between = (
            len(depths) > 1 and depths[0] < mention.path[0].kind.depth <= mention.path[-1].kind.depth < depths[-1]
        )
        if before and is_between and not text[before.end : mention.start].strip():
            before = replace(before, end=mention.end, path=(before.path[0], *mention.path, *before.path[1:]))
            continue
        if before:
            yield before
        before = mention if mention.path else None
    if before:
        yield before


def numbers_in(text: str, formulae: Formulae) -> tuple[str, ...]:
    """Return the numbers of the units that a text names: «абзацами пятым – седьмым» 5, 6 and 7."""
    return tuple(str(path[-1].number) for unit in units_in(text, formulae) for path in unit.paths)


def lies_in(kind: Kind, around: Kind) -> bool:
    """Whether a unit of a kind may lie in one of another; a part may lie in a point that is directly in an article."""
    return kind.depth > around.depth or (kind is Kind.PART and around is Kind.POINT)


def _steps(path: Sequence[Sought]) -> Path:
    return tuple(Step(step.kind, step.number or FIRST) for step in path)


def _range(found: Sequence[Mention], at: int, index: Index | None) -> tuple[Path, ...]:
    """Return the units within a range: as the law has them where it is at hand, else by counting."""
    path = found[at].path
    last = path[-1].until
    first = path[-1].number
    if first is None or last is None:
        return ()
    above, kind = path[:-1], path[-1].kind
    if index:
        ends = [index.find((*above, replace(path[-1], number=number, until=None))) for number in (first, last)]
        if len(ends[0]) == len(ends[1]) == 1:
            between = index.between(ends[0][0], ends[1][0])
            return tuple(
                _steps((*above, Sought(kind, node.unit.number))) for node in between if node.kind is ends[0][0].kind
            )
    return tuple(_steps((*above, Sought(kind, number))) for number in counted(first, last))


def counted(first: Number, last: Number) -> tuple[Number, ...]:
    """Return the numbers between two, so far as counting tells them.

    >>> [str(one) for one in counted(Number("5"), Number("8"))]
    ['6', '7']
    >>> [str(one) for one in counted(Number("2", (1,)), Number("2", (3,)))]
    ['2(2)']
    """
    if first.stem == last.stem and len(first.inserted) == len(last.inserted) == 1:
        return tuple(Number(first.stem, (figure,)) for figure in range(first.inserted[0] + 1, last.inserted[0]))
    if not (first.stem.isdecimal() and last.stem.isdecimal()) or int(last.stem) - int(first.stem) > WIDEST:
        return ()
    return tuple(Number(str(figure)) for figure in range(int(first.stem) + 1, int(last.stem)))


def _numbers_first(text: str, formulae: Formulae) -> Iterator[Mention]:
    """Read citations in which the number stands before the word, largest unit first: «4-баптың 2-тармағында»."""
    listed: list[Mention] = []
    for numbers, kind, start, end in _found(text, formulae):
        is_below = bool(listed) and not text[listed[-1].end : start].strip() and lies_in(kind, listed[-1].path[-1].kind)
        above, begin = (listed[-1].path, listed[0].start) if is_below else ((), start)
        if not is_below:
            yield from listed
        listed = [Mention(begin, end, (*above, Sought(kind, number))) for number in numbers]
    yield from listed


def _found(text: str, formulae: Formulae) -> Iterator[tuple[list[Number], Kind, int, int]]:
    number = rf"(?:{LETTER}|{FIGURES}\)?|{formulae.ordinal})"
    listed = rf"(?<!\w)(?i:(?P<numbers>{number}(?:{formulae.separator}{number})*)\s*-?\s*(?P<unit>[^\W\d]+))"
    for found in re.finditer(listed, text):
        kind = formulae.kind_of(found["unit"])
        said = [_number(one[0], formulae.language) for one in re.finditer(f"(?i:{number})", found["numbers"])]
        if kind and all(said):
            yield [one for one in said if one], kind, *found.span()


def _number(said: str, language: str) -> Number | None:
    counted = value_of(said, language)
    try:
        return Number(str(counted)) if counted else Number.parse(said.strip('«»"“”„)'))
    except ValueError:
        return None
