"""The law as a tree: sections hold chapters, chapters hold articles, articles hold parts and points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.reference import Reference, Step
from muvofiq.text.damage import Repair
from muvofiq.text.source import LeftOut, Remark

_Base = tuple[Reference, dict[tuple[Kind, Number], int]]  # an address, and the units counted below it


@dataclass(frozen=True, slots=True)
class Note:
    """A note beside the words: an editor's, such as «(в редакции Закона ...)», or a footnote of the file."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Provision:
    """One unit of a law. ``label`` is its number as printed, ``line`` the line of the file on which it begins.

    ``unproofed`` marks a unit some of whose words a machine recognised in a picture and nobody has compared yet.
    ``inset`` tells in how many items of lists it was printed, where the file shows that.
    """

    kind: Kind
    number: Number
    label: str
    heading: str
    text: str
    line: int
    children: tuple["Provision", ...] = ()
    notes: tuple[Note, ...] = ()
    repealed: bool = False
    unproofed: bool = False
    inset: int = field(default=0, compare=False)

    def paragraphs(self) -> Iterator[str]:
        """Yield the words of the unit and of all below it in the order of print, each with its number and heading."""
        first = " ".join(filter(None, (self.label, self.heading, self.text)))
        if first:
            yield first
        for child in self.children:
            yield from child.paragraphs()

    @property
    def words(self) -> str:
        """The words of the unit and of all below it, one paragraph a line, without its own number and heading."""
        below = (paragraph for child in self.children for paragraph in child.paragraphs())
        return "\n".join(filter(None, (self.text, *below)))


@dataclass(frozen=True, slots=True)
class Law:
    """An act in one edition and one language, with all its words.

    ``head`` holds what stands before the first unit (passage, gazette, preamble), ``tail`` the signature;
    ``left_out`` what stood in the file and is no word of the law, ``repairs`` what stood there otherwise.
    """

    name: str
    title: str
    language: str
    sha256: str
    head: tuple[str, ...]
    provisions: tuple[Provision, ...]
    tail: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    remarks: tuple[Remark, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    repairs: tuple[Repair, ...] = ()

    def units(self) -> Iterator[tuple[Reference, Provision, tuple[Provision, ...]]]:
        """Yield each unit in the order of print, with its address and the units around it, largest first."""
        yield from _walked(TheSame(self))

    def articles(self) -> Iterator[tuple[Reference, Provision, tuple[Provision, ...]]]:
        """Yield each unit that lawyers cite first, with its address and the headings above it.

        It is the article; where there is none around them, as in decrees and in rules annexed to them, the point.
        """
        return (unit for unit in self.units() if is_cited_first(unit[1], unit[2]))

    def find(self, reference: Reference) -> Provision | None:
        """Return the unit at this address, or None where the act has no such unit."""
        return next((unit for address, unit, _ in self.units() if address == reference), None)


class TheSame:
    """A law by which it is known again in memory: to compare two laws word by word would take longer than to walk."""

    def __init__(self, law: Law) -> None:
        self.law = law

    def __hash__(self) -> int:
        return id(self.law)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TheSame) and other.law is self.law


@lru_cache(maxsize=8)
def _walked(one: TheSame) -> tuple[tuple[Reference, Provision, tuple[Provision, ...]], ...]:
    act: _Base = Reference(one.law.name), {}
    return tuple(_walk(one.law.provisions, (act, act), ()))


def _walk(
    units: tuple[Provision, ...], bases: tuple[_Base, _Base], around: tuple[Provision, ...]
) -> Iterator[tuple[Reference, Provision, tuple[Provision, ...]]]:
    counted_in, parent = bases
    for unit in units:
        # Articles are counted through the whole act or annex: their address does not depend on the chapter.
        above, seen = counted_in if is_cited_first(unit, around) else parent
        name = unit.kind, unit.number
        count = seen[name] = seen.get(name, 0) + 1
        address = above.down(Step(unit.kind, unit.number, count))
        yield address, unit, around
        if unit.children:
            below: _Base = address, {}
            yield from _walk(unit.children, (below if unit.kind is Kind.ANNEX else counted_in, below), (*around, unit))


def is_cited_first(unit: Provision, around: Sequence[Provision]) -> bool:
    """Tell whether lawyers begin with this unit when they cite: an article, or a point that lies in no article.

    An annex without either, such as a table, is cited as a whole.
    """
    if unit.kind is Kind.POINT:
        return not any(one.kind.depth >= Kind.ARTICLE.depth for one in around)
    if unit.kind is Kind.ANNEX:
        return not any(is_cited_first(one, ()) for one in _below(unit))
    return unit.kind is Kind.ARTICLE


def _below(unit: Provision) -> Iterator[Provision]:
    for child in unit.children:
        yield child
        yield from _below(child)
