"""Learns from the gold sets how far a first candidate can be trusted, and when nothing in the acts answers.

What is learned lies in ``library/alignment/confidence.csv``. Not every manner of asking has a gold set of its own:

- a requirement or typed text asked of laws in another language takes what was learned where both speak the same one,
  but without the measure of shared words (``cover``), since words of two languages do not meet;
- whether nothing answers was annotated for requirements in national law alone (requirements_kz); in the other manners
  the chance of nothing is one minus the confidence.

The height of the first candidate is measured but not learned from: a standardised score grows with the number of
articles, so that a small law book would look as if it had no answer.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.gold import Query, answers
from benchmarks.logistic import FOLDS, Logistic, Numbers, folds, learn
from benchmarks.measured import ROOT, ReadySet, nothing_in
from muvofiq.alignment.confidence import BEGINNING, About, Measures, measures
from muvofiq.alignment.embedding import Progress
from muvofiq.alignment.manner import Manner
from muvofiq.alignment.meaning import Meaning
from muvofiq.alignment.ranking import rank

SAMPLE = 400  # queries of a set at most, evenly spread over it
PENALTY = 5.0  # strong, since the sets of requirements hold 82 and 74 queries
COLUMNS = ("about", "manner", "model", "measure", "usual", "spread", "weight")
EVERYWHERE = ("lead", "cover", "nearness")
TRUSTED: Mapping[Manner, Sequence[str]] = {Manner.WORDED: (*EVERYWHERE, "kinds")}  # by which a manner is trusted
# By which it is told that nothing answers. Height and lead are left out: standardised scores grow with the number of
# articles, so that a mission with few acts would always seem to have nothing. On requirements_kz nothing is lost by it.
ANSWERED = ("kinds", "nearness", "cover")
LENT = {Manner.FOREIGN_WORDED: Manner.WORDED, Manner.FOREIGN_TEXT: Manner.TEXT}
AT_HOME = "cover"  # what cannot be lent to a law in another language


@dataclass(frozen=True, slots=True)
class Observation:
    """What the measures of one ranking were, and what was true of it.

    ``measures`` is None where no unit had anything in common with the query. ``is_nothing`` is None where the set
    does not tell. ``act`` is that of the first answer, empty where there is none.
    """

    query: str
    manner: Manner
    has_model: bool
    measures: Measures | None
    is_right: bool
    is_nothing: bool | None
    act: str


@dataclass(frozen=True, slots=True)
class Sum:
    """A logistic sum with what it is about, and the names of its measures."""

    about: About
    manner: Manner
    has_model: bool
    names: tuple[str, ...]
    learned: Logistic

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the rows of the table; a measure without weight has none."""
        head = (self.about, self.manner, "yes" if self.has_model else "no")
        yield (*head, BEGINNING, "", "", _figure(self.learned.beginning))
        numbers = zip(self.learned.usual, self.learned.spread, self.learned.weights, strict=True)
        for name, (usual, spread, weight) in zip(self.names, numbers, strict=True):
            if round(weight, 4):
                yield (*head, name, *map(_figure, (usual, spread, weight)))


Grouping = Callable[[Observation], str]


def observe(ready: ReadySet, folder: Path, *, has_model: bool) -> list[Observation]:
    """Ask a sample of a set's queries as the product does and return what was measured."""
    gold, empty = answers(folder), nothing_in(folder)
    acts = {unit.id: unit.act for unit in ready.units}
    found = []
    for query in sample(ready.queries):
        right = gold.get(query.question.id, set())
        act = next((acts[unit] for unit in sorted(right) if unit in acts), "")
        for pool in ready.pools(query):
            ranking = rank(query.question, pool, ready.voices(pool.language))
            is_right = bool(ranking.order) and pool.units[ranking.order[0]].id in right
            one = Observation(
                query=query.question.id,
                manner=ranking.manner,
                has_model=has_model,
                measures=measures(ranking) if ranking.order else None,
                is_right=is_right,
                is_nothing=empty.get(query.question.id),
                act=act,
            )
            found.append(one)
    return found


