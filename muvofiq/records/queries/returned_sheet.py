"""A sheet that comes back from translation, row by row: what would be saved, what is left, and why."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from muvofiq.publication.sheet import fitted
from muvofiq.publication.translation_sheet import Sheet, SheetRow, joined, parted, says_the_same
from muvofiq.records.models import Act, Edition, WorkingTranslation
from muvofiq.records.queries.own_units import OwnUnit, own_units
from muvofiq.records.queries.translations import Slot, Slots, newest_edition

Place = tuple[Edition, OwnUnit]


class Fate(StrEnum):
    """What becomes of a row; another translation, and the same one for a changed original, wait for a person's tick."""

    NEW = "new"
    OTHER = "other"
    AGAIN = "again"
    SAME = "same"
    EMPTY = "empty"
    UNKNOWN = "unknown"
    ELSEWHERE = "elsewhere"
    TWICE = "twice"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Found:
    """The unit of a row in the edition from which it was sent, and whether the act reads otherwise there by now."""

    edition: Edition
    unit: OwnUnit
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Returned:
    """A row with its fate. ``before`` is the translation on file that a tick replaces.

    ``is_changed`` tells that the original has other words by now; ``is_altered`` that the sheet's original differs
    from ours; ``has_one_line`` that heading and text were asked for and only one line came.
    """

    row: SheetRow
    fate: Fate
    found: Found | None = None
    heading: str = ""
    text: str = ""
    before: WorkingTranslation | None = None
    is_altered: bool = False
    act: Act | None = None

    @property
    def is_changed(self) -> bool:
        """Whether the original has other words in the newest edition, so that the translation is stale at once."""
        return self.found is not None and self.found.is_changed

    @property
    def waits(self) -> bool:
        """Whether it is saved only if a person ticks it."""
        return self.fate in {Fate.OTHER, Fate.AGAIN}

    @property
    def has_one_line(self) -> bool:
        """Whether the heading of a unit that has heading and text is missing from its translation."""
        unit = self.found.unit if self.found else None
        return bool(unit and unit.heading and unit.text and self.text and not self.heading)

    @property
    def tick(self) -> str:
        """By what a person says that this translation replaces exactly the one that was shown."""
        words = f"{self.before.heading}\n{self.before.text}" if self.before else ""
        return f"{self.row.unit} {sha256(words.encode()).hexdigest()[:16]}"


def returned(act: Act, sheet: Sheet, language: str) -> list[Returned]:
    """Return the rows in the order of the sheet; the same translation of a unit twice is told once."""
    editions = {one.name: one for one in act.mission.editions.select_related("act", "mission")}
    places = {row: _unit(row, editions) for row in sheet.rows}
    slots = {row: _slot(row, place) for row, place in places.items()}
    once: dict[tuple[str, str], SheetRow] = {}
    for row in sheet.rows:
        once.setdefault((slots[row], row.translation), row)
    filled = Counter(slot for slot, translation in once if translation)
    desk = _Desk(act, language)
    return [desk.returned(row, places[row], is_twice=filled[slots[row]] > 1) for row in once.values()]


def without_originals(act: Act, sheet: Sheet) -> Sheet:
    """Return what of a sheet has to be kept until a person takes it: its translations, and which originals differ."""
    rows = [one for one in returned(act, sheet, "") if one.row.translation]
    kept = tuple(replace(one.row, original="", is_altered=one.is_altered) for one in rows)
    return replace(sheet, rows=kept, left=sum(not row.translation for row in sheet.rows))


def all_ticks(rows: Sequence[Returned]) -> str:
    """Return by what a person says that all translations replace those that were shown; nothing where none waits."""
    ticks = "\n".join(one.tick for one in rows if one.waits)
    return sha256(ticks.encode()).hexdigest() if ticks else ""


class _Desk:
    """What rows are held against: the act, its newest editions, and the translations on file."""

    def __init__(self, act: Act, language: str) -> None:
        self._act, self._language = act, language
        self._slots: dict[Edition, Slots] = {}
        self._newest: dict[str, frozenset[str]] = {}

    def returned(self, row: SheetRow, place: Place | None, *, is_twice: bool) -> Returned:
        if place is None:
            return Returned(row, Fate.UNKNOWN)
        edition, unit = place
        if edition.act_id != self._act.pk:
            return Returned(row, Fate.ELSEWHERE, act=edition.act)
        found = Found(edition, unit, unit.sha256 not in self._hashes(edition.language))
        original = joined(unit.heading, unit.text)
        is_altered = row.is_altered
        if is_altered is None:
            is_altered = not any(says_the_same(row.original, one) for one in (original, fitted(original)))
        if not row.translation:
            return Returned(row, Fate.EMPTY, found, is_altered=is_altered)
        if edition.language == self._language:
            return Returned(row, Fate.LANGUAGE, found, is_altered=is_altered)
        heading, text = parted(row.translation, has_heading=bool(unit.heading), has_text=bool(unit.text))
        slots = self._slots_of(edition)
        slot, held = slots.of(unit), slots.held(unit)
        fate = Fate.TWICE if is_twice else _fate(row, found, slot, held)
        if fate in {Fate.AGAIN, Fate.SAME} and slot:
            heading, text = slot.translation.heading, slot.translation.text
        return Returned(row, fate, found, heading, text, held, is_altered)

    def _slots_of(self, edition: Edition) -> Slots:
        if edition not in self._slots:
            self._slots[edition] = Slots(edition, self._language)
        return self._slots[edition]

    def _hashes(self, language: str) -> frozenset[str]:
        if language not in self._newest:
            newest = newest_edition(self._act, language)
            self._newest[language] = (
                frozenset(one.sha256 for one in own_units(newest).values()) if newest else frozenset()
            )
        return self._newest[language]


def _fate(row: SheetRow, found: Found, slot: Slot | None, held: WorkingTranslation | None) -> Fate:
    """Return what becomes of words, by what stands beside their unit, and what they would replace."""
    if slot and row.translation == joined(slot.translation.heading, slot.translation.text):
        return Fate.AGAIN if slot.is_stale and not found.is_changed else Fate.SAME
    return Fate.OTHER if held else Fate.NEW


def _unit(row: SheetRow, editions: Mapping[str, Edition]) -> Place | None:
    """Return where a row belongs; None for a unit that was never sent so, as its words tell."""
    name, _, eid = row.unit.partition("~")
    edition = editions.get(name)
    unit = own_units(edition).get(eid) if edition else None
    return (edition, unit) if edition and unit and unit.sha256.startswith(row.fingerprint) else None


def _slot(row: SheetRow, place: Place | None) -> str:
    """Return what tells two translations of one unit: editions of an act share them."""
    return f"{place[0].act_id} {place[0].language} {place[1].eid}" if place else row.unit
