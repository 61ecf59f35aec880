"""Words that a question and a provision share: the rarer in the law and the denser, the more they count (BM25)."""

import logging
import math
from collections import Counter
from collections.abc import Sequence

import bm25s
import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
logging.getLogger("bm25s").setLevel(logging.WARNING)  # it announces each index, which tells nobody anything


class WordIndex:
    """BM25 over the stems of the units of one language."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        self.rows = rows
        self._spread = Counter(stem for row in rows for stem in set(row))
        self._index = bm25s.BM25()
        if self._spread:
            self._index.index([list(row) for row in rows], show_progress=False)

    def scores(self, stems: Sequence[str]) -> Scores:
        """Return one score for each unit, 0 where it shares no stem."""
        known = [stem for stem in stems if stem in self._spread]
        if not known:
            return np.zeros(len(self.rows))
        return np.asarray(self._index.get_scores(known), dtype=np.float64)

    def rarity(self, stem: str) -> float:
        """Return how much a stem tells: 0 for one that no unit has, most for one that a single unit has."""
        spread = self._spread[stem]
        return math.log(1 + (len(self.rows) - spread + 0.5) / (spread + 0.5)) if spread else 0.0
