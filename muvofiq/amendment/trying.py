"""Changes are tried on the few units around those that they change, before they are proposed to anybody."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from muvofiq.amendment.applying import apply
from muvofiq.amendment.change import Change
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.reference import Reference, Step
from muvofiq.law.tree import Law, Provision

Shape = tuple[Kind, Number | None, tuple["Shape", ...]]  # kind and number of a unit, and the same of all below it


@dataclass(frozen=True, slots=True)
class Around:
    """A unit of a law, its address, and the units around it, largest first."""

    address: Reference
    unit: Provision
    holders: tuple[Provision, ...]

    def beside(self, law: Law) -> tuple[Provision, ...]:
        """Return the unit with all those beside it, in their order."""
        return self.holders[-1].children if self.holders else law.provisions


def around(law: Law, address: Reference) -> Around | None:
    """Return the unit at an address of the law, or None where it has no such unit."""
    found = ((unit, holders) for one, unit, holders in law.units() if one.steps == address.steps)
    return next((Around(address, unit, holders) for unit, holders in found), None)


def excerpt(law: Law, one: Around) -> Law:
    """Return the law with only the article around a unit, and the articles beside it."""
    path = (*one.holders, one.unit)
    kept = next((at for at, unit in enumerate(path) if unit.kind.depth >= Kind.ARTICLE.depth), len(path) - 1)
    beside = path[kept - 1].children if kept else law.provisions
    at = _place(beside, path[kept])
    units: tuple[Provision, ...] = beside[max(at - 1, 0) : at + 2]
    for holder in reversed(path[:kept]):
        units = (replace(holder, children=units, notes=()),)
    return replace(law, provisions=units, head=(), tail=(), notes=(), remarks=(), left_out=(), repairs=())


def _place(units: Sequence[Provision], unit: Provision) -> int:
    return next(at for at, one in enumerate(units) if one is unit)


def exchanged(law: Law, old: Provision, new: Sequence[Provision]) -> Law:
    """Return a law with other units in the place of one."""
    return replace(law, provisions=_exchanged(law.provisions, old, new))


def _exchanged(units: Sequence[Provision], old: Provision, new: Sequence[Provision]) -> tuple[Provision, ...]:
    found: list[Provision] = []
    for unit in units:
        if unit is old:
            found += new
        else:
            below = _exchanged(unit.children, old, new) if unit.children else ()
            found.append(unit if _are_same(below, unit.children) else replace(unit, children=below))
    return tuple(found)


def _are_same(units: Sequence[Provision], others: Sequence[Provision]) -> bool:
    return len(units) == len(others) and all(one is other for one, other in zip(units, others, strict=True))


def gives(law: Law, changes: Sequence[Change], wanted: Law) -> bool:
    """Tell whether all changes can be made, and give the wanted wording of the whole law."""
    applied = apply(law, changes)
    if applied.not_applied or printed(applied.law) != printed(wanted):
        return False
    return [*map(shape, applied.law.provisions)] == [*map(shape, wanted.provisions)]


def shape(unit: Provision) -> Shape:
    """Return what a unit is, and how all below it lies in each other; indents are counted by their place alone."""
    number = None if unit.kind is Kind.INDENT else unit.number
    return unit.kind, number, tuple(map(shape, unit.children))


def printed(law: Law) -> list[str]:
    """Return the paragraphs of all units of a law."""
    return [paragraph for unit in law.provisions for paragraph in unit.paragraphs()]


def steps_of(law: Law) -> dict[int, tuple[Step, ...]]:
    """Return the address of each unit, by the identity of the unit in memory."""
    return {id(unit): address.steps for address, unit, _ in law.units()}
