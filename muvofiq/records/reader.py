"""The model that reads what a person types into a search; in the process of the pages it reads no law."""

from collections.abc import Sequence
from functools import cache
from threading import Lock

from django.conf import settings

from muvofiq.alignment.e5 import load
from muvofiq.alignment.embedding import Embedder, Role, Vectors
from muvofiq.alignment.endpoint import EndpointEmbedder
from muvofiq.alignment.errors import ModelMissing
from muvofiq.alignment.meaning import Meaning
from muvofiq.alignment.shipped import WithShipped, shipped_model
from muvofiq.records.vectors import VectorTable

PATIENCE = 10.0  # seconds without a word from a model elsewhere, before a page goes on without it


class OneByOne:
    """An Embedder that reads for one thread at a time, as the model of this computer has to be used."""

    def __init__(self, embedder: Embedder) -> None:
        self.model = embedder.model
        self._embedder = embedder
        self._lock = Lock()

    def embed(self, role: Role, texts: Sequence[str]) -> Vectors:
        """Return what the embedder does."""
        with self._lock:
            return self._embedder.embed(role, texts)


@cache
def find_reader() -> Embedder | None:
    """Return the model elsewhere that the user has named, else that of this computer, loaded when first asked for.

    None where the workbench runs without a model, and where this computer cannot run it. Raises EndpointAddress.
    """
    if not settings.READS_BY_MEANING:
        return None
    url, model, key = settings.EMBEDDING_SERVICE
    if url:
        return EndpointEmbedder(url, model, key, timeout=PATIENCE)
    try:
        return OneByOne(load())
    except ModelMissing:
        return None


def reader_elsewhere() -> str:
    """Return the host to which what a person types is sent, or nothing where it stays on this computer."""
    reader = find_reader()
    return reader.host if isinstance(reader, EndpointEmbedder) else ""


def what_was_read() -> Meaning | None:
    """Return what the usual model has read already, without loading it; None where the workbench runs without one.

    Raises EndpointAddress.
    """
    if not settings.READS_BY_MEANING:
        return None
    url, model, key = settings.EMBEDDING_SERVICE
    name = EndpointEmbedder(url, model, key).model if url else shipped_model()
    return Meaning(name, WithShipped(VectorTable())) if name else None
