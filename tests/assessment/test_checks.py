"""Every quality check fires on what it is meant for, and is silent on what lies next to it."""

from dataclasses import replace
from string import Formatter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.checks import GUARDED, RULES, Weight, blocking, check_named, checked, checks
from muvofiq.assessment.facts import LIKELY, Accepted, Asked, Evidence, Facts, Hands, Norm, Proposed
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import Confidence, Cure, Gap, Severity, State, Translation
from muvofiq.assessment.verdict import Verdict
from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.tables import table

V = Verdict
REASON = {"en": "The article names no officer."}
BOUND = Norm("palermo-protocol art. 6", ("Protocol against trafficking",), binds=True)
FREE = Norm("dir-2011-36 art. 8", ("Directive against trafficking",))
DOUBTED = replace(BOUND, is_unconfirmed=True)
UNIT = Accepted("art. 4(2)", quotations=1)


def facts(law: Verdict = V.FULL, *, reason: dict[str, str] | None = None, **known: Any) -> Facts:
    """Put facts together: particulars, what is asked, evidence, hands, and facts, each under its own name."""
    practice = known.pop("practice", V.NOT_ASSESSED)
    parts: dict[str, dict[str, Any]] = {"particulars": {}, "asked": {}, "evidence": {}, "hands": {}, "facts": {}}
    owners: dict[str, type[Any]] = {"particulars": Particulars, "asked": Asked, "evidence": Evidence, "hands": Hands}
    for name, value in known.items():
        owner = next((key for key, one in owners.items() if name in one.__dataclass_fields__), "facts")
        parts[owner][name] = value
    told = Assessment(law, practice, REASON if reason is None else reason, Particulars(**parts["particulars"]))
    return Facts(
        told,
        asked=Asked(**parts["asked"]),
        evidence=Evidence(**parts["evidence"]),
        hands=Hands(**parts["hands"]),
        **parts["facts"],
    )


def accepted(**known: Any) -> tuple[Accepted, ...]:
    return (replace(UNIT, **known),)


