"""The closed lists in which a person describes a gap, and the words for them in each language."""

from enum import StrEnum
from functools import cache

from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.tables import table


class Gap(StrEnum):
    """What sort of gap it is."""

    MISSING_NORM = "missing_norm"
    NARROWER_DEFINITION = "narrower_definition"
    WIDER_DEFINITION = "wider_definition"
    MISSING_ELEMENT = "missing_element"
    SANCTION = "sanction"
    PROCEDURE = "procedure"
    DEADLINE = "deadline"
    AUTHORITY_NOT_NAMED = "authority_not_named"
    GUARANTEE = "guarantee"
    MISSING_BY_LAW = "missing_by_law"
    CONFLICT = "conflict"
    TERMINOLOGY = "terminology"
    TRANSLATION_DIFFERS = "translation_differs"


class Severity(StrEnum):
    """How badly people at the border are harmed by a gap."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Priority(StrEnum):
    """How soon a gap should be closed."""

    FIRST = "first"
    SECOND = "second"
    LATER = "later"


class Cure(StrEnum):
    """On which level of the hierarchy of acts a gap is to be closed."""

    CODE = "code"
    LAW = "law"
    DECREE = "decree"
    ORDER = "order"
    PRACTICE = "practice"


class Confidence(StrEnum):
    """How sure the person is who judges."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Translation(StrEnum):
    """In which text the person read the law."""

    ORIGINAL = "original"
    OFFICIAL = "official"
    ON_FILE = "on_file"
    INTERPRETER = "interpreter"
    MACHINE = "machine"


class State(StrEnum):
    """How far a finding is on its way from the expert's desk to an agreement with the country."""

    DRAFT = "draft"
    CHECKED = "checked"
    SHOWN = "shown"
    AGREED = "agreed"
    DISPUTED = "disputed"


SCALES: dict[str, type[StrEnum]] = {
    "gap": Gap,
    "severity": Severity,
    "priority": Priority,
    "cure": Cure,
    "confidence": Confidence,
    "translation": Translation,
    "state": State,
}


def word(value: StrEnum, language: str) -> str:
    """Return what people read for a word of a scale.

    >>> word(Cure.DECREE, "en")
    'government decree'
    """
    name = next(name for name, scale in SCALES.items() if isinstance(value, scale))
    return _words()[name, value.value][language]


@cache
def _words() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["scale"], row["value"]): {code: row[code] for code in LANGUAGES} for row in table("scales.csv")}
