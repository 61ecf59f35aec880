"""Phrases are found in any inflection, also where other words stand between."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.alignment.phrase import FARTHEST, Row

TEXTS = st.text(st.sampled_from("abв ,.;-–…_\nнеили угроза насилие применение İ"), max_size=80)


def found(text: str, phrase: str, language: str = "ru") -> list[str]:
    row = Row(text, language)
    return [" ".join(text[row.words[at].start : row.words[at].end] for at in run) for run in row.runs([phrase])]


def test_a_word_is_found_in_its_inflections_where_it_stands() -> None:
    assert found("Вербовка, вербовки и вербовкой", "вербовка") == ["Вербовка", "вербовки", "вербовкой"]


@pytest.mark.parametrize(
    ("text", "phrase", "is_found"),
    [
        ("применение силы", "применение силы", True),
        ("применением грубой физической силы", "применение силы", True),
        ("применением грубой тайной физической силы", "применение силы", False),
        ("применением или не применением силы", "применение силы", True),
        ("применения обмана, силы", "применение силы", False),
        ("применения обмана, силы", "применение, силы", True),
        ("применения обмана; силы", "применение, силы", False),
        ("угрозы применения", "угроза_применения", True),
        ("угрозы или применения", "угроза_применения", False),
        ("угрозы, применения", "угроза_применения", False),
        ("угрозы и применения", "угроза_применения", False),
        ("согласие лица, родителей и опекунов на всё это не учитывается", "согласие … не учитывается", True),
        ("согласие даётся. Оно не учитывается", "согласие … не учитывается", False),
        ("согласие – это право; не учитывается", "согласие … учитывается", False),
        ("силы применение", "применение силы", False),
    ],
)
def test_the_signs_of_a_phrase_say_what_may_stand_between(text: str, phrase: str, *, is_found: bool) -> None:
    assert bool(found(text, phrase)) is is_found


def test_words_that_only_join_others_are_passed_but_not_without_end() -> None:
    assert found("согласие " + "или " * FARTHEST + "утрата", "согласие утрата")
    assert not found("согласие " + "или " * (FARTHEST + 1) + "утрата", "согласие утрата")


def test_of_overlapping_runs_the_longest_then_the_tightest_is_chosen() -> None:
    row = Row("применения или применения физического насилия", "ru")
    runs = row.runs(["насилие", "применение насилия"])
    assert sorted(runs) == [(0, 4), (2, 4), (4,)]
    assert row.apart(runs) == [(2, 4)]


def test_a_run_is_parted_where_a_telling_word_stands_between() -> None:
    row = Row("abuse of a position of some vulnerability", "en")
    assert row.pieces(row.runs(["abuse position vulnerability"])[0]) == [(0, 2), (5,)]


def test_stretches_of_untold_words_end_at_told_words_and_at_commas() -> None:
    row = Row("вербовка для участия в боях, азартные игры и споры", "ru")
    assert [[row.words[at].stem for at in run] for run in row.untold({0})] == [
        ["участ", "бо"],
        ["азартн", "игр", "спор"],
    ]


@given(TEXTS, st.sampled_from(["en", "ru", "tg", "kk"]))
def test_words_stand_in_order_and_never_overlap(text: str, language: str) -> None:
    words = Row(text, language).words
    assert all(0 <= one.start < one.end <= len(text) for one in words)
    assert all(one.end <= other.start and one.sentence <= other.sentence for one, other in pairwise(words))


@given(TEXTS, st.lists(st.sampled_from(["угроза насилие", "не … или", "применение, угроза", "или_не"]), max_size=4))
def test_runs_rise_and_chosen_runs_share_no_word(text: str, phrases: list[str]) -> None:
    row = Row(text, "ru")
    runs = row.runs(phrases)
    assert all(list(run) == sorted(set(run)) for run in runs)
    chosen = row.apart(runs)
    assert set(chosen) <= set(runs)
    assert len({at for run in chosen for at in run}) == sum(map(len, chosen))


@given(TEXTS, st.sets(st.integers(0, 40)))
def test_every_telling_word_is_told_or_in_one_stretch(text: str, told: set[int]) -> None:
    row = Row(text, "ru")
    telling = [at for at, word in enumerate(row.words) if word.is_telling and at not in told]
    assert [at for run in row.untold(told) for at in run] == telling
