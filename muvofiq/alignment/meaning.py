"""The model that reads meaning, and the store of what it has read; with the store alone, known texts still count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

import numpy as np

from muvofiq.alignment.candidate import Found
from muvofiq.alignment.embedding import (
    STAGES,
    Elsewhere,
    Embedder,
    Progress,
    Role,
    Vector,
    Vectors,
    VectorStore,
    key,
    vectors_of,
)
from muvofiq.alignment.question import Phrase

Voices = Mapping[Phrase, Vector]  # what the model read, by the text and the role in which it read it
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A store of vectors of one model and, where this computer can run it, the model itself."""

    model: str
    store: VectorStore
    embedder: Embedder | None = None

    @property
    def host(self) -> str:
        """Where the texts go that the model reads; empty where they stay on this computer."""
        return self.embedder.host if isinstance(self.embedder, Elsewhere) else ""

    @property
    def here(self) -> "Meaning":
        """The same without a model elsewhere: what is known already still counts, and no text leaves this computer."""
        return replace(self, embedder=None) if self.host else self

    def vectors(self, role: Role, texts: Sequence[str], progress: Progress | None = None) -> Vectors | None:
        """Return one unit vector for each text, or None where some are unknown and the model is not at hand."""
        if self.embedder:
            return vectors_of(role, texts, self.embedder, self.store, progress)
        known = self._known(role, texts)
        return np.array([known[text] for text in texts], dtype=np.float32) if known.keys() >= set(texts) else None

    def voices(self, phrases: Sequence[Phrase], progress: Progress | None = None) -> Voices:
        """Return the vectors of phrases that are known or can be computed; the others are missing.

        Whatever their role, phrases are what the requirements say: ``progress`` hears that these are read.
        """
        found: dict[Phrase, Vector] = {}
        for role in ROLES:
            if texts := list(dict.fromkeys(text for one, text in phrases if one == role)):
                found |= {(role, text): row for text, row in self._read(role, texts, progress).items()}
        return found

    def _read(self, role: Role, texts: Sequence[str], progress: Progress | None) -> dict[str, Vector]:
        if self.embedder is None:
            return self._known(role, texts)
        rows = vectors_of(role, texts, self.embedder, self.store, progress and _as_requirements(progress))
        return dict(zip(texts, rows, strict=True))

    def _known(self, role: Role, texts: Sequence[str]) -> dict[str, Vector]:
        """Return what the store knows, by the text."""
        keys = {text: key(role, text) for text in texts}
        known = self.store.get(self.model, keys.values())
        return {text: known[one] for text, one in keys.items() if one in known}


def model_behind(found: Mapping[str, Found], meaning: Meaning | None) -> str | None:
    """Return the model that had a say in these rankings; None where words and thesaurus ranked alone."""
    is_heard = any(one.reason.meaning_rank for each in found.values() for one in each.candidates)
    return meaning.model if meaning and is_heard else None


def _as_requirements(progress: Progress) -> Progress:
    return lambda _, done, total: progress(STAGES["query"], done, total)
