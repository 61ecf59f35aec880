"""A model elsewhere is asked in the usual way, gets texts at no other host, and its faults are told in plain words."""

import json
from collections.abc import Iterator
from threading import Event
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.alignment.embedding import BATCH, vectors_of
from muvofiq.alignment.endpoint import EndpointEmbedder
from muvofiq.alignment.errors import EndpointAddress, EndpointAnswer, EndpointRefuses, EndpointSilent
from tests.alignment.embedding_service import Reply, Service, service
from tests.alignment.small import LetterModel, Memory


@pytest.fixture(autouse=True)
def _no_proxy_stands_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def elsewhere() -> Iterator[Service]:
    with service() as made:
        yield made


def embedder(at: Service, **more: Any) -> EndpointEmbedder:
    return EndpointEmbedder(at.address, "small", **more)


def saying(status: int, body: object) -> Any:
    return lambda _: (status, body if isinstance(body, bytes) else json.dumps(body).encode())


def test_texts_are_asked_in_their_role_and_come_back_as_rows_of_unit_length_in_their_order(elsewhere: Service) -> None:
    rows = embedder(elsewhere).embed("query", ["жертва", "граница"])
    assert elsewhere.heard == [{"model": "small", "input": ["query: жертва", "query: граница"]}]
    assert rows.dtype == np.float32
    assert np.allclose(rows, LetterModel().embed("query", ["query: жертва", "query: граница"]), atol=1e-6)
    embedder(elsewhere).embed("passage", ["граница"])
    assert elsewhere.heard[-1]["input"] == ["passage: граница"]


def test_many_texts_are_sent_in_batches(elsewhere: Service) -> None:
    texts = [f"текст {at}" for at in range(BATCH + 3)]
    rows = embedder(elsewhere).embed("passage", texts)
    assert [len(one["input"]) for one in elsewhere.heard] == [BATCH, 3]
    assert rows.shape == (BATCH + 3, 64)


def test_no_texts_are_not_sent(elsewhere: Service) -> None:
    assert len(embedder(elsewhere).embed("passage", [])) == 0
    assert elsewhere.heard == []


def test_the_key_is_sent_only_if_there_is_one(elsewhere: Service) -> None:
    embedder(elsewhere).embed("query", ["а"])
    embedder(elsewhere, key="secret").embed("query", ["а"])
    assert elsewhere.keys == [None, "Bearer secret"]


def test_the_model_is_recorded_with_its_host(elsewhere: Service) -> None:
    assert embedder(elsewhere).model == f"endpoint:{elsewhere.host}/small"
    assert EndpointEmbedder("https://Models.Example/v1", "a/b").model == "endpoint:models.example/a/b"


def test_it_stands_behind_the_same_interface_as_the_model_of_this_computer(elsewhere: Service) -> None:
    store = Memory()
    for _ in range(2):
        vectors_of("passage", ["а", "б"], embedder(elsewhere), store)
    assert len(elsewhere.heard) == 1


@pytest.mark.parametrize(
    "url",
    [
        "ftp://models.example/v1",
        "file:///etc/hosts",
        "models.example/v1",
        "http://",
        "http://[::1/v1",
        "http://models.example:port/v1",
        "https://name:secret@models.example/v1",
        "http://two words/v1",
    ],
)
def test_what_is_no_address_of_the_web_is_refused_before_anything_is_sent(url: str) -> None:
    with pytest.raises(EndpointAddress, match="MUVOFIQ_EMBEDDING_URL") as refused:
        EndpointEmbedder(url, "small")
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("model", ["", "a\nb", "x" * 200])
def test_what_is_no_name_of_a_model_is_refused(model: str) -> None:
    with pytest.raises(EndpointAddress, match="the name of a model"):
        EndpointEmbedder("https://models.example/v1", model)


def test_a_key_that_cannot_be_sent_is_refused_and_not_told() -> None:
    with pytest.raises(EndpointAddress, match="the key") as refused:
        EndpointEmbedder("https://models.example/v1", "small", "sesame\nopen")
    assert "sesame" not in str(refused.value)


def test_a_service_that_is_not_there_is_told() -> None:
    with service() as made:
        gone = embedder(made)
    with pytest.raises(EndpointSilent, match="refused") as silent:
        gone.embed("query", ["а"])
    assert "what was read already is kept" in str(silent.value)


def test_a_service_that_keeps_silent_is_left_after_a_while() -> None:
    is_given_up = Event()

    def silent(_: object) -> Reply:
        is_given_up.wait(timeout=30)
        return 200, b"{}"

    with service(silent) as made:
        with pytest.raises(EndpointSilent, match="timed out"):
            embedder(made, timeout=0.05).embed("query", ["а"])
        is_given_up.set()


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [(401, b"no such key", "status 401: no such key"), (500, b"", "status 500: Internal Server Error")],
)
def test_a_refusal_is_told_with_its_status_and_first_words(status: int, body: bytes, told: str) -> None:
    with service(saying(status, body)) as made, pytest.raises(EndpointRefuses, match=told):
        embedder(made).embed("query", ["а"])


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_texts_are_not_carried_to_another_host(status: int, elsewhere: Service) -> None:
    with service(saying(status, elsewhere.address.encode())) as made, pytest.raises(EndpointRefuses, match=str(status)):
        embedder(made, key="secret").embed("query", ["а"])
    assert elsewhere.heard == []


ROW = {"embedding": [1.0, 0.0]}


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (b"<html>", "data"),
        ([], "data"),
        ({"data": None}, "data"),
        ({"data": [1, 2]}, "data"),
        ({"data": [{"embedding": "AAAA"}, ROW]}, "data"),
        ({"data": [{"embedding": [None]}, ROW]}, "data"),
        ({"data": [{**ROW, "index": 0}, {**ROW, "index": 0}]}, "data"),
        ({"data": [ROW]}, "1 rows for 2 texts"),
        ({"data": [ROW, {"embedding": [1.0]}]}, "different lengths"),
        ({"data": [ROW, {"embedding": [0.0, 0.0]}]}, "zeros"),
        ({"data": [{"embedding": []}, {"embedding": []}]}, "zeros"),
        (b'{"data": [{"embedding": [NaN, 1]}, {"embedding": [1, 1]}]}', "no number"),
        (b'{"data": [{"embedding": [1e200, 1e200]}, {"embedding": [1, 1]}]}', "no number"),
    ],
)
def test_an_answer_of_another_shape_is_told(answer: object, told: str) -> None:
    with service(saying(200, answer)) as made, pytest.raises(EndpointAnswer, match=told) as caught:
        embedder(made).embed("query", ["а", "б"])
    assert "MUVOFIQ_EMBEDDING_URL" in str(caught.value)


def test_an_answer_without_numbers_of_its_rows_is_taken_in_its_order() -> None:
    with service(saying(200, {"data": [ROW, {"embedding": [0.0, 2.0]}]})) as made:
        assert embedder(made).embed("query", ["а", "б"]).tolist() == [[1.0, 0.0], [0.0, 1.0]]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.sampled_from(["embedding", "index"]), inside),
    max_leaves=8,
)


@given(JSON)
def test_whatever_comes_back_gives_rows_of_unit_length_or_an_error_of_ours(data: object) -> None:
    asked = EndpointEmbedder("http://models.example/v1", "small")
    asked._said = lambda _: json.dumps({"data": data}).encode()  # type: ignore[method-assign, assignment]
    try:
        rows = asked.embed("query", ["а"])
    except EndpointAnswer:
        return
    assert rows.shape[0] == 1
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
