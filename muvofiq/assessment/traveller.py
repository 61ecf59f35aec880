"""An invented traveller whom the group follows through the law, from first contact to the end of the case."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from muvofiq.standards.requirement import Words
from muvofiq.standards.schema import Form, checked
from muvofiq.standards.vocabulary import Stage
from muvofiq.standards.yaml_text import read


@dataclass(frozen=True, slots=True)
class Station:
    """A stage of a journey: what is known, what the group asks the law, and the requirements that apply."""

    stage: Stage
    heading: Words
    facts: tuple[Words, ...]
    questions: tuple[Words, ...]
    requirements: tuple[str, ...]

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any]) -> Self:
        """Take a station from a checked entry."""
        lists = {name: tuple(entry[name]) for name in ("facts", "questions", "requirements")}
        return cls(Stage(entry["stage"]), entry["heading"], **lists)


@dataclass(frozen=True, slots=True)
class Traveller:
    """A person or a family who does not exist, and the stations of the journey in their order."""

    id: str
    name: Words
    summary: Words
    stations: tuple[Station, ...]

    @classmethod
    def from_entry(cls, entry: Mapping[str, Any]) -> Self:
        """Take a traveller from a checked entry."""
        return cls(entry["id"], entry["name"], entry["summary"], tuple(map(Station.from_entry, entry["stages"])))


@dataclass(frozen=True, slots=True)
class Travellers:
    """The travellers of an exercise; languages that no native lawyer has read."""

    edition: str
    travellers: tuple[Traveller, ...]
    unconfirmed_languages: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str | bytes, name: str = "travellers") -> Self:
        """Read the YAML text of a file of travellers; raises the errors of the catalogue, with file and line."""
        value = checked(read(text, name), Form.TRAVELLERS)
        people = tuple(map(Traveller.from_entry, value["travellers"]))
        return cls(value["edition"], people, tuple(value.get("unconfirmed", ())))
