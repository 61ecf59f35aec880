"""Inserted units have a raised figure in official prints: what is typed as 12(1) is printed as 12¹."""

import re

BRACKETED = re.compile(r"(?<=\d)\((\d{1,2})\)")
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED_RUN = re.compile(f"([{RAISED}]+)")
_RAISE = str.maketrans("0123456789", RAISED)
_LOWER = str.maketrans(RAISED, "0123456789")


def raised(line: str) -> str:
    """Return a line with the numbers of inserted units as they are printed.

    >>> raised("5(1)) в статье 12(1)")
    '5¹) в статье 12¹'
    """
    return BRACKETED.sub(lambda match: match[1].translate(_RAISE), line)


def lowered(figures: str) -> str:
    """Return raised figures as plain ones, for a format that raises them itself."""
    return figures.translate(_LOWER)
