"""The law trees of the editions on file, read from their Akoma Ntoso and kept in memory by its hash."""

from dataclasses import replace
from functools import lru_cache

from muvofiq.law.akoma_ntoso import read
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Provision
from muvofiq.records.errors import UnitMissing
from muvofiq.records.models import Edition, EditionText, Mission
from muvofiq.records.words import Purpose


def law_of(edition: Edition) -> Law:
    """Return the law of an edition under the edition's name, so that its references point to the edition."""
    return _law(edition.text_id, edition.name)


def editions_on_file(mission: Mission, purpose: Purpose = Purpose.NATIONAL) -> list[Edition]:
    """Return the editions of a mission that no other has replaced, in the order of the register: of one purpose."""
    return list(mission.editions.filter(replaced_by=None, act__purpose=purpose.value).select_related("act"))


def all_editions_on_file(mission: Mission) -> list[Edition]:
    """Return the editions that no other has replaced, national law first, then laws to compare with, then standards."""
    return [edition for purpose in Purpose for edition in editions_on_file(mission, purpose)]


def unit_of(edition: Edition, eid: str) -> Provision:
    """Return the unit at an address; raises UnitMissing."""
    unit = _units(edition.text_id, edition.name).get(eid)
    if unit is None:
        raise UnitMissing(f"{edition.mission.slug} > {edition.name}", edition=edition.name, unit=eid)
    return unit


def reference_to(edition: Edition, eid: str) -> Reference:
    """Return the address of a unit with the name of the edition; raises UnitMissing for what is no address."""
    try:
        return Reference.parse(f"{edition.name}~{eid}")
    except ValueError as error:
        raise UnitMissing(f"{edition.mission.slug} > {edition.name}", edition=edition.name, unit=eid) from error


def eids_of(edition: Edition) -> tuple[str, ...]:
    """Return the eIds of all units in the order of print."""
    return tuple(_units(edition.text_id, edition.name))


def article_eids(edition: Edition) -> frozenset[str]:
    """Return the eIds of the units that lawyers cite first: the articles or, in a decree, the points."""
    return _articles(edition.text_id, edition.name)


@lru_cache(maxsize=64)
def _law(sha256: str, name: str) -> Law:
    return replace(read(EditionText.objects.get(pk=sha256).akoma_ntoso), name=name)


@lru_cache(maxsize=64)
def _articles(sha256: str, name: str) -> frozenset[str]:
    return frozenset(address.eid for address, _, _ in _law(sha256, name).articles())


@lru_cache(maxsize=64)
def _units(sha256: str, name: str) -> dict[str, Provision]:
    return {address.eid: unit for address, unit, _ in _law(sha256, name).units()}
