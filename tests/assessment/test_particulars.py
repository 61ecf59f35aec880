"""The particulars of a verdict are written and read back to the letter, and marks follow their elements."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from muvofiq.assessment.particulars import CHOICES, TEXTS, Particulars
from muvofiq.assessment.scale import Cure, Gap, Severity
from muvofiq.standards.thesaurus import LANGUAGES

NUMBERS = some.lists(some.integers(1, 9), unique=True).map(tuple)
WORDS = some.dictionaries(some.sampled_from(LANGUAGES), some.text(min_size=1))
SOME = some.builds(
    Particulars,
    covered=NUMBERS,
    uncovered=NUMBERS,
    gaps=some.lists(some.sampled_from(Gap), unique=True).map(tuple),
    norm=some.text(),
    **{name: some.none() | some.sampled_from(list(scale)) for name, scale in CHOICES.items()},
    **dict.fromkeys(TEXTS, WORDS),
)
OLD = [{"en": "a term of one hour"}, {"en": "an interpreter", "ru": "переводчик"}, {"en": "no fee"}]


@given(SOME)
def test_what_is_written_is_read_back(one: Particulars) -> None:
    assert Particulars.parse(str(one)) == one
    assert Particulars.from_entry(one.entry()) == one


def test_what_is_left_open_is_written_as_nothing() -> None:
    assert str(Particulars()) == ""
    assert Particulars.parse("") == Particulars()
    assert Particulars(severity=Severity.LOW, harm={"en": ""}).entry() == {"severity": "low"}


def test_a_word_of_no_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="by_decree"):
        Particulars.parse('{"cure": "by_decree"}')


def test_marks_follow_their_elements_into_another_order() -> None:
    new = [OLD[2], OLD[0], {"en": "an interpreter", "ru": "устный переводчик"}]
    found = Particulars(covered=(1, 2), uncovered=(3,), cure=Cure.LAW).renumbered(OLD, new)
    assert found == Particulars(covered=(2, 3), uncovered=(1,), cure=Cure.LAW)


def test_an_element_that_is_worded_otherwise_or_gone_is_left_open() -> None:
    new = [{"en": "a term of two hours"}, OLD[1]]
    assert Particulars(covered=(1, 2), uncovered=(3,)).renumbered(OLD, new) == Particulars(covered=(2,))


@given(SOME)
def test_under_the_same_elements_no_mark_of_them_changes(one: Particulars) -> None:
    same = [{"en": f"element {at}"} for at in range(1, 10)]
    found = one.renumbered(same, same)
    assert set(found.covered) == set(one.covered)
    assert set(found.uncovered) == set(one.uncovered)
