"""The pages read what a person types with the model of this computer, with one elsewhere, or with none."""

from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from muvofiq.alignment.embedding import Embedder
from muvofiq.alignment.endpoint import EndpointEmbedder
from muvofiq.alignment.errors import ModelMissing
from muvofiq.alignment.shipped import shipped_model
from muvofiq.records import reader as module
from muvofiq.records.reader import OneByOne, find_reader, reader_elsewhere, what_was_read
from tests.alignment.small import LetterModel


@pytest.fixture(autouse=True)
def loaded(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[LetterModel]]:
    """A process that has just begun, on a computer whose model is the letter model; what was loaded is counted."""
    loaded: list[LetterModel] = []

    def load() -> LetterModel:
        loaded.append(LetterModel())
        return loaded[-1]

    monkeypatch.setattr(module, "load", load)
    find_reader.cache_clear()
    yield loaded
    find_reader.cache_clear()


def test_a_workbench_without_a_model_loads_none(settings: Settings, loaded: list[LetterModel]) -> None:
    settings.READS_BY_MEANING = False
    settings.EMBEDDING_SERVICE = ("https://example.org/v1/embeddings", "letters", "")
    assert find_reader() is None
    assert loaded == []


def test_the_model_of_this_computer_is_loaded_once(settings: Settings, loaded: list[LetterModel]) -> None:
    settings.READS_BY_MEANING = True
    first = find_reader()
    assert isinstance(first, OneByOne)
    assert find_reader() is first
    assert reader_elsewhere() == ""
    assert first.model == LetterModel.model
    assert first.embed("query", ["мост"]).shape == (1, 64)
    assert [one.seen for one in loaded] == [[("query", "мост")]]


def test_a_computer_that_cannot_run_the_model_has_none(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Embedder:
        raise ModelMissing("this computer", reason="it is too old")

    settings.READS_BY_MEANING = True
    monkeypatch.setattr(module, "load", missing)
    assert find_reader() is None


def test_a_model_elsewhere_comes_before_that_of_this_computer(settings: Settings, loaded: list[LetterModel]) -> None:
    settings.READS_BY_MEANING = True
    settings.EMBEDDING_SERVICE = ("https://example.org/v1/embeddings", "letters", "")
    elsewhere = find_reader()
    assert isinstance(elsewhere, EndpointEmbedder)
    assert elsewhere.model == "endpoint:example.org/letters"
    assert reader_elsewhere() == "example.org"
    assert loaded == []


def test_what_was_read_is_known_without_loading_a_model(settings: Settings, loaded: list[LetterModel]) -> None:
    settings.READS_BY_MEANING, settings.EMBEDDING_SERVICE = True, ("", "", "")
    known = what_was_read()
    assert known is not None
    assert (known.model, known.embedder) == (shipped_model(), None)
    settings.EMBEDDING_SERVICE = ("https://example.org/v1/embeddings", "letters", "")
    elsewhere = what_was_read()
    assert elsewhere is not None
    assert (elsewhere.model, elsewhere.embedder) == ("endpoint:example.org/letters", None)
    settings.READS_BY_MEANING = False
    assert what_was_read() is None
    assert loaded == []
