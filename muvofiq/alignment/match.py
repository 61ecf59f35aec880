"""Requirements are matched with laws: each gets the provisions that may answer it, best first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from muvofiq.alignment.candidate import Candidate
from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.embedding import Embedder, Progress, Vectors, VectorStore, vectors_of
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.question import Question
from muvofiq.alignment.unit import Unit

TOP = 5


@dataclass(frozen=True, slots=True)
class Meaning:
    """The model and the store of its vectors; without them, words and thesaurus match alone."""

    embedder: Embedder
    store: VectorStore


def match(
    questions: Sequence[Question],
    units: Iterable[Unit],
    concepts: Concepts,
    *,
    meaning: Meaning | None = None,
    top: int = TOP,
    progress: Progress | None = None,
) -> dict[str, list[Candidate]]:
    """Return the candidates of each question, best first, by the question's id.

    There is one pool for each language of law, since scores of two languages cannot be compared; where there are
    several, their best are taken in turn. ``progress`` hears (stage, done, total).
    """
    pools = make_pools(units, concepts, meaning, progress)
    vectors = {pool.language: _question_vectors(questions, pool.language, meaning, progress) for pool in pools}
    found: dict[str, list[Candidate]] = {}
    for at, question in enumerate(questions):
        if progress:
            progress("Matching", at + 1, len(questions))
        rows = [
            pool.rank(question, top, row[at] if (row := vectors[pool.language]) is not None else None) for pool in pools
        ]
        found[question.id] = in_turn(rows)[:top]
    return found


def make_pools(
    units: Iterable[Unit], concepts: Concepts, meaning: Meaning | None, progress: Progress | None = None
) -> list[Pool]:
    """Return one pool for each language among the units, with vectors if there is a model."""
    by_language: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        by_language[unit.language].append(unit)
    return [_pool(group, concepts, meaning, progress) for group in by_language.values()]


def in_turn(rows: Sequence[Sequence[Candidate]]) -> list[Candidate]:
    """Merge rankings: the best of each, then the second of each, and so on, with places counted anew."""
    merged = sorted((candidate for row in rows for candidate in row), key=lambda one: (one.rank, -one.score))
    return [replace(candidate, rank=place) for place, candidate in enumerate(merged, 1)]


def _pool(units: list[Unit], concepts: Concepts, meaning: Meaning | None, progress: Progress | None) -> Pool:
    if meaning is None:
        return Pool(units, concepts)
    openings = [unit.opening for unit in units]
    return Pool(units, concepts, vectors_of("passage", openings, meaning.embedder, meaning.store, progress))


def _question_vectors(
    questions: Sequence[Question], language: str, meaning: Meaning | None, progress: Progress | None
) -> Vectors | None:
    if meaning is None:
        return None
    openings = [question.opening(language) for question in questions]
    return vectors_of("query", openings, meaning.embedder, meaning.store, progress)
