"""The runner ranks a set by the contract: questions and units in, a line a query out, answers never opened."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.alignment import AlignmentSet
from benchmarks.gold import language_of, queries, units
from benchmarks.report import place
from benchmarks.runs import write_lines
from benchmarks.speed import reading, timed
from benchmarks.systems import SYSTEMS, System, product
from tests.benchmarks.small_set import letters
from tests.paths import ROOT, real

UNITS = [
    {"id": "a:1", "doc": "a", "lang": "ru", "label": "1", "heading": "Помощь", "text": "Жертве оказывается помощь."},
    {"id": "a:2", "doc": "a", "lang": "ru", "label": "2", "heading": "Язык", "text": "Переводчик бесплатно."},
    {"id": "a:3", "doc": "a", "lang": "ru", "label": "3", "heading": "", "text": "Жертва.", "repealed": True},
    {"id": "b:1", "doc": "b", "lang": "en", "label": "1", "heading": "", "text": "A victim gets an interpreter."},
]
QUERIES: list[dict[str, Any]] = [
    {"id": "q1", "lang": "ru", "text": "помощь жертве", "pool": ["a"]},
    {"id": "q2", "text": "Переводчик"},
    {"id": "screening-interpretation", "requirement": "screening-interpretation", "lang": "en", "text": "ignored"},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, rows in (("units", UNITS), ("queries", QUERIES)):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    (tmp_path / "gold.tsv").mkdir()  # opening it as a file would fail
    return tmp_path


def test_repealed_units_are_left_out(folder: Path) -> None:
    assert [unit.id for unit in units(folder)] == ["a:1", "a:2", "b:1"]


def test_a_requirement_of_the_catalogue_is_asked_in_its_own_words(folder: Path) -> None:
    assert "переводчик" in queries(folder)[2].question.wording["ru"]
    assert "ignored" not in "".join(queries(folder)[2].question.wording.values())


def test_a_language_that_is_not_named_is_read_from_the_letters() -> None:
    assert [language_of(text) for text in ("сарҳад", "граница", "border")] == ["tg", "ru", "en"]


def ranked(ready: AlignmentSet, system: System = product) -> dict[str, list[str]]:
    return {line["query"]: line["ranked"] for line in ready.run(system)}


def test_a_query_is_asked_of_its_pool_only(folder: Path) -> None:
    run = ranked(AlignmentSet(folder, None))
    assert run["q1"][0] == "a:1"
    assert not any(unit.startswith("b:") for unit in run["q1"])


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_system_answers_every_query_without_repeating_a_unit(folder: Path, system: str) -> None:
    run = ranked(AlignmentSet(folder, letters()), SYSTEMS[system])
    assert list(run) == ["q1", "q2", "screening-interpretation"]
    assert all(units and len(units) == len(set(units)) for units in run.values())


def test_the_run_is_a_json_line_a_query(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "runs" / "run.jsonl"
    assert write_lines(AlignmentSet(folder, None).run(product), out) == 3
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [set(line) for line in lines] == [{"query", "ranked", "confidence", "nothing"}] * 3
    assert all(0 <= line[chance] <= 1 for line in lines for chance in ("confidence", "nothing"))


def test_a_plain_system_says_nothing_of_its_confidence(folder: Path) -> None:
    lines = AlignmentSet(folder, None).run(SYSTEMS["BM25"])
    assert [set(line) for line in lines] == [{"query", "ranked"}] * 3


@pytest.mark.parametrize("options", [["--no-model"], ["--no-model", "--system", "BM25"]], ids=["product", "BM25"])
def test_the_command_writes_the_run_that_is_scored(folder: Path, tmp_path: Path, options: list[str]) -> None:
    out = tmp_path / "out" / "run.jsonl"
    command = [sys.executable, "-m", "benchmarks", "alignment", str(folder), str(out), *options]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)  # noqa: S603 (our own program)
    assert [json.loads(line)["query"] for line in out.read_text("utf-8").splitlines()] == [row["id"] for row in QUERIES]


def test_reading_is_timed_on_the_sample_law() -> None:
    name, size, ours, plain = next(reading())
    assert name == "border_law.ru.txt"
    assert size > 10_000
    assert min(*ours.seconds, *plain.seconds) > 0
    assert len(timed("nothing", lambda: None, 3).seconds) == 3


def test_a_figure_says_where_it_was_measured() -> None:
    assert "cores" in place()


def test_real_twins_in_tajik_and_russian_beat_chance_by_the_thesaurus_alone() -> None:
    ready = AlignmentSet(real("gold/alignment/twins/tajik_laws_tgk-rus"), None)
    run = ranked(ready)
    assert len(run) == len(ready.queries)
    assert sum(map(bool, run.values())) > len(run) / 2
