"""The systems that are compared: the product, and the three that a user could put together in an afternoon."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import bm25s
import numpy as np

from benchmarks.gold import Query
from muvofiq.alignment.confidence import confidence_of, nothing_in
from muvofiq.alignment.embedding import Vector
from muvofiq.alignment.meaning import Voices
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.question import asked_phrase
from muvofiq.alignment.ranking import rank
from muvofiq.alignment.words import stems

DEPTH = 100
RRF = 60


@dataclass(frozen=True, slots=True)
class Reply:
    """The ids of units, best first; from the product also how far the first is trusted and whether nothing answers."""

    ranked: list[str]
    confidence: float | None = None
    nothing: float | None = None


System = Callable[[Query, Pool, Voices], Reply]


def product(query: Query, pool: Pool, voices: Voices) -> Reply:
    """Rank as the product does."""
    ranking = rank(query.question, pool, voices)
    return Reply(ranking.best(DEPTH), confidence_of(ranking), nothing_in(ranking))


def bm25(query: Query, pool: Pool, _: Voices) -> Reply:
    """BM25 with the library's defaults over heading and text, Snowball stems, no stop words."""
    index: bm25s.BM25 = pool.index._index  # noqa: SLF001 (the baseline shares the index, so that only the ranking differs)
    known = [stem for stem in stems(query.plain.get(pool.language, ""), pool.language) if stem in index.vocab_dict]
    return Reply(_best(np.asarray(index.get_scores(known)), pool) if known else [])


def dense(query: Query, pool: Pool, voices: Voices) -> Reply:
    """The embedding alone: cosine of what a user would type and the beginning of each unit."""
    voice = typed_voice(query, pool, voices)
    return Reply([] if voice is None or pool.openings is None else _best(pool.openings @ voice, pool))


def rrf(query: Query, pool: Pool, voices: Voices) -> Reply:
    """Reciprocal rank fusion of the two, k = 60, over their first hundred."""
    places: dict[str, float] = {}
    for reply in (bm25(query, pool, voices), dense(query, pool, voices)):
        for place, unit in enumerate(reply.ranked, 1):
            places[unit] = places.get(unit, 0.0) + 1 / (RRF + place)
    return Reply(sorted(places, key=lambda unit: -places[unit])[:DEPTH])


def without(*signals: str) -> System:
    """Return the product with some of its signals silent."""

    def ablated(query: Query, pool: Pool, voices: Voices) -> Reply:
        return Reply(rank(query.question, pool, voices, without=signals).best(DEPTH))

    return ablated


def typed_voice(query: Query, pool: Pool, voices: Voices) -> Vector | None:
    """Return what the model makes of the text that a user would type."""
    return voices.get(asked_phrase(query.typed(pool.language)))


SYSTEMS: dict[str, System] = {"muvofiq": product, "BM25": bm25, "embeddings": dense, "RRF": rrf}


def _best(scores: np.ndarray[tuple[int, ...], np.dtype[np.floating]], pool: Pool) -> list[str]:
    order: Sequence[int] = np.argsort(-scores, kind="stable")[:DEPTH].tolist()
    return [pool.units[at].id for at in order]
