"""The laws and requirements of a mission as the search reads them, kept in memory: an edition never changes."""

from collections.abc import Sequence
from functools import lru_cache

from muvofiq.alignment.match import make_pools
from muvofiq.alignment.meaning import Meaning
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.requirement_pool import read_requirements, requirement_pools
from muvofiq.alignment.unit import units_of
from muvofiq.records.models import Edition, RequirementEdition
from muvofiq.records.queries.law_text import law_of
from muvofiq.records.queries.released import thesaurus
from muvofiq.records.queries.requirements import requirement_of


def pools_of_laws(editions: Sequence[Edition], known: Meaning | None = None) -> tuple[Pool, ...]:
    """Return the articles of these editions by language, with the vectors of those languages that are read in full.

    ``known`` holds what was read already; nothing is read here.
    """
    pools = _of_laws(tuple(editions))
    for pool in pools:
        if known and pool.openings is None:
            pool.openings = known.vectors("passage", [unit.opening for unit in pool.units])
    return pools


def pools_of_requirements(saved: Sequence[RequirementEdition], known: Meaning | None) -> tuple[Pool, ...]:
    """Return the texts of these requirements by language, with their vectors where those of a language are known."""
    pools = _of_requirements(tuple(saved))
    if known and any(pool.openings is None for pool in pools):
        read_requirements(pools, map(requirement_of, saved), known)
    return pools


@lru_cache(maxsize=3)
def _of_laws(editions: tuple[Edition, ...]) -> tuple[Pool, ...]:
    return tuple(make_pools((unit for one in editions for unit in units_of(law_of(one))), thesaurus(), None))


@lru_cache(maxsize=8)
def _of_requirements(saved: tuple[RequirementEdition, ...]) -> tuple[Pool, ...]:
    return tuple(requirement_pools(map(requirement_of, saved), thesaurus()))
