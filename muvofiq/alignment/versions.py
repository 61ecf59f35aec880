"""Two language versions of one law, unit by unit: which unit of the one says what a unit of the other says."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from muvofiq.alignment.embedding import Vectors
from muvofiq.alignment.meaning import Meaning
from muvofiq.alignment.version_likeness import Likeness, likeness
from muvofiq.alignment.windows import OPENING
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Provision

# What a pair says besides its words, where nothing is known of the meaning, and (READ) where it is.
ORDINARY, ORDINARY_READ = 2.0, 1.0  # by the order alone: few units of a law are missing in its other version
SAME_NUMBER, SAME_NUMBER_READ = 2.5, 1.0  # by equal numbers; a run of like texts beside them must still be able to win
BOTH_NEW = -5.0  # of two numbers, each of which the other version lacks: rather two units that stand in one only
OTHER_KIND = -5.0  # that a point is a part in the other version, or an article a chapter
MOVED = 3.0  # how like two units must be that stand in another order
LITTLE = 1e-9

Pair = tuple[int, int]


class Basis(StrEnum):
    """By what two units were found to be the same."""

    NUMBER = "number"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Twin:
    """The eId of a unit in each version, or None where the other version has no such unit.

    ``by`` tells whether their numbers are equal too, or whether their words alone make them twins.
    """

    one: str | None
    other: str | None
    by: Basis | None = None


@dataclass(frozen=True, slots=True)
class Units:
    """Units that stand beside each other: their addresses, themselves, and all their words."""

    eids: tuple[str, ...]
    units: tuple[Provision, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """A version: its articles, the headings above them with the articles they hold, and what lies below each unit."""

    articles: Units
    headings: Mapping[str, tuple[Provision, frozenset[str]]]
    below: Mapping[str, Units]


def align_versions(
    one: Law, other: Law, meaning: Meaning | None = None, *, by_numbers: bool = True
) -> tuple[Twin, ...]:
    """Return the twins of two versions in the order of the first; a unit of the second alone keeps its place.

    Articles are aligned in their order by number, meaning, shared words and length, then one by one what was moved;
    below two articles their parts and points likewise. ``meaning`` counts only if it knows all articles in force.
    Without ``by_numbers`` no number is looked at.
    """
    trees = _tree(one), _tree(other)
    found: dict[str, Twin] = {}
    units = trees[0].articles, trees[1].articles
    waiting = [(units, _vectors(units, meaning))]
    while waiting:
        units, vectors = waiting.pop()
        numbers = _numbers(units) if by_numbers else None
        for at, beside in _pairs(units, vectors, numbers):
            mine, theirs = units[0].eids[at], units[1].eids[beside]
            is_same = numbers is not None and numbers[0][at] == numbers[1][beside]
            found[mine] = Twin(mine, theirs, Basis.NUMBER if is_same else Basis.CONTENT)
            waiting.append(((trees[0].below[mine], trees[1].below[theirs]), None))
    found |= {twin.one: twin for twin in _headings(trees, found) if twin.one}
    return tuple(_in_reading_order(one, other, found))


def _in_reading_order(one: Law, other: Law, found: Mapping[str, Twin]) -> Iterator[Twin]:
    known = {twin.other for twin in found.values()}
    alone: dict[str | None, list[Twin]] = defaultdict(list)  # by the unit of both behind which they stand
    last: str | None = None
    for address, _, _ in other.units():
        if address.eid in known:
            last = address.eid
        else:
            alone[last].append(Twin(None, address.eid))
    yield from alone[None]
    for address, _, _ in one.units():
        twin = found.get(address.eid) or Twin(address.eid, None)
        yield twin
        yield from alone[twin.other] if twin.other else ()


def _tree(law: Law) -> Tree:
    articles = [(address.eid, unit) for address, unit, _ in law.articles()]
    cited = {id(unit): eid for eid, unit in articles}
    children: dict[str, list[tuple[str, Provision]]] = defaultdict(list)
    held: dict[str, set[str]] = defaultdict(set)
    above: dict[str, Provision] = {}
    way: list[Reference] = []
    for address, unit, around in law.units():
        del way[len(around) :]
        inside = [cited[id(one)] for one in (*around, unit) if id(one) in cited]
        if not inside:
            above[address.eid] = unit
        elif id(unit) in cited:
            for one in way:
                held[one.eid].add(address.eid)
        else:
            children[way[-1].eid].append((address.eid, unit))
        way.append(address)
    return Tree(
        _units(articles),
        {eid: (unit, frozenset(held[eid])) for eid, unit in above.items()},
        defaultdict(lambda: _units(()), {eid: _units(units) for eid, units in children.items()}),
    )


def _units(units: Sequence[tuple[str, Provision]]) -> Units:
    texts = (f"{unit.heading}\n{unit.words}" if unit.heading else unit.words for _, unit in units)
    return Units(tuple(eid for eid, _ in units), tuple(unit for _, unit in units), tuple(texts))


def _vectors(units: tuple[Units, Units], meaning: Meaning | None) -> tuple[Vectors, Vectors] | None:
    """Return what the model makes of the beginning of each article, or None where it does not know all in force."""
    rows = [_rows(one, meaning) for one in units]
    return None if rows[0] is None or rows[1] is None else (rows[0], rows[1])


def _rows(units: Units, meaning: Meaning | None) -> Vectors | None:
    """Return a row for each unit; one that is repealed is not read, and its row is empty."""
    in_force = [at for at, unit in enumerate(units.units) if not unit.repealed]
    known = meaning.vectors("passage", [units.texts[at][:OPENING] for at in in_force]) if meaning and in_force else None
    if known is None:
        return None
    rows = np.zeros((len(units.units), known.shape[1]), dtype=np.float32)
    rows[in_force] = known
    return rows


def _numbers(units: tuple[Units, Units]) -> tuple[list[str], list[str]]:
    """Return the numbers as they are compared: letters of two alphabets that share none by their place in the row."""
    printed = [[str(unit.number) for unit in one.units] for one in units]
    is_one_alphabet = any(number.isalpha() and number in printed[1] for number in printed[0])
    rows = printed if is_one_alphabet else [_placed(one) for one in printed]
    return rows[0], rows[1]


def _placed(numbers: Sequence[str]) -> list[str]:
    letters = [number for number in numbers if number.isalpha()]
    return [f"{letters.index(number) + 1}." if number in letters else number for number in numbers]


def _pairs(
    units: tuple[Units, Units], vectors: tuple[Vectors, Vectors] | None, numbers: tuple[list[str], list[str]] | None
) -> list[Pair]:
    """Return which units are twins, by their places: those in order, then those that stand elsewhere."""
    one, other = units
    if not one.eids or not other.eids:
        return []
    alike = likeness(one.texts, other.texts, vectors)
    alike = alike + OTHER_KIND * _differ([unit.kind for unit in one.units], [unit.kind for unit in other.units])
    said = alike + (ORDINARY if vectors is None else ORDINARY_READ)
    if numbers:
        unlike = _differ(*numbers)
        both_new = np.outer(unlike.all(axis=1), unlike.all(axis=0))
        said = said + (SAME_NUMBER if vectors is None else SAME_NUMBER_READ) * (1 - unlike) + BOTH_NEW * both_new
    pairs = in_order(said)
    return pairs + _moved(alike, pairs)


def _differ(one: Sequence[str], other: Sequence[str]) -> Likeness:
    unlike: Likeness = (np.array(one, dtype=object)[:, None] != np.array(other, dtype=object)[None, :]).astype(float)
    return unlike


def in_order(said: Likeness) -> list[Pair]:
    """Return the pairs of rows and columns, both ascending, that together say most; what says less than 0 stays alone.

    >>> in_order(np.array([[2.0, -1.0, -1.0], [-1.0, -1.0, 3.0]]))
    [(0, 0), (1, 2)]
    """
    rows, columns = said.shape
    best = np.zeros((rows + 1, columns + 1))
    for row in range(rows):
        paired = best[row, :-1] + said[row]
        best[row + 1, 1:] = np.maximum.accumulate(np.maximum(paired, best[row, 1:]))
    pairs: list[Pair] = []
    row, column = rows, columns
    while row and column:
        if best[row, column] <= best[row - 1, column] + LITTLE:
            row -= 1
        elif best[row, column] <= best[row, column - 1] + LITTLE:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((row, column))
    return pairs[::-1]


def _moved(alike: Likeness, pairs: Sequence[Pair]) -> list[Pair]:
    """Pair what is left alone on both sides, where each is by far the likest to the other of all that are left."""
    rows = sorted({*range(alike.shape[0])} - {row for row, _ in pairs})
    columns = sorted({*range(alike.shape[1])} - {column for _, column in pairs})
    if not rows or not columns:
        return []
    left = alike[np.ix_(rows, columns)]
    best = [(row, int(left[row].argmax())) for row in range(len(rows))]
    return [
        (rows[row], columns[column])
        for row, column in best
        if left[row, column] >= MOVED and int(left[:, column].argmax()) == row
    ]


def _headings(trees: tuple[Tree, Tree], found: Mapping[str, Twin]) -> Iterator[Twin]:
    """Yield the twins among chapters and sections: those that hold most of the same articles, else the same number."""
    free = dict(trees[1].headings)
    for eid, (unit, held) in trees[0].headings.items():
        theirs = {twin.other for one in held if (twin := found.get(one))}
        scores = {
            beside: _common(theirs, articles) for beside, (one, articles) in free.items() if one.kind is unit.kind
        }
        same = [beside for beside, (one, _) in free.items() if (one.kind, one.number) == (unit.kind, unit.number)]
        best = max(scores, key=lambda beside: (scores[beside], beside in same), default=None)
        if best is not None and not scores[best]:
            best = same[0] if same and not held else None
        if best is not None:
            del free[best]
            yield Twin(eid, best, Basis.NUMBER if best in same else Basis.CONTENT)


def _common(one: set[str | None], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
