"""The page of figures is put together from its sections, and says where and with what it was measured."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks import report, speed_report
from benchmarks import speed as timing_of
from benchmarks.alignment_report import table
from benchmarks.paired import FIGURES
from benchmarks.report import page, place
from benchmarks.speed import Timing, matching, once
from benchmarks.speed_report import speed
from tests.benchmarks.small_set import letters, write_set
from tests.paths import real


def silent(*_: object, **__: object) -> Iterator[str]:
    yield from ()


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A set that stands for all: what takes long or needs real laws is left out of the page."""
    write_set(tmp_path / "small", nothing=True)
    monkeypatch.setattr(report, "ROOT", tmp_path)
    for name in (
        "alignment",
        "workshop",
        "_law",
        "tajik",
        "amendments",
        "versions_section",
        "obligations_section",
        "word_diff_section",
        "round_trip_section",
        "speed",
        "saving",
    ):
        monkeypatch.setattr(report, name, silent)
    return "small"


@pytest.mark.parametrize("quick", [True, False])
def test_the_page_says_where_and_with_which_model_and_goes_through_its_sections(small: str, *, quick: bool) -> None:
    lines = list(page([small], letters(), lambda *_: None, quick=quick))
    assert place() in lines[0]
    assert "letters/1" in lines[0]
    sections = [line.strip() for line in lines if line.startswith("## ")]
    first = ["## Targets", "## How far its doubts can be trusted", "## Where the gain comes from"]
    long = ["## What each signal is worth", "## Weights learned without the acts on which they are judged"]
    assert sections == (first if quick else [*first, *long])


def test_the_page_can_be_written_without_a_model(small: str) -> None:
    lines = list(page([small], None, lambda *_: None, quick=True))
    assert "model none" in lines[0]


def figures(value: float) -> dict[str, Any]:
    return {**dict.fromkeys(FIGURES, value), "standard_error": dict.fromkeys(FIGURES, 0.01), "queries": 7}


def test_a_set_has_a_table_for_each_part_and_a_dash_where_a_system_found_nothing() -> None:
    results = {"muvofiq": {"all": figures(0.5), "hard": figures(0.25)}, "BM25": {"all": figures(0.0)}}
    lines = list(table("small", results))
    assert [line for line in lines if line.startswith("###")] == [
        "### small: 7 queries\n",
        "### small, hard part (sim < 0.8): 7 queries\n",
    ]
    assert any(line.startswith("| muvofiq | 0.500 ± 0.010 |") for line in lines)
    assert "| BM25 | – | – | – | – | – | – |" in lines


def test_times_are_told_with_their_least_and_greatest(monkeypatch: pytest.MonkeyPatch) -> None:
    timing = Timing("match", (2.0, 1.0, 4.0), "3 requirements")
    monkeypatch.setattr(speed_report, "reading", lambda: iter([("law.txt", 10**6, timing, Timing("plain", (0.5,)))]))
    monkeypatch.setattr(speed_report, "matching", lambda *_, **__: iter([timing]))
    lines = list(speed(None, quick=True))
    assert "| match | 3 requirements | 2.000 | 1.000 | 4.000 |" in lines
    assert any(line.startswith("| law.txt | 1.00 |") for line in lines)


def test_long_work_is_run_once() -> None:
    runs: list[int] = []
    timing = once("work", lambda: runs.append(1), "a note")
    assert (runs, timing.note, len(timing.seconds)) == ([1], "a note", 1)


def test_matching_real_acts_stands_beside_its_parts_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    real("gold/alignment/requirements_kz")
    monkeypatch.setattr(timing_of, "timed", lambda what, work, *_: once(what, work))
    names = [timing.what for timing in matching(None)]
    assert names == ["match, with index and reasons", "the same without the model", "BM25 alone, with index"]
