"""The runner lists articles by the contract and opens no answer; the page of figures says what differs and why."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import every_file, structure_report
from benchmarks.every_file import fault, opened
from benchmarks.gold import scorer
from benchmarks.longer import as_word, cost, ten_times
from benchmarks.naive import naive
from benchmarks.structure import articles, product, run_stress, run_structure
from benchmarks.structure_report import differences, reasons, recounted
from muvofiq.law.opening import open_laws
from tests.invented import RUSSIAN, TEXTS, docx, page, pdf
from tests.paths import ROOT, SAMPLES, SHARED, real

LAW = "\n".join(RUSSIAN).encode()
TREE: list[dict[str, Any]] = [
    {"num": "1", "heading": "Цель", "parts": 2},
    {"num": "1-1", "heading": "Переводчик", "parts": None},
    {"num": "2", "heading": "Утратила силу.", "parts": None},
]


PLACES = ("На заставе", "У моста", "В порту", "На дороге", "В поезде", "У реки", "В горах", "На рынке")
LONG = pdf(
    [
        [f"Статья {at}. {place}", *(f"{place} открыто {at + row} дней." for row in range(30))]
        for at, place in enumerate(PLACES, 1)
    ]
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set whose answers cannot be opened as files."""
    for name, data in {"a/source.txt": LAW, "b/source.docx": docx(), "c/source.txt": b"no law at all"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
        (tmp_path / name).with_name("expected.json").mkdir()
    (tmp_path / "law.pdf").write_bytes(pdf())
    (tmp_path / "README.md").write_text("# no law", encoding="utf-8")
    (tmp_path / "expected.json").mkdir()
    return tmp_path


def test_each_document_gets_its_articles_with_headings_and_printed_parts(folder: Path) -> None:
    got = run_structure(folder, product)
    assert list(got) == ["a", "b", "c"]
    assert [row["num"] for row in got["b"]["articles"]] == ["1", "1-1", "2"]
    assert [(row["num"], row["parts"]) for row in got["a"]["articles"]] == [(row["num"], row["parts"]) for row in TREE]
    assert [row["heading"] for row in got["a"]["articles"]][:2] == ["Цель", "Переводчик"]


def test_a_file_that_is_refused_is_an_empty_list_and_its_reason_is_printed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_structure(folder, product)["c"] == {"articles": []}
    assert "No article" in capsys.readouterr().err


def test_each_messy_file_gets_the_numbers_of_its_articles_in_order(folder: Path) -> None:
    assert run_stress(folder, product) == {"law.pdf": ["1", "1-1", "2"]}


def test_an_act_without_articles_is_listed_by_its_points() -> None:
    (law,) = open_laws("\n".join(TEXTS["decree"][:5]).encode(), "decree.txt")
    assert [row["num"] for row in articles(law)][:1] == ["1"]


@pytest.mark.parametrize("what", ["structure", "stress"])
def test_the_command_writes_the_file_that_is_scored(folder: Path, tmp_path: Path, what: str) -> None:
    out = tmp_path / "out" / "got.json"
    command = [sys.executable, "-m", "benchmarks", what, str(folder), str(out)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)  # noqa: S603 (our own program)
    assert set(json.loads(out.read_text(encoding="utf-8"))) == ({"a", "b", "c"} if what == "structure" else {"law.pdf"})


@pytest.mark.parametrize("data", [LAW, page(RUSSIAN)], ids=["text", "page"])
def test_the_naive_pattern_finds_headings_and_counts_lines(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "law"
    path.write_bytes(data)
    assert [(row["num"], row["parts"]) for row in naive(path)][:2] == [("1", 2), ("1¹", None)]


def test_a_real_code_is_read_better_than_by_the_naive_pattern() -> None:
    path = real("gold/structure/ru_family/source.html")
    answers = json.loads(path.with_name("expected.json").read_text(encoding="utf-8"))
    ours, theirs = (scorer().structure(answers, {"articles": reader(path)}) for reader in (product, naive))
    assert ours["article_F1"] > max(0.99, theirs["article_F1"])
    assert ours["heading_exact"] > max(0.99, theirs["heading_exact"])


def test_what_differs_is_named() -> None:
    score = scorer() if (SHARED / "gold").exists() else pytest.skip("the scoring script lies with the gold sets")
    got: list[dict[str, Any]] = [
        {"num": "1", "heading": "Цель", "parts": 3},
        {"num": "3", "heading": "", "parts": None},
    ]
    assert list(differences(TREE, got, score)) == ["missing 2: 1-1, 2", "too many 1: 3", "parts of 1: 1"]
    once = [{**row, "parts": 1 if row["parts"] else None} for row in TREE]
    assert recounted(once, TREE, TREE, score) == 1
    assert recounted(once, TREE, got, score) == 0
    assert recounted(TREE, TREE, TREE, score) is None


def test_a_reason_is_given_only_where_a_figure_misses(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    table = tmp_path / "reasons.csv"
    table.write_text("document,figure,reason\nkz_*,parts_exact,counts one\n", encoding="utf-8")
    monkeypatch.setattr(structure_report, "REASONS", table)
    assert list(reasons("kz_a", {"parts_exact": 0.5})) == ["*counts one*"]
    assert list(reasons("kz_a", {"parts_exact": 0.99})) == []
    assert list(reasons("ru_a", {"parts_exact": 0.5})) == []


def test_each_real_file_is_looked_at_from_all_sides(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(every_file, "GOLD", folder)
    one = opened(folder / "a" / "source.txt")
    assert one.loss is not None
    assert (one.refusal, one.loss.missing, one.loss.added, one.documents) == ("", 0, 0, "")
    assert opened(folder / "c" / "source.txt").refusal.startswith("NoArticles")


def test_a_law_that_comes_back_otherwise_or_is_not_valid_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    (law,) = open_laws(LAW, "law.txt")
    assert fault(law) == ""
    monkeypatch.setattr(every_file, "read", lambda _: None)
    assert "otherwise" in fault(law)
    monkeypatch.setattr(every_file, "read", lambda _: law)
    monkeypatch.setattr(every_file, "write", lambda _: "<law/>")
    assert "law" in fault(law)


@pytest.mark.parametrize("ending", [".txt", ".html", ".pdf", ".docx"])
def test_ten_times_the_file_holds_ten_times_the_articles(ending: str, tmp_path: Path) -> None:
    data = {".txt": LAW, ".html": page(), ".pdf": LONG, ".docx": LAW}[ending]
    once = as_word(data.decode().splitlines()) if ending == ".docx" else data
    counts = []
    for at, file in enumerate((once, ten_times(data, ending))):
        path = tmp_path / f"{at}{ending}"
        path.write_bytes(file)
        counts.append(cost(path)["articles"])
    assert counts[1] == 10 * counts[0] > 0


def test_the_cost_of_a_law_is_told_in_seconds_and_megabytes() -> None:
    figures = cost(next(SAMPLES.glob("*.ru.txt")))
    assert figures["seconds"] > 0
    assert figures["mb"] >= 0


def test_the_cost_of_what_is_no_law_is_its_refusal(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("no law", encoding="utf-8")
    assert cost(path) == {"refused": "NoArticles"}
