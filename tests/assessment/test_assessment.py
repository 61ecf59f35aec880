"""An assessment is kept in the history as an entry, and two of them are compared fact by fact."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from muvofiq.assessment.assessment import Assessment, differences
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import Gap
from muvofiq.assessment.verdict import Verdict
from tests.assessment.test_particulars import SOME, WORDS

ANY = some.builds(
    Assessment,
    law=some.sampled_from(Verdict),
    practice=some.sampled_from(Verdict),
    reason=WORDS,
    particulars=SOME,
)


@given(ANY)
def test_an_entry_of_the_history_is_read_back(one: Assessment) -> None:
    assert Assessment.from_entry(one.entry()) == one


def test_an_entry_from_before_there_were_particulars_is_read_too() -> None:
    old = {"law": "stricter", "practice": "not_assessed", "reason": {"en": "More."}}
    assert Assessment.from_entry(old) == Assessment(Verdict.PROTECTS_MORE, reason={"en": "More."})


@given(ANY, ANY)
def test_two_differ_exactly_where_their_entries_do(one: Assessment, other: Assessment) -> None:
    assert differences(one, one) == ()
    assert bool(differences(one, other)) == (one.entry() != other.entry())
    assert set(differences(one, other)) == set(differences(other, one))


def test_the_differences_are_named_the_verdicts_first() -> None:
    one = Assessment(Verdict.FULL, Verdict.NO_DATA, {"en": "a"}, Particulars(gaps=(Gap.DEADLINE,)))
    other = Assessment(Verdict.PARTIAL, Verdict.FULL, {"en": "a"})
    assert differences(one, other) == ("law", "practice", "gaps")


@pytest.mark.parametrize(
    ("law", "practice", "judged"),
    [("not_assessed", "not_assessed", False), ("full", "not_assessed", True), ("not_assessed", "no_data", True)],
)
def test_a_verdict_on_either_axis_is_a_judgement(law: str, practice: str, *, judged: bool) -> None:
    assert Assessment(Verdict(law), Verdict(practice)).is_judged is judged
