"""The working translations of an act: whose, into which language, and whether the original still reads the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import F

from muvofiq.law.citing import cite
from muvofiq.law.reference import Reference
from muvofiq.records.errors import NotAWord, UnitMissing
from muvofiq.records.models import Act, Edition, WorkingTranslation
from muvofiq.records.queries.law_text import unit_of
from muvofiq.records.queries.own_units import OwnUnit, own_units, units_around
from muvofiq.records.queries.requirement_evidence import article_address
from muvofiq.records.words import Decision
from muvofiq.tables import table


class Which(StrEnum):
    """Which units are sent for translation."""

    ALL = "all"
    ACCEPTED = "accepted"
    PROPOSED = "proposed"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Slot:
    """The translation of a unit; stale where the unit has other words by now."""

    translation: WorkingTranslation
    is_stale: bool


@dataclass(frozen=True, slots=True)
class Extent:
    """How many units a choice holds, and how many of them have no translation or a stale one."""

    which: Which
    units: int
    open: int

    @property
    def done(self) -> int:
        """How many have a translation of their present words."""
        return self.units - self.open


class Slots:
    """The translations of one edition into one language, read from the database once.

    A unit that has moved or was renumbered finds its translation by its words; under its old address it is not offered
    to other words. What was translated from a text «for official use» stands beside such texts only: the others are
    exported.
    """

    def __init__(self, edition: Edition, language: str) -> None:
        rows = WorkingTranslation.objects.filter(
            act=edition.act_id, original_language=edition.language, language=language
        )
        found = list(rows.select_related("edition").order_by("entered_at"))
        shown = [one for one in found if edition.is_restricted or not one.edition.is_restricted]
        hashes = {eid: unit.sha256 for eid, unit in own_units(edition).items()}
        self._hashes = frozenset(hashes.values())
        self._by_eid = {one.eid: one for one in shown}
        self._by_hash = {one.original_sha256: one for one in shown}
        self._moved = {one.original_sha256: one for one in shown if hashes.get(one.eid) != one.original_sha256}

    def of(self, unit: OwnUnit) -> Slot | None:
        """Return the translation of a unit: a fresh one, else a stale one, else nothing."""
        held = self.held(unit)
        if held and held.original_sha256 == unit.sha256:
            return Slot(held, is_stale=False)
        if twin := self._by_hash.get(unit.sha256):
            return Slot(twin, is_stale=False)
        return Slot(held, is_stale=True) if held else None

    def held(self, unit: OwnUnit) -> WorkingTranslation | None:
        """Return the translation that a new one of the unit replaces; no other unit of the edition rests on it.

        It is that of the same words, under the address of the unit or one that they have left; else a stale one.
        """
        own, moved = self._by_eid.get(unit.eid), self._moved.get(unit.sha256)
        if own and own.original_sha256 == unit.sha256:
            return own
        if moved or not own:
            return moved
        return None if own.original_sha256 in self._hashes else own

    def is_open(self, unit: OwnUnit) -> bool:
        """Tell whether a unit has no translation, or a stale one."""
        slot = self.of(unit)
        return slot is None or slot.is_stale


def target_languages(original: str) -> dict[str, str]:
    """Return the languages into which a text can be translated, each by its own name."""
    return {row["language"]: row["name"] for row in table("languages/targets.csv") if row["language"] != original}


def target_language(edition: Edition, code: str) -> str:
    """Return a language into which an edition can be translated; raises NotAWord."""
    known = target_languages(edition.language)
    if code not in known:
        raise NotAWord(f"{edition.mission} > {edition.name}", value=code, allowed=", ".join(known))
    return code


def translated_into(edition: Edition) -> list[str]:
    """Return the languages into which some unit of the act is translated, in the order of the library."""
    rows = WorkingTranslation.objects.filter(act=edition.act_id, original_language=edition.language)
    if not edition.is_restricted:
        rows = rows.filter(edition__is_restricted=False)
    found = set(rows.values_list("language", flat=True))
    return [code for code in target_languages(edition.language) if code in found]


def chosen_units(edition: Edition, which: Which, eid: str = "") -> list[OwnUnit]:
    """Return the units of a choice in the order of print, articles as a whole; raises UnitMissing."""
    if which is Which.ALL:
        return list(own_units(edition).values())
    if which is Which.UNIT:
        return units_around(edition, eid)
    tops = {one.eid for place in _places(edition, which) for one in units_around(edition, place)}
    return [unit for unit in own_units(edition).values() if unit.eid in tops]


def extents(edition: Edition, language: str, eid: str = "") -> list[Extent]:
    """Return how much each choice holds; that of one article only if one of its units is named."""
    slots = Slots(edition, language)
    return [
        Extent(which, len(units), sum(map(slots.is_open, units)))
        for which in Which
        if which is not Which.UNIT or eid
        for units in [chosen_units(edition, which, eid)]
    ]


def article_cited(edition: Edition, eid: str) -> str:
    """Cite the article in which a unit stands; raises UnitMissing."""
    unit_of(edition, eid)
    return cite(Reference.parse(article_address(edition, eid)), edition.language)


def newest_edition(act: Act, language: str) -> Edition | None:
    """Return the edition of an act in a language that a reader opens first: the newest that none has replaced."""
    rows = act.editions.filter(language=language, replaced_by=None).select_related("act", "mission")
    return rows.order_by(F("as_of").desc(nulls_last=True), "-imported_at").first()


def unit_to_translate(edition: Edition, eid: str) -> OwnUnit:
    """Return a unit that has words of its own; raises UnitMissing."""
    unit = own_units(edition).get(eid)
    if unit is None:
        raise UnitMissing(f"{edition.mission.slug} > {edition.name}", edition=edition.name, unit=eid)
    return unit


def _places(edition: Edition, which: Which) -> Iterator[str]:
    """Yield the units that persons accepted in the scope, and if asked those that are proposed and not rejected."""
    scope = edition.mission.scope.values("requirement")
    decisions = edition.answers.filter(mission=edition.mission_id, requirement__in=scope)
    yield from decisions.filter(decision=Decision.ACCEPTED.value).values_list("eid", flat=True)
    if which is Which.PROPOSED:
        rejected = set(decisions.filter(decision=Decision.REJECTED.value).values_list("requirement", "eid"))
        proposals = edition.mission.proposals.filter(edition=edition, requirement__in=scope)
        yield from (eid for name, eid in proposals.values_list("requirement", "eid") if (name, eid) not in rejected)
