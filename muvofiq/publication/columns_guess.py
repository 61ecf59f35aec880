"""Which column of a stranger's table holds what: guessed from the heads of the columns, and decided by a person."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Self

from rapidfuzz import fuzz

from muvofiq.publication.errors import ColumnsMissing, NoTableInFile
from muvofiq.publication.table_file import RawSheet
from muvofiq.tables import table

HEAD_ROWS = 40  # among which the heads of the columns are looked for
LIKE = 70  # of 100: how like a head must be to the words of a field
FEWEST = 2  # heads that a table has at least


@dataclass(frozen=True, slots=True)
class Columns:
    """How a table is read: its layout, its sheet, the row of its heads counted from 1, and the column of each field.

    Columns are counted from 0; a field that is not there has none.
    """

    layout: str
    sheet: str
    head: int
    fields: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def from_letter(cls, letter: Mapping[str, Any]) -> Self:
        """Return what was kept as JSON has it."""
        return cls(letter["layout"], letter["sheet"], letter["head"], dict(letter["fields"]))

    def to_letter(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {"layout": self.layout, "sheet": self.sheet, "head": self.head, "fields": dict(self.fields)}


@dataclass(frozen=True, slots=True)
class Field:
    """What a column may hold, and the words by which the heads of such columns are known."""

    name: str
    is_needed: bool
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Guess:
    score: float
    columns: Columns


def layouts() -> tuple[str, ...]:
    """Return the layouts that are known, in the order of the library."""
    return tuple(row["layout"] for row in table("concordance-layouts/layouts.csv"))


def layout_name(layout: str, language: str) -> str:
    """Return what people call a layout."""
    names = {row["layout"]: row for row in table("concordance-layouts/layouts.csv")}
    return names[layout][language]


@cache
def fields_of(layout: str) -> tuple[Field, ...]:
    """Return the fields of a layout in their order."""
    rows = [row for row in table("concordance-layouts/fields.csv") if row["layout"] == layout]
    names = dict.fromkeys(row["field"] for row in rows)
    return tuple(_field(name, [row for row in rows if row["field"] == name]) for name in names)


def guess(sheets: Sequence[RawSheet], *, layout: str = "", sheet: str = "", head: int = 0) -> Columns:
    """Return how a file is probably to be read, as far as a person has not said it; raises NoTableInFile."""
    guesses = [
        found
        for name in ([layout] if layout in layouts() else layouts())
        for one in sheets
        if sheet in {"", one.name}
        for found in _guesses(one, name, head)
    ]
    if not guesses:
        raise NoTableInFile("file", sheets=", ".join(one.name for one in sheets) or "–")
    return max(guesses, key=lambda one: one.score).columns


def heads_at(sheet: RawSheet, head: int) -> tuple[str, ...]:
    """Return the heads of the columns in a row, counted from 1; a head above several of them stands before each."""
    if not 1 <= head <= len(sheet.rows):
        return ()
    own = sheet.rows[head - 1]
    above = sheet.rows[head - 2] if head > 1 else ()
    if len([text for text in above if text.strip()]) < FEWEST:
        return tuple(" ".join(text.split()) for text in own)
    width = max(len(own), len(above))
    groups = list(_filled(above, width))
    return tuple(" ".join(f"{groups[at]} {own[at] if at < len(own) else ''}".split()) for at in range(width))


def refuse_missing(sheet: RawSheet, columns: Columns, name: str) -> None:
    """Refuse columns that lack a field without which the table says nothing; raises ColumnsMissing."""
    wanted = (one for one in fields_of(columns.layout) if one.name not in columns.fields)
    missing = [one.words[0] for one in wanted if one.is_needed]
    if missing:
        found = ", ".join(filter(None, heads_at(sheet, columns.head))) or "–"
        where = f"{name}, sheet «{sheet.name}», row {columns.head}"
        raise ColumnsMissing(where, missing=", ".join(missing), found=found)


def _field(name: str, rows: Iterable[Mapping[str, str]]) -> Field:
    kept = list(rows)
    words = (_plain(word) for row in kept for word in row["words"].split(" | "))
    return Field(name, any(row["needed"] == "yes" for row in kept), tuple(dict.fromkeys(words)))


def _guesses(sheet: RawSheet, layout: str, head: int) -> Iterator[_Guess]:
    rows = [head] if head else range(1, min(len(sheet.rows), HEAD_ROWS) + 1)
    for row in rows:
        heads = heads_at(sheet, row)
        own = [text for text in (sheet.rows[row - 1] if 1 <= row <= len(sheet.rows) else ()) if text.strip()]
        if len(own) >= FEWEST:
            scored = _assigned(heads, layout)
            fields = {name: column for name, (column, _) in scored.items()}
            needed = [one.name for one in fields_of(layout) if one.is_needed]
            whole = sum(name in fields for name in needed) / max(len(needed), 1)
            likeness = sum(score for _, score in scored.values()) / 100
            yield _Guess((0.1 + whole) * likeness / len(own) ** 0.5, Columns(layout, sheet.name, row, fields))


def _assigned(heads: Sequence[str], layout: str) -> dict[str, tuple[int, float]]:
    """Give each field the column whose head is most like its words, the surest first, no column twice."""
    pairs = sorted(
        ((_likeness(text, one), one.name, column) for column, text in enumerate(heads) for one in fields_of(layout)),
        key=lambda pair: (-pair[0], pair[2]),
    )
    found: dict[str, tuple[int, float]] = {}
    for score, name, column in pairs:
        if score >= LIKE and name not in found and column not in {taken for taken, _ in found.values()}:
            found[name] = column, score
    return found


def _likeness(text: str, one: Field) -> float:
    plain = _plain(text)
    if not plain:
        return 0
    return max(0.4 * fuzz.token_set_ratio(plain, word) + 0.6 * fuzz.token_sort_ratio(plain, word) for word in one.words)


def _plain(text: str) -> str:
    kept = re.sub(r"\[\d+\]", " ", text.casefold())
    return " ".join(re.findall(r"[^\W_]+", kept)) or " ".join(kept.split())


def _filled(row: Sequence[str], width: int) -> Iterator[str]:
    """Yield the heads of a row over all columns that each of them stands above."""
    last = ""
    for at in range(width):
        last = (row[at].strip() if at < len(row) else "") or last
        yield last
