"""Texts become vectors whose nearness follows meaning across languages, and each vector is computed only once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Literal, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]  # shape (dimensions,), of unit length
Vectors = NDArray[np.float32]  # shape (texts, dimensions), one row a text
Role = Literal["query", "passage"]
Progress = Callable[[str, int, int], None]  # stage, done, total

BATCH = 64


class Embedder(Protocol):
    """A multilingual model that turns texts into unit vectors; built once at the edge and passed down."""

    @property
    def model(self) -> str:
        """Name and version of the model; vectors of two models are never compared."""

    def embed(self, role: Role, texts: Sequence[str]) -> Vectors:
        """Return one row of unit length for each text. A question and a passage are embedded differently."""


@runtime_checkable
class Elsewhere(Protocol):
    """An Embedder on another computer: each text that it reads leaves this one."""

    @property
    def host(self) -> str:
        """Where the texts go."""


class VectorStore(Protocol):
    """Keeps vectors by key, so that a law is embedded once and found again by its content."""

    def get(self, model: str, keys: Iterable[str]) -> dict[str, Vector]:
        """Return the vectors that are known; a key that is not known is missing from the answer."""

    def put(self, model: str, vectors: Mapping[str, Vector]) -> None:
        """Keep these vectors, all or none of them."""


def key(role: Role, text: str) -> str:
    """Return the content hash under which the vector of this text is kept."""
    return sha256(f"{role}\n{text}".encode()).hexdigest()


STAGES = {"query": "Embedding the requirements", "passage": "Embedding the law"}


def vectors_of(
    role: Role, texts: Sequence[str], embedder: Embedder, store: VectorStore, progress: Progress | None = None
) -> Vectors:
    """Return one unit vector for each text, shape (texts, dimensions).

    Only texts that the store does not know are embedded. They are done shortest first in batches, each of which is
    kept as soon as it is ready, so that an interrupted run loses at most one batch.
    ``progress`` hears (stage, done, total).
    """
    stage = STAGES[role]
    keys = [key(role, text) for text in texts]
    known = store.get(embedder.model, keys)
    unknown = {k: text for k, text in zip(keys, texts, strict=True) if k not in known}
    missing = sorted(unknown.items(), key=lambda item: (len(item[1]), item[0]))
    for start in range(0, len(missing), BATCH):
        if progress:
            progress(stage, start, len(missing))
        batch = missing[start : start + BATCH]
        rows = embedder.embed(role, [text for _, text in batch])
        fresh = {k: row for (k, _), row in zip(batch, rows, strict=True)}
        store.put(embedder.model, fresh)
        known |= fresh
    if progress:
        progress(stage, len(missing), len(missing))
    return np.array([known[k] for k in keys], dtype=np.float32)
