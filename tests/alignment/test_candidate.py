"""The reasons of a proposal travel as plain data and read as sentences."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.alignment.candidate import Candidate, Found, Reason
from muvofiq.alignment.signals import SIGNALS

TEXTS = st.text(max_size=20)
REASONS = st.builds(
    Reason,
    words=st.lists(TEXTS).map(tuple),
    concepts=st.lists(TEXTS).map(tuple),
    meaning_rank=st.none() | st.integers(1, 9999),
    model=TEXTS,
    act=TEXTS,
    form=TEXTS,
    signals=st.dictionaries(st.sampled_from(sorted(SIGNALS)), st.floats(-99, 99)),
)
REASON = Reason(
    ("жертвы", "торговли"),
    ("жертва",),
    3,
    "Защита жертв",
    "criminal_code",
    "time_limit",
    {"place": 0.7, "model words": 1.204, "model meaning": -2.0},
)


@given(REASONS)
def test_a_reason_is_read_back_from_what_it_gives_also_through_a_file(reason: Reason) -> None:
    assert Reason.from_entry(reason.entry()) == reason
    assert Reason.from_entry(json.loads(json.dumps(reason.entry()))) == reason


def test_what_an_older_entry_lacks_is_empty() -> None:
    entry = {"words": ["жертвы"], "concepts": [], "meaning_rank": None}
    assert Reason.from_entry(entry) == Reason(words=("жертвы",))
    assert Reason.from_entry({}) == Reason()


def test_a_reason_names_words_concepts_place_and_model_article() -> None:
    assert str(REASON) == (
        "words: жертвы, торговли; concepts: жертва; meaning: place 3 by the embedding alone; "
        "model article: Защита жертв (criminal code, time limit)"
    )


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (Reason(), ""),
        (Reason(words=("жертвы",)), "words: жертвы"),
        (replace(REASON, words=(), concepts=(), meaning_rank=None, act="", form=""), "model article: Защита жертв"),
        (replace(REASON, words=(), concepts=(), meaning_rank=None, model=""), ""),
    ],
)
def test_a_reason_says_nothing_of_what_it_lacks(reason: Reason, told: str) -> None:
    assert str(reason) == told


def test_the_formula_gives_the_greatest_part_first() -> None:
    assert REASON.formula == "-2.00 model meaning +1.20 model words +0.70 place"
    assert Reason().formula == ""


def test_equal_parts_of_the_formula_stand_in_the_order_of_their_names() -> None:
    assert Reason(signals={"words": 1.0, "kin": -1.0}).formula == "-1.00 kin +1.00 words"


@given(REASONS)
def test_the_formula_tells_every_signal_with_its_sign(reason: Reason) -> None:
    told = reason.formula
    assert all(f"{value:+.2f} {name}" in told for name, value in reason.signals.items())


def test_nothing_found_is_certainly_nothing() -> None:
    assert (Found(()).confidence, Found(()).nothing, Found(()).is_probably_nothing) == (0.0, 1.0, True)


@pytest.mark.parametrize(("nothing", "is_probably_nothing"), [(0.2, False), (0.5, False), (0.51, True)])
def test_it_is_told_when_nothing_is_likelier_than_something(nothing: float, *, is_probably_nothing: bool) -> None:
    proposed = (Candidate("law~art_1", 1, 0.5, Reason()),)
    assert Found(proposed, 0.4, nothing).is_probably_nothing is is_probably_nothing
