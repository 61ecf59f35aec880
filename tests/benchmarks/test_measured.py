"""A set is run by every system once, and everything is judged from what was kept."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks.gold import GOLD
from benchmarks.measured import ReadySet, measure, nothing, parts_of, scored, sets, trust
from benchmarks.paired import FIGURES
from benchmarks.systems import SYSTEMS
from tests.benchmarks.small_set import ASKED, ready_set, write_rows, write_set


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_set(tmp_path / "small", nothing=True)


def test_every_system_is_run_over_every_query(folder: Path) -> None:
    measured = measure("small", ready_set(folder), folder.parent)
    assert list(measured.lines) == list(SYSTEMS)
    assert all(list(measured.rankings(system)) == list(ASKED) for system in SYSTEMS)
    assert measured.baselines == ("BM25", "embeddings", "RRF")


def test_the_best_plain_system_is_the_one_with_the_greatest_figure(folder: Path) -> None:
    measured = measure("small", ready_set(folder), folder.parent)
    values = {name: measured.value(name, "hit@1")[0] for name in measured.baselines}
    assert values[measured.best_baseline("hit@1")] == max(values.values())
    ours = measured.value("muvofiq", "hit@1")[0]
    assert measured.against_best("hit@1").difference == pytest.approx(ours - max(values.values()))


def test_only_sets_with_answers_are_sets(folder: Path) -> None:
    (folder.parent / "empty").mkdir()
    assert sets(folder.parent) == ("small",)


def test_hard_queries_and_other_readings_are_parts_of_their_own(folder: Path) -> None:
    write_rows(folder / "queries.jsonl", [{"id": "q1", "sim": 0.5}, {"id": "q2", "sim": 0.9}, {"id": "q3"}])
    (folder / "gold_loose.tsv").write_text("query\tunit\nq1\ta:2\n", "utf-8")
    parts = parts_of(folder)
    assert set(parts) == {"all", "hard", "gold_loose"}
    assert parts["hard"] == {"q1": {"a:1"}}
    assert parts["gold_loose"] == {"q1": {"a:2"}}


def test_a_query_without_answer_makes_the_first_candidate_wrong(folder: Path) -> None:
    chances, right = trust(measure("small", ready_set(folder), folder.parent))
    assert len(chances) == len(ASKED)
    assert right[list(ASKED).index("q10")] == 0
    assert right.sum() > 5


def test_what_nothing_answers_is_known_only_where_a_table_tells(folder: Path) -> None:
    said, truth = nothing(measure("small", ready_set(folder), folder.parent))
    assert truth.tolist() == [0.0] * 9 + [1.0]
    assert ((said >= 0) & (said <= 1)).all()
    (folder / "nothing.tsv").unlink()
    assert not nothing(measure("small", ready_set(folder), folder.parent))[1].size


def test_a_set_asked_other_queries_keeps_its_own(folder: Path) -> None:
    ready = ready_set(folder)
    other = ready.asking([replace(ready.queries[0], plain={"ru": "тайна переписки"})])
    (line,) = other.run(SYSTEMS["BM25"])
    assert line["ranked"][0] == "b:3"
    assert len(ready.queries) == len(ASKED)
    (again,) = other.run(SYSTEMS["embeddings"])
    assert again["ranked"]  # what the model had not read before was read


def test_plain_systems_read_the_heading_of_a_provision_as_the_product_does(folder: Path) -> None:
    row = {"id": "q1", "lang": "ru", "heading": "Тайна", "text": "Переписка.", "pool": ["a", "b"]}
    write_rows(folder / "queries.jsonl", [row])
    (query,) = ReadySet(folder, None).queries
    assert query.plain == query.question.wording == {"ru": "Тайна\nПереписка."}


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # the script leaves that to the interpreter
def test_the_scoring_script_agrees_with_what_was_kept(folder: Path) -> None:
    if not (GOLD / "score.py").exists():
        pytest.skip("the scoring script lies with the gold sets")
    measured = measure("small", ready_set(folder), folder.parent)
    theirs = scored(measured, "muvofiq")["all"]
    for figure in FIGURES:
        value, error = measured.value("muvofiq", figure)
        assert np.allclose((value, error), (theirs[figure], theirs["standard_error"][figure]), atol=6e-5)
