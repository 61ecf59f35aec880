"""A unit is cited as lawyers of its language cite it: «ст. 12(1) ч. 2», «м. 12(1) қ. 2»."""

from muvofiq.law.grammar import grammar_in
from muvofiq.law.reference import Reference


def cite(reference: Reference, language: str) -> str:
    """Return the short citation of a unit, largest first, without the name of the act.

    >>> cite(Reference.parse("law~art_12-1__para_2"), "ru")
    'ст. 12(1) ч. 2'
    """
    abbreviations = grammar_in(language).abbreviations
    return " ".join(abbreviations[step.kind].format(number=step.number) for step in reference.steps)
