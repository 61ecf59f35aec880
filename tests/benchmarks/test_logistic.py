"""A chance is learned from measures, and chances are judged by what came true."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.logistic import FOLDS, auroc, auroc_error, base_rate, brier, folds, learn

MEASURES = np.array([[float(at), 1.0, float(at % 2)] for at in range(40)])
TRUE = np.array([float(at >= 20) for at in range(40)])


def test_what_was_learned_tells_true_from_false() -> None:
    learned = learn(MEASURES, TRUE, penalty=1.0, direction=1)
    chances = learned.chances(MEASURES)
    assert auroc(chances, TRUE) == 1
    assert brier(chances, TRUE) < base_rate(TRUE) / 2


def test_the_mean_chance_is_how_often_it_came_true() -> None:
    rare = np.array([float(at >= 30) for at in range(40)])
    assert learn(MEASURES, rare, penalty=5.0, direction=1).chances(MEASURES).mean() == pytest.approx(0.25, abs=1e-4)


def test_a_measure_that_never_varies_gets_no_weight() -> None:
    assert learn(MEASURES, TRUE, penalty=1.0, direction=1).weights[1] == 0


def test_a_measure_that_would_speak_against_its_meaning_gets_no_weight() -> None:
    learned = learn(MEASURES, 1 - TRUE, penalty=1.0, direction=1)
    assert learned.weights[0] == 0
    assert learned.chances(MEASURES) == pytest.approx(np.full(40, 0.5), abs=0.1)
    assert learn(MEASURES, 1 - TRUE, penalty=1.0, direction=-1).weights[0] < 0


def test_a_strong_penalty_holds_weights_back() -> None:
    weak, strong = (learn(MEASURES, TRUE, penalty=penalty, direction=1).weights[0] for penalty in (1.0, 100.0))
    assert weak > strong > 0


def test_learning_twice_gives_the_same() -> None:
    first, second = (learn(MEASURES, TRUE, penalty=5.0, direction=1) for _ in range(2))
    assert (first.weights == second.weights).all()
    assert first.beginning == second.beginning


@given(st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=60))
def test_equal_names_share_a_fold_and_folds_are_about_equal(names: list[str]) -> None:
    places = folds(names)
    assert len({*zip(names, places, strict=True)}) == len({*names})
    assert all(0 <= place < FOLDS for place in places)
    sizes = [places.count(fold) for fold in range(FOLDS)]
    assert max(sizes) - min(sizes) <= max(names.count(name) for name in names)


def test_with_rows_of_one_kind_there_is_nothing_to_tell_apart() -> None:
    assert auroc(np.array([0.1, 0.9]), np.array([1.0, 1.0])) == 0.5


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=2, max_size=30))
def test_turned_round_the_auroc_is_its_mirror_image(rows: list[tuple[int, bool]]) -> None:
    said, true = np.array(rows, dtype=np.float64).T
    assert auroc(said, true) + auroc(-said, true) == pytest.approx(1)


def test_the_error_of_a_perfect_auroc_is_nought() -> None:
    assert auroc_error(np.array([0.1, 0.2] * 20 + [0.8, 0.9] * 20), TRUE.repeat(2), draws=50) == 0
