"""Two systems are compared query by query: a difference that chance explains has a great p."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.gold import GOLD, scorer
from benchmarks.paired import FIGURES, Comparison, compare, per_query, standard_errors

GOOD = {"a": {"x"}, "b": {"y", "z"}, "c": {"q"}}
RANKED = {"a": ["x"], "b": ["n", "y", "y", "z"]}


def test_each_query_is_counted_by_itself_and_one_that_was_not_ranked_scores_nothing() -> None:
    rows = per_query(GOOD, RANKED)
    assert rows.mean(axis=0).round(4).tolist() == [0.3333, 0.6667, 0.6667, 0.5, 0.6667, 0.5278]
    assert not rows[2].any()


def test_a_unit_that_is_repeated_counts_once() -> None:
    assert per_query({"a": {"x"}}, {"a": ["n", "n", "x"]})[0, FIGURES.index("MRR")] == 0.5


def test_systems_that_are_alike_cannot_be_told_apart() -> None:
    values = np.array([0.0, 1.0, 0.5])
    assert compare(values, values) == Comparison(0.0, 1.0)


def test_a_system_that_is_always_better_is_hardly_so_by_chance() -> None:
    better = compare(np.ones(30), np.zeros(30))
    assert better.difference == 1
    assert better.p < 0.001
    assert "< 0.0001" in str(Comparison(1.0, 0.00009))


def test_four_queries_are_too_few_to_tell() -> None:
    assert compare(np.ones(4), np.zeros(4)).p == pytest.approx(2 / 16, abs=0.02)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=12))
def test_whoever_is_named_first_the_chance_is_the_same(pairs: list[tuple[int, int]]) -> None:
    ours, theirs = np.array(pairs, dtype=np.float64).T
    there, back = compare(ours, theirs, draws=200), compare(theirs, ours, draws=200)
    assert there.difference == -back.difference
    assert there.p == back.p
    assert 0 < there.p <= 1


def test_the_error_shrinks_with_the_number_of_queries() -> None:
    few, many = (standard_errors(np.tile([[0.0], [1.0]], (count, 1)))[0] for count in (10, 1000))
    assert few == pytest.approx(0.5 / 20**0.5, rel=0.1)
    assert many == pytest.approx(0.5 / 2000**0.5, rel=0.1)


def test_figures_and_errors_are_those_of_the_scoring_script() -> None:
    if not (GOLD / "score.py").exists():
        pytest.skip("the scoring script lies with the gold sets")
    theirs = scorer().rank_scores(GOOD, RANKED)
    rows = per_query(GOOD, RANKED)
    assert dict(zip(FIGURES, rows.mean(axis=0).round(4).tolist(), strict=True)) == {one: theirs[one] for one in FIGURES}
    assert standard_errors(rows).round(4).tolist() == list(theirs["standard_error"].values())
