"""How far two units of two language versions say the same: by meaning, by words that both write alike, by length."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from muvofiq.alignment.embedding import Vectors
from muvofiq.alignment.kin import beginnings

Likeness = NDArray[np.float64]  # shape (units of one version, units of the other); above 0 speaks for a pair

# What one standard deviation of a measure says, and the least deviation that counts: among few units chance is large.
MEANING, MEANING_SPREAD = 1.0, 0.03
KIN, KIN_SPREAD = 1.0, 0.08
KIN_ALONE = 1.5  # where nothing is known of the meaning
LENGTH, SHORT = 0.5, 20  # letters by which very short texts are made comparable
NATURAL = 0.5  # one text is e^0.5 times as long as the other: an ordinary difference of two translations


def likeness(one: Sequence[str], other: Sequence[str], vectors: tuple[Vectors, Vectors] | None) -> Likeness:
    """Return the likeness of each text of one version with each of the other.

    ``vectors`` holds a row for each text; of a text with an empty row the meaning says nothing.
    """
    kin = _standing_out(kinship(one, other), KIN_SPREAD, np.ones((len(one), len(other)), dtype=bool))
    length = -LENGTH * _difference_in_length(one, other) ** 2
    if vectors is None:
        return KIN_ALONE * kin + length
    known = np.outer(*(np.linalg.norm(rows, axis=1) > 0 for rows in vectors))
    meaning = _standing_out(np.asarray(vectors[0] @ vectors[1].T, dtype=np.float64), MEANING_SPREAD, known)
    return MEANING * meaning + KIN * kin + length


def kinship(one: Sequence[str], other: Sequence[str]) -> Likeness:
    """Return the cosine of the words and figures that both versions write alike, rare ones weighing more."""
    counted = [[Counter(beginnings(text)) for text in texts] for texts in (one, other)]
    known = [set().union(*counts) if counts else set() for counts in counted]
    column = {word: at for at, word in enumerate(sorted(known[0] & known[1]))}
    rows = [_rows(counts, column) for counts in counted]
    met = (rows[0] > 0).sum(axis=0) + (rows[1] > 0).sum(axis=0)
    rare = np.log(1 + (len(one) + len(other)) / (met + 0.5))
    ways = [_unit(row * rare) for row in rows]
    return ways[0] @ ways[1].T


def _rows(counts: Sequence[Counter[str]], column: dict[str, int]) -> Likeness:
    rows = np.zeros((len(counts), len(column)))
    for row, words in zip(rows, counts, strict=True):
        for word, count in words.items():
            if word in column:
                row[column[word]] = 1 + np.log(count)
    return rows


def _unit(rows: Likeness) -> Likeness:
    lengths: Likeness = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.maximum(lengths, 1e-9)


def _standing_out(measure: Likeness, spread: float, known: NDArray[np.bool_]) -> Likeness:
    """Return by how many standard deviations each pair stands above the mean of all known ones; 0 for the others."""
    if not known.any():
        return np.zeros_like(measure)
    out: Likeness = (measure - measure[known].mean()) / max(float(measure[known].std()), spread)
    return np.where(known, out, 0.0)


def _difference_in_length(one: Sequence[str], other: Sequence[str]) -> Likeness:
    """Return how much longer each text is than each of the other version, freed of what one language needs more."""
    if not one or not other:
        return np.zeros((len(one), len(other)))
    logs = [np.log([len(text) + SHORT for text in texts]) for texts in (one, other)]
    usual = float(np.median(logs[0]) - np.median(logs[1]))
    return (logs[0][:, None] - logs[1][None, :] - usual) / NATURAL
