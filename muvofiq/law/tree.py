"""The law as a tree: sections hold chapters, chapters hold articles, articles hold parts and points."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.reference import Reference, Step
from muvofiq.text.source import Remark


@dataclass(frozen=True, slots=True)
class Note:
    """An editor's note, such as «(в редакции Закона ...)»: history of the unit, not words of the law."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Provision:
    """One unit of a law. ``label`` is its number as printed, ``line`` the line of the file on which it begins."""

    kind: Kind
    number: Number
    label: str
    heading: str
    text: str
    line: int
    children: tuple["Provision", ...] = ()
    notes: tuple[Note, ...] = ()
    repealed: bool = False

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

    ``head`` holds what stands before the first unit (passage, gazette, preamble), ``tail`` the signature.
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

    def units(self) -> Iterator[tuple[Reference, Provision, tuple[Provision, ...]]]:
        """Yield each unit in the order of print, with its address and the units around it, largest first."""
        seen: Counter[tuple[Reference, Kind, Number]] = Counter()
        yield from self._walk(self.provisions, Reference(self.name), (), seen)

    def articles(self) -> Iterator[tuple[Reference, Provision, tuple[Provision, ...]]]:
        """Yield each article, with its address and the headings above it."""
        return (unit for unit in self.units() if unit[1].kind is Kind.ARTICLE)

    def find(self, reference: Reference) -> Provision | None:
        """Return the unit at this address, or None where the act has no such unit."""
        return next((unit for address, unit, _ in self.units() if address == reference), None)

    def _walk(
        self,
        units: tuple[Provision, ...],
        parent: Reference,
        around: tuple[Provision, ...],
        seen: Counter[tuple[Reference, Kind, Number]],
    ) -> Iterator[tuple[Reference, Provision, tuple[Provision, ...]]]:
        for unit in units:
            # Articles are counted through the whole act: their address does not depend on the chapter.
            above = Reference(self.name) if unit.kind is Kind.ARTICLE else parent
            seen[above, unit.kind, unit.number] += 1
            address = above.down(Step(unit.kind, unit.number, seen[above, unit.kind, unit.number]))
            yield address, unit, around
            yield from self._walk(unit.children, address, (*around, unit), seen)
