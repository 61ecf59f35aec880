"""A received file is read: our own catalogue as it stands, a stranger's table by what a person said of its columns."""

import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO
from typing import Any

from muvofiq.publication.catalogue_list import Standard, list_entries, unit_entries
from muvofiq.publication.catalogue_xlsx import TableDocument, catalogue_document, is_catalogue, unread_heads
from muvofiq.publication.columns_guess import Columns, guess
from muvofiq.publication.concordance_reading import Left, LeftRow, Link, ReadTable, read_concordance
from muvofiq.publication.errors import NoTableInFile
from muvofiq.publication.table_file import RawSheet, read_tables
from muvofiq.records.errors import LetterUnknown
from muvofiq.records.models import Mission, ReceivedTable
from muvofiq.records.queries.exchange import catalogue_on_file, free_codes, known_letters
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.standards.bundle import Bundle
from muvofiq.standards.drafting import own_theme
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.requirement import ORIGINAL, Requirement
from muvofiq.standards.yaml_text import Document, Path, read
from muvofiq.standards.yaml_writing import write

WORDS = frozenset({"title", "statement"})
WHOLE = frozenset({"citations", "groups", "stages", "elements", "terms", "strength", "practice"})
LIST, OWN = "catalogue", "own"  # the layouts that are no tables of concordance, or name our own requirements


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in a file: a part of a catalogue, links to its requirements by their ids, and what is left out.

    ``unread`` are heads of columns of which nothing is taken.
    """

    bundle: Bundle
    links: tuple[tuple[str, Link], ...] = ()
    left: tuple[LeftRow, ...] = ()
    unread: tuple[str, ...] = ()


def sheets_of(data: bytes, name: str) -> tuple[RawSheet, ...] | None:
    """Return the tables of a stranger's file; None where it is a catalogue of ours and needs no columns."""
    if not zipfile.is_zipfile(BytesIO(data)):
        return None
    sheets = _tables(data, name)
    return None if is_catalogue(sheets) else sheets


def read_data(mission: Mission, data: bytes, name: str) -> Reading:
    """Read a catalogue of ours, written as YAML or as a workbook; raises the errors of the catalogue with the place."""
    is_text = not zipfile.is_zipfile(BytesIO(data))
    sheets = () if is_text else _tables(data, name)
    document = read(data, name) if is_text else catalogue_document(sheets, name)
    bundle = Bundle.of(document, catalogue_on_file(mission))
    _refuse_foreign_letters(bundle, document)
    return Reading(bundle, unread=tuple(unread_heads(sheets)))


def read_received(table: ReceivedTable) -> Reading | None:
    """Read a file that was received; None while nobody has said what its columns hold."""
    data = bytes(table.data)
    sheets = sheets_of(data, table.file_name)
    if sheets is None:
        return read_data(table.mission, data, table.file_name)
    if not table.layout:
        return None
    columns = Columns.from_letter({**table.columns, "layout": table.layout})
    sheet = sheet_named(sheets, columns.sheet, table.file_name)
    reader = _Stranger(table, catalogue_on_file(table.mission))
    if table.layout == LIST:
        return reader.requirements(sheet, columns)
    read = read_concordance(sheet, columns, table.file_name)
    return reader.answers(read) if table.layout == OWN else reader.concordance(sheet, read)


def _refuse_foreign_letters(bundle: Bundle, document: Document) -> None:
    """Refuse a theme that is neither released nor the one of own requirements: nothing would keep its title."""
    letters, own = known_letters(), own_theme().id
    told = {
        **{("requirements", at): one.theme for at, one in enumerate(bundle.requirements)},
        **{("themes", at): one.id for at, one in enumerate(bundle.themes)},
    }
    for path, letter in told.items():
        if letter not in letters:
            listed = ", ".join(sorted(letters))
            raise LetterUnknown(document.place(path), letter=letter, letters=listed, own=own)


@lru_cache(maxsize=2)
def _tables(data: bytes, name: str) -> tuple[RawSheet, ...]:
    """Read a file once for the page that shows it again and again."""
    return read_tables(data, name)


def sheet_named(sheets: tuple[RawSheet, ...], name: str, where: str) -> RawSheet:
    """Return a sheet; raises NoTableInFile."""
    for sheet in sheets:
        if sheet.name == name:
            return sheet
    raise NoTableInFile(where, sheets=", ".join(one.name for one in sheets) or "–")


def guessed(table: ReceivedTable, asked: Mapping[str, str]) -> tuple[tuple[RawSheet, ...], Columns] | None:
    """Return the sheets of a stranger's file and how it is probably to be read; None where it is a catalogue of ours.

    What a person has said before holds; ``asked`` names a layout, a sheet or a row of heads to look at instead.
    """
    sheets = sheets_of(bytes(table.data), table.file_name)
    if sheets is None:
        return None
    if table.layout and not asked:
        return sheets, Columns.from_letter({**table.columns, "layout": table.layout})
    head = int(asked["head"]) if asked.get("head", "").isdecimal() and len(asked["head"]) < 6 else 0
    return sheets, guess(sheets, layout=asked.get("layout", ""), sheet=asked.get("sheet", ""), head=head)


