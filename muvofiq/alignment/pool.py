"""The articles of all acts in one language, ready to be ranked against any number of questions."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.embedding import Vectors
from muvofiq.alignment.kin import beginnings
from muvofiq.alignment.legal_nature import forms_in, instruments_in, kind_of_act
from muvofiq.alignment.lexical import Scores, WordIndex
from muvofiq.alignment.unit import Unit
from muvofiq.alignment.words import stems

Places = NDArray[np.intp]
NOTHING = ("",)  # stands for a heading or a text without words, since an index refuses empty rows
SHORT = 15  # characters below which a paragraph is a number or a stray word


class Pool:
    """Units of one language with their indexes, which are made when a signal first asks for them.

    ``openings`` holds one vector a unit, ``windows`` one for each window of each unit in turn; either may be missing.
    """

    def __init__(
        self,
        units: Sequence[Unit],
        concepts: Concepts,
        openings: Vectors | None = None,
        windows: Vectors | None = None,
    ) -> None:
        self.units = units
        self.language = units[0].language
        self.is_standard = units[0].is_standard
        self.concepts = concepts
        self.openings = openings
        self.windows = windows
        self._concepts_at: dict[int, frozenset[str]] = {}
        self._forms_at: dict[int, frozenset[str]] = {}

    @cached_property
    def rows(self) -> list[list[str]]:
        """The stems of heading and words of each unit."""
        return [stems(unit.whole, self.language) for unit in self.units]

    @cached_property
    def index(self) -> WordIndex:
        """Heading and words of each unit, with the headings of the chapters above it."""
        chapters = (stems(" ".join(unit.chapters), self.language) for unit in self.units)
        return WordIndex([[*above, *row] for above, row in zip(chapters, self.rows, strict=True)])

    @cached_property
    def headings(self) -> WordIndex:
        """The heading of each unit and those of the chapters above it."""
        texts = (" ".join((*unit.chapters, unit.heading)) for unit in self.units)
        return WordIndex([stems(text, self.language) or NOTHING for text in texts])

    @cached_property
    def paragraphs(self) -> tuple[WordIndex, Places]:
        """Each paragraph with the heading above it, and the place of the unit to which it belongs."""
        found = [
            (stems(f"{unit.heading}\n{paragraph}", self.language) or NOTHING, place)
            for place, unit in enumerate(self.units)
            for paragraph in _paragraphs(unit)
        ]
        return WordIndex([row for row, _ in found]), np.array([place for _, place in found], dtype=np.intp)

    @cached_property
    def kin(self) -> WordIndex:
        """The beginnings of words, by which another language meets them."""
        return WordIndex([beginnings(unit.whole) or NOTHING for unit in self.units])

    @cached_property
    def concept_index(self) -> WordIndex:
        """The concepts of each unit as if they were its words."""
        return WordIndex([sorted(self.concepts_at(at)) or NOTHING for at in range(len(self.units))])

    def concepts_at(self, at: int) -> frozenset[str]:
        """Return the concepts of the thesaurus that stand in the unit at this place."""
        if at not in self._concepts_at:
            self._concepts_at[at] = frozenset(self.concepts.among(self.rows[at], self.language))
        return self._concepts_at[at]

    @cached_property
    def kinds(self) -> list[str | None]:
        """The kind of act in which each unit stands."""
        by_title = {title: kind_of_act(title) for title in {unit.title for unit in self.units}}
        return [by_title[unit.title] for unit in self.units]

    def forms_at(self, at: int) -> frozenset[str]:
        """Return the legal forms of the unit at this place."""
        if at not in self._forms_at:
            self._forms_at[at] = forms_in(self.units[at].whole, self.language)
        return self._forms_at[at]

    @cached_property
    def instruments(self) -> list[frozenset[str]]:
        """The instruments that each unit names."""
        return [instruments_in(unit.whole, self.language) for unit in self.units]

    @cached_property
    def lengths(self) -> Scores:
        """The logarithm of the number of characters of each unit."""
        return np.log1p(np.array([len(unit.whole) for unit in self.units], dtype=np.float64))

    @cached_property
    def owners(self) -> Places:
        """For each window, the place of the unit to which it belongs."""
        counts = [len(unit.windows) for unit in self.units]
        return np.repeat(np.arange(len(self.units), dtype=np.intp), counts)


def _paragraphs(unit: Unit) -> list[str]:
    return [paragraph for paragraph in unit.text.split("\n") if len(paragraph) > SHORT] or [unit.text]
