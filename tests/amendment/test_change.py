from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.amendment.change import (
    ALL,
    SORTS,
    Change,
    DeleteWords,
    EnterIntoForce,
    InsertSentences,
    InsertUnits,
    InsertWords,
    NewEdition,
    NumberUnits,
    RemoveUnits,
    Renumber,
    Repeal,
    ReplaceWords,
    Suspend,
)
from muvofiq.amendment.place import Place
from tests.amendment.test_place import PLACES

WHERE = st.lists(PLACES, min_size=1, max_size=3).map(tuple)
TEXT = st.text(max_size=20)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
NTH = st.none() | st.integers(-1, 5)
DAYS = st.none() | st.dates()
CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(ReplaceWords, WHERE, TEXTS, TEXTS, NTH),
    st.builds(DeleteWords, WHERE, TEXTS, NTH),
    st.builds(InsertWords, WHERE, TEXTS, TEXTS, st.booleans(), NTH),
    st.builds(InsertSentences, WHERE, TEXT, st.integers(0, 5)),
    st.builds(NewEdition, WHERE, TEXT),
    st.builds(
        InsertUnits, WHERE, TEXT, st.none() | PLACES, st.booleans(), st.lists(st.integers(1, 60), max_size=2).map(tuple)
    ),
    st.builds(RemoveUnits, WHERE),
    st.builds(Repeal, WHERE),
    st.builds(Renumber, WHERE, TEXTS),
    st.builds(NumberUnits, WHERE, TEXT),
    st.builds(Suspend, WHERE, DAYS, TEXT),
    st.builds(EnterIntoForce, WHERE, DAYS, TEXT),
)


@given(change=CHANGES)
def test_a_change_is_read_as_it_was_written(change: Change) -> None:
    assert Change.parse(str(change)) == change
    assert "\n" not in str(change)


def test_every_sort_of_change_is_written_with_a_verb_of_its_own() -> None:
    assert len(SORTS) == len(ALL)
    assert {sort.__name__ for sort in ALL} == {sort.__name__ for sort in Change.__subclasses__()}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "replace-words art_5",
        "rewrite art_5 {}",
        'replace-words art_5 {"olt": ["a"], "new": ["b"]}',
        'replace-words nowhere {"old": ["a"], "new": ["b"]}',
        "repeal art_5 {",
        'suspend art_5 {"until": "soon"}',
        "new-edition art_5 {}",
    ],
)
def test_what_is_no_change_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="is no change of a law"):
        Change.parse(text)


def test_a_change_can_be_made_at_other_places() -> None:
    change = Suspend((Place.parse("art_5"),), date(2027, 1, 1))
    there = (Place.parse("art_6"), Place.parse("art_7"))
    assert change.at(*there) == Suspend(there, date(2027, 1, 1))
