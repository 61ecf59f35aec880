"""An amending act is read into changes; what is not understood is listed with the reason, never skipped."""

from muvofiq.amendment.instruction import Instruction, NotUnderstood, Reading, Why
from muvofiq.amendment.reading_cis import read_cis, read_cis_clause
from muvofiq.amendment.reading_eu import read_eu, read_eu_clause
from muvofiq.law.tree import Law
from muvofiq.tables import table

__all__ = ["Instruction", "NotUnderstood", "Reading", "Why", "read_amending_act", "read_clause"]

EU = "eu"


def read_amending_act(act: Law, amended: Law | None = None) -> Reading:
    """Return the instructions of an act; with ``amended`` only those that concern that law, its ranges told in full."""
    return read_eu(act, amended) if style_of(act.language) == EU else read_cis(act, amended)


def read_clause(clause: str, amended: Law) -> Reading:
    """Return the changes that one clause orders, as it would stand in an act that amends this law, in its language."""
    if style_of(amended.language) == EU:
        return read_eu_clause(clause, amended)
    return read_cis_clause(clause, amended)


def style_of(language: str) -> str:
    """Return the style in which acts in a language are amended: that of the European Union or ``cis``."""
    return next((row["style"] for row in table("formulae/styles.csv") if row["language"] == language), "cis")
