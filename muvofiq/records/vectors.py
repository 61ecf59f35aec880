"""The vectors of the language model, kept in the database so that no text is read twice."""

from collections.abc import Iterable, Mapping

import numpy as np

from muvofiq.alignment.embedding import Vector
from muvofiq.records.models import StoredVector

AT_ONCE = 500  # keys asked for in one query: SQLite takes no endless lists


class VectorTable:
    """A VectorStore in the database; its rows may be deleted at any time."""

    def get(self, model: str, keys: Iterable[str]) -> dict[str, Vector]:
        """Return the vectors that are known."""
        wanted = list(dict.fromkeys(keys))
        found: dict[str, Vector] = {}
        for at in range(0, len(wanted), AT_ONCE):
            rows = StoredVector.objects.filter(model=model, key__in=wanted[at : at + AT_ONCE])
            found.update({row.key: np.frombuffer(row.values, dtype=np.float32) for row in rows})
        return found

    def put(self, model: str, vectors: Mapping[str, Vector]) -> None:
        """Keep the vectors; what another worker kept meanwhile stays."""
        StoredVector.objects.bulk_create(
            (
                StoredVector(model=model, key=key, values=np.asarray(vector, dtype=np.float32).tobytes())
                for key, vector in vectors.items()
            ),
            ignore_conflicts=True,
        )
