"""A source comes back out of its letter as it went in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.text.damage import Damage, Repair
from muvofiq.text.letter import read_letter, write_letter
from muvofiq.text.read import read_bytes
from muvofiq.text.source import LeftOut, Line, Reason, Remark, Source
from tests.paths import TAJIK

NUMBERS = st.integers(1, 9999)
LINES = st.builds(Line, NUMBERS, st.text(), st.booleans(), st.text(), st.booleans(), st.booleans())
SOURCES = st.builds(
    Source,
    name=st.text(),
    format=st.sampled_from(["PDF", "Word", "text"]),
    sha256=st.text("0123456789abcdef", max_size=64),
    lines=st.lists(LINES, max_size=4).map(tuple),
    encoding=st.none() | st.just("utf-8"),
    remarks=st.lists(st.builds(Remark, st.text(), NUMBERS), max_size=2).map(tuple),
    left_out=st.lists(st.builds(LeftOut, NUMBERS, st.text(), st.sampled_from(Reason)), max_size=2).map(tuple),
    repairs=st.lists(st.builds(Repair, NUMBERS, st.text(), st.text(), st.sampled_from(Damage)), max_size=2).map(tuple),
)


@given(SOURCES)
def test_a_source_comes_back_out_of_its_letter(source: Source) -> None:
    back = read_letter(write_letter(source))
    assert back == source
    assert all(type(one.reason) is Reason for one in back.left_out), "a word of ours, not its letters"
    assert all(type(one.damage) is Damage for one in back.repairs)


def test_our_sample_law_comes_back_out_of_its_letter() -> None:
    source = read_bytes(TAJIK.read_bytes(), TAJIK.name)
    assert read_letter(write_letter(source)) == source


@pytest.mark.parametrize("letter", ["", "{}", "[1]", '{"lines": 3}'])
def test_what_is_no_letter_is_refused(letter: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        read_letter(letter)
