"""Checks that look at the verdict alone: its reason, its elements, the description of the gap."""

from collections.abc import Mapping

from muvofiq.assessment.facts import Facts
from muvofiq.assessment.rules import GAPS, MET, Rule, Values, found, listed
from muvofiq.assessment.scale import Severity, Translation
from muvofiq.assessment.verdict import Verdict

_PRACTICE_KNOWN = frozenset(Verdict) - {Verdict.NOT_ASSESSED, Verdict.NO_DATA, Verdict.NOT_APPLICABLE}


def _nothing_judged(facts: Facts) -> Values | None:
    return found(not facts.assessment.is_judged)


def _without_reason(facts: Facts) -> Values | None:
    one = facts.assessment
    return found(one.is_judged and one.law is not Verdict.NOT_APPLICABLE and not _has_words(one.reason))


def _not_applicable_without_reason(facts: Facts) -> Values | None:
    one = facts.assessment
    return found(one.law is Verdict.NOT_APPLICABLE and not _has_words(one.reason))


def _full_with_uncovered(facts: Facts) -> Values | None:
    one = facts.assessment
    return found(one.law in MET and one.particulars.uncovered, elements=listed(one.particulars.uncovered))


def _partial_without_uncovered(facts: Facts) -> Values | None:
    one = facts.assessment
    is_whole = facts.asked.elements and len(one.particulars.covered) == facts.asked.elements
    return found(one.law is Verdict.PARTIAL and is_whole)


def _not_found_with_covered(facts: Facts) -> Values | None:
    one = facts.assessment
    return found(one.law is Verdict.NOT_FOUND and one.particulars.covered, elements=listed(one.particulars.covered))


def _met_without_elements(facts: Facts) -> Values | None:
    one, number = facts.assessment, facts.asked.elements
    return found(one.law in MET and number and not _looked_at(facts), number=number)


def _elements_not_looked_at(facts: Facts) -> Values | None:
    """Find what is left; where nobody has looked at any, «met in full» is an error and told by that check alone."""
    one, looked = facts.assessment, _looked_at(facts)
    left = [at for at in range(1, facts.asked.elements + 1) if at not in looked]
    is_due = one.law is Verdict.PARTIAL or (one.law in MET and looked)
    return found(is_due and left, elements=listed(left))


def _looked_at(facts: Facts) -> frozenset[int]:
    said = facts.assessment.particulars
    return frozenset((*said.covered, *said.uncovered))


def _gap_without_kind(facts: Facts) -> Values | None:
    one = facts.assessment
    return found(one.law in GAPS and not one.particulars.gaps)


def _gap_without_severity(facts: Facts) -> Values | None:
    one = facts.assessment
    return found(one.law in GAPS and one.particulars.severity is None)


def _gap_without_cure(facts: Facts) -> Values | None:
    one = facts.assessment
    return found(one.law in GAPS and one.particulars.cure is None)


def _severe_without_harm(facts: Facts) -> Values | None:
    one = facts.assessment.particulars
    return found(one.severity is Severity.HIGH and not _has_words(one.harm))


def _gap_where_none_is(facts: Facts) -> Values | None:
    one = facts.assessment
    return found(one.law in MET and (one.particulars.gaps or one.particulars.severity))


def _elsewhere_without_act(facts: Facts) -> Values | None:
    one = facts.assessment
    return found(one.law is Verdict.ELSEWHERE and not _has_words(one.particulars.another_act))


def _practice_without_source(facts: Facts) -> Values | None:
    one = facts.assessment
    return found(one.practice in _PRACTICE_KNOWN and not _has_words(one.particulars.practice_source))


def _machine_translation(facts: Facts) -> Values | None:
    one = facts.assessment
    return found(one.is_judged and one.particulars.translation is Translation.MACHINE)


def _not_in_their_language(facts: Facts) -> Values | None:
    written = {language for language, text in facts.assessment.reason.items() if text.strip()}
    is_unread = written and facts.languages and written.isdisjoint(facts.languages)
    return found(is_unread, languages=listed(facts.languages))


def _personal_data(facts: Facts) -> Values | None:
    return found(facts.personal, words=listed(facts.personal))


def _has_words(texts: Mapping[str, str]) -> bool:
    return any(text.strip() for text in texts.values())


RULES: dict[str, Rule] = {
    "nothing-judged": _nothing_judged,
    "verdict-without-reason": _without_reason,
    "not-applicable-without-reason": _not_applicable_without_reason,
    "full-with-uncovered-elements": _full_with_uncovered,
    "partial-without-uncovered-element": _partial_without_uncovered,
    "not-found-with-covered-elements": _not_found_with_covered,
    "met-without-elements": _met_without_elements,
    "elements-not-looked-at": _elements_not_looked_at,
    "gap-without-kind": _gap_without_kind,
    "gap-without-severity": _gap_without_severity,
    "gap-without-cure": _gap_without_cure,
    "severe-without-harm": _severe_without_harm,
    "gap-described-where-none-is": _gap_where_none_is,
    "elsewhere-without-act": _elsewhere_without_act,
    "practice-without-source": _practice_without_source,
    "read-in-machine-translation": _machine_translation,
    "reason-not-in-their-language": _not_in_their_language,
    "personal-data-in-text": _personal_data,
}
