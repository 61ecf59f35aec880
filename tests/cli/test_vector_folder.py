"""Vectors outlive the run, and damage costs no more than computing them again."""

from pathlib import Path

import numpy as np

from muvofiq.alignment.embedding import Vector
from muvofiq.cli.vector_folder import VectorFolder

MODEL = "letters/1"


def _vector(value: float) -> Vector:
    return np.full(4, value, dtype=np.float32)


def test_what_was_put_is_found_by_the_next_run(tmp_path: Path) -> None:
    VectorFolder(tmp_path).put(MODEL, {"a": _vector(1), "b": _vector(2)})
    found = VectorFolder(tmp_path).get(MODEL, ["b", "c"])
    assert list(found) == ["b"]
    assert np.array_equal(found["b"], _vector(2))


def test_vectors_of_another_model_are_not_found(tmp_path: Path) -> None:
    VectorFolder(tmp_path).put(MODEL, {"a": _vector(1)})
    assert VectorFolder(tmp_path).get("letters/2", ["a"]) == {}


def test_a_batch_cut_off_in_writing_is_as_if_it_had_never_been(tmp_path: Path) -> None:
    VectorFolder(tmp_path).put(MODEL, {"a": _vector(1)})
    (tmp_path / "letters_1" / "0000.part").write_bytes(b"half a ba")
    assert list(VectorFolder(tmp_path).get(MODEL, ["a"])) == ["a"]


def test_a_damaged_file_is_passed_over(tmp_path: Path) -> None:
    VectorFolder(tmp_path).put(MODEL, {"a": _vector(1)})
    (tmp_path / "letters_1" / "0000.npz").write_bytes(b"not an archive")
    (tmp_path / "letters_1" / "0001.npz").write_bytes(b"PK\x03\x04 nor this")
    assert list(VectorFolder(tmp_path).get(MODEL, ["a"])) == ["a"]


def test_nothing_to_put_writes_nothing(tmp_path: Path) -> None:
    VectorFolder(tmp_path).put(MODEL, {})
    assert list(tmp_path.iterdir()) == []
