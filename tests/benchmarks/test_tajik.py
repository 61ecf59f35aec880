"""The runner of the Tajik set opens no answer, lists units as the set does, and tells what numbers mean."""

import json
import math
from pathlib import Path

import pytest

from benchmarks.gold import scorer
from benchmarks.naive import naive_units
from benchmarks.tajik import meant, product, restored, run_numbers, run_structure, run_tajik, units
from benchmarks.tajik_report import Figure, tajik, tajik_scores
from tests.law.small import law
from tests.paths import real

LAW = """Раздел II. Мосты
Статья 8. Мост
Мост открыт.
Служба:
1) лиц:
а) одних;
2) вещи.
Мост закрыт."""
ACT = """Статья 1. Внести в Закон Республики Врата «О мостах» следующие изменения:
1) в статье 1 слово «мост» исключить;
2) в статье 41 слово «мост» исключить;
3) в статье 10 слово «мост» исключить."""
UNCLOSED = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the script leaves files open
HEAD = "id\texcerpt\tas_written\tmeaning\tcontrol\tcontext\tdecided_by\tcertainty"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set whose answers cannot be opened as files."""
    for name, text in {"excerpts/a": LAW, "constructed/b": ACT, "documents/c.ru": LAW}.items():
        path = tmp_path / f"{name}.txt"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    for answers in ("structure", "amendments", "meta.json", "documents/c.aligned.json"):
        (tmp_path / answers).mkdir()
    asked = (
        ("1\tb\tв статье 41", "?", "?", "2) в статье 41 слово", "?", "?"),
        ("2\tb\tстатье 9", "?", "?", "no", "?", "?"),
    )
    (tmp_path / "collapsed.tsv").write_text("\n".join([HEAD, *("\t".join(row) for row in asked)]), encoding="utf-8")
    row = {"id": "r", "damaged": "қapop", "repaired": None, "level": "word"}
    (tmp_path / "repair.jsonl").write_text(json.dumps(row), encoding="utf-8")
    return tmp_path


def test_units_are_listed_as_the_set_lists_them() -> None:
    assert [(unit["kind"], unit["num"]) for unit in units(law(LAW))] == [
        ("section", "II"),
        ("article", "8"),
        ("part", "1"),
        ("part", "2"),
        ("point", "1"),
        ("subpoint", "а"),
        ("point", "2"),
        ("part", "3"),
    ]


def test_numbered_parts_are_not_counted_once_more() -> None:
    one = law("Общая часть\nСтатья 1. Мост\n1. Мост открыт.\nИ порт.\n2. Порт закрыт.")
    assert [(unit["kind"], unit["num"]) for unit in units(one)] == [
        ("division", None),
        ("article", "1"),
        ("part", "1"),
        ("part", "2"),
    ]


def test_the_runner_answers_without_the_answers(folder: Path) -> None:
    got = run_tajik(folder)
    assert got["repair"] == {"r": "қарор"}
    assert list(got["structure"]) == ["a"]
    assert got["collapsed"] == {"1": "4¹", "2": "9"}


def test_a_file_that_is_refused_has_no_units_and_its_reason_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "none.txt"
    path.write_text("no law", encoding="utf-8")
    assert product(path) == []
    assert "NoArticles" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ("частями 7, 7¹, 7² и 7³ статьи 96", "7, 7¹, 7², 7³"),
        ("подпунктами «а¹» и «а²»", "а¹, а²"),
        ("частями 2¹ - 2³", "2¹ - 2³"),
        ("в пункте 3 части 61", "3"),
        ("статьи 26³-1", "26³-1"),
        ("моддаҳои 8¹ ва 9", "8¹, 9"),
    ],
)
def test_the_first_list_of_numbers_is_the_answer(read: str, written: str) -> None:
    assert meant("?", read) == written


def test_a_number_that_is_not_found_stays_as_printed(folder: Path) -> None:
    assert restored(folder, {"excerpt": "b", "as_written": "статье 9", "context": "no"}) == "статье 9"
    assert meant("статье", "статье") == "статье"


def test_the_plain_reader_goes_by_the_beginnings_of_lines(folder: Path) -> None:
    assert [(unit["kind"], unit["num"]) for unit in naive_units(folder / "excerpts" / "a.txt")] == [
        ("article", "8"),
        ("point", "1"),
        ("subpoint", "а"),
        ("point", "2"),
    ]


def test_a_figure_meets_its_target_with_one_standard_error_added() -> None:
    assert "| 0.9600 ± 0.0196 | met |" in str(Figure("a", 100, 0.96, 0.97, ""))
    assert "| **missed** |" in str(Figure("a", 100, 0.94, 0.97, ""))


def test_no_set_gives_no_section(tmp_path: Path) -> None:
    assert list(tajik(tmp_path / "none")) == []


@UNCLOSED
def test_the_real_set_meets_its_targets() -> None:
    folder = real("gold/tajik")
    scores = tajik_scores(folder)
    assert scores["structure"]["F1"] >= 0.98
    assert scores["collapsed"]["decided_by_the_text"] == scores["collapsed"]["controls_kept"] == 1.0
    assert scores["repair"]["undamaged"]["exact"] == 1.0
    damaged = [row for level, row in scores["repair"].items() if level != "undamaged"]
    assert math.fsum(row["exact"] * row["rows"] for row in damaged) >= 0.97 * sum(row["rows"] for row in damaged)


@UNCLOSED
def test_the_plain_reader_is_behind() -> None:
    folder = real("gold/tajik")
    score = scorer("score_tajik")
    ours, theirs = (score.structure(folder, run_structure(folder, reader)) for reader in (product, naive_units))
    assert ours["F1"] > theirs["F1"] + 0.1
    assert len(run_numbers(folder)) == score.collapsed(folder, {})["rows"]
