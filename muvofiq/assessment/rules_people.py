"""Checks that look at the people: who has to look again, who disagrees, whom nobody has answered."""

from muvofiq.assessment.facts import Facts
from muvofiq.assessment.rules import GAPS, Rule, Values, found
from muvofiq.assessment.scale import Confidence


def _look_again(facts: Facts) -> Values | None:
    return found(facts.look_again)


def _opinion_awaited(facts: Facts) -> Values | None:
    return found(facts.hands.awaited, count=facts.hands.awaited)


def _disagreement(facts: Facts) -> Values | None:
    return found(facts.hands.disagreements, count=facts.hands.disagreements)


def _checked_by_who_judged(facts: Facts) -> Values | None:
    return found(facts.hands.checked_own, name=facts.hands.checked_own)


def _unsure_alone(facts: Facts) -> Values | None:
    is_unsure = facts.assessment.particulars.confidence is Confidence.LOW
    return found(is_unsure and not facts.hands.opinions)


def _objection(facts: Facts) -> Values | None:
    return found(facts.hands.objections, count=facts.hands.objections)


def _unread(facts: Facts) -> Values | None:
    return found(facts.hands.unread, count=facts.hands.unread)


def _gap_without_recommendation(facts: Facts) -> Values | None:
    return found(facts.assessment.law in GAPS and not facts.hands.recommendations)


RULES: dict[str, Rule] = {
    "look-again-open": _look_again,
    "opinion-awaited": _opinion_awaited,
    "disagreement-open": _disagreement,
    "checked-by-who-judged": _checked_by_who_judged,
    "unsure-without-second-opinion": _unsure_alone,
    "objection-unanswered": _objection,
    "agency-answer-unread": _unread,
    "gap-without-recommendation": _gap_without_recommendation,
}
