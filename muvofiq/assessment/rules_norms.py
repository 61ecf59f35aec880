"""Checks that hold the verdict against the norms: what binds the state, what is confirmed, what a treaty can do."""

from collections.abc import Iterator

from muvofiq.assessment.facts import Facts, Norm
from muvofiq.assessment.named_norm import meant_by
from muvofiq.assessment.rules import Rule, Values, found, listed
from muvofiq.assessment.verdict import Verdict

LEAST = 5  # letters of a name by which a treaty is recognised in what a person typed


def _contradicts_nothing(facts: Facts) -> Values | None:
    return found(facts.assessment.law is Verdict.CONTRADICTS and not facts.assessment.particulars.norm)


def _contradicts_what_does_not_bind(facts: Facts) -> Values | None:
    meant = _meant(facts)
    is_free = meant and not any(one.binds for one in meant)
    return found(facts.assessment.law is Verdict.CONTRADICTS and is_free, norm=facts.assessment.particulars.norm)


def _differs_from_nothing(facts: Facts) -> Values | None:
    return found(facts.assessment.law is Verdict.DIFFERS and not facts.assessment.particulars.norm)


def _differs_from_what_binds(facts: Facts) -> Values | None:
    is_bound = any(one.binds for one in _meant(facts))
    return found(facts.assessment.law is Verdict.DIFFERS and is_bound, norm=facts.assessment.particulars.norm)


def _norm_not_cited(facts: Facts) -> Values | None:
    norm = facts.assessment.particulars.norm
    return found(norm and not _meant(facts), norm=norm)


def _norm_unconfirmed(facts: Facts) -> Values | None:
    meant = [one.citation for one in _meant(facts) if one.is_unconfirmed]
    return found(meant, norm=listed(meant))


def _citation_unconfirmed(facts: Facts) -> Values | None:
    meant = {one.citation for one in _meant(facts)}
    doubted = [one.citation for one in facts.asked.norms if one.is_unconfirmed and one.citation not in meant]
    return found(doubted, citations=listed(doubted))


def _requirement_unsigned(facts: Facts) -> Values | None:
    return found(not facts.asked.is_signed)


def _treaty_not_named(facts: Facts) -> Values | None:
    return found(_is_only_treaty(facts) and not _treaty(facts))


def _treaty_not_in_force(facts: Facts) -> Values | None:
    named = _named(facts)
    is_free = named and not any(one.binds for one in named)
    return found(_is_only_treaty(facts) and is_free, treaty=listed(one.instrument for one in named))


def _treaty_not_cited(facts: Facts) -> Values | None:
    return found(_is_only_treaty(facts) and _treaty(facts) and not _named(facts))


def _offence_needs_a_code(facts: Facts) -> Values | None:
    return found(_is_only_treaty(facts) and facts.asked.is_offence)


def _meant(facts: Facts) -> list[Norm]:
    """Return the cited norms that a verdict speaks of."""
    meant = meant_by(facts.assessment.particulars.norm, [one.citation for one in facts.asked.norms])
    return [one for one in facts.asked.norms if one.citation in meant]


def _named(facts: Facts) -> list[Norm]:
    """Return the cited norms whose instrument is named as the treaty that answers."""
    text = _treaty(facts)
    return [one for one in facts.asked.norms if any(name in text for name in _names(one))]


def _names(norm: Norm) -> Iterator[str]:
    return (name.casefold() for name in (*norm.names, norm.instrument) if len(name) >= LEAST)


def _treaty(facts: Facts) -> str:
    return "\n".join(facts.assessment.particulars.treaty.values()).casefold().strip()


def _is_only_treaty(facts: Facts) -> bool:
    return facts.assessment.law is Verdict.ONLY_TREATY


RULES: dict[str, Rule] = {
    "contradicts-without-norm": _contradicts_nothing,
    "contradicts-norm-not-binding": _contradicts_what_does_not_bind,
    "differs-without-norm": _differs_from_nothing,
    "differs-from-binding-norm": _differs_from_what_binds,
    "norm-not-cited": _norm_not_cited,
    "norm-unconfirmed": _norm_unconfirmed,
    "citation-unconfirmed": _citation_unconfirmed,
    "requirement-unsigned": _requirement_unsigned,
    "only-treaty-without-treaty": _treaty_not_named,
    "only-treaty-not-in-force": _treaty_not_in_force,
    "only-treaty-not-cited": _treaty_not_cited,
    "criminal-liability-needs-code": _offence_needs_a_code,
}
