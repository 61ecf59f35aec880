"""What the product's doubts are worth is learned from sets whose answers are known, and the table is read back."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks.calibration import (
    COLUMNS,
    Observation,
    by_act,
    by_query,
    calibrate,
    cross_validated,
    observe,
    observe_all,
    sample,
    table_of,
)
from benchmarks.logistic import auroc
from benchmarks.measured import measure
from benchmarks.trust_report import trusted
from muvofiq.alignment.confidence import BEGINNING, About
from muvofiq.alignment.manner import Manner
from tests.benchmarks.small_set import ASKED, letters, ready_set, write_set
from tests.paths import real

SURE = [
    Observation(
        query=f"q{at}",
        manner=Manner.WORDED,
        has_model=True,
        measures={"height": 9.0, "lead": at % 7 + 0.0, "cover": at % 5 / 5, "nearness": 0.9, "kinds": at % 7 / 7},
        is_right=at % 7 > 3,
        is_nothing=at % 7 < 2,
        act=f"act {at % 4}",
    )
    for at in range(70)
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_set(tmp_path / "small", nothing=True)


def rows_of(observations: list[Observation]) -> list[dict[str, str]]:
    return list(csv.DictReader(table_of(calibrate(observations)).splitlines()))


def test_every_query_is_observed_with_its_measures_and_what_was_true(folder: Path) -> None:
    observed = observe(ready_set(folder), folder, has_model=True)
    assert [one.query for one in observed] == list(ASKED)
    assert {one.manner for one in observed} == {Manner.TEXT}
    assert [one.is_nothing for one in observed] == [False] * 9 + [True]
    assert [one.act for one in observed] == ["a"] * 4 + ["b"] * 4 + ["a", ""]
    assert not observed[-1].is_right
    assert all(one.measures and "nearness" in one.measures for one in observed)


def test_without_a_model_nothing_is_near(folder: Path) -> None:
    observed = observe(ready_set(folder, has_model=False), folder, has_model=False)
    assert all(one.measures and "nearness" not in one.measures for one in observed)


def test_a_set_is_observed_with_the_model_and_without(folder: Path) -> None:
    both = observe_all(["small"], letters(), root=folder.parent)
    assert [one.has_model for one in both] == [True] * 10 + [False] * 10
    assert len(observe_all(["small"], None, root=folder.parent)) == 10


def test_a_sample_is_spread_over_the_set_and_always_the_same(folder: Path) -> None:
    queries = ready_set(folder).queries
    assert [query.question.id for query in sample(queries, 5)] == ["q1", "q3", "q5", "q7", "q9"]
    assert sample(queries, 100) == queries


def test_the_table_has_a_beginning_for_each_sum_and_leaves_height_out() -> None:
    rows = rows_of(SURE)
    assert set(rows[0]) == set(COLUMNS)
    sums = {(row["about"], row["manner"]) for row in rows}
    assert sums == {(about, manner) for about in About for manner in (Manner.WORDED, Manner.FOREIGN_WORDED)}
    assert sum(row["measure"] == BEGINNING for row in rows) == len(sums)
    assert {row["measure"] for row in rows} <= {BEGINNING, "lead", "cover", "kinds", "nearness"}


def test_more_lead_means_more_confidence_and_less_nothing() -> None:
    sums = {one.about: one for one in calibrate(SURE) if one.manner is Manner.WORDED}
    trust, nothing = sums[About.CONFIDENCE], sums[About.NOTHING]
    assert trust.learned.weights[trust.names.index("lead")] > 0
    assert all(weight <= 0 for weight in nothing.learned.weights)
    assert nothing.learned.weights.any()


def test_a_law_in_another_language_is_not_judged_by_shared_words() -> None:
    cover = {row["manner"] for row in rows_of(SURE) if row["measure"] == "cover"}
    assert "foreign worded" not in cover


def test_where_nothing_was_annotated_the_chance_of_nothing_is_one_minus_the_confidence() -> None:
    texts = [replace(one, manner=Manner.TEXT, is_nothing=None) for one in SURE]
    sums = {one.about: one.learned for one in calibrate(texts) if one.manner is Manner.TEXT}
    rows = np.array([[1.0, 0.5, 0.9], [6.0, 0.1, 0.9]])
    trust, nothing = (sums[about].chances(rows) for about in (About.CONFIDENCE, About.NOTHING))
    assert trust + nothing == pytest.approx(np.ones(2))


@pytest.mark.parametrize("grouping", [by_query, by_act])
@pytest.mark.parametrize("about", list(About))
def test_a_true_pattern_is_found_in_folds_that_were_not_seen(about: About, grouping: type) -> None:
    said, true = cross_validated(about, SURE, grouping)
    assert auroc(said, true) > 0.9


def test_a_ranking_without_candidates_has_no_confidence() -> None:
    silent = replace(SURE[0], measures=None, is_right=False, is_nothing=True)
    said, _ = cross_validated(About.CONFIDENCE, [*SURE, silent], by_query)
    assert said[-1] == 0
    said, _ = cross_validated(About.NOTHING, [*SURE, silent], by_query)
    assert said[-1] == 1


def test_learning_twice_writes_the_same_table(folder: Path) -> None:
    first, second = (table_of(calibrate(observe(ready_set(folder), folder, has_model=True))) for _ in range(2))
    assert first == second


def test_the_page_tells_shipped_and_cross_validated_doubts(folder: Path) -> None:
    found = {"small": measure("small", ready_set(folder), folder.parent)}
    lines = list(trusted(found, observe_all(["small"], letters(), root=folder.parent)))
    assert sum("shipped, " in line for line in lines) == 2
    assert sum("cross-validated over acts" in line for line in lines) == 4


def test_real_doubts_beat_the_constant_base_rate_without_a_model() -> None:
    folder = real("gold/alignment/requirements_norms")
    observed = observe(ready_set(folder, has_model=False), folder, has_model=False)
    said, true = cross_validated(About.CONFIDENCE, observed, by_query)
    assert len(said) == 74
    assert auroc(said, true) > 0.5
