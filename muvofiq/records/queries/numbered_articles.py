"""The articles that a person names by their numbers: «3, 5–7, 9(1)»."""

import re
from collections.abc import Iterator

from muvofiq.law.number import Number
from muvofiq.records.errors import UnitMissing
from muvofiq.records.models import Edition
from muvofiq.records.queries.law_text import law_of

BETWEEN = re.compile(r"[,;\s]+")
DASH = re.compile(r"\s*[-–—]\s*")


def articles_numbered(edition: Edition, typed: str) -> list[str]:
    """Return the eIds of the articles that are named, in the order of print; raises UnitMissing.

    «130-1» is the inserted article where the act has one, else all articles from the first to the second.
    """
    cited = [(unit.number, address.eid) for address, unit, _ in law_of(edition).articles()]
    wanted = {at for one in BETWEEN.split(DASH.sub("-", typed).strip()) if one for at in _meant(one, edition, cited)}
    return [eid for at, (_, eid) in enumerate(cited) if at in wanted]


def _meant(one: str, edition: Edition, cited: list[tuple[Number, str]]) -> Iterator[int]:
    at = _places(one, cited)
    if not at and one.count("-") == 1:
        ends = [_places(end, cited) for end in one.split("-")]
        if all(ends):
            at = [*range(ends[0][0], ends[1][-1] + 1)]
    if not at:
        raise UnitMissing(f"{edition.mission.slug} > {edition.name}", edition=edition.name, unit=one)
    yield from at


def _places(number: str, cited: list[tuple[Number, str]]) -> list[int]:
    try:
        meant = Number.parse(number)
    except ValueError:
        return []
    return [at for at, (one, _) in enumerate(cited) if one == meant]
