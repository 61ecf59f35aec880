"""Vectors kept in a folder of the user's cache: each batch is one file, written whole or not at all."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from muvofiq.alignment.embedding import Vector


class VectorFolder:
    """A VectorStore in files; safe to delete at any time, for every vector can be computed again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[str, dict[str, Vector]] = {}

    def get(self, model: str, keys: Iterable[str]) -> dict[str, Vector]:
        """Return the vectors that are known."""
        known = self._of(model)
        return {key: known[key] for key in keys if key in known}

    def put(self, model: str, vectors: Mapping[str, Vector]) -> None:
        """Write one file of this batch and move it into place when it is complete."""
        if not vectors:
            return
        folder = self._folder(model)
        folder.mkdir(parents=True, exist_ok=True)
        name = sha256("".join(sorted(vectors)).encode()).hexdigest()[:32]
        rough = folder / f"{name}.part"
        with rough.open("wb") as file:
            np.savez(file, keys=np.array(list(vectors)), rows=np.array(list(vectors.values()), dtype=np.float32))
        rough.replace(folder / f"{name}.npz")
        self._of(model).update(vectors)

    def _folder(self, model: str) -> Path:
        return self.folder / model.replace("/", "_")

    def _of(self, model: str) -> dict[str, Vector]:
        if model not in self._known:
            self._known[model] = {}
            for file in sorted(self._folder(model).glob("*.npz")):
                self._known[model].update(_batch(file))
        return self._known[model]


def _batch(file: Path) -> dict[str, Vector]:
    """Return the vectors of one file; a damaged file counts as missing, since all of it can be computed again."""
    try:
        with file.open("rb") as data, np.load(data) as batch:
            return dict(zip(batch["keys"].tolist(), batch["rows"], strict=True))
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return {}
