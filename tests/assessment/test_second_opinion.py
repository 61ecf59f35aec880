"""Where two people say otherwise, and how often they say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.second_opinion import (
    LEAST,
    Concord,
    concord,
    disagreements,
    disputed_elements,
    says_the_same,
)
from muvofiq.assessment.verdict import Verdict

FULL, PARTIAL, SILENT = Verdict.FULL, Verdict.PARTIAL, Verdict.NOT_ASSESSED
VERDICTS = st.sampled_from(list(Verdict))
NUMBERS = st.lists(st.integers(1, 6), unique=True).map(tuple)


def held(
    law: Verdict = SILENT, practice: Verdict = SILENT, yes: tuple[int, ...] = (), no: tuple[int, ...] = ()
) -> Assessment:
    return Assessment(law, practice, {"en": f"{law}"}, Particulars(covered=yes, uncovered=no))


ASSESSMENTS = st.builds(held, VERDICTS, VERDICTS, NUMBERS, NUMBERS)


@pytest.mark.parametrize(
    ("one", "other", "on"),
    [
        (held(FULL), held(FULL), ()),
        (held(FULL), held(PARTIAL), ("law",)),
        (held(FULL), held(SILENT), ()),
        (held(FULL, PARTIAL), held(FULL, Verdict.NOT_FOUND), ("practice",)),
        (held(FULL, Verdict.NO_DATA), held(FULL, PARTIAL), ("practice",)),
        (held(FULL, SILENT), held(FULL, PARTIAL), ()),
        (held(PARTIAL, yes=(1,), no=(2,)), held(PARTIAL, yes=(1, 2)), ("elements",)),
        (held(PARTIAL, yes=(1,)), held(PARTIAL, yes=(2,)), ()),  # neither says that the other's is not covered
        (held(FULL, yes=(1,)), held(PARTIAL, no=(1,)), ("law", "elements")),
    ],
)
def test_people_disagree_where_both_have_judged_and_say_otherwise(
    one: Assessment, other: Assessment, on: tuple[str, ...]
) -> None:
    assert disagreements(one, other) == on
    assert disagreements(other, one) == on


def test_the_disputed_elements_are_named() -> None:
    assert disputed_elements(held(yes=(1, 3), no=(2,)), held(yes=(2,), no=(3, 4))) == (2, 3)


@given(ASSESSMENTS, ASSESSMENTS)
def test_who_says_the_same_does_not_disagree(one: Assessment, other: Assessment) -> None:
    sound = not set(one.particulars.covered) & set(one.particulars.uncovered)
    assert says_the_same(one, one)
    if says_the_same(one, other) and sound:
        assert disagreements(one, other) == ()


def test_agreement_counts_only_what_both_judged() -> None:
    assert concord([(FULL, FULL), (FULL, PARTIAL), (SILENT, FULL), (FULL, SILENT)]) == Concord(1, 2)
    assert concord([(FULL, FULL), (FULL, PARTIAL)]).percent == 50
    assert concord([]).percent is None


def test_kappa_is_that_of_the_textbook() -> None:
    """Of 50 pairs 35 are the same; by chance 0.5 would be: kappa is 0.4."""
    pairs = [(FULL, FULL)] * 20 + [(FULL, PARTIAL)] * 5 + [(PARTIAL, FULL)] * 10 + [(PARTIAL, PARTIAL)] * 15
    told = concord(pairs)
    assert (told.same, told.judged) == (35, 50)
    assert told.kappa == pytest.approx(0.4)


def test_kappa_is_left_out_where_it_says_nothing() -> None:
    assert concord([(FULL, PARTIAL)] * (LEAST - 1)).kappa is None
    assert concord([(FULL, PARTIAL)] * LEAST).kappa == pytest.approx(0.0)
    assert concord([(FULL, FULL)] * LEAST).kappa is None  # one verdict every time: chance explains it all


@given(st.lists(st.tuples(VERDICTS, VERDICTS), max_size=60))
def test_kappa_lies_between_minus_one_and_one_and_is_one_only_for_sameness(
    pairs: list[tuple[Verdict, Verdict]],
) -> None:
    told = concord(pairs)
    assert 0 <= told.same <= told.judged <= len(pairs)
    if told.kappa is not None:
        assert -1 <= told.kappa <= 1 + 1e-9
        assert (told.kappa == pytest.approx(1)) == (told.same == told.judged)
