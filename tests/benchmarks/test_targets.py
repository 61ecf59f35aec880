"""A target is met when the value and one standard error reach it."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.measured import Measured, measure
from benchmarks.targets import HEAD, TARGETS, is_met, targets
from tests.benchmarks.small_set import ready_set, write_set


@pytest.fixture
def measured(tmp_path: Path) -> Measured:
    return measure("small", ready_set(write_set(tmp_path / "small")), tmp_path)


def worse(measured: Measured) -> Measured:
    """Return the set as if the product had found nothing."""
    empty = tuple({"query": line["query"], "ranked": []} for line in measured.lines["muvofiq"])
    return replace(measured, lines={**measured.lines, "muvofiq": empty})


def test_one_standard_error_is_granted_and_no_more() -> None:
    assert is_met(0.80, 0.05, 0.85)
    assert not is_met(0.80, 0.05, 0.86)


def test_every_target_is_above_the_plain_system_from_which_it_was_set() -> None:
    assert all(target.least and target.known and target.least > target.known for target in TARGETS)


def test_a_target_is_met_or_missed_and_the_row_fits_the_head(measured: Measured) -> None:
    lines = list(targets({"questions_kz": measured, "twins/a-b": worse(measured)}))
    rows = {line.split(" | ")[0].strip("| "): line for line in lines if line.count("|") == HEAD.count("|")}
    assert "| met |" in rows["questions_kz"]
    assert "| **missed** |" in rows["twins/a-b"]
    assert "no plain system better" in rows["twins/a-b"]


def test_sets_below_a_plain_system_are_named(measured: Measured) -> None:
    fine, wrong = (list(targets({"a": one}))[-1] for one in (measured, worse(measured)))
    assert "nowhere" in fine
    assert "a hit@1 (-" in wrong
    assert "more than chance" in wrong


def test_sets_that_were_not_measured_have_no_row(measured: Measured) -> None:
    assert not any("obliqa" in line for line in targets({"questions_kz": measured}))
