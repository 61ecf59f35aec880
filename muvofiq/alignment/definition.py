"""A definition that the international standards give, taken apart into what a national provision has to name.

The definitions stand in ``library/definitions``, with the words by which laws express each item. In a phrase a space
lets up to two telling words stand between, but no comma; a comma lets them stand beyond commas; ``…`` lets a dozen;
``_`` lets nothing stand between (``alignment.phrase``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Self

from muvofiq.standards.citation import Citation
from muvofiq.standards.requirement import Words
from muvofiq.standards.yaml_text import read

FOLDER = "definitions"

Wordings = Mapping[str, tuple[str, ...]]


class Needed(StrEnum):
    """How many items of a component a provision has to name."""

    ALL = "all"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Item:
    """One act, means, purpose or rule; ``words`` express it, by language, in any inflection.

    ``not_in`` are phrases in which such a word means something else: the receipt of a profit is no receipt of a person.
    """

    id: str
    title: Words
    words: Wordings
    not_in: Wordings

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any]) -> Self:
        """Take an item from an entry of the file."""
        return cls(entry["id"], entry["title"], _wordings(entry["words"]), _wordings(entry.get("not_in", {})))


@dataclass(frozen=True, slots=True)
class Component:
    """A part of a definition, such as the means of trafficking, and where the standards say it."""

    id: str
    title: Words
    needed: Needed
    citations: tuple[Citation, ...]
    items: tuple[Item, ...]

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any], where: str) -> Self:
        """Take a component from an entry of the file; raises BadCitation."""
        return cls(
            id=entry["id"],
            title=entry["title"],
            needed=Needed(entry["needed"]),
            citations=tuple(Citation.parse(text, where) for text in entry["citations"]),
            items=tuple(map(Item.from_entry, entry["items"])),
        )


@dataclass(frozen=True, slots=True)
class Definition:
    """What the standards call an offence, and the ids of the requirements that ask for it.

    ``frame`` are the words, by language, in which any wording of the definition is set and which express no item
    (person, purpose, committed). In an exclusive definition the words of a longer phrase express its item alone.
    ``unconfirmed_languages`` are those whose words no native lawyer has read.
    """

    id: str
    title: Words
    requirements: tuple[str, ...]
    components: tuple[Component, ...]
    frame: Wordings
    is_exclusive: bool
    unconfirmed_languages: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str | bytes, name: str = "definition") -> Self:
        """Read the YAML text of a definition; raises the errors of the catalogue where it is no good YAML."""
        document = read(text, name)
        value: Any = document.value
        return cls(
            id=value["id"],
            title=value["title"],
            requirements=tuple(value["requirements"]),
            components=tuple(
                Component.from_entry(entry, document.place(("components", at)))
                for at, entry in enumerate(value["components"])
            ),
            frame=_wordings(value["frame"]),
            is_exclusive=value["exclusive"],
            unconfirmed_languages=tuple(value.get("unconfirmed", ())),
        )

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of all components in their order."""
        return tuple(item for component in self.components for item in component.items)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where the standards say all this, each place once."""
        return tuple(dict.fromkeys(citation for component in self.components for citation in component.citations))

    @property
    def languages(self) -> frozenset[str]:
        """The languages for which every item has words."""
        return frozenset.intersection(*(frozenset(item.words) for item in self.items))


@cache
def definitions() -> Mapping[str, Definition]:
    """Return the definitions of the library by their ids, in the order of their files."""
    found = [one for one in files("muvofiq.library").joinpath(FOLDER).iterdir() if one.name.endswith(".yaml")]
    read_all = [Definition.parse(one.read_bytes(), one.name) for one in sorted(found, key=lambda one: one.name)]
    return MappingProxyType({one.id: one for one in read_all})


def definition_for(requirement_id: str) -> Definition | None:
    """Return the definition for which a requirement asks, or None where it asks for something else."""
    return next((one for one in definitions().values() if requirement_id in one.requirements), None)


def _wordings(entry: Mapping[str, list[str]]) -> Wordings:
    return {language: tuple(words) for language, words in entry.items()}
