"""The engine runs against the key of the workshop exercise and reports how well it does; there is no target."""

import re
from collections.abc import Callable

import pytest

from benchmarks.workshop import Figures, articles_of_key, figures, measure, report
from muvofiq.alignment.e5 import load
from muvofiq.alignment.errors import ModelMissing
from muvofiq.alignment.match import Meaning
from muvofiq.assessment.exercise import Exercise
from tests.alignment.small import LetterModel, Memory

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
        meaning = Meaning(load(), Memory())
    except ModelMissing as missing:
        pytest.skip(str(missing))
    rows = dict(measure(EXERCISE, meaning))
    assert list(rows) == ["muvofiq", "BM25", "embeddings", "RRF"]
    assert all(0 < row.mrr <= 1 for row in rows.values())
    for name, row in rows.items():
        record_property("workshop", f"| {name} | {row} |")


def test_the_page_of_figures_has_a_row_for_each_system() -> None:
    lines = list(report(Meaning(LetterModel(), Memory())))
    assert sum(line.startswith("| ") for line in lines) == 1 + 4 + 1
    assert sum(line.startswith("| ") for line in report(None)) == 1 + 2
