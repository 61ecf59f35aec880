"""The units of a pool are put in order for one question: the sum of what the signals say, each with its weight."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from muvofiq.alignment.lexical import Scores
from muvofiq.alignment.manner import Manner, Weights, manner_of, weights
from muvofiq.alignment.meaning import Voices
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.question import Question
from muvofiq.alignment.signals import BY_MEANING, BY_SHARING, SIGNALS, Asking, standardise

SILENT: Voices = {}  # no model has read anything


@dataclass(frozen=True)
class Ranking:
    """One question asked of one pool: what each signal says (``scores``), standardised, and what it weighs.

    ``touched`` marks the units that have anything in common with the question.
    """

    asking: Asking
    manner: Manner
    weights: Weights
    scores: Mapping[str, Scores]
    touched: NDArray[np.bool_]

    @cached_property
    def total(self) -> Scores:
        """The score of each unit: the sum of weight times standardised signal."""
        rows = [self.weights[name] * scores for name, scores in self.scores.items()]
        return np.sum(rows, axis=0) if rows else np.zeros(len(self.asking.pool.units))

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The places in the pool of all units that have anything in common with the question, best first.

        Units of equal score stand in the order of the law.
        """
        ranked = np.argsort(-self.total, kind="stable")
        return tuple(ranked[self.touched[ranked]].tolist())

    def best(self, top: int) -> list[str]:
        """Return the ids of the best units, best first; fewer where no more have anything in common."""
        return [self.asking.pool.units[at].id for at in self.order[:top]]

    def place_by(self, signal: str, at: int) -> int | None:
        """Return the place, from 1, that a unit would have by one signal alone; None where the signal is silent."""
        scores = self.scores.get(signal)
        return None if scores is None else int((scores > scores[at]).sum()) + 1


def rank(
    question: Question,
    pool: Pool,
    voices: Voices = SILENT,
    *,
    without: Collection[str] = (),
    weighed: Weights | None = None,
) -> Ranking:
    """Ask a question of a pool.

    ``without`` names signals that shall be silent, ``weighed`` sets other weights than those of the manner: both are
    for measuring what a signal is worth.
    """
    manner = manner_of(question, pool.language, is_standard=pool.is_standard)
    asking = Asking(question, pool, voices)
    chosen = {name: weight for name, weight in (weighed or weights(manner)).items() if name not in without}
    said = {name: scores for name in chosen if (scores := SIGNALS[name](asking)) is not None}
    heard = {name: standardise(scores) for name, scores in said.items()}
    return Ranking(asking, manner, chosen, heard, _touched(asking, said))


def _touched(asking: Asking, said: Mapping[str, Scores]) -> NDArray[np.bool_]:
    """Tell which units have anything in common with the question: a word, a concept, or, with a model, a meaning."""
    pool = asking.pool
    if any(name in said for name in BY_MEANING):
        return np.ones(len(pool.units), dtype=np.bool_)
    models = (stem for model in asking.models for stem in asking.stems(str(model)))
    labels = pool.concepts.stems_of(asking.concepts, pool.language)
    touched = pool.index.scores(list(dict.fromkeys((*asking.asked, *asking.terms, *models, *labels)))) > 0
    for name in BY_SHARING & said.keys():
        touched |= said[name] > 0
    return touched
