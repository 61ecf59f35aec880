"""The units of an edition that have words of their own, each with the hash by which its translation knows them."""

from dataclasses import dataclass
from functools import lru_cache

from muvofiq.law.citing import cite
from muvofiq.law.own_words import own_words_sha256
from muvofiq.records.models import Edition
from muvofiq.records.queries.law_text import law_of
from muvofiq.records.queries.requirement_evidence import article_address


@dataclass(frozen=True, slots=True)
class OwnUnit:
    """A unit with its heading and own text, without those of the units below it."""

    eid: str
    citation: str
    label: str
    heading: str
    text: str
    sha256: str


def own_units(edition: Edition) -> dict[str, OwnUnit]:
    """Return by eId, in the order of print, the units that have a heading or own text; kept in memory."""
    return _own_units(edition.text_id, edition.name, edition)


def units_around(edition: Edition, eid: str) -> list[OwnUnit]:
    """Return the article in which a unit stands with all that lies in it; of a heading, what lies below that."""
    top = article_address(edition, eid).partition("~")[2]
    return [unit for unit in own_units(edition).values() if is_in(unit.eid, top)]


def is_in(eid: str, top: str) -> bool:
    """Tell whether a unit is the one at the top or lies in it."""
    return eid == top or eid.startswith(f"{top}__")


@lru_cache(maxsize=64)
def _own_units(sha256: str, name: str, edition: Edition) -> dict[str, OwnUnit]:  # noqa: ARG001 the hash is the key
    return {
        address.eid: OwnUnit(
            eid=address.eid,
            citation=cite(address, edition.language),
            label=unit.label,
            heading=unit.heading,
            text=unit.text,
            sha256=own_words_sha256(unit.heading, unit.text),
        )
        for address, unit, _ in law_of(edition).units()
        if unit.heading or unit.text
    }
