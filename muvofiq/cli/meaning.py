"""The language model of this computer, with the folder in which its vectors are kept."""

import os
from functools import cache
from pathlib import Path

import click
import platformdirs

from muvofiq.alignment.e5 import E5Embedder, load
from muvofiq.alignment.errors import ModelMissing
from muvofiq.alignment.match import Meaning
from muvofiq.cli.vector_folder import VectorFolder

CACHE = "MUVOFIQ_CACHE"


def find_meaning() -> Meaning | None:
    """Return the model with the store of its vectors, or None after having said why there is none.

    The vectors lie in the user's cache, or in the folder that MUVOFIQ_CACHE names.
    """
    embedder = find_model()
    if embedder is None:
        return None
    folder = Path(os.environ[CACHE]) if CACHE in os.environ else platformdirs.user_cache_path("muvofiq")
    return Meaning(embedder, VectorFolder(folder / "vectors"))


@cache
def find_model() -> E5Embedder | None:
    """Return the model of this computer, loaded once, or None after having said why there is none."""
    try:
        return load()
    except ModelMissing as error:
        click.secho(str(error), fg="yellow", err=True)
        return None
