"""The laws and requirements of a mission as the search reads them, kept in memory: an edition never changes."""

from collections.abc import Sequence
from functools import lru_cache

from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.match import make_pools
from muvofiq.alignment.meaning import Meaning
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.requirement_pool import read_requirements, requirement_pools
from muvofiq.records.models import Edition, RequirementEdition
from muvofiq.records.queries.matched import units_in
from muvofiq.records.queries.requirements import requirement_of


def pools_of_laws(
    editions: Sequence[Edition], concepts: Concepts, known: Meaning | None = None, *, keeps_apart: bool = False
) -> tuple[Pool, ...]:
    """Return the articles of these editions by language, with the vectors of those languages that are read in full.

    ``known`` holds what was read already; nothing is read here. Texts for official use, which a model elsewhere never
    reads, stand apart if ``keeps_apart``: the others of their language are then still known in full.
    """
    pools = _of_laws(tuple(editions), concepts, keeps_apart)
    for pool in pools:
        if known and pool.openings is None:
            pool.openings = known.vectors("passage", [unit.opening for unit in pool.units])
    return pools


def pools_of_requirements(
    saved: Sequence[RequirementEdition], concepts: Concepts, known: Meaning | None
) -> tuple[Pool, ...]:
    """Return the texts of these requirements by language, with their vectors where those of a language are known."""
    pools = _of_requirements(tuple(saved), concepts)
    if known and any(pool.openings is None for pool in pools):
        read_requirements(pools, map(requirement_of, saved), known)
    return pools


@lru_cache(maxsize=3)
def _of_laws(
    editions: tuple[Edition, ...],
    concepts: Concepts,
    keeps_apart: bool,  # noqa: FBT001 (kept by its cache)
) -> tuple[Pool, ...]:
    units = (unit for one in editions for unit in units_in(one))
    return tuple(make_pools(units, concepts, None, keeps_apart=keeps_apart))


@lru_cache(maxsize=8)
def _of_requirements(saved: tuple[RequirementEdition, ...], concepts: Concepts) -> tuple[Pool, ...]:
    return tuple(requirement_pools(map(requirement_of, saved), concepts))
