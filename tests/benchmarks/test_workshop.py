"""The engine runs against the key of the workshop exercise and reports how well it does; there is no target."""

import re
from collections.abc import Callable

import pytest

from benchmarks.workshop import WORDINGS_ASKED, Figures, articles_of_key, doubts, figures, measure, report, run
from muvofiq.alignment.e5 import load
from muvofiq.alignment.errors import ModelMissing
from muvofiq.alignment.meaning import Meaning
from muvofiq.assessment.exercise import Exercise
from tests.alignment.small import Memory
from tests.benchmarks.small_set import letters

EXERCISE = Exercise.named("workshop")


def test_a_hit_is_any_article_of_the_key_among_the_first() -> None:
    answers = {"a": ["x~art_1", "x~art_2"], "b": ["y~art_9"], "c": []}
    found = {"a": ["x~art_7", "x~art_2", "x~art_1"], "b": ["y~art_1"], "c": ["x~art_1"]}
    assert figures(answers, found) == Figures(2, hit_1=0, hit_3=0.5, hit_5=0.5, mrr=0.25, recall_5=0.5)


def test_nothing_asked_and_nothing_found_count_as_nothing() -> None:
    assert figures({}, {}) == Figures(0, 0, 0, 0, 0, 0)
    assert figures({"a": ["x~art_1"]}, {}) == Figures(1, 0, 0, 0, 0, 0)


def test_an_answer_deeper_than_an_article_counts_for_its_article() -> None:
    articles = articles_of_key(EXERCISE)
    assert len(articles) == 60
    assert articles["vul-definition"] == ["border~art_2"]
    named = {one for answer in articles.values() for one in answer}
    assert all(re.fullmatch(r"[a-z]+~(?:part_[^_]+__|sec_\w+?__|chp_\w+?__)*art_[\w-]+", one) for one in named)


def test_the_engine_without_a_model_runs_against_the_key(record_property: Callable[[str, object], None]) -> None:
    rows = dict(measure(EXERCISE, None))
    assert set(rows) == {"muvofiq", "BM25"}
    assert {row.asked for row in rows.values()} == {52}
    for name, row in rows.items():
        label = "muvofiq without the model" if name == "muvofiq" else name
        record_property("workshop", f"| {label} | {row} |")


def test_the_engine_with_the_model_runs_against_the_key(record_property: Callable[[str, object], None]) -> None:
    try:
        model = load()
    except ModelMissing as missing:
        pytest.skip(str(missing))
    rows = dict(measure(EXERCISE, Meaning(model.model, Memory(), model)))
    assert list(rows) == ["muvofiq", "BM25", "embeddings", "RRF"]
    assert all(0 < row.mrr <= 1 for row in rows.values())
    for name, row in rows.items():
        record_property("workshop", f"| {name} | {row} |")


def test_every_system_replies_with_the_acts_called_as_in_the_key() -> None:
    acts = set(EXERCISE.laws("ru"))
    replies = run(EXERCISE, letters())
    named = {unit.partition("~")[0] for each in replies.values() for reply in each.values() for unit in reply.ranked}
    assert set(replies) == {"muvofiq", "BM25", "embeddings", "RRF"}
    assert named <= acts


def test_more_words_are_asked_of_the_plain_systems_alone() -> None:
    few, more = (dict(measure(EXERCISE, None, words=words)) for words in WORDINGS_ASKED)
    assert few["muvofiq"] == more["muvofiq"]
    assert few["BM25"] != more["BM25"]


def test_doubts_are_chances_beside_what_the_key_tells() -> None:
    confidence, right, nothing, empty = doubts(EXERCISE, None)
    assert len(confidence) == 60
    assert empty.sum() == 8
    assert not (right * empty).any()  # where the key names nothing, no first candidate is right
    assert all(0 <= chance <= 1 for chance in (*confidence, *nothing))


def test_the_page_of_figures_has_a_row_for_each_system_and_wording() -> None:
    lines = list(report(letters()))
    assert sum(line.startswith("| ") for line in lines) == 1 + 1 + 2 * 3 + 1
    assert sum(line.startswith("| ") for line in report(None)) == 1 + 1 + 2
