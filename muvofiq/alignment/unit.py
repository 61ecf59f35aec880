"""What is ranked: one article of one act, with its heading, its words and the smaller units inside it."""

from collections import defaultdict
from dataclasses import dataclass

from muvofiq.alignment.windows import OPENING, windows
from muvofiq.law.reference import Reference, Step
from muvofiq.law.tree import Law, Provision

Below = dict[tuple[Step, ...], list[tuple[Reference, Provision]]]


@dataclass(frozen=True, slots=True)
class Part:
    """A part, point or definition inside an article; ``text`` holds its words and those of all below it."""

    id: str
    text: str
    parts: tuple["Part", ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of an act as the ranking sees it; ``id`` is its address.

    ``title`` is that of the act, ``chapters`` the headings above the unit, the largest first. ``is_standard`` tells
    that the act is itself an instrument of the catalogue, and no national law; ``stays``, that it is for official use
    and no word of it may leave this computer.
    """

    id: str
    act: str
    language: str
    heading: str
    text: str
    title: str = ""
    chapters: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    is_standard: bool = False
    stays: bool = False

    @property
    def whole(self) -> str:
        """Heading and words."""
        return f"{self.heading}\n{self.text}" if self.heading else self.text

    @property
    def opening(self) -> str:
        """The beginning of heading and words."""
        return self.whole[:OPENING]

    @property
    def windows(self) -> tuple[str, ...]:
        """The texts by which the model can read all of the unit, the opening first."""
        return windows(self.heading, self.text)


def units_of(law: Law, *, stays: bool = False) -> list[Unit]:
    """Return the articles of a law that are in force, in their order, each with the units inside it.

    ``stays`` is said of a law for official use.
    """
    below: Below = defaultdict(list)
    for reference, unit, _ in law.units():
        below[reference.steps[:-1]].append((reference, unit))
    return [
        Unit(
            str(reference),
            law.name,
            law.language,
            article.heading,
            article.words,
            law.title,
            tuple(one.heading for one in around if one.heading),
            _parts(reference, below),
            stays=stays,
        )
        for reference, article, around in law.articles()
        if not article.repealed
    ]


def _parts(above: Reference, below: Below) -> tuple[Part, ...]:
    """Return the units in force directly inside a unit, each with its own."""
    return tuple(
        Part(str(address), "\n".join(unit.paragraphs()), _parts(address, below))
        for address, unit in below.get(above.steps, ())
        if not unit.repealed
    )
