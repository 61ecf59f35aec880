"""Changes are written as the clauses of an amending act, in the formulae of the language of the law."""

from collections.abc import Sequence
from dataclasses import dataclass

from muvofiq.amendment.change import Change
from muvofiq.law.tree import Law


@dataclass(frozen=True, slots=True)
class Clause:
    """What an amending act orders for one unit, in the formulae of its language.

    ``text`` is printed without the item's number, one paragraph a line; read again it gives ``changes``.
    """

    changes: tuple[Change, ...]
    text: str


def write(law: Law, changes: Sequence[Change]) -> tuple[Clause, ...]:
    """Return the clauses for the changes of a law, in its language, one for each article, in the order of the law."""
    raise NotImplementedError
