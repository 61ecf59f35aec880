"""The catalogue leaves as an Excel workbook that people can edit, and comes back the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from muvofiq import __version__
from muvofiq.publication.catalogue_sheet import (
    TABLES,
    Table,
    cells_entry,
    head,
    heads,
    keys_of,
    requirement_entry,
    tables_of,
)
from muvofiq.publication.errors import CellTooLong, ColumnsMissing, ColumnTwice
from muvofiq.publication.phrases import Phrases, languages, phrases
from muvofiq.publication.sheet import CELL_LIMIT, Formats, formats_of, height, on_paper, write_heads
from muvofiq.publication.table_file import RawSheet
from muvofiq.standards.bundle import Bundle
from muvofiq.standards.yaml_text import Document, Path, written_path

HEAD_ROWS = 40  # among which the heads of the columns are looked for
WIDE, NARROW, LIST = 44, 14, 26  # characters
WIDTHS = {"statement": WIDE, "elements": WIDE, "title": 30, "participation": WIDE, "note": WIDE, "id": 22, "code": 6}
SHORT = frozenset({"theme", "strength", "kind", "adopted", "in_force", "applies", "until", "signed_on"})
GUIDES = ("guide_rows", "guide_lines", "guide_yaml", "guide_draft")
NEEDED = {
    "requirements": (*("id", "code", "title.en", "statement.en"), *("citations", "groups", "stages", "elements.en")),
    "instruments": ("id", "title.en", "kind"),
    "themes": ("id", "title.en"),
    "relations": ("first", "second", "kind", "common"),
}


@dataclass(frozen=True, slots=True)
class TableDocument(Document):
    """The entries of a workbook as one text would hold them; each knows the sheet and the row where it stands."""

    sheets: Mapping[str, str]

    def place(self, path: Path = ()) -> str:
        """Say where a value stands: file, sheet, row, path."""
        sheet = self.sheets.get(str(path[0])) if path else None
        row = self.lines.get(path[:2])
        parts = [self.name, f"sheet «{sheet}»" if sheet else "", f"row {row}" if row else "", written_path(path)]
        return ", ".join(filter(None, parts))


def write_catalogue(bundle: Bundle, language: str, made_on: date) -> bytes:
    """Return the workbook. Text is written as text, never as a formula or a link; raises CellTooLong."""
    say = phrases("catalogue", language)
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": say("title"), "author": f"Muvofiq {__version__}"})
    formats = formats_of(book)
    for table in tables_of(bundle):
        _write(book.add_worksheet(say(f"sheet_{table.name}")), table, say, formats)
    guide = book.add_worksheet(say("sheet_guide"))
    guide.set_column(0, 0, 110)
    guide.write_string(0, 0, say("title"), formats["title"])
    texts = [*map(say, GUIDES), say("made", date=made_on.isoformat(), version=__version__)]
    for row, text in enumerate(texts, 1):
        guide.set_row(row, height([text], [110]))
        guide.write_string(row, 0, text, formats["cell"])
    on_paper(guide, pages_wide=1)
    book.close()
    return out.getvalue()


def is_catalogue(sheets: Iterable[RawSheet]) -> bool:
    """Tell whether a workbook is one of ours, in any language: by the name of a sheet and the heads in it."""
    return any("requirements" in _sorts(sheet) and "id" in _keys(sheet)[1].values() for sheet in sheets)


def catalogue_document(sheets: Sequence[RawSheet], name: str) -> Document:
    """Return the entries of a workbook of ours; raises ColumnsMissing, ColumnTwice and the errors of YAML."""
    value: dict[str, Any] = {}
    lines: dict[Path, int] = {(): 1}
    names: dict[str, str] = {}
    for sheet in sheets:
        for table in _sorts(sheet)[:1]:
            rows = list(_rows(sheet, table, name))
            names[table] = sheet.name
            value[table] = [_entry(table, cells, f"{name}, sheet «{sheet.name}», row {row}") for row, cells in rows]
            lines |= {(table, at): row for at, (row, _) in enumerate(rows)}
    return TableDocument(name, value, lines, names)


def unread_heads(sheets: Iterable[RawSheet]) -> list[str]:
    """Return the heads of columns of our sheets that the catalogue does not know, so that they are not read."""
    ours = [(sheet, _keys(sheet)) for sheet in sheets if _sorts(sheet)]
    return [
        text for sheet, (at, keys) in ours for column, text in enumerate(sheet.rows[at]) if text and column not in keys
    ]


def _write(page: Worksheet, table: Table, say: Phrases, formats: Formats) -> None:
    columns = [(head(key, say.language), _width(key)) for key in table.keys]
    widths = [width for _, width in columns]
    write_heads(page, 0, columns, formats)
    for at, row in enumerate(table.rows, 1):
        page.set_row(at, height(row, widths))
        for column, text in enumerate(row):
            if len(text.encode("utf-16-le")) > 2 * CELL_LIMIT:
                raise CellTooLong(row[0], column=columns[column][0], size=len(text), limit=CELL_LIMIT)
            if text:
                page.write_string(at, column, text, formats["cell"])
            else:
                page.write_blank(at, column, None, formats["cell"])
    page.freeze_panes(1, 2)
    page.autofilter(0, 0, max(len(table.rows), 1), len(columns) - 1)
    on_paper(page, pages_wide=3)
    page.repeat_rows(0)


def _width(key: str) -> int:
    name = key.partition(".")[0]
    return WIDTHS.get(name, NARROW if name in SHORT else LIST)


def _sorts(sheet: RawSheet) -> list[str]:
    """Return what a sheet of this name holds, in whatever language it is named."""
    own = sheet.name.strip().casefold()
    named = {phrases("catalogue", one)(f"sheet_{table}").casefold(): table for table in TABLES for one in _languages()}
    named |= {table: table for table in TABLES}
    return [named[own]] if own in named else []


def _languages() -> tuple[str, ...]:
    return languages("catalogue")


def _keys(sheet: RawSheet) -> tuple[int, dict[int, str]]:
    """Return in which row the heads stand, counted from 0, and the key of each column that is known."""
    found = [
        {column: heads()[text.casefold()] for column, text in enumerate(row) if text.casefold() in heads()}
        for row in sheet.rows[:HEAD_ROWS]
    ]
    at = max(range(len(found)), key=lambda one: len(found[one]), default=0)
    return at, found[at] if found else {}


def _rows(sheet: RawSheet, table: str, name: str) -> Iterable[tuple[int, dict[str, str]]]:
    """Yield the rows in which something stands, by the keys of their columns, each with its number."""
    at, keys = _keys(sheet)
    where = f"{name}, sheet «{sheet.name}»"
    there = [key for key in keys.values() if key in keys_of(table)]
    if twice := next((key for key in there if there.count(key) > 1), ""):
        raise ColumnTwice(f"{where}, row {at + 1}", column=head(twice, "en"))
    if missing := [head(key, "en") for key in NEEDED[table] if key not in there]:
        found = [text for text in (sheet.rows[at] if sheet.rows else ()) if text]
        raise ColumnsMissing(f"{where}, row {at + 1}", missing=", ".join(missing), found=", ".join(found) or "–")
    for row, texts in enumerate(sheet.rows[at + 1 :], at + 2):
        cells = {keys[column]: text for column, text in enumerate(texts) if column in keys and text.strip()}
        if cells:
            yield row, cells


def _entry(table: str, cells: Mapping[str, str], where: str) -> dict[str, Any]:
    return requirement_entry(cells) if table == "requirements" else cells_entry(table, cells, where)
