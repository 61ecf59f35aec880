"""An invented case which a group follows through the law, station by station, from first contact to the end."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Self

from muvofiq.assessment.verdict import Verdict
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
class Case:
    """A person or a family who does not exist, and the stations of the journey in their order.

    ``unconfirmed_languages`` are those in which no native lawyer has read the case.
    """

    id: str
    edition: str
    name: Words
    summary: Words
    stations: tuple[Station, ...]
    unconfirmed_languages: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str | bytes, name: str = "case") -> Self:
        """Read the YAML text of a case; raises the errors of the catalogue, with file and line."""
        value = checked(read(text, name), Form.CASE)
        stations = tuple(map(Station.from_entry, value["stages"]))
        unconfirmed = tuple(value.get("unconfirmed", ()))
        return cls(value["id"], value["edition"], value["name"], value["summary"], stations, unconfirmed)


class Standing(StrEnum):
    """How an answer of the law stands at a station: it meets the requirement, leaves a gap, or is not known yet."""

    MET = "met"
    GAP = "gap"
    OPEN = "open"
    ASIDE = "aside"


_STANDINGS = {
    Verdict.FULL: Standing.MET,
    Verdict.PROTECTS_MORE: Standing.MET,
    Verdict.PARTIAL: Standing.GAP,
    Verdict.NOT_FOUND: Standing.GAP,
    Verdict.CONTRADICTS: Standing.GAP,
    Verdict.DIFFERS: Standing.GAP,
    Verdict.RESTRICTS_MORE: Standing.GAP,
    Verdict.ONLY_TREATY: Standing.GAP,
    Verdict.ELSEWHERE: Standing.OPEN,  # a person named the act; nobody has read it here
    Verdict.NOT_AVAILABLE: Standing.OPEN,
    Verdict.NO_DATA: Standing.OPEN,
    Verdict.NOT_ASSESSED: Standing.OPEN,
    Verdict.NOT_APPLICABLE: Standing.ASIDE,
}


def standing_of(verdict: Verdict) -> Standing:
    """Return how a verdict on the law is drawn at a station.

    >>> standing_of(Verdict.PARTIAL)
    <Standing.GAP: 'gap'>
    """
    return _STANDINGS[verdict]


def together(standings: tuple[Standing, ...]) -> Standing:
    """Return how a station stands: one gap makes it a gap, and it is met where nothing is unknown.

    >>> together((Standing.MET, Standing.OPEN, Standing.ASIDE))
    <Standing.OPEN: 'open'>
    """
    if Standing.GAP in standings:
        return Standing.GAP
    if Standing.OPEN in standings:
        return Standing.OPEN
    return Standing.MET if Standing.MET in standings else Standing.ASIDE if standings else Standing.OPEN


@cache
def cases() -> tuple[Case, ...]:
    """Return the cases of the library in the order of their files."""
    folder = files("muvofiq.library").joinpath("cases")
    found = sorted((one for one in folder.iterdir() if one.name.endswith(".yaml")), key=lambda one: one.name)
    return tuple(Case.parse(one.read_bytes(), one.name) for one in found)
