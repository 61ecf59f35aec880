"""A model that needs no weights, a store in memory, a thesaurus of three concepts, and a law of four articles."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.embedding import Role, Vector, Vectors
from muvofiq.alignment.unit import Unit
from muvofiq.alignment.words import fold
from muvofiq.standards.thesaurus import Concept


class LetterModel:
    """Embeds a text by the letters it holds: deterministic, and near texts have near vectors."""

    model = "letters/1"

    def __init__(self) -> None:
        self.seen: list[tuple[Role, str]] = []

    def embed(self, role: Role, texts: Sequence[str]) -> Vectors:
        """Count letters and bring each row to unit length."""
        self.seen += [(role, text) for text in texts]
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[0] = 0.1
            for letter in fold(text):
                row[ord(letter) % 64] += 1
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


class Memory:
    """Keeps vectors in a dictionary and counts how often something was put."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Vector] = {}
        self.puts = 0

    def get(self, model: str, keys: Iterable[str]) -> dict[str, Vector]:
        """Return what is known."""
        return {key: self.kept[model, key] for key in keys if (model, key) in self.kept}

    def put(self, model: str, vectors: Mapping[str, Vector]) -> None:
        """Keep."""
        self.puts += 1
        self.kept |= {(model, key): vector for key, vector in vectors.items()}


def concepts() -> Concepts:
    """Return a thesaurus of victim, trafficking and border."""
    return Concepts(
        [
            _concept("victim", en=("victim",), ru=("жертва", "потерпевший"), tg=("қурбонӣ",)),
            _concept("trafficking", en=("trafficking in persons",), ru=("торговля людьми",), tg=("савдои одамон",)),
            _concept("interpreter", en=("interpreter",), ru=("переводчик",)),
        ]
    )


def _concept(name: str, **labels: tuple[str, ...]) -> Concept:
    return Concept(id=name, labels=labels)


def units() -> list[Unit]:
    """Return four articles in Russian."""
    return [
        _unit("1", "Предмет закона", "Закон устанавливает порядок охраны границы."),
        _unit("2", "Жертвы торговли людьми", "Жертвам торговли людьми оказывается помощь."),
        _unit("3", "Потерпевшие", "Потерпевшим назначается представитель."),
        _unit("4", "Язык", "Переводчик предоставляется бесплатно."),
    ]


def _unit(number: str, heading: str, text: str) -> Unit:
    return Unit(f"law~art_{number}", "law", "ru", heading, text)
