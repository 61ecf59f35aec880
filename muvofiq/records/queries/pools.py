"""The laws of a mission as the ranking reads them, kept in memory as long as the laws stay the same."""

from collections.abc import Sequence
from functools import lru_cache
from uuid import UUID

from muvofiq.alignment.match import make_pools
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.unit import Unit, units_of
from muvofiq.records.models import Edition
from muvofiq.records.queries.law_text import law_of
from muvofiq.records.queries.released import thesaurus


def pools_of(editions: Sequence[Edition]) -> list[Pool]:
    """Return one pool for each language among the editions, without vectors."""
    return _pools(tuple(sorted(edition.pk for edition in editions)))


def unit_at(editions: Sequence[Edition], article: str) -> Unit | None:
    """Return the article at this address as the ranking reads it; None where it is repealed or unknown."""
    return _units(tuple(sorted(edition.pk for edition in editions))).get(article)


@lru_cache(maxsize=4)
def _pools(keys: tuple[UUID, ...]) -> list[Pool]:
    return make_pools(_units(keys).values(), thesaurus(), None)


@lru_cache(maxsize=4)
def _units(keys: tuple[UUID, ...]) -> dict[str, Unit]:
    editions = Edition.objects.filter(pk__in=keys).select_related("act").order_by("pk")
    return {unit.id: unit for edition in editions for unit in units_of(law_of(edition))}
