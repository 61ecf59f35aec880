"""The systems that are compared: the product, and the three that a user could put together in an afternoon."""

from collections.abc import Callable, Sequence

import bm25s
import numpy as np

from benchmarks.gold import Query
from muvofiq.alignment.embedding import Vector
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.words import stems

DEPTH = 100
RRF = 60
Ranking = list[str]
System = Callable[[Query, Pool, Vector | None], Ranking]


def product(query: Query, pool: Pool, vector: Vector | None) -> Ranking:
    """Rank as the product does."""
    return pool.order(query.question, DEPTH, vector)


def bm25(query: Query, pool: Pool, _: Vector | None) -> Ranking:
    """BM25 with the library's defaults over heading and text, Snowball stems, no stop words."""
    index: bm25s.BM25 = pool.index._index  # noqa: SLF001 (the baseline shares the index, so that only the ranking differs)
    wording = query.question.wording.get(pool.language, "")
    known = [stem for stem in stems(wording, pool.language) if stem in index.vocab_dict]
    return _best(np.asarray(index.get_scores(known)), pool) if known else []


def dense(_: Query, pool: Pool, vector: Vector | None) -> Ranking:
    """The embedding alone: cosine of the question and the beginning of each unit."""
    return [] if vector is None or pool.vectors is None else _best(pool.vectors @ vector, pool)


def rrf(query: Query, pool: Pool, vector: Vector | None) -> Ranking:
    """Reciprocal rank fusion of the two, k = 60, over their first hundred."""
    places: dict[str, float] = {}
    for ranking in (bm25(query, pool, vector), dense(query, pool, vector)):
        for place, unit in enumerate(ranking, 1):
            places[unit] = places.get(unit, 0.0) + 1 / (RRF + place)
    return sorted(places, key=lambda unit: -places[unit])[:DEPTH]


SYSTEMS: dict[str, System] = {"muvofiq": product, "BM25": bm25, "embeddings": dense, "RRF": rrf}


def _best(scores: np.ndarray[tuple[int, ...], np.dtype[np.floating]], pool: Pool) -> Ranking:
    order: Sequence[int] = np.argsort(-scores, kind="stable")[:DEPTH].tolist()
    return [pool.units[at].id for at in order]
