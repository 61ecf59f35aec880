"""A list of requirements with a stranger's columns: what a person says of its columns makes a catalogue of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from muvofiq.publication.catalogue_sheet import LINES, requirement_entry
from muvofiq.publication.columns_guess import Columns, refuse_missing
from muvofiq.publication.concordance_reading import Left, LeftRow, ReadTable
from muvofiq.publication.table_file import RawSheet
from muvofiq.standards.requirement import ORIGINAL
from muvofiq.standards.vocabulary import Group, Stage

BY_LANGUAGE = ("title", "statement", "elements", "terms")
SHORT = 90  # letters of a title that is made of the beginning of a text


@dataclass(frozen=True, slots=True)
class Standard:
    """What a person says of a table as a whole: the instrument that it is about, and the language of its words.

    ``known`` are the ids of all instruments that a source of the table may name instead; ``letters`` those of the
    themes: a number of the table is a code only under one of them.
    """

    instrument: str
    language: str = ORIGINAL
    known: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()


def list_entries(
    sheet: RawSheet, columns: Columns, name: str, standard: Standard, codes: Iterator[str]
) -> tuple[dict[int, dict[str, Any]], tuple[LeftRow, ...]]:
    """Return the rows as entries of a catalogue by their numbers, and what was left out; raises ColumnsMissing.

    What such a list does not say is filled in carefully: the instrument where a source does not begin with an id,
    everybody and every stage where it names none, the text itself where it names no elements.
    """
    refuse_missing(sheet, columns, name)
    entries, left = dict[int, dict[str, Any]](), list[LeftRow]()
    for row, texts in enumerate(sheet.rows[columns.head :], columns.head + 1):
        cells = {key: texts[at].strip() for key, at in columns.fields.items() if at < len(texts)}
        if cells.get("statement"):
            entries[row] = _entry(cells, row, standard, codes)
        elif any(texts):
            left.append(LeftRow(row, next(filter(None, texts))[:200], Left.HEADING))
    return entries, tuple(left)


def unit_entries(table: ReadTable, standard: Standard, codes: Iterator[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield an entry of a catalogue for each unit of the standard that a table of concordance names."""
    for unit in table.units:
        statement = unit.obligation or unit.text or unit.name
        place = " ".join(unit.name.split())
        title = f"{place}: {shortened(statement)}" if statement != unit.name else place
        cells = {"title": title, "statement": statement, "citations": f"{standard.instrument} {place}"}
        yield unit.name, _entry(cells, unit.row, standard, codes)


def shortened(text: str) -> str:
    """Return the beginning of a text, cut between words.

    >>> shortened("one two")
    'one two'
    """
    plain = " ".join(text.split())
    return plain if len(plain) <= SHORT else f"{plain[:SHORT].rsplit(' ', 1)[0]} …"


def _entry(cells: Mapping[str, str], row: int, standard: Standard, codes: Iterator[str]) -> dict[str, Any]:
    told = {f"{name}.{standard.language}": cells[name] for name in BY_LANGUAGE if cells.get(name)}
    told |= {name: cells[name] for name in ("id", "strength", *LINES) if cells.get(name)}
    code = cells.get("code", "")
    is_code = re.fullmatch("[A-Z][0-9]{2,3}", code) and code[0] in standard.letters
    told["code"] = code if is_code else next(codes)
    told.setdefault(f"title.{standard.language}", shortened(cells["statement"]))
    told.setdefault("groups", Group.EVERYONE.value)
    told.setdefault("stages", Stage.CROSS_CUTTING.value)
    entry = requirement_entry(told)
    entry.setdefault("elements", [{standard.language: " ".join(cells["statement"].split())}])
    entry["citations"] = list(dict.fromkeys(_citations(entry.get("citations", ()), standard)))
    entry.setdefault("id", _id(entry["citations"], standard, row))
    return _with_original(entry, standard.language)


def _citations(texts: list[str], standard: Standard) -> Iterator[str]:
    """Yield the sources as citations: where none begins with an id, the instrument of the table stands before it."""
    for text in texts:
        first = text.partition(" ")[0]
        is_id = first in {standard.instrument, *standard.known} or re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", first)
        yield text if is_id else " ".join(f"{standard.instrument} {text}".split())


def _id(citations: list[str], standard: Standard, row: int) -> str:
    """Return an id made of the instrument and the figures and Latin letters of the place."""
    place = citations[0].partition(" ")[2] if len(citations) == 1 else ""
    parts = re.findall("[a-z0-9]+", place.casefold())
    return "-".join([standard.instrument, *(parts or [f"row-{row}"])])[:80].rstrip("-")


def _with_original(entry: dict[str, Any], language: str) -> dict[str, Any]:
    """Put the words also where the catalogue must have some, and mark them there as unconfirmed."""
    texts = [entry["title"], entry["statement"], *entry["elements"]]
    for words in texts:
        words.setdefault(ORIGINAL, words[language])
    if language != ORIGINAL:
        entry["unconfirmed"] = list(dict.fromkeys([*entry.get("unconfirmed", ()), ORIGINAL]))
    return entry
