"""A file of vectors comes back as it was written, and no other file is taken for one."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.alignment.embedding import key
from muvofiq.alignment.errors import BadVectorFile
from muvofiq.alignment.vector_file import VectorFile
from tests.alignment.small import LetterModel

TEXTS = ["граница", "жертва торговли людьми", "переводчик"]


def file_of(texts: list[str], model: str = "letters/1") -> VectorFile:
    rows = LetterModel().embed("passage", texts)
    return VectorFile(model, {key("passage", text): row for text, row in zip(texts, rows, strict=True)})


def arrays(**other: Any) -> bytes:
    """Return a file like ours with some of its arrays changed."""
    with np.load(BytesIO(bytes(file_of(TEXTS)))) as file:
        made = dict(file) | other
    out = BytesIO()
    np.savez(out, **{name: array for name, array in made.items() if array is not None})
    return out.getvalue()


@given(st.lists(st.text(), unique=True, max_size=5), st.from_regex(r"\A[a-z][a-z0-9 .:/@+-]{0,30}\Z"))
def test_what_was_written_is_read_again_rounded_and_of_unit_length(texts: list[str], model: str) -> None:
    written = file_of(texts, model)
    read = VectorFile.parse(bytes(written), "laws.npz")
    assert read.model == model
    assert read.vectors.keys() == written.vectors.keys()
    for one, row in read.vectors.items():
        assert row.dtype == np.float32
        assert abs(float(np.linalg.norm(row)) - 1) < 1e-6
        assert np.allclose(row, written.vectors[one], atol=1e-3)


def test_the_same_vectors_give_the_same_bytes_in_whatever_order_they_came() -> None:
    assert bytes(file_of(TEXTS)) == bytes(file_of(TEXTS[::-1]))


def test_what_was_read_and_written_again_stays_the_same() -> None:
    once = bytes(VectorFile.parse(bytes(file_of(TEXTS)), "a"))
    assert once == bytes(VectorFile.parse(once, "b"))


def test_a_vector_takes_two_bytes_a_number() -> None:
    texts = [f"статья {at}" for at in range(100)]
    assert len(bytes(file_of(texts))) < 100 * (64 * 2 + 32) + 2000


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        ({"model": None}, "damaged"),
        ({"keys": None}, "damaged"),
        ({"rows": None}, "damaged"),
        ({"model": np.array("..")}, "model"),
        ({"model": np.array("x" * 121)}, "model"),
        ({"model": np.array(["a", "b"])}, "model"),
        ({"keys": np.zeros((3, 31), dtype=np.uint8)}, "something else"),
        ({"keys": np.array(["a", "b", "c"])}, "something else"),
        ({"rows": np.zeros((3, 64), dtype=np.float32)}, "something else"),
        ({"rows": np.ones((2, 1), dtype=np.float16)}, "one row for each"),
        ({"rows": np.ones((3, 1, 1), dtype=np.float16)}, "one row for each"),
        ({"rows": np.array(1, dtype=np.float16)}, "one row for each"),
        ({"rows": np.zeros((3, 64), dtype=np.float16)}, "length 1"),
        ({"rows": np.full((3, 1), np.nan, dtype=np.float16)}, "length 1"),
        ({"rows": np.full((3, 1), 1.05, dtype=np.float16)}, "length 1"),
    ],
)
def test_a_file_that_does_not_fit_together_is_refused_with_its_reason(spoilt: dict[str, Any], told: str) -> None:
    with pytest.raises(BadVectorFile, match=told) as refused:
        VectorFile.parse(arrays(**spoilt), "laws.npz")
    assert "laws.npz" in str(refused.value)
    assert "muvofiq vectors save" in str(refused.value)


def test_objects_that_could_run_a_program_are_not_read() -> None:
    with pytest.raises(BadVectorFile, match="damaged"):
        VectorFile.parse(arrays(rows=np.array([print, print, print], dtype=object)), "laws.npz")


def test_a_single_array_is_no_file_of_vectors() -> None:
    out = BytesIO()
    np.save(out, np.ones(3))
    with pytest.raises(BadVectorFile):
        VectorFile.parse(out.getvalue(), "laws.npz")


@given(st.binary(max_size=200))
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(BadVectorFile):
        VectorFile.parse(data, "law.docx")


def test_a_part_that_is_no_array_is_refused() -> None:
    out = BytesIO()
    with ZipFile(BytesIO(bytes(file_of(TEXTS)))) as whole, ZipFile(out, "w") as spoilt:
        for name in whole.namelist():
            spoilt.writestr(name, b"no array" if name == "rows.npy" else whole.read(name))
    with pytest.raises(BadVectorFile, match="something else"):
        VectorFile.parse(out.getvalue(), "laws.npz")


WHOLE = bytes(file_of(TEXTS))


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255), st.integers(0, len(WHOLE)))
def test_a_spoilt_file_is_refused_or_still_holds_what_it_held(place: int, by: int, until: int) -> None:
    spoilt = bytearray(WHOLE)
    spoilt[place] ^= by
    for data in (bytes(spoilt), WHOLE[:until]):
        try:
            read = VectorFile.parse(data, "laws.npz")
        except BadVectorFile:
            continue
        assert read.vectors.keys() == VectorFile.parse(WHOLE, "whole").vectors.keys()
