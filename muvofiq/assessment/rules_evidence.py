"""Checks that hold the verdict against the provisions on which it rests, and against what nobody opened."""

from collections.abc import Callable

from muvofiq.assessment.facts import LIKELY, Accepted, Facts
from muvofiq.assessment.rules import ON_PROVISIONS, Rule, Values, found, listed
from muvofiq.assessment.verdict import Verdict


def _without_evidence(facts: Facts) -> Values | None:
    return found(facts.assessment.law in ON_PROVISIONS and not facts.evidence.accepted)


def _without_quotation(facts: Facts) -> Values | None:
    bare = _units(facts, lambda one: not one.quotations)
    return found(facts.assessment.law in ON_PROVISIONS and bare, units=bare)


def _accepted_but_not_found(facts: Facts) -> Values | None:
    units = _units(facts, lambda _: True)
    return found(_is_not_found(facts) and units, units=units)


def _unopened_candidate(facts: Facts) -> Values | None:
    first = facts.evidence.proposed
    if first is None or first.chance < LIKELY or first.is_opened:
        return None
    return found(_is_not_found(facts), unit=first.unit, chance=round(100 * first.chance))


def _newer_texts(facts: Facts) -> Values | None:
    return found(_is_not_found(facts) and facts.evidence.unmatched, count=facts.evidence.unmatched)


def _missing_texts(facts: Facts) -> Values | None:
    return found(_is_not_found(facts) and facts.evidence.missing, count=facts.evidence.missing)


def _open_list(facts: Facts) -> Values | None:
    return found(_is_not_found(facts) and not facts.evidence.is_complete)


def _outdated(facts: Facts) -> Values | None:
    units = _units(facts, lambda one: one.is_outdated)
    return found(facts.assessment.is_judged and units, units=units)


def _broken(facts: Facts) -> Values | None:
    laws = (one.unit for one in facts.evidence.accepted if one.broken)
    units = listed((*laws, *facts.evidence.broken_norms))
    return found(units, units=units)


def _undated(facts: Facts) -> Values | None:
    units = _units(facts, lambda one: not one.is_dated)
    return found(facts.assessment.is_judged and units, units=units)


def _not_proofread(facts: Facts) -> Values | None:
    units = _units(facts, lambda one: not one.is_proofread)
    return found(facts.assessment.is_judged and units, units=units)


def _stale_translation(facts: Facts) -> Values | None:
    units = _units(facts, lambda one: one.is_stale)
    return found(facts.assessment.is_judged and units, units=units)


def _is_not_found(facts: Facts) -> bool:
    return facts.assessment.law is Verdict.NOT_FOUND


def _units(facts: Facts, fits: Callable[[Accepted], object]) -> str:
    return listed(one.unit for one in facts.evidence.accepted if fits(one))


RULES: dict[str, Rule] = {
    "verdict-without-evidence": _without_evidence,
    "evidence-without-quotation": _without_quotation,
    "not-found-but-accepted": _accepted_but_not_found,
    "not-found-unopened-candidate": _unopened_candidate,
    "not-found-before-newer-texts": _newer_texts,
    "not-found-while-texts-are-missing": _missing_texts,
    "not-found-in-an-open-list": _open_list,
    "quote-from-outdated-edition": _outdated,
    "quote-broken": _broken,
    "edition-without-day": _undated,
    "scan-not-proofread": _not_proofread,
    "stale-translation": _stale_translation,
}
