"""A new unit begins with the next number that is free behind the unit where it will stand."""

import re
from collections.abc import Iterator
from itertools import count

from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Provision

PRINTED = re.compile(r"\d+(?:\s?\(\d+\)|[-.]\d+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*")  # the number in «Статья 12(1).», «2.», «3)»


def beginning_behind(law: Law, after: Reference) -> str:
    """Return how a new unit behind this one begins as printed; nothing where no number is counted there.

    Articles and chapters are counted through the act, what is smaller in the unit around it.
    """
    units = list(law.units())
    found = next(((unit, around) for reference, unit, around in units if reference.eid == after.eid), None)
    if found is None or not PRINTED.search(found[0].label):
        return ""
    unit, around = found
    beside = around[-1].children if around else law.provisions
    row = [one for _, one, _ in units] if unit.kind.depth <= Kind.ARTICLE.depth else beside
    taken = {one.number for one in row if one.kind is unit.kind}
    number = next(one for one in _numbers(unit) if one not in taken)
    return PRINTED.sub(str(number), unit.label, count=1)


def _numbers(unit: Provision) -> Iterator[Number]:
    """Yield the numbers that may follow: the next one, then those of units that are added later."""
    stem, inserted = unit.number.stem, unit.number.inserted
    if not inserted and stem.isdecimal():
        yield Number(str(int(stem) + 1))
    for figure in count((inserted[-1] if inserted else 0) + 1):
        yield Number(stem, (*inserted[:-1], figure))