def observe_all(
    names: Sequence[str], meaning: Meaning | None, progress: Progress | None = None, root: Path = ROOT
) -> list[Observation]:
    """Observe these sets, each with the model, if there is one, and without."""
    found = []
    for name in names:
        for one in dict.fromkeys((meaning, None)):
            ready = ReadySet(root / name, one, progress)
            found += observe(ready, root / name, has_model=one is not None)
    return found


def sample(queries: Sequence[Query], size: int = SAMPLE) -> list[Query]:
    """Return so many queries at most, evenly spread over the set and always the same."""
    count = min(size, len(queries))
    return [queries[at * len(queries) // count] for at in range(count)]


def by_query(observation: Observation) -> str:
    """Return what keeps a query in one fold: its id, which its versions in other languages share."""
    return observation.query


def by_act(observation: Observation) -> str:
    """Return what keeps an act in one fold: the name of that of the first answer, or the query's where it has none."""
    return observation.act or observation.query


def calibrate(observations: Sequence[Observation]) -> list[Sum]:
    """Learn every sum of the table: for each manner of asking, with a model and without."""
    sums = []
    for manner in Manner:
        for has_model in (True, False):
            source = LENT.get(manner, manner)
            rows = [one for one in observations if (one.manner, one.has_model) == (source, has_model)]
            rows = [one for one in rows if one.measures is not None]
            if rows:
                is_lent = source is not manner
                sums += [_sum(about, manner, rows, is_lent=is_lent) for about in About]
    return sums


def cross_validated(about: About, observations: Sequence[Observation], grouping: Grouping) -> tuple[Numbers, Numbers]:
    """Return chances, each learned without the fold of its observation, and what was true of them.

    The observations are those of one manner, with a model or without. The chance of nothing is returned for those
    alone of which it is known.
    """
    asked = [one for one in observations if about is About.CONFIDENCE or one.is_nothing is not None]
    chances = np.full(len(asked), 0.0 if about is About.CONFIDENCE else 1.0)
    places = folds([grouping(one) for one in asked])
    for left_out in range(FOLDS):
        others = [one for one, fold in zip(asked, places, strict=True) if fold != left_out and one.measures is not None]
        own = [at for at, one in enumerate(asked) if places[at] == left_out and one.measures is not None]
        if own and others:
            learned = _sum(about, asked[0].manner, others)
            chances[own] = learned.learned.chances(_matrix([asked[at] for at in own], learned.names))
    return chances, _truth(about, asked)


def table_of(sums: Sequence[Sum]) -> str:
    """Return the table of the library as it is written."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in sums:
        writer.writerows(one.rows())
    return out.getvalue()


def _sum(about: About, manner: Manner, rows: Sequence[Observation], *, is_lent: bool = False) -> Sum:
    """Learn one sum; where nothing is known of what does not answer, it is the confidence with its sign turned."""
    known = [one for one in rows if one.is_nothing is not None]
    if about is About.NOTHING and not known:
        trust = _sum(About.CONFIDENCE, manner, rows, is_lent=is_lent)
        turned = Logistic(-trust.learned.beginning, trust.learned.usual, trust.learned.spread, -trust.learned.weights)
        return Sum(about, manner, trust.has_model, trust.names, turned)
    learned_from = known if about is About.NOTHING else rows
    wanted = ANSWERED if about is About.NOTHING else TRUSTED.get(LENT.get(manner, manner), EVERYWHERE)
    held = learned_from[0].measures or {}
    names = tuple(name for name in wanted if name in held and not (is_lent and name == AT_HOME))
    direction = -1 if about is About.NOTHING else 1
    learned = learn(_matrix(learned_from, names), _truth(about, learned_from), penalty=PENALTY, direction=direction)
    return Sum(about, manner, rows[0].has_model, names, learned)


def _matrix(observations: Sequence[Observation], names: Sequence[str]) -> Numbers:
    rows = [[(one.measures or {})[name] for name in names] for one in observations]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(names))


def _truth(about: About, observations: Sequence[Observation]) -> Numbers:
    rows = (one.is_right if about is About.CONFIDENCE else bool(one.is_nothing) for one in observations)
    return np.array([float(row) for row in rows])


def _figure(value: float) -> str:
    return f"{value:.4f}"