CHECKED: dict[str, Any] = {"state": State.CHECKED}
# For each check: a finding in which it fires, and one beside it in which it does not.
CASES: dict[str, tuple[Facts, Facts]] = {
    "nothing-judged": (facts(V.NOT_ASSESSED), facts(V.NOT_ASSESSED, practice=V.NO_DATA)),
    "verdict-without-reason": (facts(reason={"en": " "}), facts(reason={"ru": "Названо."})),
    "not-applicable-without-reason": (facts(V.NOT_APPLICABLE, reason={}), facts(V.NOT_APPLICABLE)),
    "full-with-uncovered-elements": (facts(uncovered=(2,)), facts(V.PARTIAL, uncovered=(2,))),
    "partial-without-uncovered-element": (
        facts(V.PARTIAL, elements=2, covered=(1, 2)),
        facts(V.PARTIAL, elements=2, covered=(1,)),
    ),
    "not-found-with-covered-elements": (facts(V.NOT_FOUND, covered=(1,)), facts(V.NOT_FOUND, uncovered=(1,))),
    "met-without-elements": (facts(elements=3), facts(elements=3, covered=(1,))),
    "elements-not-looked-at": (
        facts(elements=3, covered=(1,), uncovered=(3,)),
        facts(elements=3, covered=(1, 2), uncovered=(3,)),
    ),
    "gap-without-kind": (facts(V.PARTIAL), facts(V.PARTIAL, gaps=(Gap.DEADLINE,))),
    "gap-without-severity": (facts(V.PARTIAL, **CHECKED), facts(V.PARTIAL, severity=Severity.LOW, **CHECKED)),
    "gap-without-cure": (facts(V.PARTIAL, **CHECKED), facts(V.PARTIAL, cure=Cure.LAW, **CHECKED)),
    "severe-without-harm": (facts(severity=Severity.HIGH), facts(severity=Severity.MEDIUM)),
    "gap-described-where-none-is": (facts(gaps=(Gap.SANCTION,)), facts(V.PARTIAL, gaps=(Gap.SANCTION,))),
    "elsewhere-without-act": (facts(V.ELSEWHERE), facts(V.ELSEWHERE, another_act={"en": "Order 12 of 2020"})),
    "practice-without-source": (facts(practice=V.PARTIAL), facts(practice=V.NO_DATA)),
    "read-in-machine-translation": (facts(translation=Translation.MACHINE), facts(translation=Translation.ON_FILE)),
    "reason-not-in-their-language": (
        facts(languages=("ru", "tg"), **CHECKED),
        facts(languages=("en", "tg"), **CHECKED),
    ),
    "personal-data-in-text": (facts(personal=("A1234567",)), facts()),
    "verdict-without-evidence": (facts(), facts(accepted=(UNIT,))),
    "evidence-without-quotation": (facts(accepted=accepted(quotations=0)), facts(accepted=(UNIT,))),
    "not-found-but-accepted": (facts(V.NOT_FOUND, accepted=(UNIT,)), facts(V.PARTIAL, accepted=(UNIT,))),
    "not-found-unopened-candidate": (
        facts(V.NOT_FOUND, proposed=Proposed("art. 4", LIKELY)),
        facts(V.NOT_FOUND, proposed=Proposed("art. 4", LIKELY - 0.01)),
    ),
    "not-found-before-newer-texts": (facts(V.NOT_FOUND, unmatched=1), facts(V.NOT_AVAILABLE, unmatched=1)),
    "not-found-while-texts-are-missing": (facts(V.NOT_FOUND, missing=2), facts(V.NOT_AVAILABLE, missing=2)),
    "not-found-in-an-open-list": (facts(V.NOT_FOUND, **CHECKED), facts(V.NOT_FOUND, is_complete=True, **CHECKED)),
    "quote-from-outdated-edition": (facts(accepted=accepted(is_outdated=True)), facts(accepted=(UNIT,))),
    "quote-broken": (facts(accepted=accepted(broken=1)), facts(accepted=(UNIT,))),
    "edition-without-day": (facts(accepted=accepted(is_dated=False), **CHECKED), facts(accepted=(UNIT,), **CHECKED)),
    "scan-not-proofread": (facts(accepted=accepted(is_proofread=False)), facts(accepted=(UNIT,))),
    "stale-translation": (facts(accepted=accepted(is_stale=True)), facts(accepted=(UNIT,))),
    "contradicts-without-norm": (facts(V.CONTRADICTS), facts(V.CONTRADICTS, norm=BOUND.citation)),
    "contradicts-norm-not-binding": (
        facts(V.CONTRADICTS, norm=FREE.citation, norms=(FREE, BOUND)),
        facts(V.CONTRADICTS, norm=BOUND.citation, norms=(FREE, BOUND)),
    ),
    "differs-without-norm": (facts(V.DIFFERS), facts(V.DIFFERS, norm=FREE.citation)),
    "differs-from-binding-norm": (
        facts(V.DIFFERS, norm=BOUND.citation, norms=(FREE, BOUND)),
        facts(V.DIFFERS, norm=FREE.citation, norms=(FREE, BOUND)),
    ),
    "norm-not-cited": (
        facts(norm="echr art. 4", norms=(FREE,)),
        facts(norm="dir-2011-36 art. 9", norms=(FREE,)),  # another place in the same instrument
    ),
    "norm-unconfirmed": (
        facts(V.CONTRADICTS, norm=DOUBTED.citation, norms=(DOUBTED,), **CHECKED),
        facts(V.CONTRADICTS, norm=BOUND.citation, norms=(BOUND,), **CHECKED),
    ),
    "citation-unconfirmed": (facts(norms=(DOUBTED, FREE), **CHECKED), facts(norms=(BOUND, FREE), **CHECKED)),
    "requirement-unsigned": (facts(is_signed=False, **CHECKED), facts(is_signed=True, **CHECKED)),
    "only-treaty-without-treaty": (facts(V.ONLY_TREATY), facts(V.ONLY_TREATY, treaty={"en": "The Protocol"})),
    "only-treaty-not-in-force": (
        facts(V.ONLY_TREATY, treaty={"en": "Directive against trafficking, art. 8"}, norms=(FREE, BOUND)),
        facts(V.ONLY_TREATY, treaty={"en": "the protocol against Trafficking, art. 6"}, norms=(FREE, BOUND)),
    ),
    "only-treaty-not-cited": (
        facts(V.ONLY_TREATY, treaty={"en": "A convention of two states"}, norms=(BOUND,)),
        facts(V.ONLY_TREATY, treaty={"en": "palermo-protocol art. 6"}, norms=(BOUND,)),
    ),
    "criminal-liability-needs-code": (facts(V.ONLY_TREATY, is_offence=True), facts(V.PARTIAL, is_offence=True)),
    "look-again-open": (facts(look_again=True), facts()),
    "opinion-awaited": (facts(awaited=1, **CHECKED), facts(opinions=1, **CHECKED)),
    "disagreement-open": (facts(disagreements=1, **CHECKED), facts(opinions=1, **CHECKED)),
    "checked-by-who-judged": (facts(checked_own="Anna", **CHECKED), facts(**CHECKED)),
    "unsure-without-second-opinion": (
        facts(confidence=Confidence.LOW),
        facts(confidence=Confidence.LOW, opinions=1),
    ),
    "objection-unanswered": (facts(objections=1, **CHECKED), facts(**CHECKED)),
    "agency-answer-unread": (facts(unread=2, **CHECKED), facts(**CHECKED)),
    "gap-without-recommendation": (facts(V.NOT_FOUND, **CHECKED), facts(V.NOT_FOUND, recommendations=1, **CHECKED)),
}


