"""The language versions of an act on file, and which unit of one says what a unit of the other says."""

from collections.abc import Mapping
from functools import lru_cache

from muvofiq.alignment.unit import units_of
from muvofiq.alignment.version_figures import Figures, figures_apart
from muvofiq.alignment.versions import Twin, align_versions
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Edition
from muvofiq.records.queries.law_text import law_of
from muvofiq.records.reader import what_was_read


def versions_of(edition: Edition) -> list[Edition]:
    """Return the act's texts in other languages, of each language the one whose day is nearest, by language."""
    others = edition.act.editions.filter(replaced_by=None).exclude(language=edition.language)
    nearest: dict[str, Edition] = {}
    for one in sorted(others.select_related("act", "mission"), key=lambda other: _distance(edition, other)):
        nearest.setdefault(one.language, one)
    return [nearest[language] for language in sorted(nearest)]


def version_named(edition: Edition, name: str) -> Edition:
    """Return a text of the same act in another language; raises NotOnFile."""
    others = edition.act.editions.exclude(language=edition.language).select_related("act", "mission")
    other = others.filter(name=name).first()
    if other is None:
        raise NotOnFile(f"{edition.mission} > {edition.name}", sort="language version", name=name)
    return other


def counterparts(edition: Edition, other: Edition) -> Mapping[str, str]:
    """Return the eId in the other version of each unit that it has too, by the eId in this one."""
    return {twin.one: twin.other for twin in twins_of(edition, other) if twin.one and twin.other}


def twins_of(edition: Edition, other: Edition) -> tuple[Twin, ...]:
    """Return all units of both versions in reading order; kept in memory, for an edition never changes.

    What a model has read already counts, but nothing is read here.
    """
    known = what_was_read()
    is_read = known is not None and all(
        known.vectors("passage", _openings(one)) is not None for one in (edition, other)
    )
    return _twins(edition, other, is_read=is_read)


def figures_of(edition: Edition, other: Edition) -> Mapping[str, Figures]:
    """Return the twins whose own words name different figures, by the eId in this edition."""
    return _figures(edition, other, twins_of(edition, other))


def _distance(edition: Edition, other: Edition) -> tuple[float, int]:
    """Return by how many days another text is older or newer; where a day is not known, the newest is the nearest."""
    day = other.as_of.toordinal() if other.as_of else 0
    return (abs(day - edition.as_of.toordinal()) if edition.as_of and day else float("inf")), -day


@lru_cache(maxsize=64)
def _openings(edition: Edition) -> tuple[str, ...]:
    return tuple(unit.opening for unit in units_of(law_of(edition)))


@lru_cache(maxsize=64)
def _twins(edition: Edition, other: Edition, *, is_read: bool) -> tuple[Twin, ...]:
    return align_versions(law_of(edition), law_of(other), what_was_read() if is_read else None)


@lru_cache(maxsize=64)
def _figures(edition: Edition, other: Edition, twins: tuple[Twin, ...]) -> Mapping[str, Figures]:
    return figures_apart(law_of(edition), law_of(other), twins)
