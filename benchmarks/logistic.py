"""Learns a chance from a few measures, and tells how well chances foretell what came true."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
FOLDS = 5
STEPS = 100  # of Newton's method, which needs far fewer
CLOSE = 1e-9  # a step shorter than this ends the search


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic sum: each measure counts by its distance from its usual value, in units of its usual spread.

    ``usual``, ``spread`` and ``weights`` have one number for each measure.
    """

    beginning: float
    usual: Numbers
    spread: Numbers
    weights: Numbers

    def chances(self, measures: Numbers) -> Numbers:
        """Return the chance, from 0 to 1, for each row of measures."""
        return _chances(self.beginning + (measures - self.usual) / self.spread @ self.weights)


def learn(measures: Numbers, came_true: Numbers, *, penalty: float, direction: int) -> Logistic:
    """Fit a logistic sum to rows of measures and what came true (0 or 1).

    ``penalty`` holds the weights back: half of it times their squares is added to the loss, which is a sum over the
    rows; what the sum begins with is free. ``direction`` (1 or -1) is the sign that a weight may have: a measure that
    would speak against its own meaning, or that never varies, gets no weight.
    """
    usual, spread = measures.mean(axis=0), measures.std(axis=0)
    varies = spread > 1e-9
    spread = np.where(varies, spread, 1.0)
    rows = (measures - usual) / spread
    weights = np.zeros(measures.shape[1])
    kept = [at for at, one in enumerate(varies) if one]
    while True:
        beginning, found = _fit(rows[:, kept], came_true, penalty)
        wrong = [at for at, weight in zip(kept, found, strict=True) if weight * direction < 0]
        if not wrong:
            weights[kept] = found
            return Logistic(beginning, usual, spread, weights)
        kept = [at for at in kept if at not in wrong]


def folds(names: Sequence[str]) -> list[int]:
    """Return a fold for each name, the same for equal names: the most frequent first, each into the emptiest fold.

    >>> folds(["a", "a", "b", "c", "a"])
    [0, 0, 1, 2, 0]
    """
    counts = Counter(names)
    sizes = [0] * FOLDS
    places: dict[str, int] = {}
    for name in sorted(counts, key=lambda one: (-counts[one], one)):
        places[name] = sizes.index(min(sizes))
        sizes[places[name]] += counts[name]
    return [places[name] for name in names]


def brier(chances: Numbers, came_true: Numbers) -> float:
    """Return the mean squared distance of the chances from what came true: 0 is best.

    >>> brier(np.array([1.0, 0.5]), np.array([1.0, 0.0]))
    0.125
    """
    return float(((chances - came_true) ** 2).mean())


def base_rate(came_true: Numbers) -> float:
    """Return the Brier score of one who always says how often it comes true.

    >>> base_rate(np.array([1.0, 0.0]))
    0.25
    """
    return brier(np.full(len(came_true), came_true.mean()), came_true)


def auroc(said: Numbers, came_true: Numbers) -> float:
    """Return the chance that of two rows, one that came true and one that did not, the true one was said likelier.

    Ties count half; without rows of both kinds there is nothing to tell apart, and the answer is 0.5.

    >>> auroc(np.array([0.9, 0.2, 0.2]), np.array([1.0, 0.0, 1.0]))
    0.75
    """
    true, false = said[came_true == 1][:, None], said[came_true == 0][None, :]
    return float((true > false).mean() + (true == false).mean() / 2) if true.size and false.size else 0.5


def auroc_error(said: Numbers, came_true: Numbers, draws: int = 1000) -> float:
    """Return the standard error of the AUROC (bootstrap over the rows, always with the same draws)."""
    chosen = np.random.default_rng(0).integers(0, len(said), (draws, len(said)))
    return float(np.std([auroc(said[one], came_true[one]) for one in chosen]))


def _fit(rows: Numbers, came_true: Numbers, penalty: float) -> tuple[float, Sequence[float]]:
    """Return the beginning and the weights that fit best, by Newton's method with bounded steps."""
    whole = np.column_stack([np.ones(len(rows)), rows])
    held = np.diag([1e-6, *[penalty] * rows.shape[1]])
    solution = np.zeros(whole.shape[1])
    for _ in range(STEPS):
        chances = _chances(whole @ solution)
        slope = whole.T @ (chances - came_true) + held @ solution
        curve = (whole * (chances * (1 - chances))[:, None]).T @ whole + held
        step = np.clip(np.linalg.solve(curve, slope), -1, 1)
        solution = solution - step
        if np.abs(step).max() < CLOSE:
            break
    return float(solution[0]), solution[1:].tolist()


def _chances(total: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-total)), dtype=np.float64)
