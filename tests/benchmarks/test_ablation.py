"""Each signal is silenced or tried in turn, and weights are learned without the acts on which they are judged."""

from pathlib import Path

import numpy as np
import pytest

from benchmarks.ablation import BY_MODEL, Variant, ablations, is_silent, manner_in, rows_of, unweighed, variants
from benchmarks.learning import Lesson, cross_validated, learn_weights, learned, lessons, ranked
from benchmarks.measured import ReadySet, parts_of
from benchmarks.paired import Gold
from benchmarks.wording import WORDINGS, wordings
from muvofiq.alignment.manner import Manner, weights
from muvofiq.alignment.signals import SIGNALS
from muvofiq.standards.load import load_catalogue
from tests.benchmarks.small_set import ready_set, write_rows, write_set

NAME = "screening-interpretation"


@pytest.fixture
def small(tmp_path: Path) -> tuple[ReadySet, Gold]:
    folder = write_set(tmp_path / "small")
    return ready_set(folder), parts_of(folder)["all"]


@pytest.fixture
def required(tmp_path: Path) -> tuple[ReadySet, Gold]:
    """A set whose one query is a requirement of the catalogue."""
    folder = write_set(tmp_path / "required")
    write_rows(folder / "queries.jsonl", [{"id": NAME, "requirement": NAME, "lang": "en", "text": ""}])
    return ready_set(folder), {NAME: {"a:2"}}


def test_every_weighed_signal_is_silenced_and_every_other_of_the_manner_is_tried(small: tuple[ReadySet, Gold]) -> None:
    labels = [label for label, _ in variants(small[0])]
    assert manner_in(small[0]) is Manner.TEXT
    assert {f"without {signal}" for signal in weights(Manner.TEXT)} <= set(labels)
    assert all(any(label.startswith(f"with {signal}") for label in labels) for signal in unweighed(Manner.TEXT))


def test_what_the_model_has_a_say_in_are_signals() -> None:
    assert set(BY_MODEL) < set(SIGNALS)


def test_a_signal_with_nothing_to_go_by_is_called_silent(small: tuple[ReadySet, Gold]) -> None:
    assert is_silent(small[0], "model words")
    assert not is_silent(small[0], "words")


def test_the_table_of_a_set_begins_with_the_whole_product(small: tuple[ReadySet, Gold]) -> None:
    rows = [line for line in ablations({"small": small}) if line.startswith("| ")]
    assert rows[0].startswith("| variant")
    assert rows[1].startswith("| muvofiq |")
    assert len(rows) == 1 + len(list(variants(small[0])))


def test_each_variant_is_compared_with_the_first() -> None:
    good, bad = (Variant(label, np.full((8, 6), value)) for label, value in (("good", 1.0), ("bad", 0.0)))
    rows = list(rows_of([good, bad]))
    assert "| -1.000 | 0.00" in rows[-2]


def test_the_plain_systems_are_asked_in_every_wording(required: tuple[ReadySet, Gold]) -> None:
    rows = [line for line in wordings({"required": required}) if line.startswith("| ")]
    assert len(rows) == 1 + 1 + 3 * len(WORDINGS) + 1
    assert all(any(f"BM25, asked by {words} |" in row for row in rows) for words in WORDINGS)


def test_the_wordings_differ_and_the_model_articles_are_the_longest(required: tuple[ReadySet, Gold]) -> None:
    question = required[0].queries[0].question
    assert load_catalogue().requirement(NAME).id == question.id
    texts = [text(question, "ru") for text in WORDINGS.values()]
    assert len(set(texts)) == len(texts)
    assert max(texts, key=len) == texts[-1]


def lesson(query: str, act: str, right: int) -> Lesson:
    """A query to which only the first of two signals knows the answer; the second misleads."""
    signals = np.zeros((4, 2))
    signals[right, 0] = 2.0
    signals[(right + 1) % 4, 1] = 2.0
    return Lesson(query, act, signals, [right], ["u0", "u1", "u2", "u3"])


GIVEN = [lesson(f"q{at}", f"act {at % 5}", at % 4) for at in range(20)]
EQUAL = np.array([1.0, 1.0])


def test_a_signal_that_knows_gains_weight_and_one_that_misleads_loses_it() -> None:
    found = learn_weights(GIVEN, EQUAL)
    assert found[0] > 1 > found[1] >= 0


def test_a_strong_penalty_keeps_the_weights_where_they_were() -> None:
    assert learn_weights(GIVEN, EQUAL, penalty=1e6) == pytest.approx(EQUAL, abs=1e-3)


def test_what_was_learned_from_other_acts_finds_the_answer() -> None:
    rankings = cross_validated(GIVEN, EQUAL)
    assert set(rankings) == {one.query for one in GIVEN}
    assert all(rankings[one.query][0] == one.units[one.answers[0]] for one in GIVEN)
    assert ranked(GIVEN[0], EQUAL)[0] == "u0"  # of equals the first stands first


def test_the_signals_of_a_set_become_lessons(small: tuple[ReadySet, Gold]) -> None:
    given = lessons(*small, ["words", "model words"])
    assert [(one.query, one.act) for one in given][:5] == [(f"q{at}", "a" if at < 5 else "b") for at in range(1, 6)]
    assert all(one.signals.shape == (8, 2) and not one.signals[:, 1].any() for one in given)


def test_the_page_shows_learned_beside_shipped_weights(small: tuple[ReadySet, Gold]) -> None:
    lines = list(learned({"small": small}))
    assert sum(line.startswith("| ") for line in lines) == 1 + 4
    assert any(line.startswith("Shipped weight") and "words 0.50" in line for line in lines)
