"""Vectors travel between computers in one file: the name of their model, and for each text its hash and its row."""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from tokenize import TokenError
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from muvofiq.alignment.embedding import Vector
from muvofiq.alignment.errors import BadVectorFile

MODEL_NAME = re.compile(r"\w[\w .:/@+-]{0,119}")  # what a folder and a column of the database can be called
HASH = 32  # bytes of the hash under which a vector is kept
OFF = 0.01  # by how much the length of a row may differ from 1 after it was rounded
# What reading a spoilt archive of arrays can end in.
SPOILT = (
    *(OSError, ValueError, KeyError, TypeError, EOFError, MemoryError, RuntimeError, SyntaxError),
    *(BadZipFile, TokenError, zlib.error),
)


@dataclass(frozen=True, slots=True)
class VectorFile:
    """The vectors of one model, each of unit length, by the content hash of its text (`embedding.key`).

    ``bytes(file)`` rounds them to half precision, which moves a cosine by less than 0.001, and the same vectors always
    give the same bytes; ``VectorFile.parse`` brings each row back to unit length.
    """

    model: str
    vectors: Mapping[str, Vector]

    def __bytes__(self) -> bytes:
        keys = sorted(self.vectors)
        hashes = np.frombuffer(bytes.fromhex("".join(keys)), dtype=np.uint8).reshape(len(keys), HASH)
        numbers = len(self.vectors[keys[0]]) if keys else 0
        rows = np.array([self.vectors[one] for one in keys], dtype=np.float16).reshape(len(keys), numbers)
        out = BytesIO()
        np.savez(out, model=np.array(self.model), keys=hashes, rows=rows)
        return out.getvalue()

    @classmethod
    def parse(cls, data: bytes, where: str) -> "VectorFile":
        """Read the bytes of a file; raises BadVectorFile, in which ``where`` names the file."""
        try:
            with np.load(BytesIO(data), allow_pickle=False) as file:
                model, keys, rows = str(file["model"]), np.asarray(file["keys"]), np.asarray(file["rows"])
        except SPOILT as error:
            raise BadVectorFile(where, reason="It is damaged or a file of another kind") from error
        if fault := _fault(model, keys, rows):
            raise BadVectorFile(where, reason=fault)
        exact = rows.astype(np.float32)
        exact /= np.linalg.norm(exact, axis=-1, keepdims=True)
        return cls(model, {one.tobytes().hex(): row for one, row in zip(keys, exact, strict=True)})


def _fault(model: str, keys: NDArray[np.generic], rows: NDArray[np.generic]) -> str:
    """Return what does not fit together in a file, or nothing."""
    if not MODEL_NAME.fullmatch(model):
        return "It does not name its model"
    if keys.dtype != np.uint8 or keys.shape[1:] != (HASH,) or rows.dtype != np.float16:
        return "It holds something else than vectors"
    if rows.shape[:1] != keys.shape[:1] or rows.ndim != 2:
        return "It does not hold one row for each text"
    lengths = np.linalg.norm(rows.astype(np.float32), axis=-1)
    return "" if bool(np.all(np.abs(lengths - 1) < OFF)) else "Its vectors are not of length 1"
