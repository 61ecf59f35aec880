"""Learns the weights of the signals from some acts and ranks the others with them: are the shipped weights flattered?

The weights of the library were set with the answers of these sets in view. Here each query is ranked with weights
that were learned without the acts of its fold. They are drawn towards the shipped weights, or towards equal ones: the
first still leans on what the shipped weights know of the set, the second knows nothing of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.ablation import Variant, manner_in, rows_of
from benchmarks.alignment import AlignmentSet
from benchmarks.logistic import FOLDS, Numbers, folds
from benchmarks.paired import Gold, per_query
from benchmarks.systems import DEPTH
from muvofiq.alignment.manner import weights
from muvofiq.alignment.ranking import rank
from muvofiq.tables import table

SETS = ("requirements_kz", "requirements_norms")
PENALTY = 0.1  # per query, on half the squares of the distance from the weights towards which it is drawn
STEPS = 200
FIRST_STEP = 1.0
CLOSE = 1e-6  # a gain smaller than this ends the search


@dataclass(frozen=True, slots=True)
class Lesson:
    """A query: its signals, shape (units, signals), the places of its answers, and the act of the first of them."""

    query: str
    act: str
    signals: Numbers
    answers: Sequence[int]
    units: Sequence[str]


def lessons(ready: AlignmentSet, gold: Gold, names: Sequence[str]) -> list[Lesson]:
    """Return a lesson for each query that has an answer among the units; a silent signal says 0 of all units."""
    found = []
    for query in ready.queries:
        right = gold.get(query.question.id, set())
        for pool in ready.pools(query):
            places = [at for at, unit in enumerate(pool.units) if unit.id in right]
            if places:
                voices = ready.voices(pool.language)
                scores = rank(query.question, pool, voices, weighed=dict.fromkeys(names, 1.0)).scores
                rows = [scores.get(name, np.zeros(len(pool.units))) for name in names]
                act = min((pool.units[at].id, pool.units[at].act) for at in places)[1]
                ids = [unit.id for unit in pool.units]
                found.append(Lesson(query.question.id, act, np.array(rows).T, places, ids))
    return found


def learn_weights(given: Sequence[Lesson], towards: Numbers, penalty: float = PENALTY) -> Numbers:
    """Return non-negative weights under which the answers get the greatest share of a softmax over all units.

    Minimised, by projected gradient steps that are halved until they help, is the mean over the lessons of minus the
    logarithm of the answers' share, plus half the penalty times the squared distance from ``towards``.
    """
    found = towards.copy()
    loss, slope = _loss(given, found, towards, penalty)
    step = FIRST_STEP
    for _ in range(STEPS):
        tried = np.maximum(found - step * slope, 0.0)
        after, its_slope = _loss(given, tried, towards, penalty)
        if after < loss:
            is_enough = loss - after < CLOSE
            found, loss, slope, step = tried, after, its_slope, step * 1.5
            if is_enough:
                break
        else:
            step /= 2
    return found


def cross_validated(given: Sequence[Lesson], towards: Numbers) -> dict[str, list[str]]:
    """Return the ranking of each query by weights that were learned without the acts of its fold."""
    rankings: dict[str, list[str]] = {}
    places = folds([lesson.act for lesson in given])
    for left_out in range(FOLDS):
        others = [lesson for lesson, fold in zip(given, places, strict=True) if fold != left_out]
        own = [lesson for lesson, fold in zip(given, places, strict=True) if fold == left_out]
        if others and own:
            learned = learn_weights(others, towards)
            rankings |= {lesson.query: ranked(lesson, learned) for lesson in own}
    return rankings


def ranked(lesson: Lesson, by: Numbers) -> list[str]:
    """Return the units of a lesson, best first, under these weights."""
    order = np.argsort(-(lesson.signals @ by), kind="stable")[:DEPTH].tolist()
    return [lesson.units[at] for at in order]


def learned(found: Mapping[str, tuple[AlignmentSet, Gold]]) -> Iterator[str]:
    """Yield a table for each set that was made ready, and the weights that all of its queries together would teach."""
    yield "## Weights learned without the acts on which they are judged\n"
    yield (__doc__ or "").split("\n\n", 1)[1]
    for name, (ready, gold) in found.items():
        yield from _section(name, ready, gold)


def _section(name: str, ready: AlignmentSet, gold: Gold) -> Iterator[str]:
    manner = manner_in(ready)
    names = [row["signal"] for row in table("alignment/weights.csv") if row["manner"] == manner]
    shipped = np.array([weights(manner).get(name, 0.0) for name in names])
    equal = np.full(len(names), shipped.sum() / len(names))
    given = lessons(ready, gold, names)
    known = {lesson.query for lesson in given}
    asked = {query: units for query, units in gold.items() if query in known}
    ways = {
        "shipped weights": {lesson.query: ranked(lesson, shipped) for lesson in given},
        "learned, drawn towards the shipped": cross_validated(given, shipped),
        "learned, drawn towards equal weights": cross_validated(given, equal),
        "equal weights": {lesson.query: ranked(lesson, equal) for lesson in given},
    }
    yield f"### {name}, {len(given)} queries of {len({lesson.act for lesson in given})} acts in {FOLDS} folds\n"
    yield from rows_of(Variant(label, per_query(asked, way)) for label, way in ways.items())
    all_of_them = zip(names, shipped, learn_weights(given, shipped), strict=True)
    yield "Shipped weight, and what all queries would teach: " + "; ".join(
        f"{signal} {before:.2f}, {after:.2f}" for signal, before, after in all_of_them
    )
    yield ""


def _loss(given: Sequence[Lesson], at: Numbers, towards: Numbers, penalty: float) -> tuple[float, Numbers]:
    loss, slope = penalty / 2 * float(((at - towards) ** 2).sum()), penalty * (at - towards)
    for lesson in given:
        total = lesson.signals @ at
        shares = np.exp(total - total.max())
        shares /= shares.sum()
        held = float(shares[list(lesson.answers)].sum())
        among = np.zeros(len(shares))
        among[list(lesson.answers)] = shares[list(lesson.answers)] / max(held, 1e-300)
        loss -= np.log(max(held, 1e-300)) / len(given)
        slope = slope + lesson.signals.T @ (shares - among) / len(given)
    return loss, slope
