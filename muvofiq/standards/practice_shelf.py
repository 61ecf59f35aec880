"""The good practice that comes with the product: read from the library, checked against the catalogue of standards."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.errors import RepeatedName, TiedToUnknown, UnknownInstrument
from muvofiq.standards.good_practice import GoodPractice
from muvofiq.standards.load import load_catalogue
from muvofiq.standards.schema import Form, checked
from muvofiq.standards.spelling import nearest
from muvofiq.standards.yaml_text import read
from muvofiq.tables import table

FOLDER = "practice"
_LIKE_AN_ID = re.compile(r"[a-z]{2,}(-[a-z0-9]+)+")


def refuse_unknown(
    practice: GoodPractice, requirements: Collection[str], instruments: Collection[str], where: str
) -> None:
    """Raise TiedToUnknown or UnknownInstrument if a practice names what nobody described.

    An act in words is taken as it is; what is written like the id of an instrument must be one.
    """
    for name in practice.requirements:
        if name not in requirements:
            raise TiedToUnknown(where, name=name, nearest=nearest(name, requirements))
    if _LIKE_AN_ID.fullmatch(practice.act) and practice.act not in instruments:
        raise UnknownInstrument(where, name=practice.act, nearest=nearest(practice.act, instruments))


def load_practices(catalogue: Catalogue, folder: Path | Traversable | None = None) -> tuple[GoodPractice, ...]:
    """Read and check every file of a folder, without one those of the library, in the order of their names."""
    found: dict[str, GoodPractice] = {}
    requirements = [one.id for one in catalogue.requirements]
    root = folder or files("muvofiq.library").joinpath(FOLDER)
    for file in sorted((one for one in root.iterdir() if one.name.endswith(".yaml")), key=lambda one: one.name):
        document = read(file.read_bytes(), f"{FOLDER}/{file.name}")
        value = checked(document, Form.PRACTICE)
        for index, entry in enumerate(value["practices"]):
            where = document.place(("practices", index))
            one = GoodPractice.from_entry(entry, where, tuple(value.get("unconfirmed", ())))
            refuse_unknown(one, requirements, catalogue.instruments, where)
            if one.id in found:
                raise RepeatedName(where, sort="practice", name=one.id)
            found[one.id] = one
    return tuple(found.values())


@cache
def shipped_practices() -> tuple[GoodPractice, ...]:
    """Return what comes with the product, read once in the life of the program."""
    return load_practices(load_catalogue())


def by_requirement(practices: Iterable[GoodPractice]) -> Mapping[str, tuple[GoodPractice, ...]]:
    """Return the practices by the ids of the requirements that they answer."""
    found: dict[str, tuple[GoodPractice, ...]] = defaultdict(tuple)
    for practice in practices:
        for name in practice.requirements:
            found[name] += (practice,)
    return found


def neighbours(state: str) -> frozenset[str]:
    """Return the states of the same region, the state itself among them.

    >>> sorted(neighbours("TJ"))
    ['AF', 'KG', 'KZ', 'TJ', 'TM', 'UZ']
    """
    rows = table(f"{FOLDER}/regions.csv")
    region = next((row["region"] for row in rows if row["state"] == state), "")
    return frozenset({state, *(row["state"] for row in rows if row["region"] == region)})