def instrument_entry(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a person said of the standard of a table as an entry of the catalogue."""
    language = str(said["language"])
    title = {"en": said["title"], language: said["title"]} if said.get("title") else {}
    entry: dict[str, Any] = {"id": said["instrument"], "title": title, "kind": said.get("kind", "")}
    return {name: value for name, value in entry.items() if value}


class _Stranger:
    """Makes requirements of a stranger's table; those that were made of one before keep their names and their words."""

    def __init__(self, table: ReceivedTable, known: Bundle) -> None:
        self.table, self.known = table, known
        said: Mapping[str, Any] = table.columns
        names = frozenset(one.id for one in known.instruments)
        self.standard = Standard(said.get("instrument", ""), said.get("language", ORIGINAL), names, known_letters())
        self.codes = free_codes((one.code for one in known.requirements), own_theme().id, str(table.mission))
        is_new = table.layout != OWN and self.standard.instrument not in names
        self.instruments = [instrument_entry(said)] if is_new and self.standard.instrument else []

    def requirements(self, sheet: RawSheet, columns: Columns) -> Reading:
        """Make a catalogue of a list of requirements."""
        entries, left = list_entries(sheet, columns, self.table.file_name, self.standard, self.codes)
        return Reading(self._bundle(sheet, entries, set(columns.fields)), left=left)

    def answers(self, read: ReadTable) -> Reading:
        """Link the rows of our own table of concordance to the requirements that it numbers."""
        by_code = {one.code: one.id for one in self.known.requirements}
        links = tuple((by_code[unit.name], link) for unit in read.units if unit.name in by_code for link in unit.links)
        unknown = [unit for unit in read.units if unit.name not in by_code]
        left = tuple(LeftRow(unit.row, unit.name[:200], Left.UNKNOWN_CODE) for unit in unknown)
        return Reading(Bundle(), links, (*read.left, *left))

    def concordance(self, sheet: RawSheet, read: ReadTable) -> Reading:
        """Make a requirement of each unit of the standard, and link the rows to it."""
        made = unit_entries(read, self.standard, self.codes)
        entries = {unit.row: entry for unit, (_, entry) in zip(read.units, made, strict=True)}
        bundle = self._bundle(sheet, entries, {"statement"})
        pairs = zip(read.units, bundle.requirements, strict=True)
        return Reading(bundle, tuple((one.id, link) for unit, one in pairs for link in unit.links), read.left)

    def _bundle(self, sheet: RawSheet, entries: Mapping[int, dict[str, Any]], told: AbstractSet[str]) -> Bundle:
        """Check the entries as those of a catalogue, each in its row; ``told`` are the fields that the table has."""
        before = list(self._before(entries.values()))
        value: Any = {"requirements": list(entries.values()), "instruments": self.instruments}
        lines: dict[Path, int] = {(): 1} | {("requirements", at): row for at, row in enumerate(entries)}
        sheets = {"requirements": sheet.name}
        bundle = Bundle.of(TableDocument(self.table.file_name, value, lines, sheets), self.known)
        pairs = zip(before, bundle.requirements, strict=True)
        return replace(bundle, requirements=tuple(self._kept(old, new, told) for old, new in pairs))

    def _before(self, entries: Iterable[dict[str, Any]]) -> Iterator[Requirement | None]:
        """Yield for each entry the own requirement that was made of it before, and give the entry its name."""
        released = set(_released(self.table.mission))
        own: dict[str, list[Requirement]] = {}
        for one in self.known.requirements:
            if one.id not in released:
                own.setdefault(str(one.citations[0]), []).append(one)
        taken = {one.id for one in self.known.requirements}
        for entry in entries:
            found = own.get(entry["citations"][0], [])
            before = found.pop(0) if found else None
            entry["id"] = before.id if before else next(_names(entry["id"], taken))
            entry["code"] = before.code if before else entry["code"]
            taken.add(entry["id"])
            yield before

    def _kept(self, before: Requirement | None, new: Requirement, told: AbstractSet[str]) -> Requirement:
        """Return the requirement as it was, but for what the table has and has not said already once."""
        language = self.standard.language
        if before is None:
            return new
        editions = self.table.mission.own_requirements.filter(requirement_id=before.id)
        if any(_say_the_same(requirement_of(one), new, {*told, "statement"}, language) for one in editions):
            return before
        was_whole = before.elements == ({**before.elements[0], language: _one_line(before.statement, language)},)
        names = {*(told & WHOLE), *(["elements"] if was_whole else [])}
        changed: dict[str, Any] = {name: getattr(new, name) for name in names}
        for name in told & WORDS:
            changed[name] = {**getattr(before, name), language: getattr(new, name)[language]}
        return replace(before, **changed)


def _say_the_same(one: Requirement, other: Requirement, names: Collection[str], language: str) -> bool:
    """Tell whether two requirements have the same of these parts, of their words those in a language."""
    return all(
        getattr(one, name).get(language) == getattr(other, name).get(language)
        if name in WORDS
        else getattr(one, name) == getattr(other, name)
        for name in {*names} & {*WORDS, *WHOLE}
    )


def _one_line(words: Mapping[str, str], language: str) -> str:
    return " ".join(words.get(language, "").split())


def _names(name: str, taken: set[str]) -> Iterator[str]:
    """Yield a free name: the one wanted, or that with a number behind it."""
    if name not in taken:
        yield name
    yield from (longer for at in range(2, len(taken) + 3) if (longer := f"{name[:70].rstrip('-')}-{at}") not in taken)


def _released(mission: Mission) -> Iterator[str]:
    own = set(mission.own_requirements.values_list("requirement_id", flat=True))
    yield from (one.id for one in catalogue_on_file(mission).requirements if one.id not in own)


def new_instrument(said: Mapping[str, Any], where: str) -> Instrument:
    """Return the instrument that a person describes; raises the errors of the catalogue."""
    return Instrument.parse(write(instrument_entry(said)), where)
