"""Saving while others save: the figures are true, a loss would be seen, and the page says where they come from."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.saving import Kept, figures_of, measure
from benchmarks.saving_report import TARGET, Facts, Figures, keep, kept_savings, saving
from benchmarks.visitor import Answered

FACTS: Facts = {"people": 2, "is_calm": True, "place": "here"}
GOOD = Figures("verdict", 100, 0, 5.0, 20.0, 60.0, 90.0, 120.0, **FACTS)
SOUND = Kept(answered=9, saved=9, told=9, is_whole=True, locked=0)


def test_what_was_not_saved_is_an_error_and_no_time() -> None:
    answers = [Answered(200, "", at / 1000) for at in range(1, 101)] + [Answered(409, "", 9.0), Answered(0, "", 60.0)]
    found = figures_of("verdict", answers, 10, **FACTS)
    assert (found.count, found.errors, found.a_second, found.greatest) == (102, 2, 10.0, 100.0)
    assert (found.p50, found.p95) == (50.5, 95.0)


@pytest.mark.parametrize("count", [0, 1])
def test_few_answers_have_figures_too(count: int) -> None:
    found = figures_of("verdict", [Answered(302, "", 0.02)] * count, 1, **FACTS)
    assert (found.count, found.p99) == (count, 20.0 * count)


def test_figures_are_kept_and_read_again(tmp_path: Path) -> None:
    rows = [GOOD, replace(GOOD, what="own name", is_calm=False, errors=3)]
    keep(rows, tmp_path / "saving.csv")
    assert kept_savings(tmp_path / "saving.csv") == rows
    assert kept_savings(tmp_path / "none.csv") == []


@pytest.mark.parametrize(
    ("figures", "word"),
    [(GOOD, "met"), (replace(GOOD, p95=TARGET + 1), "**missed**"), (replace(GOOD, errors=1), "**missed**")],
)
def test_the_page_says_whether_the_target_is_met_and_where_it_was_measured(figures: Figures, word: str) -> None:
    text = "\n".join(saving([replace(GOOD, is_calm=False, p95=9999.0), figures]))
    assert f"no error: {word} (" in text
    assert "not by `make bench`; here." in text


def test_without_figures_there_is_no_section() -> None:
    assert list(saving([])) == []


@pytest.mark.parametrize("changed", [{"saved": 8}, {"told": 10}, {"is_whole": False}, {"locked": 1}])
def test_a_loss_is_seen(changed: dict[str, int]) -> None:
    assert SOUND.is_sound
    assert not replace(SOUND, **changed).is_sound  # type: ignore[arg-type]


def test_two_people_save_in_a_running_workbench_and_all_is_kept() -> None:
    found, kept = measure(2, 1, "here")
    assert kept.is_sound
    assert kept.answered > 0
    assert [(one.what, one.is_calm, one.errors) for one in found] == [
        ("requirement opened for the first time", False, 0),
        ("verdict", False, 0),
        ("own name", False, 0),
        ("verdict", True, 0),
        ("verdict: pages opened meanwhile", True, 0),
        ("own name", True, 0),
    ]
