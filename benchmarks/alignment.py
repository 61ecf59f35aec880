"""Runs a system over an alignment set: for each query, the units best first."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from benchmarks.gold import Query, queries, units
from benchmarks.systems import Reply, System
from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.embedding import Progress
from muvofiq.alignment.match import make_pools
from muvofiq.alignment.meaning import Meaning, Voices
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.question import asked_phrase
from muvofiq.alignment.ranking import SILENT
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
        self._voices: dict[str, Voices] = {}

    def run(self, system: System) -> Iterator[dict[str, Any]]:
        """Yield the lines that the scorer reads: the id of each query with the ids of its units, best first."""
        for query in self.queries:
            replies = [system(query, pool, self.voices(pool.language)) for pool in self.pools(query)]
            yield _line(query, replies)

    def pools(self, query: Query) -> list[Pool]:
        """Return the pools of units, one for each language, among which a query is asked."""
        if query.pool not in self._pools:
            among = self._among(query.pool)
            is_windowed = any(unit.language not in query.question.wording for unit in among)
            self._pools[query.pool] = make_pools(
                among, self._concepts, self._meaning, self._progress, is_windowed=is_windowed
            )
        return self._pools[query.pool]

    def voices(self, language: str) -> Voices:
        """Return what the model makes of all queries, as they are asked of laws in this language."""
        if self._meaning is None:
            return SILENT
        if language not in self._voices:
            phrases = [phrase for query in self.queries for phrase in query.question.phrases(language)]
            typed = [asked_phrase(query.typed(language)) for query in self.queries]
            self._voices[language] = self._meaning.voices([*phrases, *typed], self._progress)
        return self._voices[language]

    def _among(self, documents: tuple[str, ...] | None) -> list[Unit]:
        return [unit for unit in self.units if documents is None or unit.act in documents]


def _line(query: Query, replies: Sequence[Reply]) -> dict[str, Any]:
    in_turn = zip_longest(*(reply.ranked for reply in replies))
    ranked = [unit for places in in_turn for unit in places if unit is not None]
    line: dict[str, Any] = {"query": query.question.id, "ranked": ranked}
    sure = [reply.confidence for reply in replies if reply.confidence is not None]
    nothing = [reply.nothing for reply in replies if reply.nothing is not None]
    return line | ({"confidence": max(sure)} if sure else {}) | ({"nothing": min(nothing)} if nothing else {})
