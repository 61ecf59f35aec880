"""Amending acts of the European Union are read into changes."""

from muvofiq.amendment.instruction import Reading
from muvofiq.law.tree import Law


def read_eu(act: Law, amended: Law | None) -> Reading:
    """Return the instructions of an act."""
    raise NotImplementedError


def read_eu_clause(clause: str, amended: Law) -> Reading:
    """Return the changes that one clause orders."""
    raise NotImplementedError
