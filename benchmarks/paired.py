"""Compares two systems query by query, so that chance can be told from difference."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FIGURES = ("hit@1", "hit@5", "hit@10", "MRR", "recall@10", "MAP@10")
DRAWS = 10_000
AT_ONCE = 500  # draws that are held in memory together
Numbers = NDArray[np.float64]
Gold = Mapping[str, set[str]]
Rankings = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How much better the first system is than the second, and how often chance alone would part them as far."""

    difference: float
    p: float

    def __str__(self) -> str:
        return f"{self.difference:+.3f} | {self.p:.4f}" if self.p >= 0.0001 else f"{self.difference:+.3f} | < 0.0001"


def per_query(gold: Gold, rankings: Rankings) -> Numbers:
    """Return the figures of each query, shape (queries, figures), as ``score.py`` of the gold sets counts them.

    A query that was not ranked scores 0.

    >>> per_query({"a": {"x", "y"}}, {"a": ["n", "x"]}).tolist()
    [[0.0, 1.0, 1.0, 0.5, 0.5, 0.25]]
    """
    rows = [_figures(right, list(dict.fromkeys(rankings.get(query, ())))) for query, right in gold.items()]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(FIGURES))


def standard_errors(rows: Numbers) -> Numbers:
    """Return the standard error of the mean of each column: bootstrap over the rows, with the draws of ``score.py``."""
    draws = np.random.default_rng(0)
    means = [rows[draws.integers(0, len(rows), len(rows))].mean(axis=0) for _ in range(1000)]
    return np.asarray(np.std(means, axis=0), dtype=np.float64)


def compare(ours: Numbers, theirs: Numbers, draws: int = DRAWS) -> Comparison:
    """Compare one figure of two systems over the same queries, by a permutation test with always the same draws.

    If the systems were alike, each query could as well have had its two values the other way round: ``p`` is the
    share of such exchanges that part the systems at least as far, on either side; the true order counts as one.
    """
    differences = ours - theirs
    seen = abs(float(differences.sum()))
    source = np.random.default_rng(0)
    as_far = 0
    for start in range(0, draws, AT_ONCE):
        count = min(AT_ONCE, draws - start)
        signs = source.integers(0, 2, (count, len(differences)), dtype=np.int8) * 2.0 - 1.0
        as_far += int((np.abs(signs @ differences) >= seen - 1e-9).sum())
    return Comparison(float(differences.mean()), (as_far + 1) / (draws + 1))


def _figures(right: set[str], ranked: Sequence[str]) -> tuple[float, ...]:
    places = [place for place, unit in enumerate(ranked, 1) if unit in right]
    top = [place for place in places if place <= 10]
    first = places[0] if places else 0
    precision = sum((count + 1) / place for count, place in enumerate(top)) / min(len(right), 10)
    hits = (float(0 < first <= depth) for depth in (1, 5, 10))
    return (*hits, 1 / first if first else 0.0, len(top) / len(right), precision)
