"""A library is grown from real articles, and what each size costs is kept for the page."""

import json
import subprocess
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from benchmarks import scale as growing
from benchmarks.scale import Cost, cost, grow, kept, resampled, scale
from tests.alignment.small import units
from tests.benchmarks.small_set import letters

SMALL = Cost(1000, 0.5, 0.01, 100, 3, "here")


def test_articles_are_drawn_with_their_vectors_and_get_addresses_of_their_own() -> None:
    real = units()
    vectors = np.array([[float(at)] for at in range(len(real))], dtype=np.float32)
    drawn, rows = resampled(50, real, vectors)
    assert len({unit.id for unit in drawn}) == 50
    assert rows is not None
    texts = [real[int(row[0])].text for row in rows]
    assert [unit.text for unit in drawn] == texts
    assert resampled(50, real, None) == (drawn, None)


def test_a_size_is_measured_with_a_model_and_without() -> None:
    for meaning in (letters(), None):
        measured = cost(1000, units(), meaning)
        assert measured.articles == 1000
        assert min(measured.index_seconds, measured.requirement_seconds, measured.memory_mb) > 0


def test_sizes_that_were_not_asked_for_stay_in_the_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def measured(command: list[str], **_: object) -> SimpleNamespace:
        figures = {"articles": int(command[-1]), "index_seconds": 1.0, "requirement_seconds": 1.0}
        return SimpleNamespace(stdout=json.dumps(figures | {"memory_mb": 1, "text_mb": 1, "place": ""}))

    monkeypatch.setattr(subprocess, "run", measured)
    out = tmp_path / "scale.csv"
    grow([2000], "here", out)
    grow([10], "there", out)
    assert [(one.articles, one.place) for one in kept(out)] == [(10, "there"), (2000, "here")]


def test_the_page_says_where_and_that_the_bench_did_not_measure_it() -> None:
    lines = list(scale([SMALL]))
    assert any("here" in line and "not by `make bench`" in line for line in lines)
    assert "| 1,000 | 0.50 | 0.010 | 100 | 3 |" in lines
    assert list(scale([])) == []


def test_the_kept_figures_are_of_growing_sizes() -> None:
    sizes = [one.articles for one in kept(growing.FIGURES)]
    assert sizes == sorted(set(sizes))
    assert kept(Path("nowhere.csv")) == []
