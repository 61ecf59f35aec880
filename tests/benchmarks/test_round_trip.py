"""The table of the round trip counts what came back, and what was worded anew though words would do."""

import pytest

from benchmarks import round_trip
from benchmarks.edits import SORTS, edit, laws
from benchmarks.round_trip import Outcome, round_trip_section, shares, told
from muvofiq.amendment.wording import wording_of

OUTCOMES = (
    Outcome(1, "ru", ("replace words",)),
    Outcome(2, "ru", ("replace words",), is_anew=True),
    Outcome(3, "ru", ("new wording", "replace words"), is_anew=True, is_article_anew=True),
    Outcome(4, "tg", ("heading",), "gives «1», not «2»"),
)


def test_a_paragraph_reworded_as_a_whole_may_be_put_in_a_new_edition() -> None:
    assert shares(OUTCOMES) == (0.75, 0.5, 0.25, 0.25)
    assert list(told(OUTCOMES))[2:] == [
        "| ru | 3 | 1.000 | 0.667 | 0.333 | 0.333 |",
        "| tg | 1 | 0.000 | 0.000 | 0.000 | 0.000 |",
        "| all | 4 | 0.750 | 0.500 | 0.250 | 0.250 |",
    ]


def test_the_section_says_whether_the_targets_are_met(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(round_trip, "laws", lambda **_: ())
    monkeypatch.setattr(round_trip, "try_edits", lambda *_, **__: iter(OUTCOMES))
    assert "\nTargets: **missed**.\n" in list(round_trip_section())
    monkeypatch.setattr(round_trip, "try_edits", lambda *_, **__: iter(OUTCOMES[:1]))
    assert "\nTargets: met.\n" in list(round_trip_section())


def test_edits_are_the_same_each_time_and_of_every_sort() -> None:
    edits = [edit(1, number, with_real=False) for number in range(150)]
    assert [wording_of(one.proposed) for one in edits] == [
        wording_of(edit(1, number, with_real=False).proposed) for number in range(150)
    ]
    assert {sort for one in edits for sort in one.sorts} == set(SORTS)
    assert {one.law.language for one in edits} == {"ru", "tg"}
    assert len(laws(with_real=False)) > 5
