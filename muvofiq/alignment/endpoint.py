"""A model that the user runs or rents elsewhere, asked over the network; off unless the user names its address."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

import numpy as np

from muvofiq.alignment.embedding import BATCH, Role, Vectors
from muvofiq.alignment.errors import EndpointAddress, EndpointAnswer, EndpointRefuses, EndpointSilent
from muvofiq.alignment.vector_file import MODEL_NAME

TIMEOUT = 60.0  # seconds without a word from the other side
LARGEST = 64_000_000  # bytes of an answer: 64 texts of some thousand numbers are far less
SCHEMES = ("http", "https")
HOST = re.compile(r"[\w.:-]+")
SPOKEN = 200  # characters of a refusal that are shown


class EndpointEmbedder:
    """An Embedder that sends texts to an address and takes rows of numbers back, as most model servers offer it.

    It POSTs ``{"model": ..., "input": [...]}`` and reads ``data[].embedding``. Texts go to the host of ``url`` and to
    no other: a redirection is refused. ``key`` is sent as a bearer token if there is one. Raises EndpointAddress.
    """

    def __init__(self, url: str, model: str, key: str = "", *, timeout: float = TIMEOUT) -> None:
        self.host = _host(url)
        self.model = f"endpoint:{self.host}/{model}"
        if not model or not MODEL_NAME.fullmatch(self.model):
            raise EndpointAddress(self.host, reason=f"«{model}» cannot be the name of a model")
        if not (key.isascii() and key.isprintable()):
            raise EndpointAddress(self.host, reason="the key holds a sign that no key can hold")
        self._url, self._asked, self._timeout = url, model, timeout
        self._headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {key}"} if key else {})
        self._opener = _opener()

    def embed(self, role: Role, texts: Sequence[str]) -> Vectors:
        """Return one row of unit length for each text; raises EndpointSilent, EndpointRefuses, EndpointAnswer."""
        rows = [row for at in range(0, len(texts), BATCH) for row in self._rows(role, texts[at : at + BATCH])]
        if len({len(row) for row in rows}) > 1:
            raise EndpointAnswer(self.host, reason="its rows are of different lengths")
        found = np.array(rows, dtype=np.float64).reshape(len(texts), len(rows[0]) if rows else 0)
        with np.errstate(over="ignore"):
            lengths = np.linalg.norm(found, axis=-1, keepdims=True)
        if not np.all(np.isfinite(lengths) & (lengths > 0)):
            raise EndpointAnswer(self.host, reason="a row holds nothing but zeros, or what is no number")
        return np.asarray(found / lengths, dtype=np.float32)

    def _rows(self, role: Role, texts: Sequence[str]) -> list[list[float]]:
        said = self._said({"model": self._asked, "input": [f"{role}: {text}" for text in texts]})
        try:
            rows = list(_rows_in(json.loads(said)))
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
            raise EndpointAnswer(self.host, reason="it is not of the form data[].embedding") from error
        if len(rows) != len(texts):
            raise EndpointAnswer(self.host, reason=f"it holds {len(rows)} rows for {len(texts)} texts")
        return rows

    def _said(self, question: dict[str, Any]) -> bytes:
        request = Request(self._url, json.dumps(question).encode(), self._headers)  # noqa: S310 (http or https: see _host)
        try:
            with self._opener.open(request, timeout=self._timeout) as answer:
                said: bytes = answer.read(LARGEST + 1)
        except HTTPError as error:
            raise EndpointRefuses(self.host, status=error.code, reason=_refusal(error)) from error
        except (OSError, HTTPException, ValueError) as error:
            reason = error.reason if isinstance(error, URLError) else error
            raise EndpointSilent(self.host, reason=str(reason) or type(reason).__name__) from error
        if len(said) > LARGEST:
            raise EndpointAnswer(self.host, reason="it is larger than any answer can be")
        return said


def _opener() -> OpenerDirector:
    """Return what opens addresses, without the part that follows redirections: they could lead to somebody else."""
    opener = OpenerDirector()
    for handler in (ProxyHandler, HTTPHandler, HTTPSHandler, HTTPErrorProcessor, HTTPDefaultErrorHandler):
        opener.add_handler(handler())
    return opener


def _refusal(error: HTTPError) -> str:
    """Return the first words of an answer that refuses."""
    with error, suppress(OSError, HTTPException):
        if words := error.read(SPOKEN).decode(errors="replace").strip():
            return words
    return str(error.reason)


def _host(url: str) -> str:
    """Return host and port of an address; raises EndpointAddress."""
    try:
        parts = urlsplit(url)
        host = _named(parts)
    except ValueError as error:
        raise EndpointAddress("the address", reason=str(error)) from error
    if parts.scheme not in SCHEMES:
        raise EndpointAddress("the address", reason="it begins with neither http:// nor https://")
    if not HOST.fullmatch(host):
        raise EndpointAddress("the address", reason="it names no host")
    if parts.username or parts.password:
        raise EndpointAddress(host, reason="a name or password stands in it; a key is given apart")
    return host


def _named(parts: SplitResult) -> str:
    return f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname or ""


def _rows_in(answer: Mapping[str, Any]) -> Iterator[list[float]]:
    """Yield the rows of an answer in the order of the texts; raises what a wrong shape leads to."""
    data = answer["data"]
    if all("index" in one for one in data):
        data = sorted(data, key=lambda one: int(one["index"]))
        if [int(one["index"]) for one in data] != list(range(len(data))):
            raise ValueError("the rows are not numbered from 0")
    for one in data:
        yield [float(number) for number in one["embedding"]]