def fired(one: Facts) -> set[str]:
    return {failure.check.id for failure in checked(one)}


def test_every_check_has_a_case_that_fires_and_one_that_does_not() -> None:
    assert set(CASES) == set(checks()) == set(RULES)
    assert len(CASES) >= 18


@pytest.mark.parametrize("name", CASES)
def test_a_check_fires_on_what_it_is_meant_for(name: str) -> None:
    assert name in fired(CASES[name][0])


@pytest.mark.parametrize("name", CASES)
def test_a_check_is_silent_on_what_lies_next_to_it(name: str) -> None:
    assert name not in fired(CASES[name][1])


def test_an_opened_candidate_is_no_longer_held_against_the_verdict() -> None:
    opened = facts(V.NOT_FOUND, proposed=Proposed("art. 4", 0.9, is_opened=True))
    assert "not-found-unopened-candidate" not in fired(opened)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_check_says_is_filled_in_and_begins_with_its_name(name: str, language: str) -> None:
    failure = next(one for one in checked(CASES[name][0]) if one.check.id == name)
    for text in (failure.message(language), failure.why(language), failure.remedy(language)):
        assert text
        assert "{" not in text
    assert failure.message(language).startswith(failure.check.name(language))
    assert "{" not in failure.check.name(language)


def test_all_languages_of_a_check_take_the_same_values_and_none_of_its_names_is_that_of_another() -> None:
    for one in checks().values():
        fields = {
            code: sorted(name for _, name, _, _ in Formatter().parse(text) if name)
            for code, text in one.messages.items()
        }
        assert len({tuple(names) for names in fields.values()}) == 1, one.id
    for language in LANGUAGES:
        names = [one.name(language) for one in checks().values()]
        assert len(set(names)) == len(names)


def test_the_table_of_checks_is_whole() -> None:
    rows = table("checks.csv")
    assert all(row[column] for row in rows for column in row)
    assert {State(row["before"]) for row in rows} == set(GUARDED)
    weights = [one.severity for one in checks().values()]
    assert weights == sorted(weights, key=list(Weight).index)
    assert check_named("quote-broken") is checks()["quote-broken"]
    assert check_named("no-such-check") is None


def test_what_matters_only_when_it_is_shown_does_not_disturb_a_draft() -> None:
    draft = facts(V.CONTRADICTS, norm=DOUBTED.citation, norms=(DOUBTED,), is_signed=False, accepted=(UNIT,))
    assert fired(draft).isdisjoint({"norm-unconfirmed", "requirement-unsigned"})
    assert {"norm-unconfirmed", "requirement-unsigned"} <= fired(replace(draft, state=State.CHECKED))


def test_errors_keep_a_finding_from_the_state_before_which_they_should_be_mended_and_from_no_other() -> None:
    one = facts(V.CONTRADICTS, norm=DOUBTED.citation, norms=(DOUBTED,), accepted=(UNIT,))
    assert blocking(one, State.CHECKED) == ()
    assert [failure.check.id for failure in blocking(one, State.SHOWN)] == ["norm-unconfirmed"]
    assert blocking(one, State.AGREED) == ()
    bare = facts(V.FULL)
    assert [failure.check.id for failure in blocking(bare, State.CHECKED)] == ["verdict-without-evidence"]


@given(
    st.sampled_from(Verdict),
    st.sampled_from(Verdict),
    st.sampled_from(State),
    st.lists(st.integers(1, 5), unique=True),
)
def test_whatever_was_judged_the_checks_can_say_what_they_found(
    law: Verdict, practice: Verdict, state: State, covered: list[int]
) -> None:
    one = facts(law, practice=practice, reason={}, covered=tuple(covered), elements=5, state=state)
    for failure in checked(one):
        assert all(failure.message(language) for language in LANGUAGES)
    for to in State:
        assert all(failure.check.severity is Weight.ERROR for failure in blocking(one, to))


@pytest.mark.parametrize("law", [V.FULL, V.PROTECTS_MORE])
def test_what_is_met_in_full_without_any_element_looked_at_is_kept_from_moving_on(law: V) -> None:
    bare = facts(law, elements=3)
    assert "met-without-elements" in {str(one.check) for one in blocking(bare, State.CHECKED)}
    assert "elements-not-looked-at" not in {str(one.check) for one in checked(bare)}
    some = facts(law, elements=3, covered=(1,))
    assert "met-without-elements" not in {str(one.check) for one in blocking(some, State.CHECKED)}
    assert "elements-not-looked-at" in {str(one.check) for one in checked(some)}
