"""What stands beside a unit for a reader of another language: a version of the act on file, else a translation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from muvofiq.records.models import Edition
from muvofiq.records.queries.own_units import OwnUnit, is_in, own_units
from muvofiq.records.queries.search import FoundProvision
from muvofiq.records.queries.translations import Slot, Slots, target_languages, translated_into
from muvofiq.records.queries.versions import counterparts, versions_of


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose words these are: of a version of the act, or of a translator, then never official."""

    version: Edition | None = None
    translator: str = ""
    is_machine: bool = False
    on: date | None = None
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """The own words of a unit in another language, with their number as printed; ``eid`` is that of the version."""

    language: str
    label: str
    heading: str
    text: str
    whose: Whose
    eid: str = ""


@dataclass(frozen=True, slots=True)
class BesideUnit:
    """A unit with all below it in another language. ``open`` counts the units in it that have no translation."""

    edition: Edition
    eid: str
    language: str
    parts: tuple[Beside, ...]
    open: int = 0

    @property
    def whose(self) -> tuple[Whose, ...]:
        """Whose words they are, each once."""
        return tuple(dict.fromkeys(part.whose for part in self.parts))

    @property
    def is_stale(self) -> bool:
        """Whether some of the original has other words by now."""
        return any(part.whose.is_stale for part in self.parts)

    @property
    def text(self) -> str:
        """All its words, one paragraph a line, each unit below it with its number."""
        first = "\n".join(filter(None, (self.parts[0].heading, self.parts[0].text))) if self.parts else ""
        below = (" ".join(filter(None, (one.label, one.heading, one.text))) for one in self.parts[1:])
        return "\n".join(filter(None, (first, *below)))


@dataclass(frozen=True, slots=True)
class BesideLaw:
    """A whole law in another language, unit by unit; ``open`` counts the units that have no words there."""

    language: str
    units: Mapping[str, Beside]
    open: int

    @property
    def version(self) -> Edition | None:
        """The version of the act from which words stand there."""
        return next((one.whose.version for one in self.units.values() if one.whose.version), None)

    @property
    def translated(self) -> int:
        """How many units show a working translation."""
        return sum(one.whose.version is None for one in self.units.values())

    @property
    def stale(self) -> int:
        """How many of these are stale."""
        return sum(one.whose.is_stale for one in self.units.values())


class Neighbour:
    """What stands beside the units of one edition in one language; asked of the database once."""

    def __init__(self, edition: Edition, language: str) -> None:
        self._edition, self.language = edition, language
        self._version = next((one for one in versions_of(edition) if one.language == language), None)
        self._twins: Mapping[str, str] = counterparts(edition, self._version) if self._version else {}
        self._slots = Slots(edition, language)

    def unit(self, unit: OwnUnit) -> Beside | None:
        """Return the own words of a unit."""
        twin = self._twins.get(unit.eid)
        other = own_units(self._version).get(twin) if twin and self._version else None
        if other:
            return Beside(self.language, other.label, other.heading, other.text, Whose(self._version), other.eid)
        slot = self._slots.of(unit)
        return _translated(unit, slot) if slot else None

    def whole(self, eid: str) -> BesideUnit:
        """Return a unit with all below it; of a version, all that the version has there."""
        twin = self._twins.get(eid)
        if twin and self._version:
            parts = tuple(
                Beside(self.language, one.label, one.heading, one.text, Whose(self._version), one.eid)
                for one in own_units(self._version).values()
                if is_in(one.eid, twin)
            )
            return BesideUnit(self._edition, eid, self.language, parts)
        inside = [unit for unit in own_units(self._edition).values() if is_in(unit.eid, eid)]
        found = [beside for unit in inside if (beside := self.unit(unit))]
        return BesideUnit(self._edition, eid, self.language, tuple(found), len(inside) - len(found))

    def paragraph(self, eid: str, paragraph: str) -> BesideUnit:
        """Return the own words of that unit, at this address or below it, in which a paragraph stands."""
        inside = [unit for unit in own_units(self._edition).values() if is_in(unit.eid, eid)]
        unit = next((one for one in inside if paragraph in _printed(one)), None)
        beside = self.unit(unit) if unit else None
        parts = (beside,) if beside else ()
        return BesideUnit(
            self._edition, unit.eid if unit else eid, self.language, parts, int(unit is not None and not parts)
        )

    def law(self) -> BesideLaw:
        """Return the whole edition."""
        own = own_units(self._edition)
        units = {eid: beside for eid, unit in own.items() if (beside := self.unit(unit))}
        return BesideLaw(self.language, units, len(own) - len(units))


class Place(Protocol):
    """Anything on a page that shows a unit of an edition."""

    @property
    def edition(self) -> Edition:
        """The edition."""

    @property
    def eid(self) -> str:
        """The address of the unit in it."""


class Neighbours:
    """What stands beside units of several editions on one page, in the language of one reader."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._found: dict[Edition, Neighbour] = {}

    def whole(self, edition: Edition, eid: str) -> BesideUnit | None:
        """Return what stands beside a unit; None where the reader has switched this off, or reads the original."""
        if not self.language or self.language == edition.language:
            return None
        return self._neighbour(edition).whole(eid)

    def paragraph(self, edition: Edition, eid: str, paragraph: str) -> BesideUnit | None:
        """Return what stands beside one paragraph of a unit, or None as ``whole`` does."""
        if not self.language or self.language == edition.language:
            return None
        return self._neighbour(edition).paragraph(eid, paragraph)

    def _neighbour(self, edition: Edition) -> Neighbour:
        if edition not in self._found:
            self._found[edition] = Neighbour(edition, self.language)
        return self._found[edition]


def besides_of_hits(found: Iterable[FoundProvision], language: str) -> dict[tuple[UUID, str], BesideUnit]:
    """Return what stands beside the one paragraph that a search shows of each provision."""
    neighbours = Neighbours(language)
    besides = ((one.edition, one.eid, neighbours.paragraph(one.edition, one.eid, one.hit.paragraph)) for one in found)
    return {(edition.pk, eid): beside for edition, eid, beside in besides if beside}


def besides_of(places: Iterable[Place], language: str) -> dict[tuple[UUID, str], BesideUnit]:
    """Return what stands beside each of some units, by the key of the edition and the eId."""
    neighbours = Neighbours(language)
    found = ((one.edition, one.eid, neighbours.whole(one.edition, one.eid)) for one in places)
    return {(edition.pk, eid): beside for edition, eid, beside in found if beside}


def languages_beside(edition: Edition) -> dict[str, str]:
    """Return the languages in which something can stand beside an edition, each by its own name."""
    names = target_languages(edition.language)
    found = {*(one.language for one in versions_of(edition)), *translated_into(edition)}
    return {code: names.get(code, code) for code in (*names, *sorted(found)) if code in found}


def _printed(unit: OwnUnit) -> str:
    return " ".join(filter(None, (unit.label, unit.heading, unit.text)))


def _translated(unit: OwnUnit, slot: Slot) -> Beside:
    one = slot.translation
    whose = Whose(None, one.translator, one.is_machine, one.translated_on, slot.is_stale)
    return Beside(one.language, unit.label, one.heading, one.text, whose)
