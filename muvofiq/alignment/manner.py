"""In which manner a question is asked, and how much each signal then weighs in the ranking."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from muvofiq.alignment.question import Question
from muvofiq.tables import table

Weights = Mapping[str, float]


class Manner(StrEnum):
    """How a question meets the laws of one language; each manner has its own weights in ``alignment/weights.csv``."""

    WORDED = "worded"  # a requirement, by model articles, of a national law
    STATED = "stated"  # a requirement, by its own statement: of an instrument, or where there are no model articles
    TEXT = "text"  # words that a person types
    PROVISION = "provision"  # a provision whose like is sought
    FOREIGN_WORDED = "foreign worded"  # of a law in another language than that of the question
    FOREIGN_TEXT = "foreign text"
    FOREIGN_PROVISION = "foreign provision"


def manner_of(question: Question, language: str, *, is_standard: bool = False) -> Manner:
    """Return in which manner a question is asked of laws in this language."""
    if question.language_for(language) != language:
        if question.is_provision:
            return Manner.FOREIGN_PROVISION
        return Manner.FOREIGN_WORDED if question.models_for(language) and not is_standard else Manner.FOREIGN_TEXT
    if question.models_for(language) and not is_standard:
        return Manner.WORDED
    if question.is_provision:
        return Manner.PROVISION
    return Manner.STATED if question.models or question.terms else Manner.TEXT


@cache
def weights(manner: Manner) -> Weights:
    """Return the weight of each signal that counts in this manner."""
    rows = (row for row in table("alignment/weights.csv") if row["manner"] == manner)
    return MappingProxyType({row["signal"]: float(row["weight"]) for row in rows if float(row["weight"])})
