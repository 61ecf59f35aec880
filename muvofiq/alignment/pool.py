"""The articles of all acts in one language, ready to be ranked against any number of questions."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from muvofiq.alignment.candidate import Candidate, Reason
from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.embedding import Vector, Vectors
from muvofiq.alignment.lexical import Scores, WordIndex
from muvofiq.alignment.question import Question
from muvofiq.alignment.unit import Unit
from muvofiq.alignment.words import stemmer, stems, telling_stems, words

# What each signal weighs in the sum of standardised scores. Measured on the public gold sets (docs/benchmarks.md):
# words and meaning count alike; the thesaurus opens the question to other words, but too much of it blurs it.
WEIGHTS = {"words": 1.0, "concepts": 0.3, "meaning": 1.0}
SHOWN_WORDS = 8


class Pool:
    """Units of one language with their word index and, where a model is at hand, their vectors (one row a unit)."""

    def __init__(self, units: Sequence[Unit], concepts: Concepts, vectors: Vectors | None = None) -> None:
        self.units = units
        self.language = units[0].language
        self.concepts = concepts
        self.vectors = vectors
        self._concepts_in: dict[int, set[str]] = {}
        self.index = WordIndex([stems(unit.whole, self.language) for unit in units])

    def rank(self, question: Question, top: int, vector: Vector | None = None) -> list[Candidate]:
        """Return the best units with the reasons for each; what ``order`` says holds here too."""
        signals, asked, concepts = self._signals(question, vector)
        places = _places(signals["meaning"]) if "meaning" in signals else None
        return [
            Candidate(
                self.units[at].id,
                rank,
                round(score, 4),
                Reason(
                    self._shared_words(at, asked),
                    self._shared_concepts(at, concepts),
                    int(places[at]) if places is not None else None,
                ),
            )
            for rank, (at, score) in enumerate(_best(signals, top), 1)
        ]

    def order(self, question: Question, top: int, vector: Vector | None = None) -> list[str]:
        """Return the ids of the best units, best first.

        There are fewer than ``top`` where no more have anything in common with the question. ``vector`` is the
        question's own, needed for the meaning signal. Units of equal score stand in the order of the law.
        """
        signals, _, _ = self._signals(question, vector)
        return [self.units[at].id for at, _ in _best(signals, top)]

    def _signals(
        self, question: Question, vector: Vector | None
    ) -> tuple[dict[str, Scores], frozenset[str], frozenset[str]]:
        """Return the scores of each signal, the stems asked for, and the concepts found in the question."""
        asked = telling_stems(question.wording.get(self.language, ""), self.language)
        concepts = self.concepts.of_question(question.wording) | self.concepts.of_question(question.around)
        new_words = [stem for stem in self.concepts.stems_of(concepts, self.language) if stem not in set(asked)]
        signals = {"words": self.index.scores(asked), "concepts": self.index.scores(new_words)}
        if vector is not None and self.vectors is not None:
            signals["meaning"] = np.asarray(self.vectors @ vector, dtype=np.float64)
        return signals, frozenset(asked), frozenset(concepts)

    def _shared_words(self, at: int, asked: frozenset[str]) -> tuple[str, ...]:
        """Return the printed words of the unit that the question asks for, the most telling first."""
        reduce = stemmer(self.language)
        printed: dict[str, str] = {}
        for word in words(self.units[at].whole):
            if (stem := reduce(word)) in asked:
                printed.setdefault(stem, word)
        telling = sorted(printed, key=lambda stem: (-self.index.rarity(stem), stem))
        return tuple(printed[stem] for stem in telling[:SHOWN_WORDS])

    def _shared_concepts(self, at: int, concepts: frozenset[str]) -> tuple[str, ...]:
        if at not in self._concepts_in:
            self._concepts_in[at] = self.concepts.among(self.index.rows[at], self.language)
        shared = self._concepts_in[at] & concepts
        return tuple(sorted(self.concepts.label(concept, self.language) for concept in shared))


def standardise(scores: Scores) -> Scores:
    """Return the scores with mean 0 and deviation 1, or zeros where they are all alike.

    >>> standardise(np.array([1.0, 3.0])).tolist()
    [-1.0, 1.0]
    """
    spread = scores.std()
    return (scores - scores.mean()) / spread if spread > 0 else np.zeros_like(scores)


def _best(signals: dict[str, Scores], top: int) -> list[tuple[int, float]]:
    """Return position and score of the best units that any signal has touched, best first."""
    total = np.sum([WEIGHTS[name] * standardise(scores) for name, scores in signals.items()], axis=0)
    touched = np.any([scores > 0 for scores in signals.values()], axis=0)
    order = [int(at) for at in np.argsort(-total, kind="stable") if touched[at]]
    return [(at, float(total[at])) for at in order[:top]]


def _places(scores: Scores) -> NDArray[np.intp]:
    places = np.empty(len(scores), dtype=np.intp)
    places[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return places
