"""What this computer knows of meaning: a model, its own or one elsewhere, and what models have read already."""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import click
import platformdirs

from muvofiq.alignment.e5 import E5Embedder, load
from muvofiq.alignment.embedding import Role, Vectors, VectorStore
from muvofiq.alignment.endpoint import EndpointEmbedder
from muvofiq.alignment.errors import ModelMissing
from muvofiq.alignment.meaning import Meaning
from muvofiq.alignment.shipped import WithShipped, shipped_model
from muvofiq.cli.vector_folder import VectorFolder

CACHE = "MUVOFIQ_CACHE"
URL, MODEL, KEY = "MUVOFIQ_EMBEDDING_URL", "MUVOFIQ_EMBEDDING_MODEL", "MUVOFIQ_EMBEDDING_KEY"
STILL = "What a model has read elsewhere still counts: the requirements, and laws that `muvofiq vectors load` brought."


class Announcing:
    """An Embedder elsewhere that says, before the first text leaves this computer, to which host it goes."""

    def __init__(self, embedder: EndpointEmbedder) -> None:
        self.model, self.host = embedder.model, embedder.host
        self._embedder = embedder
        self._is_said = False

    def embed(self, role: Role, texts: Sequence[str]) -> Vectors:
        """Return what the other embedder does, after a word on the error output the first time."""
        if not self._is_said:
            click.secho(f"! The text of laws leaves this computer for {self.host}.", fg="yellow", err=True)
            self._is_said = True
        return self._embedder.embed(role, texts)


def find_meaning(store: VectorStore | None = None) -> Meaning | None:
    """Return the model with the store of its vectors; None where there are neither, after having said why.

    Without a model, what others have read still counts: the vectors of the library, and those in the store. This is
    the folder of the user (see ``vector_folder``) unless another is given. Raises EndpointAddress.
    """
    embedder = find_endpoint() or find_model()
    model = embedder.model if embedder else shipped_model()
    known = WithShipped(vector_folder() if store is None else store)
    return Meaning(model, known, embedder) if model else None


def find_endpoint() -> Announcing | None:
    """Return the model elsewhere that the user has named by MUVOFIQ_EMBEDDING_URL, or None; raises EndpointAddress."""
    url, model, key = (os.environ.get(name, "").strip() for name in (URL, MODEL, KEY))
    return Announcing(EndpointEmbedder(url, model, key)) if url else None


@cache
def find_model() -> E5Embedder | None:
    """Return the model of this computer, loaded once, or None after having said why there is none."""
    try:
        return load()
    except ModelMissing as error:
        click.secho(str(error), fg="yellow", err=True)
        click.secho(f"  {STILL}", fg="yellow", err=True)
        return None


def usual_model() -> str | None:
    """Return the name of the model whose vectors count on this computer, without loading it; raises EndpointAddress."""
    elsewhere = find_endpoint()
    return elsewhere.model if elsewhere else shipped_model()


def vector_folder() -> VectorFolder:
    """Return the vectors in the user's cache, or in the folder that MUVOFIQ_CACHE names."""
    folder = Path(os.environ[CACHE]) if CACHE in os.environ else platformdirs.user_cache_path("muvofiq")
    return VectorFolder(folder / "vectors")
