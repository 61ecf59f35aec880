"""Two thousand spoilt files, always the same: each is opened or refused with its reason, and none takes long."""

import os
import time

import pytest

from tests.fuzz import cases
from tests.fuzz.cases import Seed, opened_or_refused, spoilt
from tests.fuzz.crew import try_all
from tests.fuzz.mutations import GREATEST

CASES, SEED = 2_000, 4


def test_two_thousand_spoilt_files_are_opened_or_refused_with_a_reason() -> None:
    workers = 1 if "PYTEST_XDIST_WORKER" in os.environ else 2
    outcomes = list(try_all(range(CASES), SEED, with_real=False, workers=workers))
    assert [one for one in outcomes if one.fault] == []
    assert len(outcomes) == CASES
    assert sum(one.opened for one in outcomes) > CASES / 5


def test_the_same_seed_and_number_give_the_same_file_of_at_most_20_kb() -> None:
    files = [spoilt(SEED, number, with_real=False) for number in range(100)]
    assert files == [spoilt(SEED, number, with_real=False) for number in range(100)]
    assert max(len(file.data) for file in files) <= GREATEST
    assert len({file.data for file in files}) > 90


def test_another_error_than_a_documented_one_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "open_laws", lambda *_: 1 / 0)
    fault, _ = opened_or_refused(Seed("a.txt", b"a"))
    assert fault.startswith("ZeroDivisionError")


def test_a_law_that_comes_back_otherwise_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "read", lambda document: document)
    fault, opened = opened_or_refused(Seed("a.txt", "Статья 1. Цель\nСлова.".encode()))
    assert opened
    assert fault.startswith("round trip")


def linger(_: Seed) -> tuple[str, bool]:
    end = time.process_time() + 0.05
    while time.process_time() < end:
        pass
    return "", True


def test_a_slow_case_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "SLOWEST", 0.01)
    monkeypatch.setattr(cases, "opened_or_refused", linger)
    assert cases.tried(SEED, 0, with_real=False).fault.startswith("took")
