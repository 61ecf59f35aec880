"""Runs a system over an alignment set: for each query, the units best first."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from benchmarks.gold import Query, queries, units
from benchmarks.systems import System
from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.embedding import Progress, Vector, Vectors, vectors_of
from muvofiq.alignment.match import Meaning, make_pools
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.unit import Unit
from muvofiq.standards.load import load_catalogue


class AlignmentSet:
    """A set made ready once, so that several systems can be run over it."""

    def __init__(self, folder: Path, meaning: Meaning | None, progress: Progress | None = None) -> None:
        self.queries = queries(folder)
        self.units = units(folder)
        self._meaning = meaning
        self._progress = progress
        self._concepts = Concepts(load_catalogue().thesaurus.concepts)
        self._pools: dict[tuple[str, ...] | None, list[Pool]] = {}
        self._vectors: dict[str, Vectors] = {}

    def run(self, system: System) -> Iterator[tuple[str, list[str]]]:
        """Yield the id of each query with the ids of its units, best first."""
        for at, query in enumerate(self.queries):
            rows = [system(query, pool, self._vector(at, pool.language)) for pool in self.pools(query)]
            yield query.question.id, _in_turn(rows)

    def pools(self, query: Query) -> list[Pool]:
        """Return the pools of units, one for each language, among which a query is asked."""
        if query.pool not in self._pools:
            self._pools[query.pool] = make_pools(self._among(query.pool), self._concepts, self._meaning, self._progress)
        return self._pools[query.pool]

    def _among(self, documents: tuple[str, ...] | None) -> list[Unit]:
        return [unit for unit in self.units if documents is None or unit.act in documents]

    def _vector(self, at: int, language: str) -> Vector | None:
        if self._meaning is None:
            return None
        if language not in self._vectors:
            openings = [query.question.opening(language) for query in self.queries]
            embedder, store = self._meaning.embedder, self._meaning.store
            self._vectors[language] = vectors_of("query", openings, embedder, store, self._progress)
        vector: Vector = self._vectors[language][at]
        return vector


def _in_turn(rows: Sequence[list[str]]) -> list[str]:
    return [unit for places in zip_longest(*rows) for unit in places if unit is not None]
