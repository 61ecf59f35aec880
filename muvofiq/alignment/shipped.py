"""What the model makes of the requirements comes with the product, so that no computer has to read them again."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files

from muvofiq.alignment.embedding import Vector, VectorStore
from muvofiq.alignment.vector_file import VectorFile

FILE = "vectors/requirements.npz"  # made by `make vectors`


@cache
def shipped() -> VectorFile | None:
    """Return the vectors of the library, read once; None in a copy of the product that holds none.

    Raises BadVectorFile.
    """
    file = files("muvofiq.library").joinpath(FILE)
    return VectorFile.parse(file.read_bytes(), FILE) if file.is_file() else None


def shipped_model() -> str | None:
    """Return the name of the model whose vectors come with the product."""
    return file.model if (file := shipped()) else None


class WithShipped:
    """A VectorStore that knows the vectors of the library before it asks another store, in which it keeps new ones."""

    def __init__(self, store: VectorStore, library: Callable[[], VectorFile | None] = shipped) -> None:
        self._store = store
        self._library = library

    def get(self, model: str, keys: Iterable[str]) -> dict[str, Vector]:
        """Return the vectors that are known; those of the library are all of one model."""
        wanted = list(keys)
        file = self._library()
        known = (
            {one: file.vectors[one] for one in wanted if one in file.vectors} if file and file.model == model else {}
        )
        left = [one for one in wanted if one not in known]
        return known | self._store.get(model, left) if left else known

    def put(self, model: str, vectors: Mapping[str, Vector]) -> None:
        """Keep these vectors in the other store."""
        self._store.put(model, vectors)
