"""An assessment is kept in the history as an entry, and two of them are compared fact by fact."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from muvofiq.assessment.assessment import Assessment, changes, differences, merged
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


@given(ANY, ANY)
def test_who_changed_nothing_takes_theirs_and_who_alone_changed_something_keeps_all(
    base: Assessment, other: Assessment
) -> None:
    assert told(merged(base, other, base)) == told(other)
    assert told(merged(base, base, other)) == told(other)
    assert told(merged(base, other, other)) == told(other)
    assert (changes(base, base), changes(base, other) == frozenset()) == (frozenset(), told(base) == told(other))


@given(ANY, ANY, ANY)
def test_in_what_is_merged_each_fact_is_mine_where_i_changed_it_and_else_theirs(
    base: Assessment, theirs: Assessment, mine: Assessment
) -> None:
    found, was, other, own = (told(one) for one in (merged(base, theirs, mine), base, theirs, mine))
    for fact in found | other | own:
        expected = own if own.get(fact) != was.get(fact) else other
        assert found.get(fact) == expected.get(fact), fact


def told(one: Assessment) -> dict[object, object]:
    """Return an assessment fact by fact, told apart from how it is merged: an element has one mark, a text a language.

    An element that is marked in both ways, which no form can send, counts as not covered.
    """
    entry = {"reason": {}} | one.entry()
    facts = {**entry.pop("particulars", {}), **entry}
    marks = {("mark", at): name for name in ("covered", "uncovered") for at in facts.pop(name, ())}
    facts["gaps"] = frozenset(facts.pop("gaps", ())) or None
    texts = {(name, code): words for name, of in facts.items() if isinstance(of, dict) for code, words in of.items()}
    flat = {name: value for name, value in facts.items() if not isinstance(value, dict) and value}
    return {**flat, **marks, **{at: str(words).replace("\r\n", "\n") for at, words in texts.items()}}


def test_two_who_change_different_things_both_keep_them() -> None:
    base = Assessment(Verdict.PARTIAL, reason={"en": "a\nb", "ru": "а"}, particulars=Particulars(covered=(1,)))
    theirs = Assessment(Verdict.FULL, reason={"en": "a\nb", "ru": "б"}, particulars=Particulars(covered=(1, 2)))
    mine = Assessment(
        Verdict.PARTIAL,
        Verdict.NO_DATA,
        {"en": "a\r\nb", "ru": "а", "tg": ""},
        Particulars(uncovered=(1, 3), gaps=(Gap.DEADLINE,)),
    )
    expected = Particulars(covered=(2,), uncovered=(1, 3), gaps=(Gap.DEADLINE,))
    assert merged(base, theirs, mine) == Assessment(Verdict.FULL, Verdict.NO_DATA, theirs.reason, expected)
    assert changes(base, mine) == {"practice", "covered", "uncovered", "gaps"}
    assert changes(base, theirs) == {"law", "reason", "covered"}
